import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { readDocumentRef } from "#src/language/document-ref.ts";
import { movedTo } from "#src/tasks/extension-rules.ts";
import { deadlineColumns } from "#src/tasks/register-task.ts";
import type { SheetShare, SheetTask } from "./sheet-row.ts";

/** Who imports, from which message and when. `on` is the day that the sheet speaks of. */
export type ImportCause = {
  actorId: number | null;
  inboxId: bigint | null;
  now: Date;
  on: CivilDate;
  calendar: WorkCalendar;
};

/** An assignment of a task that is being imported, once it is stored. */
export type Stored = {
  id: number;
  taskId: number;
  agencyId: number;
  role: "lead" | "coordinating";
  originId: number | null;
  task: SheetTask;
  share: SheetShare;
};

const dbDate = (date: CivilDate | null): Date | null => (date === null ? null : toDbDate(date));

const NOT_BEGUN = new Set(["assigned", "received", "paused", "cancelled"]);

/** Where an office's sheet has no room of its own: what was written about a task not yet begun. */
export const noteOf = ({ note, exported, shares: [share] }: SheetTask): string | null => {
  const kept = !exported && share !== undefined && NOT_BEGUN.has(share.status);
  const parts = [note, kept ? share.result : null].filter((part) => part !== null);
  return parts.length > 0 ? parts.join("\n") : null;
};

export const taskRow = (
  task: SheetTask,
  documentId: number | null,
  { actorId, inboxId, now, on }: ImportCause,
): Prisma.TaskCreateManyInput => ({
  content: task.content,
  documentId,
  leadPhrase: task.leadPhrase,
  leaderText: task.leaderText,
  note: noteOf(task),
  importKey: task.key,
  createdById: actorId,
  createdAt: now,
  registeredOn: toDbDate(documentId === null ? task.issuedOn : on),
  inboxId,
});

/** The day that a result counts from: the day given, else the day of the sheet. */
export const submissionDay = (
  { finishedOn }: SheetShare,
  { on }: Pick<ImportCause, "on">,
): CivilDate => finishedOn ?? on;

/** Deadline columns, with the day that holds now where it was moved. */
function dueColumns({ deadline, moved }: SheetShare, { on, calendar }: ImportCause) {
  const columns = deadlineColumns(deadline);
  if (moved === null) return columns;
  const { dueOn, aimOn, boundary } = movedTo(moved.to, on, calendar);
  return {
    ...columns,
    dueOn: toDbDate(dueOn),
    aimOn: toDbDate(aimOn),
    boundary,
    extensionCount: moved.times,
  };
}

/** Columns of today of the lead assignments of one row; they say what the events say. */
export function leadRows(
  task: SheetTask,
  share: SheetShare,
  taskId: number,
  cause: ImportCause,
): Prisma.AssignmentCreateManyInput[] {
  const { status, percent, finishedOn, occurrence } = share;
  const submitted = status === "done" || status === "awaiting_confirmation";
  const begun = status !== "assigned" && status !== "received";
  return share.leads.map(({ id }) => ({
    ...dueColumns(share, cause),
    taskId,
    agencyId: id,
    assignedOn: toDbDate(task.issuedOn),
    role: "lead" as const,
    occurrence,
    state: status,
    percent: begun ? (percent ?? 0) : 0,
    submittedOn: submitted ? toDbDate(submissionDay(share, cause)) : null,
    completedOn: status === "done" ? dbDate(finishedOn) : null,
  }));
}

/** The row whose deadline and end hold for those who coordinate: of the duty, not of a period. */
export const mainShare = ({ shares }: SheetTask): SheetShare | undefined =>
  shares.find(({ occurrence }) => occurrence === "") ?? shares[0];

const ENDED = new Set(["done", "paused", "cancelled"]);

/** Whoever coordinates has no progress of its own, but the duty ends with the leads'. */
export function coordinatingRows(
  task: SheetTask,
  taskId: number,
): Prisma.AssignmentCreateManyInput[] {
  const main = mainShare(task);
  if (main === undefined) return [];
  const { status, finishedOn } = main;
  const ended = ENDED.has(status) && task.shares.every((share) => share.status === status);
  return task.coordinating.map(({ id }) => ({
    ...deadlineColumns(main.deadline),
    taskId,
    agencyId: id,
    assignedOn: toDbDate(task.issuedOn),
    role: "coordinating" as const,
    state: ended ? status : ("assigned" as const),
    percent: ended && status === "done" ? 100 : 0,
    completedOn: ended && status === "done" ? dbDate(finishedOn) : null,
  }));
}

/** The result behind a lead's submission; null where the sheet tells of none. */
export function resultRow(
  { id, agencyId, role, share }: Stored,
  cause: ImportCause,
): Prisma.ResultCreateManyInput | null {
  const { status, result } = share;
  const done = status === "done";
  if (role !== "lead" || !(done || status === "awaiting_confirmation")) return null;
  const submitted = submissionDay(share, cause);
  const day = toDbDate(submitted);
  const ref = result === null ? null : readDocumentRef(result, cause.on);
  return {
    assignmentId: id,
    note: result ?? "",
    documentNumber: ref?.number ?? null,
    // The day of the sheet counts; a document's own day only where it does not contradict it.
    documentDate: ref?.date && ref.date === submitted ? toDbDate(ref.date) : null,
    submittedOn: day,
    submittedAt: cause.now,
    submittedById: cause.actorId,
    onBehalfOfId: agencyId,
    inboxId: cause.inboxId,
    // Nobody of ours decided: the sheet says that it was decided.
    ...(done
      ? { decision: "confirmed" as const, decidedOn: day, decidedAt: cause.now, completedOn: day }
      : {}),
  };
}

/** What the sheet tells of work under way, as the agency's own progress; null where nothing. */
export function progressRow(
  { id, agencyId, role, share }: Stored,
  cause: ImportCause,
): Prisma.ProgressCreateManyInput | null {
  if (role !== "lead" || share.status !== "in_progress") return null;
  return {
    assignmentId: id,
    percent: share.percent,
    note: share.result ?? "",
    authorId: cause.actorId,
    onBehalfOfId: agencyId,
    effectiveOn: toDbDate(cause.on),
    recordedAt: cause.now,
    inboxId: cause.inboxId,
  };
}
