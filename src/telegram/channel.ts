// Telegram as a channel of the house.
import { AsyncLocalStorage } from "node:async_hooks";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { Api, GrammyError } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { type Clock, systemClock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import type { Channel, PaceTicket } from "#src/delivery/channel.ts";
import type { Log } from "#src/delivery/log.ts";
import { type PaceClock, realPaceClock } from "#src/delivery/pace-clock.ts";
import type { Metrics } from "#src/metrics/metrics.ts";
import { makeEphemeralAsks } from "./ephemeral.ts";
import { makeFetchFile } from "./fetch-file.ts";
import { CHANNEL, readIncoming } from "./incoming.ts";
import { observeCalls } from "./observe-calls.ts";
import { faultOf } from "./outcome.ts";
import { makePace, noPace, type PaceLimits, telegramPace } from "./pace.ts";
import { paced } from "./paced.ts";
import { makeSend } from "./send.ts";
import type { StoredPayload } from "./update-payload.ts";

const SEND_SECONDS = 25;

/** A connection that the other side closed while it lay idle would make a send's outcome unknown. */
const IDLE_MS = 10_000;

export type TelegramDeps = {
  token: string;
  apiRoot: string;
  db: Db;
  log: Log;
  clock?: Clock;
  sendTimeoutSeconds?: number;
  /** Telegram's own unless told; false: none is kept. */
  pace?: PaceLimits | false;
  paceClock?: PaceClock;
  metrics?: Metrics;
};

export type TelegramChannel = Channel & { api: Api; me: UserFromGetMe };

const agentFor = (apiRoot: string) => {
  const options = { keepAlive: true, timeout: IDLE_MS };
  return apiRoot.startsWith("https:") ? new HttpsAgent(options) : new HttpAgent(options);
};

/** Waits for Telegram as long as it takes. @throws where it does not know the token */
const whoAmI = async (api: Api, log: Log): Promise<UserFromGetMe> => {
  for (let pauseMs = 500; ; pauseMs = Math.min(30_000, pauseMs * 2)) {
    try {
      return await api.getMe();
    } catch (error) {
      if (error instanceof GrammyError && [401, 404].includes(error.error_code)) {
        throw new Error("Telegram does not know the bot's token: is BOT_TOKEN right?");
      }
      log.warn({ code: faultOf(error).code }, "Telegram cannot be reached, trying again");
      await sleep(pauseMs);
    }
  }
};

/** Opens the channel; it knows its own name when it is there. */
export const makeTelegramChannel = async (deps: TelegramDeps): Promise<TelegramChannel> => {
  const { token, db, log, clock = systemClock, sendTimeoutSeconds = SEND_SECONDS } = deps;
  const apiRoot = deps.apiRoot.replace(/\/+$/, "");
  const api = new Api(token, {
    apiRoot,
    timeoutSeconds: sendTimeoutSeconds,
    baseFetchConfig: { agent: agentFor(apiRoot), compress: true },
  });
  const limits = deps.pace === false ? noPace : (deps.pace ?? telegramPace);
  const paceClock = deps.paceClock ?? realPaceClock;
  const pace = makePace(limits, paceClock);
  const reserved = new AsyncLocalStorage<{ ticket: PaceTicket | undefined }>();
  // First: the wait for a place is no part of a call.
  if (deps.metrics !== undefined) api.config.use(observeCalls(deps.metrics));
  api.config.use(paced(pace, paceClock, () => reserved.getStore()));
  const me = await whoAmI(api, log);
  const asks = makeEphemeralAsks();
  const send = makeSend({ api, db, log, asks, now: clock.now });
  return {
    name: CHANNEL,
    api,
    me,
    incoming: (payload) => {
      const stored = payload as StoredPayload;
      asks.note(stored);
      return readIncoming(stored, { id: me.id, username: me.username });
    },
    fetchFile: makeFetchFile(api, `${apiRoot}/file/bot${token}`),
    send: (to, reply, how) => reserved.run({ ticket: how.ticket }, () => send(to, reply, how)),
    reserve: ({ externalId }, hurry) => pace.reserve(Number(externalId), hurry),
    readyIn: ({ externalId }) => pace.readyIn(Number(externalId)),
    answerTap: async (tapId) => {
      await api.answerCallbackQuery(tapId).catch((error: unknown) => {
        log.debug({ code: faultOf(error).code }, "a tap could not be answered");
      });
    },
    showWorking: async ({ externalId }) => {
      await api.sendChatAction(externalId, "typing").catch((error: unknown) => {
        log.debug({ code: faultOf(error).code }, "the sign of work could not be shown");
      });
    },
  };
};
