// Chuyển: an assignment goes to another agency. The old one ends as "transferred" with whatever it
// left undone; the receiver's begins on the day that it takes effect, with the same deadline. As of
// any day before, history still shows it where it was.
import { fromDbDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import {
  type AssignmentRow,
  type Cause,
  changeAssignment,
  lockAssignment,
  recordEvent,
  sameDeadline,
} from "./assignment-store.ts";
import { type ClosedMatters, closeOpenMatters } from "./open-matters.ts";
import { planTransfer, type TransferRefusal } from "./transfer-plan.ts";

export type TransferHow = {
  /** The document or opinion that orders it. */
  authority: string;
  /** Percent and how far it got (received, in progress, paused) go along: a reorganisation. */
  carryState: boolean;
};

export type Transferred =
  | { kind: "moved"; toId: number; changed: number[]; closed: ClosedMatters }
  | { kind: "refused"; why: TransferRefusal };

type Receiver = { id: number; taskId: number; originId: number | null };

/** What it was at its old agency, told again of the new row, so that history and columns agree. */
const carryOver = async (
  tx: Tx,
  from: AssignmentRow,
  to: Receiver,
  authority: string,
  cause: Cause,
): Promise<void> => {
  const about = { taskId: to.taskId, assignmentId: to.id };
  const { state, percent } = from;
  if (state === "received") await recordEvent(tx, about, "received", {}, cause);
  if (state === "in_progress" || (state === "paused" && percent > 0)) {
    await recordEvent(tx, about, "progressed", { percent }, cause);
  }
  if (state === "paused") await recordEvent(tx, about, "paused", { reason: authority }, cause);
};

/**
 * An occurrence belongs to the receiver's recurring duty where that was moved before it; every
 * other assignment names the one that it came from.
 */
const originOf = async (tx: Tx, from: AssignmentRow, toAgencyId: number): Promise<number> => {
  if (from.occurrence === "") return from.id;
  const duty = await tx.assignment.findFirst({
    where: { taskId: from.taskId, agencyId: toAgencyId, occurrence: "" },
    select: { id: true },
  });
  return duty?.id ?? from.id;
};

/** The receiver's row: a new one, or the one that it has, which begins anew. */
const receive = async (
  tx: Tx,
  from: AssignmentRow,
  toAgencyId: number,
  existing: AssignmentRow | null,
  { authority, carryState }: TransferHow,
  cause: Cause,
): Promise<number> => {
  const columns = {
    ...sameDeadline(from),
    role: from.role,
    assignedOn: toDbDate(cause.on),
    state: carryState ? from.state : ("assigned" as const),
    percent: carryState ? from.percent : 0,
    holderId: null,
    submittedOn: null,
    completedOn: null,
  };
  const assigned = {
    agencyId: toAgencyId,
    role: from.role,
    deadlineKind: from.deadlineKind,
    dueOn: from.dueOn === null ? null : fromDbDate(from.dueOn),
    phrase: from.deadlinePhrase,
    originId: from.id,
  };
  let to: Receiver;
  if (existing === null) {
    const { taskId, occurrence } = from;
    const originId = await originOf(tx, from, toAgencyId);
    const row = { ...columns, taskId, occurrence, agencyId: toAgencyId, originId };
    to = await tx.assignment.create({ data: row });
    await recordEvent(tx, { taskId, assignmentId: to.id }, "assigned", assigned, cause);
  } else {
    to = existing;
    // A row that comes back to where it once was keeps its own origin: origins make no circle.
    const originId = existing.role === "coordinating" ? from.id : existing.originId;
    await changeAssignment(tx, to, { ...columns, originId }, "assigned", assigned, cause);
  }
  if (carryState) await carryOver(tx, from, to, authority, cause);
  return to.id;
};

/**
 * Moves a locked assignment, lead or coordinating, to another agency. Of a recurring duty move the
 * duty first and then its open occurrences, or use `transferWhole`.
 */
export const transferAssignment = async (
  tx: Tx,
  assignment: AssignmentRow,
  toAgencyId: number,
  how: TransferHow,
  cause: Cause,
): Promise<Transferred> => {
  const { taskId, occurrence } = assignment;
  const found = await tx.assignment.findUnique({
    where: { taskId_agencyId_occurrence: { taskId, agencyId: toAgencyId, occurrence } },
    select: { id: true },
  });
  const existing = found === null ? null : await lockAssignment(tx, found.id);
  const plan = planTransfer(assignment, toAgencyId, existing);
  if (plan.kind === "refused") return plan;

  const closed = await closeOpenMatters(tx, assignment, how.authority, cause);
  await changeAssignment(
    tx,
    assignment,
    { state: "transferred" },
    "transferred",
    { toAgencyId, authority: how.authority },
    cause,
  );
  const toId =
    plan.kind === "has-it" && existing !== null
      ? existing.id
      : await receive(tx, assignment, toAgencyId, existing, how, cause);
  await audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    action: "transfer assignment",
    subject: `assignment:${assignment.id}`,
    inboxId: cause.inboxId,
    data: { toAgency: toAgencyId, to: toId, authority: how.authority },
  });
  return { kind: "moved", toId, changed: [assignment.id, toId], closed };
};

/**
 * Moves all that an agency still has to do of a task: of a recurring duty the duty itself and its
 * open occurrences. `rows`: locked. The first of them that cannot be moved refuses the whole: the
 * caller must then undo the transaction (a UserError does).
 */
export const transferWhole = async (
  tx: Tx,
  rows: readonly AssignmentRow[],
  toAgencyId: number,
  how: TransferHow,
  cause: Cause,
): Promise<Transferred> => {
  const inOrder = [...rows].sort(
    (a, b) => Number(a.occurrence !== "") - Number(b.occurrence !== "") || a.id - b.id,
  );
  const whole: Extract<Transferred, { kind: "moved" }>[] = [];
  for (const row of inOrder) {
    const moved = await transferAssignment(tx, row, toAgencyId, how, cause);
    if (moved.kind === "refused") return moved;
    whole.push(moved);
  }
  const [first] = whole;
  if (first === undefined) return { kind: "refused", why: "over" };
  const sum = (key: keyof ClosedMatters): number =>
    whole.reduce((total, { closed }) => total + closed[key], 0);
  return {
    kind: "moved",
    // The occurrence that is due next stands for the whole; of a plain duty there is only one.
    toId: (whole[1] ?? first).toId,
    changed: whole.flatMap(({ changed }) => changed),
    closed: {
      extensions: sum("extensions"),
      blockers: sum("blockers"),
      explanations: sum("explanations"),
    },
  };
};
