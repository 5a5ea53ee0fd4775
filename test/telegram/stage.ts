// The channel on a local Bot API server, with a real database behind it.
import { Api } from "grammy";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { Clock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import type { IncomingMessage } from "#src/delivery/channel.ts";
import type { Log } from "#src/delivery/log.ts";
import type { Block } from "#src/messages/reply.ts";
import type { BotApiServerOptions, Playground } from "#src/playground/server.ts";
import { startBotApiServer } from "#src/playground/server.ts";
import { makeTelegramChannel } from "#src/telegram/channel.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";

export const token = "123456:TEST";
export const bot = { id: 123456, username: "dondoc_bot" };
export const now = new Date("2026-11-23T01:00:00Z");
export const clock: Clock = { now: () => now };

export type LogLine = { level: string; text: string; fields: object };

export const collectLog = (): Log & { lines: LogLine[] } => {
  const lines: LogLine[] = [];
  const level = (name: string) => (fields: object, text: string) => {
    lines.push({ level: name, text, fields });
  };
  return {
    lines,
    debug: level("debug"),
    info: level("info"),
    warn: level("warn"),
    error: level("error"),
  };
};

const endings: (() => unknown)[] = [];

/** Does something when the test is over, the newest first. */
export const atEnd = (ending: () => unknown): void => {
  endings.push(ending);
};

afterEach(async () => {
  while (endings.length > 0) await endings.pop()?.();
});

/** One database for the tests of a file. */
export const useDatabase = (): (() => Db) => {
  let open: TestDatabase | undefined;
  beforeAll(async () => {
    open = await openTestDatabase();
  });
  afterAll(() => open?.close());
  return () => {
    if (open === undefined) throw new Error("the database is opened before the first test");
    return open.db;
  };
};

export const openPlayground = async (
  options: Partial<BotApiServerOptions> = {},
): Promise<Playground> => {
  const playground = await startBotApiServer({
    port: 0,
    now: () => now.getTime(),
    bot: { ...bot, firstName: "Đôn Đốc", token },
    limits: { pace: false, ...options.limits },
  });
  atEnd(() => playground.close());
  return playground;
};

/** A person who has started the bot, another, a group of both, and the channel. */
export const openStage = async (db: Db, sendTimeoutSeconds = 1) => {
  const playground = await openPlayground();
  const log = collectLog();
  const channel = await makeTelegramChannel({
    token,
    apiRoot: playground.url,
    db,
    log,
    clock,
    pace: false,
    sendTimeoutSeconds,
  });
  const lan = playground.createUser({ firstName: "Lan", username: "lan_stc" });
  const minh = playground.createUser({ firstName: "Minh" });
  const group = playground.createGroup({ title: "Tổ CCHC", members: [lan, minh] });
  lan.dm().say("/start");
  const toLan = { externalId: String(lan.id), kind: "private", threadId: 0 };
  const toGroup = () => ({ externalId: String(group.id), kind: "group", threadId: 0 });
  return { playground, log, channel, lan, minh, group, toLan, toGroup };
};

export const makeApi = (apiRoot: string): Api => new Api(token, { apiRoot, timeoutSeconds: 2 });

export const spoken = (incoming: unknown): IncomingMessage => incoming as IncomingMessage;

/** What only a rich message shows as it is. */
export const table: Block = {
  kind: "table",
  header: ["Đơn vị", "Điểm"],
  rows: [["Sở Y tế", "92,50"]],
};
