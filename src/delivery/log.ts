/**
 * Names under which a person's words or name would come: no line may have them. What identifies
 * something is its id (`update`, `outbox`, `chat`, `person`).
 */
type Unsaid = Partial<
  Record<
    "text" | "words" | "message" | "caption" | "payload" | "reply" | "name" | "title" | "username",
    never
  >
>;

/** Ids, figures, codes and names of ours; `err` is whatever was thrown. */
export type LogFields = Record<string, unknown> & Unsaid;

/**
 * What the house logs with; pino in production (src/log.ts), a collector in tests. Never message
 * texts. error: somebody must look at it; warn: the house helps itself; info: what it did.
 */
export type Log = Record<
  "debug" | "info" | "warn" | "error",
  (fields: LogFields, text: string) => void
>;
