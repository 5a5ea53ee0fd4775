// The values that the rules about one assignment work on: states, the table of counts, urgency,
// standings. Rules take these and never a database row.
import type { AssignmentRole, AssignmentState, DeadlineKind } from "#prisma/generated/enums.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";

export type AssignmentFacts = {
  id: number;
  taskId: number;
  agencyId: number;
  role: AssignmentRole;
  state: AssignmentState;
  deadlineKind: DeadlineKind;
  /** Late after this day; null where there is no date. */
  dueOn: CivilDate | null;
  /** Day of the submission that waits for a decision or was confirmed. */
  submittedOn: CivilDate | null;
  completedOn: CivilDate | null;
};
