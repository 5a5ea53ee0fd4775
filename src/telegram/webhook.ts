// Updates that Telegram posts to us: answered 200 once they are stored, and not before.
import { createHash, timingSafeEqual } from "node:crypto";
import type { Update } from "grammy/types";
import { z } from "zod";
import { isPassingFault } from "#src/database/passing-fault.ts";
import { checkpoint } from "#src/delivery/checkpoints.ts";
import { type IntakeDeps, makeIntake } from "./intake.ts";

/** The web's `Headers`, or anything that answers alike. */
export type WebhookHeaders = { get: (name: string) => string | null | undefined };

/** Reads a body; null where it is longer than anything Telegram posts. */
export type ReadBody = () => Promise<string | null>;

export type WebhookStatus = 200 | 400 | 401 | 413 | 415 | 500 | 503;

export type Webhook = {
  /** Takes one post; the status to answer with. A stranger's body is not even read. Never throws. */
  take: (headers: WebhookHeaders, body: string | ReadBody) => Promise<WebhookStatus>;
  /** Monotonic milliseconds of the last update that was stored; null = none yet. */
  lastStored: () => number | null;
  stop: () => void;
};

/** A process that died may have left an album open: the others look for such. */
const ADOPT_MS = 5_000;

const post = z.looseObject({ update_id: z.int().nonnegative() });

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const readUpdate = (text: string): Update | null => {
  try {
    const read = post.safeParse(JSON.parse(text));
    return read.success ? (read.data as Update) : null;
  } catch {
    return null;
  }
};

const isJson = (headers: WebhookHeaders): boolean =>
  /^application\/json(\s*;|$)/i.test(headers.get("content-type") ?? "");

/** Serves the webhook. @throws where there is no secret to compare */
export const makeWebhook = ({ secret, ...deps }: IntakeDeps & { secret: string }): Webhook => {
  if (secret === "") throw new Error("a webhook without a secret would take anybody's word");
  const { log } = deps;
  const expected = digest(secret);
  const intake = makeIntake(deps);
  let lastStored: number | null = null;
  const adopt = (): void => {
    intake.recover().catch((error: unknown) => {
      if (!isPassingFault(error)) log.error({ err: error }, "open albums could not be looked for");
    });
  };
  adopt();
  const adopting = setInterval(adopt, ADOPT_MS);

  const isFromTelegram = (headers: WebhookHeaders): boolean => {
    // Digests are of one length, so that the time of comparing tells nothing.
    const given = digest(headers.get("x-telegram-bot-api-secret-token") ?? "");
    return timingSafeEqual(given, expected);
  };

  const store = async (update: Update): Promise<WebhookStatus> => {
    try {
      await intake.take([update]);
      lastStored = performance.now();
      return 200;
    } catch (error) {
      // Telegram comes again. Of an outage one process says enough, when its turn is lost.
      if (isPassingFault(error)) return 503;
      log.error({ err: error, update: update.update_id }, "an update could not be stored");
      return 500;
    }
  };

  return {
    take: async (headers, body) => {
      if (!isFromTelegram(headers)) return 401;
      if (!isJson(headers)) return 415;
      const text = typeof body === "string" ? body : await body();
      if (text === null) return 413;
      const update = readUpdate(text);
      if (update === null) return 400;
      checkpoint("inbox.received");
      return store(update);
    },
    lastStored: () => lastStored,
    stop: () => {
      clearInterval(adopting);
      intake.stop();
    },
  };
};
