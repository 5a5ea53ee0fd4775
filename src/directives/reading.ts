// What is read out of a directive: plain values, each with the span of source text it came from.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import type { Frequency } from "#src/calendar/reporting-periods.ts";
import type { Boundary } from "#src/language/deadline-items.ts";
import type { ReformAreaCode } from "#src/language/reform-area.ts";

/** UTF-16 offsets [from, to) in the text as it was given, and its lines, counted from 1. */
export type Span = { from: number; to: number; line: number; endLine: number };

/** A document that the text cites: its date is never a deadline. */
export type Citation = {
  kind: string | null;
  number: string;
  issuedOn: CivilDate | null;
  issuer: string | null;
  span: Span;
};

/** What the document says of itself; null where it says nothing: it is asked for. */
export type DocumentHead = {
  kind: string | null;
  number: string | null;
  issuer: string | null;
  place: string | null;
  issuedOn: CivilDate | null;
  title: string | null;
  signer: string | null;
  recipients: readonly string[];
  cited: readonly Citation[];
};

export type DraftDeadlineKind = "date" | "period" | "recurrence" | "continuous" | "event" | "none";

/** Why a deadline was read so, or what makes it unsure. */
export type DeadlineNote =
  /** From a heading above ("Đến năm 2025:"). */
  | "inherited"
  /** "xây dựng kế hoạch … năm 2019": the plan must stand before its year begins. */
  | "plan-of-next-year"
  /** "định kỳ" without a frequency. */
  | "no-frequency"
  | "also-on-request"
  | "also-after-event"
  | "year-guessed"
  | "next-year-taken"
  | "already-past"
  | "several-dates"
  | "no-such-day"
  | "only-urgency"
  | "refers-to-a-schedule"
  | "by-phases"
  | "counted-from-receipt"
  | "moved-to-working-day"
  | "before-a-period";

/**
 * `phrase` is the document's own wording ("" where it says nothing), `span` where it stands (the
 * heading, if it was inherited). `sure` runs from 0 to 1. `window` is the span of a period, or of
 * the years in which a recurring duty runs.
 */
export type DraftDeadline = {
  kind: DraftDeadlineKind;
  dueOn: CivilDate | null;
  boundary: Boundary;
  window: Window | null;
  frequency: readonly Frequency[];
  phrase: string;
  sure: number;
  notes: readonly DeadlineNote[];
  span: Span | null;
};

export type TargetOperator = "≥" | ">" | "≤" | "<" | "=" | "range";

/** "mỗi năm tăng tối thiểu 20% … đến khi đạt 100%", with the reading that was used. */
export type Escalator = { step: number; unit: string; until: number | null };

/** A numeric target (chỉ tiêu). `upTo` is the upper end of a range. */
export type DraftTarget = {
  metric: string;
  operator: TargetOperator;
  value: number;
  upTo: number | null;
  unit: string;
  /** cấp tỉnh, cấp huyện, cấp xã; null where none is named. */
  level: string | null;
  by: CivilDate | null;
  /** "so với năm 2021". */
  baseline: string | null;
  escalator: Escalator | null;
  phrase: string;
  span: Span;
};

/** Where the lead was found. */
export type LeadSource =
  /** Named in the sentence itself. */
  | "sentence"
  /** A heading above names it. */
  | "heading"
  /** A part of the document distributes the areas among agencies. */
  | "distribution"
  /** The document addresses all of these. */
  | "address"
  | "nobody";

/**
 * One duty. `text` is the document's own wording, line breaks mended; `span` covers all of it.
 * `leads` are names as the document's province uses them: one, several where the document makes
 * a group of agencies answer each for itself (`everyAgency`: the phrase that names them all), or
 * none where nobody is named.
 */
export type Draft = {
  clause: string;
  text: string;
  leads: readonly string[];
  everyAgency: boolean;
  leadSource: LeadSource;
  leadSure: number;
  coordinating: readonly string[];
  deadline: DraftDeadline;
  targets: readonly DraftTarget[];
  area: ReformAreaCode;
  /** Clauses of the drafts whose result this one needs. */
  dependsOn: readonly string[];
  span: Span;
};

export type QuestionAbout =
  | "number"
  | "issuer"
  | "date"
  | "lead-missing"
  | "lead-unsure"
  | "frequency"
  | "deadline-unsure"
  | "deadline-past"
  | "no-such-day"
  | "schedule"
  | "urgency"
  | "event"
  | "phases"
  | "escalator"
  | "district-level";

/** What the secretariat is asked; `draft` is the place in `drafts`, null for the document. */
export type Question = {
  draft: number | null;
  clause: string | null;
  about: QuestionAbout;
  /** The words of the document that raise it. */
  phrase: string;
};

export type Reading = {
  /** Nothing was read where it is not Vietnamese, or not an office's document. */
  language: "vi" | "other";
  document: DocumentHead;
  drafts: readonly Draft[];
  questions: readonly Question[];
};
