// What is counted as it happens. A plain value that is handed on like the log; prom-client is
// behind it (house-metrics.ts). No label holds a person, a chat or a text: what a scraper stores
// must be as dull as it looks.

/** What an update was, by how it came. */
export type UpdateKind = "message" | "edit" | "button" | "chat-status" | "migrated" | "none";

/**
 * What became of an update: `done` its effect (or an answer) is there; `told` the person was told
 * what to do about it instead; `limited` they wrote too much at once; `failed` they were told a code;
 * `again` it is still pending, to be tried once more; `thrown` handling it threw.
 */
export type UpdateOutcome = "done" | "told" | "limited" | "failed" | "again" | "thrown";

/** `already`: another process, or this one before, had run it. */
export type SlotOutcome = "done" | "failed" | "already" | "skipped";

/** All durations are in seconds of monotonic time. */
export type Metrics = {
  updateHandled: (kind: UpdateKind, outcome: UpdateOutcome, seconds: number) => void;
  /** A call of the Bot API; `outcome` as `observeCalls` (src/telegram) words it. */
  callEnded: (method: string, outcome: string, seconds: number) => void;
  slotEnded: (job: string, outcome: SlotOutcome, seconds: number) => void;
};

const nothing = (): void => undefined;

/** Counts nothing: for tests, the playground and the command line. */
export const noMetrics: Metrics = {
  updateHandled: nothing,
  callEnded: nothing,
  slotEnded: nothing,
};

/** Seconds since a moment of `performance.now()`. */
export const secondsSince = (since: number): number => (performance.now() - since) / 1_000;
