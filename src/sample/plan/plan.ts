// The whole sample as values: tasks, assignments and what was done about them, dated. Nothing here
// knows the database; numbers of tasks and rows come with storing.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Deadline } from "#src/language/deadline.ts";
import type { Days } from "./days.ts";
import type { Deed } from "./deed.ts";

/** A moment of somebody; `by` null: a job. */
export type Moment = {
  on: CivilDate;
  at: Date;
  /** Key of a person. */
  by: string | null;
};

export type Act = Moment & {
  deed: Deed;
  onBehalf: boolean;
  /** What was typed for it; `{NV}` stands for the task's code. */
  text: string;
};

export type PlannedAssignment = {
  agency: string;
  role: "lead" | "coordinating";
  occurrence: string;
  deadline: Deadline;
  /** How the assignment began. */
  assigned: Moment;
  /** The assignment of the same task that this one comes from. */
  origin: PlannedAssignment | null;
  acts: readonly Act[];
};

export type PlannedTask = {
  key: string;
  content: string;
  area: string;
  clause: string | null;
  document: "directive" | "plan" | null;
  deliverable: string | null;
  leader: string | null;
  note: string | null;
  restricted: boolean;
  leadPhrase: string;
  coordination: readonly { group: "departments" | "communes"; phrase: string }[];
  registered: Moment;
  text: string;
  /** Where it is a proposal only: for which agency, and why it was declined. */
  proposal: {
    agency: string;
    deadline: Deadline;
    declined: (Moment & { reason: string }) | null;
  } | null;
  assignments: readonly PlannedAssignment[];
};

export type Plan = { days: Days; tasks: readonly PlannedTask[] };
