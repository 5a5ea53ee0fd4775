import type { InlineQueryResult } from "@grammyjs/types";

import type { World } from "../state/world.ts";
import type { CallLog } from "./call-log.ts";
import type { FaultBook } from "./faults.ts";
import type { Limits } from "./limits.ts";
import type { Pace } from "./pace.ts";
import type { Polling } from "./polling.ts";
import type { Questions } from "./questions.ts";
import type { Typing } from "./typing.ts";
import type { WebhookSender } from "./webhook.ts";

/** What the bot answers to a tap: a toast, an alert, a link, or nothing to show. */
export type CallbackAnswer = { text?: string; showAlert: boolean; url?: string };

/** The parts that answer the bot, wired together in server.ts. */
export type Backend = {
  world: World;
  limits: Limits;
  pace: Pace;
  faults: FaultBook;
  log: CallLog;
  polling: Polling;
  webhook: WebhookSender;
  taps: Questions<CallbackAnswer>;
  inlineQueries: Questions<readonly InlineQueryResult[]>;
  typing: Typing;
  /** Fires when the server closes. */
  stopped: AbortSignal;
};
