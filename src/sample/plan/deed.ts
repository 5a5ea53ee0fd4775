// What can be done about an assignment, as the sample tells it: one kind for each kind of event that
// people cause, with what is said in it.
import type { CivilDate } from "#src/calendar/civil-date.ts";

export type Deed =
  | { kind: "received" }
  /** `holder`: key of a person. */
  | { kind: "held"; holder: string }
  | { kind: "progressed"; percent: number | null; note: string }
  | { kind: "submitted"; note: string; number: string | null; file: string | null }
  | { kind: "confirmed" }
  | { kind: "returned"; reason: string }
  | { kind: "extension_asked"; to: CivilDate; reason: string }
  | { kind: "extension_granted"; to: CivilDate; authority: string }
  | { kind: "extension_rejected"; reason: string }
  | { kind: "blocker_raised"; text: string }
  | { kind: "blocker_answered"; text: string }
  | { kind: "blocker_closed" }
  | { kind: "explanation_asked"; text: string; dueOn: CivilDate }
  | { kind: "explanation_answered"; text: string }
  /** Of the last report. */
  | { kind: "contradicted"; reason: string }
  | { kind: "paused"; reason: string }
  | { kind: "resumed" }
  | { kind: "cancelled"; reason: string }
  /** `to`: code of an agency. */
  | { kind: "transferred"; to: string; authority: string }
  | { kind: "nudged" };

export type DeedKind = Deed["kind"];

/** Who does it: the agency itself (or the secretariat on its behalf), or those above it. */
const BY_AGENCY: ReadonlySet<DeedKind> = new Set([
  "received",
  "held",
  "progressed",
  "submitted",
  "extension_asked",
  "blocker_raised",
  "explanation_answered",
  "contradicted",
]);

export const isByAgency = ({ kind }: Deed): boolean => BY_AGENCY.has(kind);
