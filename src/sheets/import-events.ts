// The history of imported assignments as far as a sheet tells it.
import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, earlier, later, toDbDate } from "#src/calendar/civil-date.ts";
import type { EventData, EventKind } from "#src/tasks/events.ts";
import { type ImportCause, type Stored, submissionDay } from "./import-rows.ts";
import type { SheetShare, SheetTask } from "./sheet-row.ts";

type EventRow = Prisma.TaskEventCreateManyInput;
type About = { taskId: number; assignmentId: number | null; onBehalfOfId?: number | null };

const event = <K extends EventKind>(
  about: About,
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

/** A date can be moved only before it is past: that late, at the latest, it took effect. */
function movedEvent(about: About, task: SheetTask, share: SheetShare, cause: ImportCause) {
  const { moved, deadline, deadlineText } = share;
  if (moved === null || deadline.dueOn === null) return [];
  const data = { from: deadline.dueOn, to: moved.to, authority: deadlineText };
  const correction = moved.times === 0 ? { correction: true } : {};
  const on = later(task.issuedOn, earlier(cause.on, deadline.dueOn));
  return [event(about, "due_changed", { ...data, ...correction }, on, cause)];
}

/** Why it is set aside: an office's sheet says so in its notes, an export beside the status. */
const reasonOf = ({ note, exported }: SheetTask, { result }: SheetShare): string =>
  exported ? (result ?? "") : (note ?? result ?? "");

/** The history of one assignment as the sheet tells it, in order. */
export function assignmentEvents(
  { id, taskId, agencyId, role, originId, task, share }: Stored,
  resultId: number | null,
  cause: ImportCause,
): EventRow[] {
  const { deadline, status, percent } = share;
  const about = { taskId, assignmentId: id };
  const reported = { ...about, onBehalfOfId: agencyId };
  const assigned = {
    agencyId,
    role,
    deadlineKind: deadline.kind,
    dueOn: deadline.dueOn,
    phrase: deadline.phrase,
    ...(originId === null ? {} : { originId }),
  };
  const lead = role === "lead";
  const events = [
    event(about, "assigned", assigned, task.issuedOn, cause),
    ...(lead ? movedEvent(about, task, share, cause) : []),
  ];
  const day = submissionDay(share, cause);
  const under = status === "in_progress" || (percent ?? 0) > 0;
  if (lead && status === "received") events.push(event(reported, "received", {}, cause.on, cause));
  if (lead && status !== "done" && under) {
    const reportedOn = status === "awaiting_confirmation" ? day : cause.on;
    events.push(event(reported, "progressed", { percent }, reportedOn, cause));
  }
  if (resultId !== null) {
    const submitted = { resultId, submittedOn: day };
    events.push(event(reported, "submitted", submitted, day, cause));
  }
  // Whoever coordinates ends with the task, not with one of its leads.
  const ends = lead || task.shares.every((one) => one.status === status);
  if (ends && status === "done") {
    events.push(event(about, "confirmed", { resultId, completedOn: day }, day, cause));
  }
  const reason = reasonOf(task, share);
  if (ends && status === "paused") {
    events.push(event(about, "paused", { reason }, cause.on, cause));
  }
  if (ends && status === "cancelled") {
    events.push(event(about, "cancelled", { reason }, cause.on, cause));
  }
  return events;
}
