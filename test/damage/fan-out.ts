// A digest for thousands of chats, queued in one transaction as a job does it, at Telegram's real
// pace. It goes out as fast as the pace permits, and whoever asks something meanwhile is answered
// before it.
import { civilDate } from "#src/calendar/civil-date.ts";
import type { Db } from "#src/database/client.ts";
import { addAll, inChunks } from "#src/database/in-chunks.ts";
import { queueMessages } from "#src/delivery/outbox-store.ts";
import { type OutgoingMessage, say as replyOf } from "#src/messages/reply.ts";
import { type Playground, startBotApiServer } from "#src/playground/server.ts";
import { randomFor } from "#src/sample/random.ts";
import { telegramPace } from "#src/telegram/pace.ts";
import { serverUrl } from "#test/support/database.ts";
import { clockAt, TEST_TOKEN } from "#test/support/province.ts";
import { freshTarget } from "#test/support/target.ts";
import { type DamageProgram, type Verdict, verdict } from "./program.ts";
import { type Crowd, gatherCrowd } from "./support/crowd.ts";
import { largest, megabytes, percentile, spread, time } from "./support/figures.ts";
import { startMortal } from "./support/mortal.ts";
import { plantOfficials } from "./support/officials.ts";
import { type Posted, recordOf } from "./support/server-record.ts";

const FIRST_USER = 930_000_001;
const OFFICIALS = 30;
const COMMANDS_A_SECOND = 2;
const LONGEST_ANSWER_MS = 2_000;
const LEAST_SHARE = 0.95;
const DIGEST = "Bản tin thử";

/** As Telegram counts: so many a second in all. */
const { allPerSecond } = telegramPace;

const plantDigest = async (db: Db, server: Playground, chats: number, now: Date): Promise<void> => {
  const ids: number[] = [];
  for (let n = 0; n < chats; n += 1) {
    const id = FIRST_USER + n;
    server.createUser({ id, firstName: `Người ${n}`, started: true });
    ids.push(id);
  }
  await db.$transaction(
    async (tx) => {
      const rows = await inChunks(ids, (some) =>
        tx.chat.createManyAndReturn({
          data: some.map((id) => ({
            channel: "telegram",
            externalId: String(id),
            kind: "private",
          })),
        }),
      );
      const digests = rows.map(
        ({ id, externalId }): OutgoingMessage => ({
          to: { chatId: id },
          kind: "alert",
          key: `fan-out:${externalId}`,
          reply: replyOf(`${DIGEST} cho ${externalId}`, "Không có việc nào đến hạn hôm nay."),
        }),
      );
      await addAll(digests, (some) =>
        queueMessages(tx, some, { now, inboxId: null, job: "fan-out" }),
      );
    },
    { timeout: 120_000 },
  );
};

/** Somebody asks something twice a second, until it is told that the digest is out. */
const askMeanwhile = async (crowd: Crowd, isOut: () => boolean): Promise<number> => {
  let held = 0;
  const from = performance.now();
  for (let n = 0; !isOut(); n += 1) {
    const due = from + (n * 1_000) / COMMANDS_A_SECOND;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    if (!crowd.next()) held += 1;
  }
  return held;
};

/**
 * How much of what was permitted went out, from the first digest to the last: answers take their
 * part of the same limit. The first window's worth goes at once and is not counted.
 */
const shareOf = (posted: readonly Posted[]): { share: number; perSecond: number; ms: number } => {
  const digests = posted.filter(({ said }) => said.startsWith(DIGEST));
  const from = Math.min(...digests.map(({ call }) => call.startedMs));
  const to = Math.max(...digests.map(({ call }) => call.startedMs));
  const within = posted.filter(({ call }) => call.startedMs >= from && call.startedMs <= to);
  const perSecond = ((within.length - allPerSecond) / (to - from)) * 1_000;
  return { share: perSecond / allPerSecond, perSecond, ms: to - from };
};

