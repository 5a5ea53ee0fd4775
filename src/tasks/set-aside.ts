// Hủy, tạm dừng, tiếp tục: an assignment is set aside with a reason, or taken up again in the state
// that it had before. Its due date stays: days of a pause are not added to it.
import type { AssignmentState } from "#prisma/generated/enums.ts";
import { civilDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { factsAsOf } from "#src/standings/history.ts";
import { type AssignmentRow, type Cause, changeAssignment } from "./assignment-store.ts";
import { eventOf, type TaskEventValue } from "./events.ts";
import { type ClosedMatters, closeOpenMatters } from "./open-matters.ts";
import { after, openStates } from "./state.ts";

const note = (
  tx: Tx,
  action: string,
  { id }: AssignmentRow,
  cause: Cause,
  data: { reason?: string; state?: AssignmentState },
): Promise<void> =>
  audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    action,
    subject: `assignment:${id}`,
    inboxId: cause.inboxId,
    data,
  });

/** Ends a locked assignment for good, with whatever it left open; null where its state refuses. */
export const cancelAssignment = async (
  tx: Tx,
  assignment: AssignmentRow,
  reason: string,
  cause: Cause,
): Promise<ClosedMatters | null> => {
  const state = after(assignment.state, "cancel");
  if (state === null) return null;
  const closed = await closeOpenMatters(tx, assignment, reason, cause);
  await changeAssignment(tx, assignment, { state }, "cancelled", { reason }, cause);
  await note(tx, "cancel assignment", assignment, cause, { reason });
  return closed;
};

/** False where its state refuses. */
export const pauseAssignment = async (
  tx: Tx,
  assignment: AssignmentRow,
  reason: string,
  cause: Cause,
): Promise<boolean> => {
  const state = after(assignment.state, "pause");
  if (state === null) return false;
  await changeAssignment(tx, assignment, { state }, "paused", { reason }, cause);
  await note(tx, "pause assignment", assignment, cause, { reason });
  return true;
};

const END_OF_TIME = civilDate("9999-12-31");

/** The state that lies under a pause, from the events up to now. Pure. */
export const stateUnderPause = (
  events: readonly TaskEventValue[],
  percent: number,
): AssignmentState => {
  const resumed = { kind: "resumed", effectiveOn: END_OF_TIME, data: {} } as const;
  const facts = factsAsOf({ id: 0, taskId: 0 }, [...events, resumed], END_OF_TIME);
  const state = facts?.state;
  if (state !== undefined && openStates.includes(state)) return state;
  return percent > 0 ? "in_progress" : "assigned";
};

const eventsOf = async (tx: Tx, assignmentId: number): Promise<TaskEventValue[]> => {
  const rows = await tx.taskEvent.findMany({ where: { assignmentId }, orderBy: { id: "asc" } });
  return rows.flatMap((row) => eventOf(row) ?? []);
};

/** Takes up a paused assignment; the state that it is in again, or null where it is not paused. */
export const resumeAssignment = async (
  tx: Tx,
  assignment: AssignmentRow,
  cause: Cause,
): Promise<AssignmentState | null> => {
  if (assignment.state !== "paused") return null;
  const state = stateUnderPause(await eventsOf(tx, assignment.id), assignment.percent);
  await changeAssignment(tx, assignment, { state }, "resumed", {}, cause);
  await note(tx, "resume assignment", assignment, cause, { state });
  return state;
};
