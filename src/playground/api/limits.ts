import type { PaceOptions } from "./pace.ts";

export type Limits = {
  /** `false` switches 429 off. */
  pace: PaceOptions | false;
  /** Bytes of a file that a bot may send, and fetch. */
  uploadBytes: number;
  downloadBytes: number;
  /** How long a tapped button may be answered, on the civil clock. */
  callbackQuerySeconds: number;
  webhook: { timeoutMs: number; firstRetryMs: number; longestRetryMs: number };
};

const megabyte = 1024 * 1024;

export const telegramLimits: Limits = {
  pace: { chatPerSecond: 1, chatBurst: 5, groupPerMinute: 20, allPerSecond: 30 },
  uploadBytes: 50 * megabyte,
  downloadBytes: 20 * megabyte,
  callbackQuerySeconds: 60,
  webhook: { timeoutMs: 10_000, firstRetryMs: 250, longestRetryMs: 30_000 },
};

export const textLimits = {
  message: 4096,
  caption: 1024,
  callbackDataBytes: 64,
  commands: 100,
  commandDescription: 256,
  callbackAnswer: 200,
  album: 10,
};
