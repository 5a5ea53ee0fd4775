// Carries moves out: the old assignment is closed as transferred and stays readable, the new one
// begins where it stood. Whatever still waits for somebody goes along: nothing is lost.
import { type CivilDate, fromDbDate, later, toDbDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import {
  type AssignmentRow,
  type Cause,
  changeAssignment,
  lockAssignment,
  recordEvent,
  sameDeadline,
} from "#src/tasks/assignment-store.ts";
import { carriedState, carriedTo } from "./carried-state.ts";
import { bringAlong, foldIn } from "./open-matters.ts";
import type { Move } from "./plan-moves.ts";

export type Carrying = {
  tx: Tx;
  /** The day of the decision's effect. */
  on: CivilDate;
  /** "45/QĐ-UBND ngày 03/11/2026". */
  authority: string;
  cause: Cause;
};

/** What came of a move. */
export type Moved = Move & { becameId: number };

/** The holder goes along where they belong to the new agency now. */
const holderAt = async (tx: Tx, { holderId }: AssignmentRow, agencyId: number) => {
  if (holderId === null) return null;
  const there = await tx.membership.findFirst({
    where: { personId: holderId, agencyId, endedAt: null },
    select: { id: true },
  });
  return there === null ? null : holderId;
};

/** A period belongs to the receiver's recurring duty, which moved before it. */
const originOf = async (tx: Tx, row: AssignmentRow, agencyId: number): Promise<number> => {
  if (row.occurrence === "") return row.id;
  const duty = await tx.assignment.findFirst({
    where: { taskId: row.taskId, agencyId, occurrence: "", deadlineKind: "recurrence" },
    select: { id: true },
  });
  return duty?.id ?? row.id;
};

const eventsOf = async (tx: Tx, assignmentId: number) => {
  const rows = await tx.taskEvent.findMany({
    where: { assignmentId },
    orderBy: { id: "asc" },
    select: { kind: true, effectiveOn: true, data: true },
  });
  return rows.map(({ effectiveOn, ...row }) => ({ ...row, effectiveOn: fromDbDate(effectiveOn) }));
};

/** The new assignment, or an ended one that begins again, at the state of the old one. */
const begin = async (
  { tx, on, cause }: Carrying,
  row: AssignmentRow,
  move: Move,
  restartId: number | null,
): Promise<number> => {
  const { taskId, toId, role } = move;
  const since = later(on, fromDbDate(row.assignedOn));
  const holderId = await holderAt(tx, row, toId);
  const columns = {
    ...sameDeadline(row),
    role,
    state: carriedTo(row.state),
    percent: row.percent,
    holderId,
    assignedOn: toDbDate(since),
    submittedOn: row.state === "awaiting_confirmation" ? row.submittedOn : null,
    completedOn: null,
  };
  const assigned = {
    agencyId: toId,
    role,
    deadlineKind: row.deadlineKind,
    dueOn: row.dueOn === null ? null : fromDbDate(row.dueOn),
    phrase: row.deadlinePhrase,
    originId: row.id,
  };
  const began = { ...cause, on: since };
  let id = restartId;
  if (id === null) {
    const made = await tx.assignment.create({
      data: {
        ...columns,
        taskId,
        agencyId: toId,
        occurrence: move.occurrence,
        originId: await originOf(tx, row, toId),
      },
    });
    id = made.id;
    await recordEvent(tx, { taskId, assignmentId: id }, "assigned", assigned, began);
  } else {
    // It keeps its first day: what it was before holds until today.
    const { assignedOn: _, ...restarted } = columns;
    await changeAssignment(tx, { id, taskId }, restarted, "assigned", assigned, began);
  }
  const about = { taskId, assignmentId: id };
  const carried = carriedState(row.state, await eventsOf(tx, row.id), since);
  if (carried.begun !== null) {
    const percent = row.percent === 0 ? null : row.percent;
    await recordEvent(tx, about, "progressed", { percent }, { ...cause, on: carried.begun });
  }
  if (carried.submitted !== null && row.submittedOn !== null) {
    const [result] = await tx.result.findMany({
      where: { assignmentId: row.id, decision: "pending" },
    });
    const submitted = { resultId: result?.id ?? 0, submittedOn: fromDbDate(row.submittedOn) };
    await recordEvent(tx, about, "submitted", submitted, { ...cause, on: carried.submitted });
  }
  if (carried.paused !== null) {
    const { reason, on: pausedOn } = carried.paused;
    await recordEvent(tx, about, "paused", { reason }, { ...cause, on: pausedOn });
  }
  if (holderId !== null) await recordEvent(tx, about, "holder_changed", { holderId }, began);
  return id;
};

const close = (
  { tx, on, authority, cause }: Carrying,
  row: AssignmentRow,
  toAgencyId: number,
): Promise<void> =>
  changeAssignment(
    tx,
    row,
    { state: "transferred" },
    "transferred",
    { toAgencyId, authority },
    { ...cause, on: later(on, fromDbDate(row.assignedOn)) },
  );

/** Carries the moves out in their order; what each became. */
export const moveAssignments = async (
  carrying: Carrying,
  moves: readonly Move[],
): Promise<Moved[]> => {
  const { tx } = carrying;
  const became = new Map<number, number>();
  const moved: Moved[] = [];
  for (const move of moves) {
    const row = await lockAssignment(tx, move.id);
    const { target } = move;
    const existing =
      target === null
        ? null
        : "existing" in target
          ? target.existing
          : (became.get(target.of) ?? 0);
    if (move.how === "merge" && existing !== null) {
      await foldIn(carrying, row, await lockAssignment(tx, existing));
      became.set(row.id, existing);
    } else {
      const id = await begin(carrying, row, move, existing);
      await bringAlong(carrying, row, { id, agencyId: move.toId });
      became.set(row.id, id);
    }
    await close(carrying, row, move.toId);
    moved.push({ ...move, becameId: became.get(row.id) ?? 0 });
  }
  return moved;
};
