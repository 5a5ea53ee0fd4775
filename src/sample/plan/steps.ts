// The words in which the catalogue tells what was done: `ago` counts days before today.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Deed } from "./deed.ts";
import type { Step } from "./draft.ts";

const step = (ago: number, deed: Deed): Step => ({ ago, deed });

export const received = (ago: number): Step => step(ago, { kind: "received" });

export const held = (ago: number, holder: string): Step => step(ago, { kind: "held", holder });

export const reported = (ago: number, percent: number | null, note: string): Step =>
  step(ago, { kind: "progressed", percent, note });

/** A document number is made up unless `number` says otherwise; null: there is none. */
export const submitted = (
  ago: number,
  note: string,
  more: { number?: string | null; file?: string } = {},
): Step => {
  const { number = AUTO, file = null } = more;
  return step(ago, { kind: "submitted", note, number, file });
};

/** The number that stands for "one that fits the agency and the day". */
export const AUTO = "auto";

export const confirmed = (ago: number): Step => step(ago, { kind: "confirmed" });

export const sentBack = (ago: number, reason: string): Step =>
  step(ago, { kind: "returned", reason });

export const askedMoreTime = (ago: number, to: CivilDate, reason: string): Step =>
  step(ago, { kind: "extension_asked", to, reason });

export const granted = (ago: number, to: CivilDate, authority: string): Step =>
  step(ago, { kind: "extension_granted", to, authority });

export const refused = (ago: number, reason: string): Step =>
  step(ago, { kind: "extension_rejected", reason });

export const blocked = (ago: number, text: string): Step =>
  step(ago, { kind: "blocker_raised", text });

export const answered = (ago: number, text: string): Step =>
  step(ago, { kind: "blocker_answered", text });

export const unblocked = (ago: number): Step => step(ago, { kind: "blocker_closed" });

export const askedWhy = (ago: number, text: string, dueOn: CivilDate): Step =>
  step(ago, { kind: "explanation_asked", text, dueOn });

export const explained = (ago: number, text: string): Step =>
  step(ago, { kind: "explanation_answered", text });

export const contradicted = (ago: number, reason: string): Step =>
  step(ago, { kind: "contradicted", reason });

export const paused = (ago: number, reason: string): Step => step(ago, { kind: "paused", reason });

export const resumed = (ago: number): Step => step(ago, { kind: "resumed" });

export const cancelled = (ago: number, reason: string): Step =>
  step(ago, { kind: "cancelled", reason });

export const transferredTo = (ago: number, to: string, authority: string): Step =>
  step(ago, { kind: "transferred", to, authority });

export const nudged = (ago: number): Step => step(ago, { kind: "nudged" });

/** The same by somebody in particular. */
export const by = (person: string, one: Step): Step => ({ ...one, by: person });

/** The same, entered by the secretariat for the agency. */
export const onBehalf = (one: Step): Step => ({ ...one, onBehalf: true });
