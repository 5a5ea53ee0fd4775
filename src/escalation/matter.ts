// One thing that waits for somebody, whatever it is.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Matter } from "#src/messages/reply.ts";
import type { LadderName } from "#src/office/ladders.ts";
import type { AssignmentRow } from "#src/tasks/assignment-store.ts";

export type WaitingKind =
  | "unreceived"
  | "overdue"
  | "explanation"
  | "result"
  | "extension"
  | "blocker"
  | "contradiction";

export const ladderOf: Record<WaitingKind, LadderName> = {
  unreceived: "unreceived",
  overdue: "overdue",
  explanation: "unexplained",
  result: "unanswered",
  extension: "unanswered",
  blocker: "unanswered",
  contradiction: "unanswered",
};

export type Waiting = {
  kind: WaitingKind;
  /** Of the assignment, the result, the request … */
  id: number;
  /** The assignment that it is about. */
  assignmentId: number;
  began: CivilDate;
  lastActivity: CivilDate | null;
  /** Whoever entered it does not decide about it. */
  enteredById: number | null;
};

/** One that is spoken of, with its assignment as it is shown. */
export type Shown = Waiting & { row: AssignmentRow };

/** What a line of a message speaks of, so that it is left out once that is settled. */
export const aboutOf = ({ kind, id }: Waiting): Matter =>
  kind === "overdue" ? id : { of: kind, id };

/** The same matter on another day; another one where its date was moved. */
export const keyOf = ({ kind, id, began }: Waiting): string => `${kind}:${id}:${began}`;
