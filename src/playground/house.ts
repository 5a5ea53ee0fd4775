// What the page may ask of the product behind the stand-in. The stand-in itself knows no product:
// whoever starts it gives these, and the page shows only what was given.

/** Somebody whom a visitor can be, and in what order and words the page offers them. */
export type CastMember = {
  /** The user's id in the stand-in. */
  id: number;
  about: { vi: string; en: string };
  /** Offered at once; the others stand behind "more people". */
  main: boolean;
};

export type ClockStop = {
  kind: "hour" | "day" | "alert" | "monday";
  /** Epoch ms, later than now. */
  at: number;
};

/** One row that a transaction wrote. */
export type WrittenRow = { table: string; key: string; values: Record<string, unknown> };

export type OutboxRow = {
  id: string;
  key: string;
  /** The chat's id in the stand-in, and its title. */
  chat: number;
  title: string;
  kind: string;
  state: "pending" | "sending" | "sent" | "failed" | "unknown" | "dropped";
  attempts: number;
  /** Epoch ms, civil. */
  notBefore: number | null;
  sentAt: number | null;
  error: string | null;
  /** The message's id there, where it is known. */
  messageId: string | null;
  /** What it says, in plain text. */
  text: string;
};

/** What one update caused in the product. */
export type Caused = {
  /** The inbox row: when it was stored and done, how often it was tried. */
  inbox: { state: string; receivedAt: number; doneAt: number | null; attempts: number } | null;
  /** Rows of the one transaction that handled it; empty for what only read. */
  transaction: WrittenRow[];
  outbox: OutboxRow[];
};

export type House = {
  cast: readonly CastMember[];
  /** The moments that the clock's buttons lead to, from now on. */
  clockStops: () => Promise<ClockStop[]>;
  /** Moves the clock forward and lets happen what lies between; `passed` hears each stop. */
  moveClock: (to: number, passed: (epochMs: number) => void) => Promise<void>;
  /** Throws everything away and plants the sample anew; the clock is today's again. */
  reset: () => Promise<void>;
  caused: (updateId: number) => Promise<Caused>;
};
