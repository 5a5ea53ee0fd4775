// The bot is killed (SIGKILL: no handler runs, nothing is flushed) at random moments, under a steady
// stream of updates and job slots, and started again at once. People do not repeat themselves. In the
// end everything that they said is effective once, and no message came twice.
import { type Random, randomFor } from "#src/sample/random.ts";
import type { DatabaseKind } from "#test/support/database.ts";
import { serverUrl } from "#test/support/database.ts";
import { settled, TEST_TOKEN } from "#test/support/province.ts";
import { freshTarget } from "#test/support/target.ts";
import { type DamageOptions, type DamageProgram, type Verdict, verdict } from "./program.ts";
import { largest, median, time } from "./support/figures.ts";
import { account } from "./support/kill-account.ts";
import { walkSlots } from "./support/kill-slots.ts";
import { startStream } from "./support/kill-stream.ts";
import { mondays, openKillWorld } from "./support/kill-world.ts";
import { type Mortal, startMortal } from "./support/mortal.ts";
import { recordOf } from "./support/server-record.ts";

const PER_SECOND = 15;
/** Real ms between one slot and the next. */
const SLOT_REST_MS = 300;
/** Every so manieth kill comes while a process is starting. */
const WHILE_STARTING = 4;
const DRAIN_MS = 300_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

type Form = { kills: number; longestLifeMs: number; handIns: number };

const formOf = (full: boolean): Form =>
  full
    ? { kills: 200, longestLifeMs: 2_500, handIns: 1_200 }
    : { kills: 12, longestLifeMs: 2_000, handIns: 100 };

/** One after another; each process is killed once. */
const killAll = async (bot: Mortal, random: Random, form: Form, say: (line: string) => void) => {
  for (let n = 0; n < form.kills; n += 1) {
    if (n % WHILE_STARTING === WHILE_STARTING - 1) {
      const usual = median(bot.starts());
      await sleep(bot.forkedAt() + random.next() * usual - performance.now());
    } else {
      await bot.alive();
      await sleep(random.whole(50, form.longestLifeMs));
    }
    bot.kill();
    while (bot.deaths() <= n) await sleep(2);
    if ((n + 1) % 20 === 0) say(`${n + 1} kills`);
  }
};

const onOne = async (
  kind: DatabaseKind,
  { full, seed, say }: DamageOptions,
): Promise<Verdict[]> => {
  const form = formOf(full);
  const { target, look, drop } = await freshTarget(kind);
  const world = await look((db) => openKillWorld(db, form.handIns));
  const { server, clock } = world;
  const record = recordOf(server);
  const errors: string[] = [];
  const bot = startMortal({
    order: {
      database: target,
      apiRoot: server.url,
      token: TEST_TOKEN,
      pace: false,
      crons: mondays,
      onlyNamedJobs: true,
    },
    now: () => clock.now().getTime(),
    onLog: ({ msg, err }) => errors.push(`${msg} ${JSON.stringify(err ?? "").slice(0, 300)}`),
  });
  try {
    await bot.alive();
    const from = performance.now();
    const stream = startStream(world, randomFor(seed, `stream ${kind}`), {
      perSecond: PER_SECOND,
      deaths: bot.deaths,
    });
    const walk = walkSlots(bot, clock, mondays, SLOT_REST_MS);
    await killAll(bot, randomFor(seed, `kills ${kind}`), form, (line) => say(`${kind}: ${line}`));
    await stream.stop();
    const streamedMs = performance.now() - from;
    await walk.stop();
    await bot.alive();
    await look((db) => settled(db, server, clock, DRAIN_MS)).catch((error: Error) =>
      say(error.message),
    );
    await bot.stop();
    const posted = record.posted();
    const { said } = stream;
    const seconds = streamedMs / 1_000;
    const verdicts = await look((db) => account(db, { said, slots: walk.expected, posted }));
    const starts = bot.starts();
    const { length } = said;
    return [
      verdict(
        bot.deaths() === form.kills,
        "the bot was killed",
        `${bot.deaths()} times in ${seconds.toFixed(0)} s, under ${length} updates (${(length / seconds).toFixed(1)}/s)`,
      ),
      ...verdicts,
      verdict(
        errors.length === 0,
        "no error was logged",
        errors.length === 0 ? "none" : `${errors.length}: ${errors[0]}`,
      ),
      verdict(
        starts.length > 0,
        "from a kill to being at work again",
        `median ${time(median(starts))}, longest ${time(largest(starts))}`,
      ),
    ].map((one) => ({ ...one, what: `${kind}: ${one.what}` }));
  } finally {
    bot.end();
    await server.close();
    await drop();
  }
};

export const kill: DamageProgram = {
  name: "kill",
  summary:
    "SIGKILL at random moments under a stream of updates and slots; full: 200 times on each database",
  run: async (options) => {
    const verdicts = await onOne("embedded", options);
    if (serverUrl !== undefined) return [...verdicts, ...(await onOne("postgres", options))];
    options.say("postgres: skipped, DONDOC_TEST_DATABASE_URL is not set");
    return verdicts;
  },
};
