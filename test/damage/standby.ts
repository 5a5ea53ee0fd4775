// Standby: two processes of the real program poll for one bot on one PostgreSQL. The one at work is
// killed, again and again; the other must be at work within ten seconds, and nothing that people
// said meanwhile may be lost or done twice. On the embedded database a second process is refused in
// one clear sentence, and a killed one replaced at once.
import { civilToday } from "#src/calendar/zone.ts";
import type { Db } from "#src/database/client.ts";
import type { Playground } from "#src/playground/server.ts";
import { TEST_TOKEN } from "#test/support/province.ts";
import { freshTarget, type Target } from "#test/support/target.ts";
import { type DamageOptions, type DamageProgram, type Verdict, verdict } from "./program.ts";
import { startAnsweringStandIn } from "./support/answering-stand-in.ts";
import { drained } from "./support/drained.ts";
import { largest, median, time } from "./support/figures.ts";
import { freePort } from "./support/free-port.ts";
import { type MainProcess, startMain } from "./support/main-process.ts";
import { plantOfficials } from "./support/officials.ts";
import { onceVerdicts } from "./support/once.ts";
import { startStream } from "./support/stream.ts";
import {
  AT_WORK,
  oneAtATime,
  STANDS_BY,
  shown,
  sleep,
  type Term,
  untilNextEffect,
} from "./support/turns.ts";

const OFFICIALS = 30;
const PER_SECOND = 8;
const PROMISED_MS = 10_000;

type Stage = {
  server: Playground;
  database: Target;
  answers: () => number;
  start: () => Promise<MainProcess>;
};

const setUp = async (kind: "embedded" | "postgres"): Promise<Stage> => {
  const database = await freshTarget(kind);
  const { server, answers } = await startAnsweringStandIn();
  const start = async () =>
    startMain({
      database: database.target,
      apiRoot: server.url,
      token: TEST_TOKEN,
      port: await freePort(),
    });
  return { server, database, answers, start };
};

const tearDown = async (
  { server, database }: Stage,
  processes: readonly MainProcess[],
): Promise<void> => {
  for (const one of processes) {
    one.signal("SIGCONT");
    await one.stop();
  }
  await server.close();
  await database.drop();
};

/** Frozen, it keeps its session and with it the turn: that is all we promise. What happens is told. */
const freeze = async (db: Db, atWork: MainProcess, ms: number): Promise<string> => {
  const stoppedAt = performance.now();
  atWork.signal("SIGSTOP");
  const taken = await untilNextEffect(db, stoppedAt, ms);
  const continuedAt = performance.now();
  atWork.signal("SIGCONT");
  const after = await untilNextEffect(db, continuedAt, 30_000);
  const meanwhile = taken === null ? "nobody took over" : `taken over after ${time(taken)}`;
  return `frozen (SIGSTOP) for ${time(ms)}: ${meanwhile}; woken, the next effect came after ${shown([after])}`;
};

/** Ends whoever is at work, again and again; a new standby is there before each. */
const onPostgres = async ({ full, say }: DamageOptions): Promise<Verdict[]> => {
  const stage = await setUp("postgres");
  const { server, database } = stage;
  const processes: MainProcess[] = [];
  const startOne = async (says: RegExp): Promise<MainProcess> => {
    const started = await stage.start();
    processes.push(started);
    await started.says(says);
    return started;
  };
  try {
    const today = civilToday(new Date());
    const officials = await database.look((db) =>
      plantOfficials(db, { officials: OFFICIALS, today }),
    );
    let atWork = await startOne(AT_WORK);
    const stream = startStream(server, officials, PER_SECOND);
    const terms: Term[] = [];
    return await database.look(async (db) => {
      /** Real ms until the first effect of the next one. */
      const end = async (signal: "SIGKILL" | "SIGTERM"): Promise<number | null> => {
        const next = await startOne(STANDS_BY);
        await sleep(2_000);
        const endedAt = performance.now();
        atWork.signal(signal);
        terms.push({ process: atWork, endedAt });
        atWork = next;
        return untilNextEffect(db, endedAt, 30_000);
      };
      const gaps: (number | null)[] = [];
      for (let round = 0; round < (full ? 10 : 2); round += 1) gaps.push(await end("SIGKILL"));
      say(`killed: the other's first effect came after ${shown(gaps)}`);
      const orderly = await end("SIGTERM");
      if (full) say(await freeze(db, atWork, 15_000));
      const reports = await stream.stop();
      const left = await drained(db, server);
      terms.push({ process: atWork, endedAt: performance.now() });
      const known = gaps.filter((gap) => gap !== null);
      return [
        verdict(
          known.length === gaps.length && largest(known) <= PROMISED_MS,
          "the standby takes over within 10 s of a SIGKILL (until its first effect)",
          `${gaps.length} times, median ${time(median(known))}, longest ${time(largest(known))}`,
        ),
        verdict(
          orderly !== null && orderly <= PROMISED_MS,
          "and from one that ends in order (SIGTERM)",
          shown([orderly]),
        ),
        ...(await onceVerdicts(db, { reports, answers: stage.answers(), left, inOrder: true })),
        oneAtATime(terms, server),
      ];
    });
  } finally {
    await tearDown(stage, processes);
  }
};

/** The second is refused, the killed one replaced by a start straight after. */
const onEmbedded = async ({ full }: DamageOptions): Promise<Verdict[]> => {
  const stage = await setUp("embedded");
  const { server, database } = stage;
  const processes: MainProcess[] = [];
  const startOne = async (): Promise<MainProcess> => {
    const started = await stage.start();
    processes.push(started);
    return started;
  };
  try {
    const today = civilToday(new Date());
    const officials = await database.look((db) =>
      plantOfficials(db, { officials: OFFICIALS, today }),
    );
    const startedAt = performance.now();
    let atWork = await startOne();
    const firstStart = (await atWork.says(/runs as/)).at - startedAt;
    const stream = startStream(server, officials, PER_SECOND / 2);
    const second = await startOne();
    const code = await second.gone;
    const said = second.lines.map(({ msg }) => msg);
    const starts: number[] = [];
    for (let round = 0; round < (full ? 10 : 2); round += 1) {
      await sleep(1_500);
      atWork.signal("SIGKILL");
      const killedAt = performance.now();
      atWork = await startOne();
      const up = await atWork.says(/runs as/);
      starts.push(up.at - killedAt);
    }
    const reports = await stream.stop();
    return await database.look(async (db) => {
      const left = await drained(db, server);
      return [
        verdict(
          code === 1 && said.length === 1 && /Another process has the database/.test(said[0] ?? ""),
          "embedded: a second process is refused in one sentence",
          `exit ${code}: ${said.join(" / ")}`,
        ),
        verdict(
          largest(starts) <= firstStart * 3 + 2_000,
          "embedded: a killed one is replaced at once (three times a first start + 2 s at most: no lock is waited for)",
          `first start ${time(firstStart)}; ${starts.length} times up again after ${shown(starts)}`,
        ),
        ...(await onceVerdicts(db, { reports, answers: stage.answers(), left, inOrder: true })).map(
          (each) => ({ ...each, what: `embedded: ${each.what}` }),
        ),
      ];
    });
  } finally {
    await tearDown(stage, processes);
  }
};

export const standby: DamageProgram = {
  name: "standby",
  summary: "kills whoever polls, 2 times on each database; full: 10 times, and frozen once",
  needsServer: true,
  run: async (options) => [...(await onPostgres(options)), ...(await onEmbedded(options))],
};
