import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, toDbDate } from "#src/calendar/civil-date.ts";
import { readDocumentRef } from "#src/language/document-ref.ts";
import type { EventData, EventKind } from "#src/tasks/events.ts";
import { deadlineColumns } from "#src/tasks/register-task.ts";
import type { SheetTask } from "./sheet-row.ts";

/** Who imports, from which message and when. `on` is the day that the sheet speaks of. */
export type ImportCause = {
  actorId: number | null;
  inboxId: bigint | null;
  now: Date;
  on: CivilDate;
};

/** An assignment of a task that is being imported, once it is stored. */
export type Stored = {
  id: number;
  taskId: number;
  agencyId: number;
  role: "lead" | "coordinating";
  task: SheetTask;
};

const dbDate = (date: CivilDate | null): Date | null => (date === null ? null : toDbDate(date));

/** Where the sheet has no room of its own: what was written about a task not yet begun. */
const noteOf = ({ note, result, status }: SheetTask): string | null => {
  const kept = status === "assigned" || status === "paused" || status === "cancelled";
  const parts = [note, kept ? result : null].filter((part) => part !== null);
  return parts.length > 0 ? parts.join("\n") : null;
};

export const taskRow = (
  task: SheetTask,
  documentId: number,
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
  registeredOn: toDbDate(on),
  inboxId,
});

/** The day that a result counts from: the day given, else the day of the sheet. */
export const submissionDay = ({ finishedOn }: SheetTask, { on }: ImportCause): CivilDate =>
  finishedOn ?? on;

/** Columns of today of one task's assignments; they say what the events say. */
export function assignmentRows(
  task: SheetTask,
  taskId: number,
  cause: ImportCause,
): Prisma.AssignmentCreateManyInput[] {
  const { status } = task;
  const common = {
    ...deadlineColumns(task.deadline),
    taskId,
    assignedOn: toDbDate(task.issuedOn),
  };
  const submitted = status === "done" || status === "awaiting_confirmation";
  const lead = {
    ...common,
    role: "lead" as const,
    state: status,
    percent: status === "assigned" ? 0 : (task.percent ?? 0),
    submittedOn: submitted ? toDbDate(submissionDay(task, cause)) : null,
    completedOn: status === "done" ? dbDate(task.finishedOn) : null,
  };
  // Whoever coordinates has no progress of its own, but the duty ends with the lead's.
  const ended = status === "done" || status === "paused" || status === "cancelled";
  const coordinating = {
    ...common,
    role: "coordinating" as const,
    state: ended ? status : ("assigned" as const),
    percent: status === "done" ? 100 : 0,
    completedOn: lead.completedOn,
  };
  return [
    ...task.leads.map(({ id }) => ({ ...lead, agencyId: id })),
    ...task.coordinating.map(({ id }) => ({ ...coordinating, agencyId: id })),
  ];
}

/** The result behind a lead's submission; null where the sheet tells of none. */
export function resultRow(
  { id, agencyId, role, task }: Stored,
  cause: ImportCause,
): Prisma.ResultCreateManyInput | null {
  const { status, result } = task;
  const done = status === "done";
  if (role !== "lead" || !(done || status === "awaiting_confirmation")) return null;
  const day = toDbDate(submissionDay(task, cause));
  const ref = result === null ? null : readDocumentRef(result, cause.on);
  return {
    assignmentId: id,
    note: result ?? "",
    documentNumber: ref?.number ?? null,
    // The day of the sheet counts; a document's own day only where it does not contradict it.
    documentDate: ref?.date && ref.date === submissionDay(task, cause) ? toDbDate(ref.date) : null,
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
  { id, agencyId, role, task }: Stored,
  cause: ImportCause,
): Prisma.ProgressCreateManyInput | null {
  if (role !== "lead" || task.status !== "in_progress") return null;
  return {
    assignmentId: id,
    percent: task.percent,
    note: task.result ?? "",
    authorId: cause.actorId,
    onBehalfOfId: agencyId,
    effectiveOn: toDbDate(cause.on),
    recordedAt: cause.now,
    inboxId: cause.inboxId,
  };
}

type EventRow = Prisma.TaskEventCreateManyInput;

const event = <K extends EventKind>(
  about: { taskId: number; assignmentId: number | null; onBehalfOfId?: number | null },
  kind: K,
  data: EventData<K>,
  effectiveOn: CivilDate,
  { actorId, inboxId, now }: ImportCause,
): EventRow => ({
  ...about,
  kind,
  data,
  effectiveOn: toDbDate(effectiveOn),
  recordedAt: now,
  actorId,
  inboxId,
});

export const registeredEvent = (taskId: number, cause: ImportCause): EventRow =>
  event({ taskId, assignmentId: null }, "registered", { by: "import" }, cause.on, cause);

/** The history of one assignment as the sheet tells it, in order. */
export function assignmentEvents(
  { id, taskId, agencyId, role, task }: Stored,
  resultId: number | null,
  cause: ImportCause,
): EventRow[] {
  const { deadline, status, percent } = task;
  const about = { taskId, assignmentId: id };
  const reported = { ...about, onBehalfOfId: agencyId };
  const events: EventRow[] = [
    event(
      about,
      "assigned",
      {
        agencyId,
        role,
        deadlineKind: deadline.kind,
        dueOn: deadline.dueOn,
        phrase: deadline.phrase,
      },
      task.issuedOn,
      cause,
    ),
  ];
  const day = submissionDay(task, cause);
  const lead = role === "lead";
  const under = status === "in_progress" || (percent ?? 0) > 0;
  if (lead && status !== "done" && under) {
    const reportedOn = status === "awaiting_confirmation" ? day : cause.on;
    events.push(event(reported, "progressed", { percent }, reportedOn, cause));
  }
  if (resultId !== null) {
    const submitted = { resultId, submittedOn: day };
    events.push(event(reported, "submitted", submitted, day, cause));
  }
  if (status === "done") {
    events.push(event(about, "confirmed", { resultId, completedOn: day }, day, cause));
  }
  const reason = task.note ?? task.result ?? "";
  if (status === "paused") events.push(event(about, "paused", { reason }, cause.on, cause));
  if (status === "cancelled") events.push(event(about, "cancelled", { reason }, cause.on, cause));
  return events;
}
