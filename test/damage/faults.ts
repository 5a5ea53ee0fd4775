// Thousands of messages to hundreds of chats while the Bot API server does its worst: 429, 500,
// silence, resets after the message was taken, refused connections, blocked bots, migrated groups.
// None may be doubled, none lost but those that are listed as unknown.

import type { Db } from "#src/database/client.ts";
import { openDatabaseBeside } from "#src/database/open.ts";
import { fastPaceClock } from "#src/delivery/pace-clock.ts";
import { type Playground, startBotApiServer } from "#src/playground/server.ts";
import { randomFor } from "#src/sample/random.ts";
import { serverUrl } from "#test/support/database.ts";
import { clockAt, TEST_TOKEN } from "#test/support/province.ts";
import { freshTarget } from "#test/support/target.ts";
import { type DamageProgram, verdict } from "./program.ts";
import { time } from "./support/figures.ts";
import { startMortal } from "./support/mortal.ts";
import { recordOf, sends } from "./support/server-record.ts";
import { chatIdOf, type Recipient, startStorm } from "./support/storm.ts";
import { account } from "./support/storm-account.ts";
import { plantChats, queueMail, writeMail } from "./support/storm-mail.ts";
import { workOff } from "./support/storm-waves.ts";

type Form = {
  messages: number;
  chats: number;
  factor: number;
  /** Real seconds; long enough that a busy machine alone makes nothing unknown. */
  sendTimeoutSeconds: number;
  withinMs: number;
};

const formOf = (full: boolean): Form =>
  full
    ? { messages: 10_000, chats: 500, factor: 1, sendTimeoutSeconds: 25, withinMs: 60 * 60_000 }
    : { messages: 1_000, chats: 60, factor: 5, sendTimeoutSeconds: 6, withinMs: 10 * 60_000 };

const FIRST_USER = 920_000_001;

const recipientsOn = (server: Playground, chats: number): Recipient[] =>
  Array.from({ length: chats }, (_, n): Recipient => {
    const person = server.createUser({
      id: FIRST_USER + n,
      firstName: `Người ${n}`,
      started: true,
    });
    if (n % 2 === 0) return { kind: "private", person };
    const group = server.createGroup({ title: `Nhóm ${n}`, members: [person] });
    return { kind: "group", group, owner: person };
  });

/** Somebody writes in a chat that is back but that the register still holds for lost, as people do. */
const wakeLost = async (db: Db, recipients: readonly Recipient[]): Promise<number> => {
  const lost = await db.chat.findMany({ where: { status: { not: "active" } } });
  const ids = new Set(lost.map(({ externalId }) => externalId));
  const back = recipients.filter((to) => ids.has(String(chatIdOf(to))));
  for (const to of back) {
    const room = to.kind === "private" ? to.person.dm() : to.owner.in(to.group);
    room.say("/trogiup");
  }
  return back.length;
};

const WAVES = 8;

export const faults: DamageProgram = {
  name: "faults",
  summary:
    "the Bot API server fails in every way under 1,000 messages to 60 chats; full: 10,000 to 500 at real pace",
  run: async ({ full, seed, say }) => {
    const form = formOf(full);
    const { factor } = form;
    const clock = clockAt("2026-11-23T09:00");
    const paceClock = fastPaceClock(factor);
    const { target, look, drop } = await freshTarget(
      serverUrl === undefined ? "embedded" : "postgres",
    );
    const server = await startBotApiServer({
      port: 0,
      now: () => clock.now().getTime(),
      monotonic: paceClock.now,
      bot: { id: 7000001, firstName: "Đôn Đốc", username: "dondoc_bot", token: TEST_TOKEN },
    });
    const record = recordOf(server);
    const random = randomFor(seed, "faults");
    const recipients = recipientsOn(server, form.chats);
    const mail = writeMail(form.chats, form.messages, random);
    const chatIds = await look((db) => plantChats(db, recipients));
    const bot = startMortal({
      order: {
        database: target,
        apiRoot: server.url,
        token: TEST_TOKEN,
        paceFactor: factor,
        sendTimeoutSeconds: form.sendTimeoutSeconds,
        crons: {},
        onlyNamedJobs: true,
      },
      now: () => clock.now().getTime(),
    });
    try {
      const storm = startStorm(server, recipients, random, { clock: paceClock, factor });
      await bot.alive();
      const from = performance.now();
      const open = await openDatabaseBeside(target);
      const { woken } = await workOff(open.db, {
        mail,
        wave: async (some) => {
          await queueMail(open.db, chatIds, some, clock.now());
          await bot.wake();
        },
        waveSize: Math.ceil(form.messages / WAVES),
        // Whoever went away is back by then.
        stuckMs: 40_000 / factor,
        wake: () =>
          wakeLost(
            open.db,
            recipients.filter((to) => !storm.isAway(to)),
          ),
        withinMs: form.withinMs,
        say,
      });
      const tookMs = performance.now() - from;
      await open.close();
      storm.stop();
      await bot.stop();
      const rows = await look((db) =>
        db.outboxMessage.findMany({ where: { key: { startsWith: "mail:" } } }),
      );
      const calls = record.calls.filter(sends);
      const posted = record.posted();
      const weather = [...storm.counts()].map(([what, count]) => `${count} × ${what}`).join(", ");
      return [
        verdict(storm.counts().size >= 7, `the weather, under ${calls.length} calls`, weather),
        ...account({ mail, rows, calls, posted, figures: server.paceFigures() }),
        verdict(true, "chats that only came back when somebody wrote there", `${woken}`),
        verdict(
          true,
          "time and rate",
          `${time(tookMs * factor)} of the pace's clock, ${((posted.length / tookMs / factor) * 1_000).toFixed(1)} messages a second of 30`,
        ),
      ];
    } finally {
      bot.end();
      await server.close();
      await drop();
    }
  },
};
