/** What the house logs with; pino in production, a collector in tests. Never message texts. */
export type Log = Record<
  "debug" | "info" | "warn" | "error",
  (fields: object, text: string) => void
>;
