// Soak: a crowd uses the bot at a steady 20 updates a second, jobs post among it; minute by minute
// latency, memory and queue are taken down, and they must stay as they were. The stand-in keeps
// everything that was ever said, so it lives in this process and only the bot's own is judged.
import { civilDate } from "#src/calendar/civil-date.ts";
import { movableClock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import { startBotApiServer } from "#src/playground/server.ts";
import { randomFor } from "#src/sample/random.ts";
import { type DatabaseKind, serverUrl } from "#test/support/database.ts";
import { TEST_TOKEN } from "#test/support/province.ts";
import { freshTarget } from "#test/support/target.ts";
import { type DamageOptions, type DamageProgram, type Verdict, verdict } from "./program.ts";
import { type Crowd, gatherCrowd } from "./support/crowd.ts";
import { curve, type Minute } from "./support/curve.ts";
import { spread } from "./support/figures.ts";
import {
  calmLoop,
  flatLatency,
  flatMemory,
  flatQueue,
  type Slack,
  strict,
  wide,
} from "./support/flat.ts";
import { type Mortal, startMortal } from "./support/mortal.ts";
import { plantOfficials } from "./support/officials.ts";

/** So that each writes every five seconds or less: within the pace of a chat, and of a person. */
const PEOPLE = 100;
const MONDAY = new Date("2026-11-23T07:20:00+07:00");

type Form = {
  kind: DatabaseKind;
  perSecond: number;
  windowMs: number;
  windows: number;
  /** Windows that are not judged: compiling, first connections, caches. */
  warmUp: number;
  slack: Slack;
};

/** PostgreSQL where there is one; DONDOC_SOAK_DATABASE=embedded asks for the other, at half the rate. */
const formOf = (full: boolean): Form => {
  const embedded = serverUrl === undefined || process.env.DONDOC_SOAK_DATABASE === "embedded";
  const load = embedded
    ? { kind: "embedded" as const, perSecond: 10 }
    : { kind: "postgres" as const, perSecond: 20 };
  return full
    ? { ...load, windowMs: 60_000, windows: 30, warmUp: 3, slack: strict }
    : { ...load, windowMs: 5_000, windows: 8, warmUp: 2, slack: wide };
};

/** To these the clock is moved, one after another; on the way lie alerts, rankings, the ladder. */
const mornings = [
  ...["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"],
  ...["2026-12-01", "2026-12-02"],
].map((day) => new Date(`${day}T07:31:00+07:00`));

/** In every fourth window, so that the first and the last third see as many. */
const morningIn = (window: number): Date | undefined =>
  window % 4 === 2 ? mornings[Math.floor(window / 4)] : undefined;

const depthOf = async (db: Db): Promise<number> => {
  const [row] = await db.$queryRaw<{ depth: number }[]>`
    SELECT ((SELECT count(*) FROM "InboxUpdate" WHERE "state" = 'pending')
      + (SELECT count(*) FROM "OutboxMessage" WHERE "state" IN ('pending', 'sending')))::int
      AS depth`;
  return row?.depth ?? 0;
};

/** Looks every half second until it is stopped; the depths since the last time they were taken. */
const watchDepth = (db: Db) => {
  let depths: number[] = [];
  let stopped = false;
  const run = async () => {
    while (!stopped) {
      depths.push(await depthOf(db));
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  const running = run();
  return {
    take: (): number[] => {
      const taken = depths;
      depths = [];
      return taken;
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
};

/** A steady pace from now on, without drift. `until` lets them speak and says how often nobody could. */
const steady = (crowd: Crowd, perSecond: number) => {
  const from = performance.now();
  let n = 0;
  return {
    until: async (ms: number): Promise<number> => {
      let missed = 0;
      for (; (n * 1_000) / perSecond < ms; n += 1) {
        const early = from + (n * 1_000) / perSecond - performance.now();
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
        if (!crowd.next()) missed += 1;
      }
      return missed;
    },
  };
};

type Soaked = { minutes: Minute[]; missed: number; moved: number };

const soakIt = async (
  form: Form,
  db: Db,
  crowd: Crowd,
  bot: Mortal,
  say: (line: string) => void,
): Promise<Soaked> => {
  const depth = watchDepth(db);
  const minutes: Minute[] = [];
  let missed = 0;
  let moved = 0;
  let moving: Promise<unknown> = Promise.resolve();
  await bot.stats();
  const pace = steady(crowd, form.perSecond);
  for (let window = 0; window < form.windows; window += 1) {
    const first = crowd.said.length;
    const byItself = crowd.byItself();
    const morning = morningIn(window);
    if (morning !== undefined) {
      moved += 1;
      moving = moving.then(() => bot.moveTo(morning));
    }
    missed += await pace.until((window + 1) * form.windowMs);
    minutes.push({
      said: crowd.said.slice(first),
      byItself: crowd.byItself() - byItself,
      depths: depth.take(),
      stats: await bot.stats(),
    });
    say(`window ${window + 1} of ${form.windows}`);
  }
  await crowd.settled(30_000);
  await moving;
  await depth.stop();
  return { minutes, missed, moved };
};

const example = ([first]: readonly string[]): string =>
  first === undefined ? "" : ` (${JSON.stringify(first)})`;

const judge = (form: Form, { minutes, missed, moved }: Soaked, crowd: Crowd): Verdict[] => {
  const warm = minutes.slice(form.warmUp);
  const unanswered = crowd.said.filter(({ afterMs }) => afterMs === null).length;
  const unlike = crowd.said.flatMap(({ kind, unlike }) =>
    unlike === null ? [] : `${kind}: ${unlike}`,
  );
  const surplus = crowd.surplus();
  const all = crowd.said.flatMap(({ afterMs }) => afterMs ?? []);
  const byItself = crowd.byItself();
  // The embedded database computes in the bot's own thread, and what WebAssembly once took it never
  // gives back.
  const [rssBound, loopBound] = form.kind === "embedded" ? [120, 1_000] : [60, 250];
  return [
    verdict(
      missed <= crowd.said.length / 100,
      `${form.perSecond} updates a second were offered`,
      `${crowd.said.length} updates by ${PEOPLE} people, ${missed} times nobody was free to speak`,
    ),
    verdict(
      unanswered === 0 && unlike.length === 0 && surplus.length === 0,
      "each was answered once, and as it should be",
      `${unanswered} without an answer, ${surplus.length} answers too many${example(surplus)}, ${unlike.length} answered otherwise${example(unlike)}; ${spread(all)}`,
    ),
    verdict(byItself > 0, "jobs posted meanwhile", `${byItself} messages at ${moved} moments`),
    flatLatency(warm, form.slack),
    flatMemory(warm, "heapUsed", 20),
    flatMemory(warm, "rss", rssBound),
    flatQueue(warm),
    calmLoop(warm, loopBound),
  ];
};

/** What was answered as saved stands in the register once, and nothing else does. */
const effects = async (db: Db, crowd: Crowd): Promise<Verdict> => {
  const reports = crowd.said.filter(({ saved }) => saved).length;
  const [row] = await db.$queryRaw<{ rows: number; marks: number }[]>`
    SELECT count(*)::int AS rows, count(DISTINCT substring("note" from 'm[0-9]+x'))::int AS marks
    FROM "Progress"`;
  return verdict(
    row?.rows === reports && row.marks === reports,
    "each report is in the register once",
    `${reports} reports, ${row?.rows} rows, ${row?.marks} different`,
  );
};

const run = async ({ full, seed, say }: DamageOptions): Promise<Verdict[]> => {
  const form = formOf(full);
  const database = await freshTarget(form.kind);
  const clock = movableClock(MONDAY.getTime() - Date.now());
  const today = civilDate("2026-11-23");
  const officials = await database.look((db) =>
    plantOfficials(db, { officials: PEOPLE, today, dueIn: (n) => (n % 5) * 3 - 3 }),
  );
  const server = await startBotApiServer({
    port: 0,
    now: () => clock.now().getTime(),
    bot: { id: 7_000_001, firstName: "Đôn Đốc", username: "dondoc_bot", token: TEST_TOKEN },
  });
  const logged: string[] = [];
  const bot = startMortal({
    order: { database: database.target, apiRoot: server.url, token: TEST_TOKEN },
    now: () => clock.now().getTime(),
    execArgv: ["--expose-gc"],
    onLog: ({ msg, err }) => {
      logged.push(`${msg} ${JSON.stringify(err ?? "").slice(0, 300)}`);
    },
  });
  const crowd = gatherCrowd(server, officials, randomFor(seed, "soak"));
  try {
    await bot.alive();
    say(`${form.kind} database, ${(form.windows * form.windowMs) / 1_000} s`);
    const soaked = await database.look((db) => soakIt(form, db, crowd, bot, say));
    for (const line of curve(soaked.minutes)) say(line);
    return [
      ...judge(form, soaked, crowd),
      await database.look((db) => effects(db, crowd)),
      verdict(logged.length === 0, "no error was logged", `${logged.length}${example(logged)}`),
    ];
  } finally {
    crowd.leave();
    await bot.stop();
    await server.close();
    await database.drop();
  }
};

export const soak: DamageProgram = {
  name: "soak",
  summary: "a crowd at 20 updates/s for 40 s (embedded database: 10/s); full: for 30 minutes",
  run,
};
