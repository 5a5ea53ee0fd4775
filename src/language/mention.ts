// What running text says of time, as the rules of due-, recurring- and event-mentions find it.
import type { DeadlineItem } from "./deadline-items.ts";

/**
 * `due`: a day or a period by which; `phase`: a span of years that a clause begins with; `weak`:
 * words about time that give no date ("khẩn trương", "theo lộ trình").
 */
export type MentionKind =
  | "due"
  | "impossible"
  | "recurring"
  | "event"
  | "continuous"
  | "phase"
  | "weak";

/** Tokens [from, next) of the text. `sure` scales what the grammar itself was sure of. */
export type DeadlineMention = {
  kind: MentionKind;
  item: DeadlineItem;
  from: number;
  next: number;
  sure: number;
};

/** A day or a span that the text names. */
export type TimeItem = Extract<DeadlineItem, { kind: "time" }>;
