import type { Update } from "@grammyjs/types";

import { forgetUpdates, pendingUpdates } from "../state/updates.ts";
import { unixTime, type WebhookSetting, type World } from "../state/world.ts";
import type { Limits } from "./limits.ts";

export type WebhookError = { date: number; message: string };

export type WebhookSender = {
  /** Starts over with the present setting: after set, delete, or at start. */
  restart: () => void;
  stop: () => void;
  lastError: () => WebhookError | undefined;
};

/** A call of the bot in the answer to a webhook request; its result is told to nobody. */
export type OnWebhookReply = (method: string, args: Record<string, unknown>) => Promise<void>;

/**
 * Posts updates to the bot's webhook, one at a time and in order: the next one leaves when
 * the one before was answered 2xx; until then it is sent again, ever more slowly.
 */
export function createWebhookSender(
  world: World,
  timing: Limits["webhook"],
  onReply: OnWebhookReply,
): WebhookSender {
  let round = new AbortController();
  let lastError: WebhookError | undefined;
  let isBusy = false;
  world.updatePushed.listen(() => setImmediate(() => void pump()));

  const pump = async () => {
    const stopped = round.signal;
    if (isBusy || stopped.aborted) return;
    isBusy = true;
    let retryMs = timing.firstRetryMs;

    for (;;) {
      const setting = world.settings.webhook;
      const update = pendingUpdates(world)[0];
      if (!setting || !update || stopped.aborted) break;

      const failure = await deliver(setting, update, timing.timeoutMs, stopped, onReply);
      if (stopped.aborted) break;
      if (failure === undefined) {
        forgetUpdates(world, ({ update_id }) => update_id === update.update_id);
        world.store.commit();
        retryMs = timing.firstRetryMs;
      } else {
        lastError = { date: unixTime(world), message: failure };
        await pause(retryMs, stopped);
        retryMs = Math.min(retryMs * 2, timing.longestRetryMs);
      }
    }
    if (!stopped.aborted) isBusy = false;
  };

  return {
    restart: () => {
      round.abort();
      round = new AbortController();
      isBusy = false;
      lastError = undefined;
      setImmediate(() => void pump());
    },
    stop: () => round.abort(),
    lastError: () => lastError,
  };
}

/** Undefined when the bot took the update, else what getWebhookInfo says of the failure. */
async function deliver(
  { url, secretToken }: WebhookSetting,
  update: Update,
  timeoutMs: number,
  stopped: AbortSignal,
  onReply: OnWebhookReply,
): Promise<string | undefined> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(secretToken ? { "x-telegram-bot-api-secret-token": secretToken } : {}),
      },
      body: JSON.stringify(update),
      redirect: "manual",
      signal: AbortSignal.any([timeout, stopped]),
    });
    const body = await response.text();
    if (!response.ok) {
      return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    }
    const reply = readReply(body);
    if (reply) await onReply(reply.method, reply.args);
    return undefined;
  } catch (error) {
    if (timeout.aborted) return "Read timeout expired";
    const cause = (error as { cause?: NodeJS.ErrnoException }).cause;
    return cause?.code === "ECONNREFUSED" ? "Connection refused" : "Connection reset by peer";
  }
}

function readReply(body: string) {
  try {
    const { method, ...args } = JSON.parse(body) as Record<string, unknown>;
    return typeof method === "string" ? { method, args } : undefined;
  } catch {
    return undefined;
  }
}

const pause = (ms: number, stopped: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    stopped.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
