// How the catalogue of the sample describes a task; `expand.ts` makes dated acts of it.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { ReformAreaCode } from "#src/language/reform-area.ts";
import type { Deed } from "./deed.ts";

/** Something done so many days ago; on the working day before where that was a day off. */
export type Step = {
  ago: number;
  deed: Deed;
  /** Key of the person; else whoever usually does it. */
  by?: string;
  /** By the secretariat for the agency, even where somebody of the agency is bound. */
  onBehalf?: boolean;
};

export type Source = { document: "directive" | "plan"; clause: string };

export type Due = { on: CivilDate } | { phrase: string };

type About = {
  /** Names the task within the sample. */
  key: string;
  content: string;
  area: ReformAreaCode;
  source?: Source;
  deliverable?: string;
  leader?: "chairman" | "deputy";
  restricted?: boolean;
  note?: string;
  /** Codes of coordinating agencies, and groups that are kept as a phrase. */
  with?: readonly string[];
  withGroup?: "departments" | "communes";
  /** Days since it was registered. */
  ago: number;
  by?: "head" | "clerk" | "chairman" | "deputy";
};

/** One agency leads. */
export type SingleDraft = About & {
  lead: string;
  due: Due;
  steps: readonly Step[];
  /** What the agency that it was transferred to did. */
  afterwards?: readonly Step[];
};

/** A whole group leads, each agency for itself. */
export type FanDraft = About & {
  group: "departments" | "communes";
  due: Due;
  /** What reports say of it, the first steps first. */
  notes: readonly string[];
  result: string;
};

/** A recurring duty, of one or more agencies or of a whole group. */
export type RecurringDraft = About & {
  leads: readonly string[] | "departments" | "communes";
  phrase: string;
  result: string;
};

/** Proposed by an official for the own agency. */
export type ProposalDraft = About & {
  proposer: string;
  agency: string;
  due: Due;
  declined?: { ago: number; reason: string };
};
