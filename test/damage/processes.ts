// Processes: two, then four of the real program receive by webhook on one PostgreSQL. Every update is
// posted twice, to different processes, out of order; the one at work is killed midway; job slots are
// fought for by sessions and command lines meanwhile. Effects, answers and slots must be there once.
import { civilToday } from "#src/calendar/zone.ts";
import type { Db } from "#src/database/client.ts";
import type { Playground } from "#src/playground/server.ts";
import { randomFor } from "#src/sample/random.ts";
import { TEST_TOKEN } from "#test/support/province.ts";
import { freshTarget } from "#test/support/target.ts";
import { type DamageOptions, type DamageProgram, type Verdict, verdict } from "./program.ts";
import { startAnsweringStandIn } from "./support/answering-stand-in.ts";
import { drained } from "./support/drained.ts";
import { effectsByAssignment } from "./support/effects.ts";
import { spread } from "./support/figures.ts";
import { freePort } from "./support/free-port.ts";
import { type MainProcess, startMain } from "./support/main-process.ts";
import { type Official, plantOfficials } from "./support/officials.ts";
import { onceVerdicts } from "./support/once.ts";
import {
  brokenOrders,
  type Door,
  type Posted,
  postAll,
  reportUpdate,
  shuffledTwice,
} from "./support/posts.ts";
import { raceForSlots, type SlotRace, slotVerdicts } from "./support/slots.ts";
import { letIn } from "./support/stream.ts";
import {
  AT_WORK,
  oneAtATime,
  STANDS_BY,
  shown,
  type Term,
  untilNextEffect,
} from "./support/turns.ts";

const SECRET = "b".repeat(40);
const PATH = "/telegram/updates";
/** Posts under way at once, as Telegram's max_connections. */
const AT_ONCE = 40;
/** A copy comes up to so many places later than its turn. */
const WINDOW = 60;
/** These have a deadline that has passed: the alerts speak to them. */
const ALERTED = 20;
const PROMISED_MS = 10_000;

type Form = { updates: number; people: number };

/** So that nobody comes near a person's limit: 60 at once, then one a second. */
const formOf = (full: boolean): Form =>
  full ? { updates: 20_000, people: 800 } : { updates: 500, people: 100 };

type Killed = { term: Term; gap: number | null };

/** Kills whoever is at work; how long nothing took effect. */
const killAtWork = async (db: Db, processes: readonly MainProcess[]): Promise<Killed> => {
  const atWork = processes.find(({ lines }) => lines.some(({ text }) => AT_WORK.test(text)));
  if (atWork === undefined) throw new Error("nobody is at work");
  const endedAt = performance.now();
  atWork.signal("SIGKILL");
  return {
    term: { process: atWork, endedAt },
    gap: await untilNextEffect(db, endedAt, 30_000),
  };
};

const startAll = async (count: number, url: string, server: Playground): Promise<MainProcess[]> => {
  const ports = await Promise.all(Array.from({ length: count }, freePort));
  const settings = {
    WEBHOOK_URL: `http://127.0.0.1:${ports[0]}${PATH}`,
    WEBHOOK_SECRET: SECRET,
    CRON_REORGANISATION: "* * * * *",
  };
  const processes = ports.map((port) =>
    startMain({ database: { url }, apiRoot: server.url, token: TEST_TOKEN, port, settings }),
  );
  const spoken = new RegExp(`${AT_WORK.source}|${STANDS_BY.source}`);
  await Promise.all(processes.map(({ says }) => says(spoken)));
  return processes;
};

type Storm = { posted: Posted; killed: Killed; race: SlotRace; ms: number };

