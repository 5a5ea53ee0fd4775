// A small register in a test database: groups, agencies, assignments with their events.
import type { Prisma } from "#prisma/generated/client.ts";
import { toDbDate } from "#src/calendar/civil-date.ts";
import { instantAt } from "#src/calendar/zone.ts";
import type { Store } from "#src/database/client.ts";
import type { EventKind } from "#src/tasks/events.ts";
import { d } from "./facts.ts";

export const at = (day: string, clock = "09:00"): Date => instantAt(d(day), clock);

export const makeGroup = (tx: Store, name: string, sortOrder = 0, minDue = 1) =>
  tx.agencyGroup.create({ data: { name, sortOrder, minDue } });

export const makeAgency = (
  tx: Store,
  groupId: number | null,
  code: string,
  more: Partial<Prisma.AgencyUncheckedCreateInput> = {},
) => tx.agency.create({ data: { name: `Sở ${code}`, code, type: "sở", groupId, ...more } });

type Happening = { kind: EventKind; on: string; data?: Prisma.InputJsonObject };

type Given = {
  agencyId: number;
  dueOn?: string | null;
  assignedOn?: string;
  /** Today's columns. */
  columns?: Partial<Prisma.AssignmentUncheckedCreateInput>;
  /** What happened after it was assigned. */
  events?: Happening[];
  taskId?: number;
};

export const makeTask = (tx: Store, content = "Rà soát thủ tục", restricted = false) =>
  tx.task.create({ data: { content, restricted, registeredOn: toDbDate(d("2026-01-02")) } });

/** A dated lead assignment given on 2026-01-02 unless said otherwise, with its history. */
export async function give(tx: Store, given: Given) {
  const { agencyId, dueOn = "2026-11-20", assignedOn = "2026-01-02", columns, events = [] } = given;
  const taskId = given.taskId ?? (await makeTask(tx)).id;
  const due = dueOn === null ? null : toDbDate(d(dueOn));
  const assignment = await tx.assignment.create({
    data: {
      taskId,
      agencyId,
      role: "lead",
      assignedOn: toDbDate(d(assignedOn)),
      deadlineKind: due === null ? "none" : "date",
      dueOn: due,
      originalDueOn: due,
      deadlinePhrase: "",
      ...columns,
    },
  });
  const assigned: Happening = {
    kind: "assigned",
    on: assignedOn,
    data: {
      agencyId,
      role: assignment.role,
      deadlineKind: due === null ? "none" : "date",
      dueOn,
      phrase: "",
    },
  };
  await happen(tx, assignment, [assigned, ...events]);
  return assignment;
}

const happen = (tx: Store, of: { id: number; taskId: number }, events: readonly Happening[]) =>
  tx.taskEvent.createMany({
    data: events.map(({ kind, on, data }) => ({
      taskId: of.taskId,
      assignmentId: of.id,
      kind,
      effectiveOn: toDbDate(d(on)),
      recordedAt: at(on),
      data: data ?? {},
    })),
  });

/** Writes only what took effect by `asOf`; the function given back writes the rest. */
export async function giveAsOf(
  tx: Store,
  whole: Given,
  asOf: string,
): Promise<() => Promise<void>> {
  const { events = [], columns = {} } = whole;
  const byThen = events.filter(({ on }) => on <= asOf);
  const columnsThen =
    byThen.length === events.length
      ? columns
      : byThen.length > 0
        ? { state: "awaiting_confirmation" as const, submittedOn: columns.submittedOn ?? null }
        : {};
  const assignment = await give(tx, { ...whole, columns: columnsThen, events: byThen });
  return async () => {
    await happen(
      tx,
      assignment,
      events.filter(({ on }) => on > asOf),
    );
    await tx.assignment.update({ where: { id: assignment.id }, data: columns });
  };
}

/** Handed in and confirmed on the same day. */
export const finished = (
  agencyId: number,
  completedOn: string,
  dueOn = "2026-11-20",
  confirmedOn = completedOn,
): Given => ({
  agencyId,
  dueOn,
  columns: {
    state: "done",
    submittedOn: toDbDate(d(completedOn)),
    completedOn: toDbDate(d(completedOn)),
  },
  events: [
    { kind: "submitted", on: completedOn, data: { resultId: 1, submittedOn: completedOn } },
    { kind: "confirmed", on: confirmedOn, data: { resultId: 1, completedOn } },
  ],
});
