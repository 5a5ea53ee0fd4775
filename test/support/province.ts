// The scenario DSL: a province with its people, in which the real bot works over HTTP against the
// local Bot API server, on a real database, under a clock that the test moves.
//
//   const province = await openProvince({ at: "2026-11-20T09:00" });
//   const official = await province.official("STC");
//   await official.says("/tiendo NV-001 70%");
//   await official.hears(/Đã ghi tiến độ NV-001: 70%/);
//   await province.forwardTo("2026-11-23T08:00");
//
// At the end `close` fails the test for any message that nobody expected and any logged error.
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { type MovableClock, movableClock } from "#src/clock.ts";
import { makeClockMover } from "#src/clock-mover.ts";
import type { Db } from "#src/database/client.ts";
import type { Log } from "#src/delivery/log.ts";
import { ladderNames } from "#src/office/ladders.ts";
import { readOfficeSettings, writeOfficeSettings } from "#src/office/office-settings.ts";
import type { Role } from "#src/people/actor.ts";
import { createInvite } from "#src/people/invites.ts";
import { type Playground, startBotApiServer } from "#src/playground/server.ts";
import type { RateRules } from "#src/requests/rate-limit.ts";
import { seedDayOffs } from "#src/schedule/calendar-store.ts";
import { startTelegramBot, type TelegramBot } from "#src/telegram-bot.ts";
import { type Citizen, makeCitizen } from "./citizen.ts";
import { type DatabaseKind, openTestDatabase, type TestDatabase } from "./database.ts";
import { sampleAgencies } from "./sample-agencies.ts";

const BOT = { id: 7000001, firstName: "Đôn Đốc", username: "dondoc_bot" };
export const TEST_TOKEN = "7000001:test-token-test-token-test-token-00";

export type Province = {
  db: Db;
  server: Playground;
  clock: MovableClock;
  bot: TelegramBot;
  /** A bound person with the role; the welcome is taken already. */
  person: (role: Role, agencyCode?: string, name?: string) => Promise<Citizen>;
  official: (agencyCode: string) => Promise<Citizen>;
  /** Somebody who is not bound to anything. */
  stranger: (name: string) => Citizen;
  /** Nothing is left in inbox and outbox. */
  settle: () => Promise<void>;
  /** Moves the clock to a civil moment, running every job slot passed over. */
  forwardTo: (moment: string) => Promise<void>;
  /** Stops the bot and starts another on the same database. */
  restart: () => Promise<void>;
  errors: string[];
  close: () => Promise<void>;
};

export type ProvinceOptions = {
  /** Civil moment in Asia/Ho_Chi_Minh: 2026-11-20T09:00. */
  at: string;
  kind?: DatabaseKind;
  agencies?: string;
  /** Logged errors that the test expects. */
  ignoreErrors?: RegExp;
  /** How much one person may ask for; people of scenarios speak as fast as they like. */
  rateLimit?: RateRules;
  /** Hears every line too, of whatever level. */
  log?: Log;
  /** With the ladder of escalation; scenarios about something else go without its messages. */
  escalates?: boolean;
};

const moment = (civil: string): Date => new Date(`${civil}:00+07:00`);

const collectingLog = (errors: string[], ignore?: RegExp, heard?: Log): Log => ({
  debug: (fields, text) => heard?.debug(fields, text),
  info: (fields, text) => heard?.info(fields, text),
  warn: (fields, text) => heard?.warn(fields, text),
  error: (fields, text) => {
    heard?.error(fields, text);
    const { err } = fields as { err?: unknown };
    const line = `${text}: ${err instanceof Error ? (err.stack ?? err.message) : JSON.stringify(fields)}`;
    if (ignore?.test(line) !== true) errors.push(line);
  },
});

export const clockAt = (civil: string): MovableClock =>
  movableClock(moment(civil).getTime() - Date.now());

/** Nothing is left to be handled or sent; what is held for later may wait. */
export const settled = async (
  db: Db,
  server: Playground,
  clock: MovableClock,
  timeoutMs = 60_000,
): Promise<void> => {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const [inbox, outbox] = await Promise.all([
      db.inboxUpdate.count({ where: { state: "pending", channel: "telegram" } }),
      db.outboxMessage.count({
        where: {
          state: { in: ["pending", "sending"] },
          chat: { status: "active" },
          OR: [{ notBefore: null }, { notBefore: { lte: clock.now() } }],
        },
      }),
    ]);
    if (inbox === 0 && outbox === 0 && server.pendingUpdates() === 0) return;
    if (performance.now() > until) {
      throw new Error(
        `not settled: inbox ${inbox}, outbox ${outbox}, at the server ${server.pendingUpdates()}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
};

/** Nobody stands on any ladder. */
const withoutLadders = async (db: Db): Promise<void> => {
  const settings = await readOfficeSettings(db);
  const off = { official: null, head: null, secretariat: null, leader: null };
  const ladders = { ...settings.ladders };
  for (const name of ladderNames) ladders[name] = { ...ladders[name], ...off };
  await writeOfficeSettings(db, { ...settings, ladders });
};

export const openProvince = async (options: ProvinceOptions): Promise<Province> => {
  const open: TestDatabase = await openTestDatabase(options.kind ?? "embedded");
  const { db } = open;
  await seedDayOffs(db);
  const read = readAgencyCsv(options.agencies ?? sampleAgencies);
  if (read.errors.length > 0) throw new Error(JSON.stringify(read.errors));
  await db.$transaction((tx) => importAgencies(tx, read.rows));
  if (options.escalates !== true) await withoutLadders(db);

  const clock = clockAt(options.at);
  const errors: string[] = [];
  const log = collectingLog(errors, options.ignoreErrors, options.log);
  const server = await startBotApiServer({
    port: 0,
    now: () => clock.now().getTime(),
    bot: { ...BOT, token: TEST_TOKEN },
    strict: true,
    limits: { pace: false },
  });
  const start = () =>
    startTelegramBot({
      db,
      token: TEST_TOKEN,
      apiRoot: server.url,
      clock,
      log,
      crons: {},
      pace: false,
      rateLimit: options.rateLimit ?? false,
    });
  let bot = await start();
  let people = 0;

  const person: Province["person"] = async (role, agencyCode, name) => {
    people += 1;
    const firstName = name ?? `${role} ${agencyCode ?? people}`;
    const user = server.createUser({ firstName });
    const agency =
      agencyCode === undefined
        ? null
        : await db.agency.findFirstOrThrow({ where: { code: agencyCode } });
    const invite = { role, agencyId: agency?.id ?? null, createdById: null, now: clock.now() };
    const { code } = await db.$transaction((tx) => createInvite(tx, invite));
    const citizen = makeCitizen(user);
    await citizen.says(`/start ${code}`);
    await citizen.hears(/Chào .*vai trò/);
    return citizen;
  };

  const province: Province = {
    db,
    server,
    clock,
    get bot() {
      return bot;
    },
    person,
    official: (code) => person("official", code),
    stranger: (name) => makeCitizen(server.createUser({ firstName: name })),
    settle: () => settled(db, server, clock),
    forwardTo: async (civil) => {
      await settled(db, server, clock);
      await makeClockMover(db, clock, bot)(moment(civil));
      await settled(db, server, clock);
    },
    restart: async () => {
      await bot.stop();
      bot = await start();
    },
    errors,
    close: async () => {
      await settled(db, server, clock);
      await bot.stop();
      await server.close();
      await open.close();
      if (errors.length > 0) throw new Error(`errors were logged:\n${errors.join("\n")}`);
      server.assertNothingUnexpected();
    },
  };
  return province;
};