const storm = async (
  form: Form,
  { seed, say, full }: DamageOptions,
  world: { db: Db; url: string; processes: readonly MainProcess[]; officials: readonly Official[] },
): Promise<Storm> => {
  const { db, url, processes, officials } = world;
  const doors = processes.map(
    ({ port }): Door => ({ url: `http://127.0.0.1:${port}${PATH}`, secret: SECRET }),
  );
  const copies = shuffledTwice(form.updates, WINDOW, randomFor(seed, `processes ${doors.length}`));
  const update = (n: number) => {
    const official = officials[n % officials.length];
    if (official === undefined) throw new Error("nobody to speak");
    return reportUpdate(official, n, Math.floor(Date.now() / 1000));
  };
  const race = raceForSlots(url, full ? 4 : 2);
  let killing: Promise<Killed> | undefined;
  const began = performance.now();
  const posted = await postAll(copies, update, doors, {
    atOnce: AT_ONCE,
    onProgress: (left) => {
      if (left >= form.updates) killing ??= killAtWork(db, processes);
      if (left % 5_000 === 0) say(`${left} posted`);
    },
  });
  const ms = performance.now() - began;
  if (killing === undefined) throw new Error("nobody was killed");
  return { posted, killed: await killing, race: await race, ms };
};

/** From the first effect to the last, without the gap of the kill. */
const effectRate = async (db: Db, gap: number | null): Promise<string> => {
  const [row] = await db.$queryRaw<{ count: number; ms: number }[]>`
    SELECT count(*)::int AS "count",
      (extract(epoch FROM max("recordedAt") - min("recordedAt")) * 1000)::float8 AS "ms"
    FROM "Progress"`;
  if (row === undefined) return "none";
  return `${((row.count * 1_000) / Math.max(1, row.ms - (gap ?? 0))).toFixed(0)}/s`;
};

const receiving = ({ posted, ms }: Storm, updates: number, effects: string): Verdict => {
  const refused = [...posted.refused].map(([status, times]) => `${times} × ${status || "none"}`);
  return verdict(
    posted.accepted === 2 * updates,
    "every post is answered 200 in the end, by whichever process lives",
    `${posted.accepted} of ${2 * updates} (${((posted.accepted * 1_000) / ms).toFixed(0)}/s, ${spread(posted.latencies)}), other answers: ${refused.join(", ") || "0"}; effects ${effects}`,
  );
};

const withProcesses = async (count: number, options: DamageOptions): Promise<Verdict[]> => {
  const form = formOf(options.full);
  const database = await freshTarget("postgres");
  const { target } = database;
  if (!("url" in target)) throw new Error("not a server");
  const { server, answers } = await startAnsweringStandIn();
  const processes: MainProcess[] = [];
  try {
    return await database.look(async (db) => {
      const today = civilToday(new Date("2026-11-16T08:00:00+07:00"));
      const dueIn = (n: number) => (n < ALERTED ? -5 : 3_650);
      const officials = await plantOfficials(db, { officials: form.people, today, dueIn });
      letIn(server, officials);
      processes.push(...(await startAll(count, target.url, server)));
      const world = { db, url: target.url, processes, officials };
      const done = await storm(form, options, world);
      options.say(`${count} processes: all posted, waiting for the answers (30/s at most)`);
      const left = await drained(db, server);
      const last = processes.find(
        (one) => one.isAlive() && one.lines.some(({ text }) => AT_WORK.test(text)),
      );
      const { term, gap } = done.killed;
      const terms = [term, ...(last ? [{ process: last, endedAt: performance.now() }] : [])];
      const order = brokenOrders(await effectsByAssignment(db), done.posted);
      const once = { reports: form.updates, answers: answers(), left, inOrder: false };
      return [
        receiving(done, form.updates, await effectRate(db, gap)),
        ...(await onceVerdicts(db, once)),
        verdict(
          order.broken === 0,
          "what a person said after something else had been answered 200 takes effect after it",
          `${order.pairs} such pairs, ${order.broken} the wrong way round`,
        ),
        verdict(
          gap !== null && gap <= PROMISED_MS,
          "another process is at work within 10 s of the SIGKILL (until its first effect)",
          shown([gap]),
        ),
        oneAtATime(terms, server),
        ...(await slotVerdicts(db, done.race, ALERTED)),
      ].map((each) => ({ ...each, what: `${count} processes: ${each.what}` }));
    });
  } finally {
    for (const one of processes) await one.stop();
    await server.close();
    await database.drop();
  }
};

export const processes: DamageProgram = {
  name: "processes",
  summary:
    "2 and 4 processes by webhook, 500 updates each, twice, shuffled, one killed; full: 20,000",
  needsServer: true,
  run: async (options) => [
    ...(await withProcesses(2, options)),
    ...(await withProcesses(4, options)),
  ],
};
