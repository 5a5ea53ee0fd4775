// Database away: under a steady stream the PostgreSQL server is stopped as a crash stops it, and
// started again. The bot must live, tell people one kind sentence, say by its health that something
// is wrong, and do once what was accepted or still waits at Telegram. Polling and webhook both.
import { civilToday } from "#src/calendar/zone.ts";
import { openPostgres } from "#src/database/open.ts";
import type { Playground } from "#src/playground/server.ts";
import { TEST_TOKEN } from "#test/support/province.ts";
import { type DamageOptions, type DamageProgram, type Verdict, verdict } from "./program.ts";
import { startAnsweringStandIn } from "./support/answering-stand-in.ts";
import { drained } from "./support/drained.ts";
import { largest } from "./support/figures.ts";
import { freePort } from "./support/free-port.ts";
import { type MainProcess, startMain } from "./support/main-process.ts";
import { type Official, plantOfficials } from "./support/officials.ts";
import { onceVerdicts } from "./support/once.ts";
import { type OwnPostgres, startOwnPostgres } from "./support/own-postgres.ts";
import { startPostedStream } from "./support/posted-stream.ts";
import { letIn, type Stream, startStream } from "./support/stream.ts";
import { AT_WORK, shown, sleep, untilNextEffect } from "./support/turns.ts";

type Mode = "polling" | "webhook";

const OFFICIALS = 30;
const PER_SECOND = 10;
/** Before the server is stopped, and after it is back. */
const CALM_MS = 4_000;
const SECRET = "d".repeat(40);
const PATH = "/telegram/updates";
const KIND = /tạm gián đoạn/;

/** What a health check found, and when (performance.now()). */
type Look = { at: number; status: number | null };

const watchHealth = (bot: MainProcess) => {
  const looks: Look[] = [];
  let stopped = false;
  const run = async () => {
    while (!stopped) {
      const at = performance.now();
      const found = await bot.health();
      looks.push({ at, status: found?.status ?? null });
      await sleep(500);
    }
  };
  const running = run();
  return {
    looks,
    stop: async () => {
      stopped = true;
      await running;
    },
  };
};

const startIt = async (
  mode: Mode,
  url: string,
  server: Playground,
): Promise<{ bot: MainProcess; stream: (officials: readonly Official[]) => Stream }> => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}${PATH}`;
  const settings = mode === "polling" ? {} : { WEBHOOK_URL: address, WEBHOOK_SECRET: SECRET };
  const bot = startMain({
    database: { url },
    apiRoot: server.url,
    token: TEST_TOKEN,
    port,
    settings,
  });
  await bot.says(AT_WORK);
  const stream = (officials: readonly Official[]) =>
    mode === "polling"
      ? startStream(server, officials, PER_SECOND)
      : startPostedStream({ url: address, secret: SECRET }, officials, PER_SECOND);
  return { bot, stream };
};

/** Health in the middle of the outage (it may take its limit of two seconds to see it), and after. */
const healthVerdict = (looks: readonly Look[], downAt: number, upAt: number): Verdict => {
  const during = looks.filter(({ at }) => at > downAt + 2_500 && at < upAt - 500);
  const sick = during.filter(({ status }) => status === 503);
  const well = looks.find(({ at, status }) => at > upAt && status === 200);
  return verdict(
    during.length > 0 && sick.length === during.length && well !== undefined,
    "health says 503 while it is away, and 200 again",
    `${sick.length} of ${during.length} looks; healthy ${shown([well === undefined ? null : well.at - upAt])} after the start`,
  );
};

const inMode = async (mode: Mode, pg: OwnPostgres, options: DamageOptions): Promise<Verdict[]> => {
  const awayMs = options.full ? 30_000 : 8_000;
  const open = openPostgres(pg.url);
  await open.db.$executeRawUnsafe(`DROP DATABASE IF EXISTS "${mode}" WITH (FORCE)`);
  await open.db.$executeRawUnsafe(`CREATE DATABASE "${mode}"`);
  await open.close();
  const url = pg.url.replace(/[^/]*$/, mode);
  const { db, migrate, close } = openPostgres(url);
  await migrate();
  const { server, answers } = await startAnsweringStandIn();
  const comforted = new Map<number, number>();
  server.onSaid(({ chatId, text }) => {
    if (KIND.test(text)) comforted.set(chatId, (comforted.get(chatId) ?? 0) + 1);
  });
  const today = civilToday(new Date());
  const officials = await plantOfficials(db, { officials: OFFICIALS, today });
  letIn(server, officials);
  const { bot, stream: start } = await startIt(mode, url, server);
  const health = watchHealth(bot);
  try {
    const stream = start(officials);
    await sleep(CALM_MS);
    const before = stream.sent();
    const downAt = performance.now();
    await pg.stop();
    await sleep(awayMs);
    const meanwhile = stream.sent() - before;
    await pg.start();
    const upAt = performance.now();
    const back = await untilNextEffect(db, upAt, 60_000);
    await sleep(CALM_MS);
    const reports = await stream.stop();
    const left = await drained(db, server);
    await health.stop();
    const once = { reports, answers: answers(), left, inOrder: mode === "polling" };
    const errors = bot.lines.filter(({ level }) => level === "error");
    return [
      verdict(bot.isAlive(), "the process lives", `${errors.length} errors logged`),
      healthVerdict(health.looks, downAt, upAt),
      verdict(
        comforted.size > 0 && largest([...comforted.values()]) === 1,
        "who writes meanwhile is told a kind sentence, once",
        `${comforted.size} of ${OFFICIALS} people, ${largest([...comforted.values()])} time at most; ${meanwhile} updates in ${awayMs / 1_000} s without it`,
      ),
      verdict(
        back !== null && back <= 10_000,
        "it goes on within 10 s of the database being back",
        `first effect ${shown([back])} after it`,
      ),
      ...(await onceVerdicts(db, once)),
    ].map((each) => ({ ...each, what: `${mode}: ${each.what}` }));
  } finally {
    await health.stop();
    await bot.stop();
    await close();
    await server.close();
  }
};

export const databaseAway: DamageProgram = {
  name: "database-away",
  summary: "stops a PostgreSQL of its own for 8 s under load, polling and webhook; full: 30 s",
  run: async (options) => {
    const pg = await startOwnPostgres();
    if (pg === null) {
      const found = "skipped: no initdb, pg_ctl and postgres on this machine";
      return [verdict(process.env.CI === undefined, "a PostgreSQL of its own", found)];
    }
    try {
      return [...(await inMode("polling", pg, options)), ...(await inMode("webhook", pg, options))];
    } finally {
      await pg.remove();
    }
  },
};
