// Phản ánh nội dung nhập hộ: recorded, then upheld (the entry is taken back or put right) or
// rejected by somebody else.
import type { Contradiction } from "#prisma/generated/client.ts";
import { toDbDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { rightingNote } from "#src/messages/words/on-behalf.ts";
import {
  type AssignmentRow,
  type Cause,
  changeAssignment,
  recordEvent,
} from "./assignment-store.ts";
import { percentWithout } from "./contradiction-rules.ts";
import type { Entry } from "./entries-store.ts";
import { formatContradiction, formatEntry } from "./entry-code.ts";
import { withdrawResult } from "./results.ts";
import { after } from "./state.ts";

/** Records that an entry about a locked assignment is not right; once for each entry. */
export const contradict = async (
  tx: Tx,
  assignment: AssignmentRow,
  { ref }: Entry,
  reason: string | null,
  cause: Cause & { actorId: number },
): Promise<Contradiction> => {
  const row = await tx.contradiction.create({
    data: {
      assignmentId: assignment.id,
      ...(ref.kind === "progress" ? { progressId: ref.id } : { resultId: ref.id }),
      reason,
      byId: cause.actorId,
      at: cause.at,
      inboxId: cause.inboxId,
    },
  });
  const data = { contradictionId: row.id };
  await changeAssignment(tx, assignment, {}, "contradicted", data, cause);
  await audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    action: "contradict",
    subject: `assignment:${assignment.id}`,
    inboxId: cause.inboxId,
    data: { contradiction: row.id, entry: formatEntry(ref) },
  });
  return row;
};

type Closing = { upheld: boolean; note: string | null };

const close = async (
  tx: Tx,
  contradiction: Contradiction,
  { upheld, note }: Closing,
  cause: Cause,
): Promise<void> => {
  await tx.contradiction.update({
    where: { id: contradiction.id },
    data: { closedAt: cause.at, closedById: cause.actorId, upheld, closingNote: note },
  });
  await audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    action: upheld ? "uphold contradiction" : "reject contradiction",
    subject: `assignment:${contradiction.assignmentId}`,
    inboxId: cause.inboxId,
    data: { contradiction: contradiction.id },
  });
};

const closedEvent = (id: number, upheld: boolean) => ({ contradictionId: id, upheld });

/** The entry stays as it is. */
export const rejectContradiction = async (
  tx: Tx,
  assignment: AssignmentRow,
  contradiction: Contradiction,
  note: string,
  cause: Cause,
): Promise<void> => {
  await close(tx, contradiction, { upheld: false, note }, cause);
  const data = closedEvent(contradiction.id, false);
  await changeAssignment(tx, assignment, {}, "contradiction_closed", data, cause);
};

/** The percent without this row of progress and those that were taken back before. */
const percentLeft = async (tx: Tx, assignmentId: number, takenNow: bigint): Promise<number> => {
  const rows = await tx.progress.findMany({ where: { assignmentId }, orderBy: { id: "asc" } });
  const upheld = await tx.contradiction.findMany({
    where: { assignmentId, upheld: true, progressId: { not: null } },
  });
  const closings = new Map(upheld.map(({ progressId, closedAt }) => [progressId, closedAt]));
  const taken = new Set([takenNow, ...upheld.flatMap(({ progressId }) => progressId ?? [])]);
  const figures = rows.map(({ id, percent, correctsId, recordedAt }) => ({
    id,
    percent,
    correctsId,
    putsRight: correctsId !== null && closings.get(correctsId)?.getTime() === recordedAt.getTime(),
  }));
  return percentWithout(figures, taken);
};

const putRight = async (
  tx: Tx,
  assignment: AssignmentRow,
  contradiction: Contradiction,
  progressId: bigint,
  cause: Cause,
): Promise<number> => {
  // What is done stays at 100 %.
  const done = assignment.state === "done";
  const percent = done ? null : await percentLeft(tx, assignment.id, progressId);
  const entry = formatEntry({ kind: "progress", id: progressId });
  await tx.progress.create({
    data: {
      assignmentId: assignment.id,
      percent,
      note: rightingNote("vi", entry, formatContradiction(contradiction.id)),
      authorId: cause.actorId,
      effectiveOn: toDbDate(cause.on),
      recordedAt: cause.at,
      inboxId: cause.inboxId,
      correctsId: progressId,
    },
  });
  const state = after(assignment.state, "report") ?? assignment.state;
  const columns = { state, ...(percent === null ? {} : { percent }) };
  await changeAssignment(tx, assignment, columns, "progressed", { percent }, cause);
  return percent ?? assignment.percent;
};

export type Upheld =
  | { kind: "progress"; percent: number }
  | { kind: "result" }
  /** It had been corrected, returned or withdrawn: nothing was left to change. */
  | { kind: "nothing left" };

/**
 * The agency is right: a percent goes back to what the reports said that still stand, a waiting
 * result is withdrawn. Never for a confirmed result: the caller refuses that.
 */
export const upholdContradiction = async (
  tx: Tx,
  assignment: AssignmentRow,
  { contradiction, entry }: { contradiction: Contradiction; entry: Entry },
  note: string | null,
  cause: Cause,
): Promise<Upheld> => {
  await close(tx, contradiction, { upheld: true, note }, cause);
  const data = closedEvent(contradiction.id, true);
  const about = { taskId: assignment.taskId, assignmentId: assignment.id };
  const { ref } = entry;
  const waits = ref.kind === "progress" || assignment.state === "awaiting_confirmation";
  if (entry.replaced || !waits) {
    await changeAssignment(tx, assignment, {}, "contradiction_closed", data, cause);
    return { kind: "nothing left" };
  }
  if (ref.kind === "result") {
    await withdrawResult(tx, assignment, ref.id, cause);
    await recordEvent(tx, about, "contradiction_closed", data, cause);
    return { kind: "result" };
  }
  const percent = await putRight(tx, assignment, contradiction, ref.id, cause);
  await recordEvent(tx, about, "contradiction_closed", data, cause);
  return { kind: "progress", percent };
};
