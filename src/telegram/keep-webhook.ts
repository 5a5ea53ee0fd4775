// Tells Telegram where to post updates, and sees that it stays so: whoever polls with the same token
// takes a webhook away without a word.
import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "grammy";
import type { Log } from "#src/delivery/log.ts";
import { ALLOWED_UPDATES } from "./allowed-updates.ts";
import { faultOf } from "./outcome.ts";

export type KeepWebhookDeps = {
  api: Api;
  log: Log;
  url: string;
  secret: string;
  /** Monotonic milliseconds between two looks, and after a failure. */
  pauses?: { looks: number; afterFailure: number };
};

/** Posts under way at once; each is one small insert. */
const MOST_CONNECTIONS = 40;

const calmly = { looks: 5 * 60_000, afterFailure: 5_000 };

/** Sets the webhook at once, and again whenever it is found to be another; until stopped. */
export const keepWebhook = (deps: KeepWebhookDeps): { stop: () => Promise<void> } => {
  const { api, log, url, secret, pauses = calmly } = deps;
  const stopping = new AbortController();
  let isSet = false;
  let said = 0;

  const set = async (): Promise<void> => {
    await api.setWebhook(url, {
      secret_token: secret,
      allowed_updates: ALLOWED_UPDATES,
      max_connections: MOST_CONNECTIONS,
    });
    const info = await api.getWebhookInfo();
    if (info.url !== url) throw new Error("Telegram has another webhook than was set");
    log.info({ waiting: info.pending_update_count }, "Telegram posts updates to the webhook");
    isSet = true;
  };

  const look = async (): Promise<void> => {
    const info = await api.getWebhookInfo();
    if (info.url !== url) {
      log.warn({}, "the webhook was taken away or replaced: setting it again");
      await set();
      return;
    }
    const { last_error_date: at = 0, last_error_message: why } = info;
    if (at > said) log.warn({ why }, "Telegram could not post to the webhook");
    said = Math.max(said, at);
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      let pauseMs = pauses.looks;
      try {
        // The secret of a webhook that is there cannot be seen: it is set anew at each start.
        await (isSet ? look() : set());
      } catch (error) {
        log.warn({ code: faultOf(error).code }, "the webhook could not be set or looked at");
        pauseMs = pauses.afterFailure;
      }
      const { signal } = stopping;
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  };

  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};
