// What still waits for somebody about an assignment that changes its agency: a result that nobody
// has decided on, a request for another date, blockers, explanations, contradictions.
import { fromDbDate, later } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { type AssignmentRow, changeAssignment, recordEvent } from "#src/tasks/assignment-store.ts";
import { after } from "#src/tasks/state.ts";
import type { Carrying } from "./move-assignments.ts";

type To = { id: number; agencyId: number };

const questions = async (tx: Tx, row: AssignmentRow, to: To): Promise<void> => {
  const open = { assignmentId: row.id, closedAt: null };
  await tx.blocker.updateMany({ where: open, data: { assignmentId: to.id } });
  await tx.contradiction.updateMany({ where: open, data: { assignmentId: to.id } });
  await tx.explanationRequest.updateMany({
    where: { taskId: row.taskId, agencyId: row.agencyId, closedAt: null },
    data: { assignmentId: to.id, agencyId: to.agencyId },
  });
};

/** To the assignment that takes its place. */
export const bringAlong = async (carrying: Carrying, row: AssignmentRow, to: To): Promise<void> => {
  const { tx } = carrying;
  await questions(tx, row, to);
  const data = { assignmentId: to.id };
  await tx.result.updateMany({ where: { assignmentId: row.id, decision: "pending" }, data });
  const asked = await tx.extension.findFirst({ where: { assignmentId: to.id, status: "open" } });
  if (asked !== null) await withdrawExtensions(carrying, row);
  await tx.extension.updateMany({ where: { assignmentId: row.id, status: "open" }, data });
};

const withdrawExtensions = async (
  { tx, on, cause }: Carrying,
  row: AssignmentRow,
): Promise<void> => {
  const asked = await tx.extension.findMany({ where: { assignmentId: row.id, status: "open" } });
  const since = { ...cause, on: later(on, fromDbDate(row.assignedOn)) };
  const about = { taskId: row.taskId, assignmentId: row.id };
  for (const { id } of asked) {
    await tx.extension.update({ where: { id }, data: { status: "withdrawn" } });
    await recordEvent(tx, about, "extension_withdrawn", { extensionId: id }, since);
  }
};

/** Two results of one task wait: whoever decides sees both in one. */
const joinResults = async (tx: Tx, row: AssignmentRow, intoId: number): Promise<void> => {
  const result = await tx.result.findFirst({
    where: { assignmentId: row.id, decision: "pending" },
  });
  if (result === null) return;
  const there = await tx.result.findFirst({
    where: { assignmentId: intoId, decision: "pending" },
  });
  if (there === null) {
    await tx.result.update({ where: { id: result.id }, data: { assignmentId: intoId } });
    return;
  }
  const number = result.documentNumber === null ? "" : ` (${result.documentNumber})`;
  const note = `${there.note}; ${row.agency.name}: ${result.note}${number}`;
  await tx.result.update({ where: { id: there.id }, data: { note } });
  await tx.attachment.updateMany({ where: { resultId: result.id }, data: { resultId: there.id } });
  await tx.result.update({ where: { id: result.id }, data: { decision: "withdrawn" } });
};

/**
 * Into an assignment that goes on as its own. That one's date stays, so that a request for another
 * date of the moving one falls away.
 */
export const foldIn = async (
  carrying: Carrying,
  row: AssignmentRow,
  into: AssignmentRow,
): Promise<void> => {
  const { tx, on, cause } = carrying;
  await questions(tx, row, into);
  await withdrawExtensions(carrying, row);
  if (row.state !== "awaiting_confirmation" || row.role !== "lead") return;
  await joinResults(tx, row, into.id);
  const state = after(into.state, "submit");
  if (state === null || row.submittedOn === null) return;
  const result = await tx.result.findFirstOrThrow({
    where: { assignmentId: into.id, decision: "pending" },
  });
  await changeAssignment(
    tx,
    into,
    { state, submittedOn: row.submittedOn },
    "submitted",
    { resultId: result.id, submittedOn: fromDbDate(row.submittedOn) },
    { ...cause, on: later(on, fromDbDate(into.assignedOn)) },
  );
};