const digestsOnce = (posted: readonly Posted[], chats: number): Verdict => {
  const counts = new Map<number, number>();
  for (const { chat, said } of posted) {
    if (said.startsWith(DIGEST)) counts.set(chat, (counts.get(chat) ?? 0) + 1);
  }
  const doubled = [...counts.values()].filter((count) => count > 1).length;
  return verdict(
    counts.size === chats && doubled === 0,
    "each chat got the digest exactly once",
    `${counts.size} of ${chats} chats, ${doubled} of them twice`,
  );
};

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const fanOut: DamageProgram = {
  name: "fan-out",
  summary:
    "a digest for 1,000 chats at Telegram's pace while people ask things; full: 10,000 chats",
  run: async ({ full, seed, say }) => {
    // Messages go out by bursts: in a shorter form the last of them alone would decide.
    const chats = full ? 10_000 : 1_000;
    const clock = clockAt("2026-11-23T09:00");
    const kind = serverUrl === undefined ? "embedded" : "postgres";
    const { target, look, drop } = await freshTarget(kind);
    const server = await startBotApiServer({
      port: 0,
      now: () => clock.now().getTime(),
      bot: { id: 7000001, firstName: "Đôn Đốc", username: "dondoc_bot", token: TEST_TOKEN },
    });
    const record = recordOf(server);
    const planting = { officials: OFFICIALS, today: civilDate("2026-11-23") };
    const officials = await look((db) => plantOfficials(db, planting));
    const crowd = gatherCrowd(server, officials, randomFor(seed, "fan-out"));
    const bot = startMortal({
      order: {
        database: target,
        apiRoot: server.url,
        token: TEST_TOKEN,
        crons: {},
        onlyNamedJobs: true,
      },
      now: () => clock.now().getTime(),
    });
    try {
      await bot.alive();
      await look((db) => plantDigest(db, server, chats, clock.now()));
      await bot.wake();
      let out = 0;
      server.onSaid(({ text }) => {
        if (text.startsWith(DIGEST)) out += 1;
      });
      const from = performance.now();
      const longest = (chats / allPerSecond) * 1_000 * 3 + 30_000;
      const isOut = () => out >= chats || performance.now() - from > longest;
      const watch = setInterval(
        () => say(`${out} digests after ${time(performance.now() - from)}`),
        10_000,
      );
      const held = await askMeanwhile(crowd, isOut);
      clearInterval(watch);
      await crowd.settled(LONGEST_ANSWER_MS * 5);
      await sleep(500);
      const { rss } = await bot.stats();
      await bot.stop();
      const posted = record.posted();
      const { share, perSecond, ms } = shareOf(posted);
      const answers = crowd.said.map(({ afterMs }) => afterMs ?? Number.POSITIVE_INFINITY);
      const { refused, fullest } = server.paceFigures();
      const states = await look((db) =>
        db.outboxMessage.groupBy({
          by: ["state"],
          where: { key: { startsWith: "fan-out:" } },
          _count: true,
        }),
      );
      return [
        digestsOnce(posted, chats),
        verdict(
          states.length === 1 && states[0]?.state === "sent",
          "the outbox says so too",
          states.map(({ state, _count }) => `${_count} ${state}`).join(", "),
        ),
        verdict(
          share >= LEAST_SHARE,
          `digests and answers together: no less than ${LEAST_SHARE * 100} % of the permitted ${allPerSecond}/s`,
          `${perSecond.toFixed(2)}/s, ${(share * 100).toFixed(1)} %, for ${time(ms)}`,
        ),
        verdict(
          answers.length > 0 && largest(answers) <= LONGEST_ANSWER_MS,
          "commands sent meanwhile are answered within 2 s, each of them",
          `${answers.length} commands (${held} not sent, all were waiting): ${spread(answers)}, p99 ${time(percentile(answers, 0.99))}`,
        ),
        verdict(
          refused === 0,
          "the server never had to refuse",
          `refused ${refused}; fullest second ${fullest.all}; the bot held ${megabytes(rss)} MB`,
        ),
      ];
    } finally {
      bot.end();
      crowd.leave();
      await server.close();
      await drop();
    }
  },
};
