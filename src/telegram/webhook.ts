// Updates that Telegram posts to us: answered 200 once they are stored, and not before.
import { createHash, timingSafeEqual } from "node:crypto";
import type { Update } from "grammy/types";
import { z } from "zod";
import { checkpoint } from "#src/delivery/checkpoints.ts";
import { type IntakeDeps, makeIntake } from "./intake.ts";

/** The web's `Headers`, or anything that answers alike. */
export type WebhookHeaders = { get: (name: string) => string | null | undefined };

export type Webhook = (headers: WebhookHeaders, bodyText: string) => Promise<200 | 400 | 401 | 500>;

const body = z.looseObject({ update_id: z.int().nonnegative() });

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const readBody = (text: string): Update | null => {
  try {
    const read = body.safeParse(JSON.parse(text));
    return read.success ? (read.data as Update) : null;
  } catch {
    return null;
  }
};

/** Serves the webhook; the status to answer with. @throws where there is no secret to compare */
export const makeWebhook = ({ secret, ...deps }: IntakeDeps & { secret: string }): Webhook => {
  if (secret === "") throw new Error("a webhook without a secret would take anybody's word");
  const expected = digest(secret);
  const intake = makeIntake(deps);
  intake.recover().catch((error: unknown) => {
    deps.log.error({ err: error }, "albums left open could not be stored");
  });

  return async (headers, bodyText) => {
    // Digests are of one length, so that the time of comparing tells nothing.
    const given = digest(headers.get("x-telegram-bot-api-secret-token") ?? "");
    if (!timingSafeEqual(given, expected)) return 401;
    const update = readBody(bodyText);
    if (update === null) return 400;
    checkpoint("inbox.received");
    try {
      await intake.take([update]);
      return 200;
    } catch (error) {
      deps.log.error({ err: error }, "an update could not be stored");
      return 500;
    }
  };
};
