// Opens occurrences of recurring duties: assignments of their own, with their events.
import type { Prisma } from "#prisma/generated/client.ts";
import { toDbDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import type { Cause } from "./assignment-store.ts";
import { formerAgencies } from "./duty-origins.ts";
import { eventData } from "./events.ts";
import type { Occurrence } from "./occurrences.ts";

const LIVE = ["assigned", "received", "in_progress", "awaiting_confirmation"] as const;

const select = {
  id: true,
  taskId: true,
  agencyId: true,
  state: true,
  holderId: true,
  deadlineKind: true,
  occurrence: true,
  frequency: true,
  deadlinePhrase: true,
  deadlineSure: true,
  boundary: true,
  assignedOn: true,
  task: { select: { registeredOn: true } },
} satisfies Prisma.AssignmentSelect;

export type LiveDuty = Prisma.AssignmentGetPayload<{ select: typeof select }>;

/** Duties of lead agencies that go on, with a frequency; a coordinating agency has no occurrences. */
export const liveDuties = (tx: Tx): Promise<LiveDuty[]> =>
  tx.assignment.findMany({
    where: {
      role: "lead",
      deadlineKind: "recurrence",
      occurrence: "",
      frequency: { isEmpty: false },
      state: { in: [...LIVE] },
      task: { status: "registered" },
    },
    orderBy: { id: "asc" },
    select,
  });

export type Opening = { duty: LiveDuty; occurrence: Occurrence };

const pair = (of: { taskId: number; agencyId: number }): string => `${of.taskId}:${of.agencyId}`;

type Known = { keys: Set<string>; received: boolean; holderId: number | null };

/** What is there of each duty already; the latest occurrence tells who holds it. */
const knownOf = async (tx: Tx, openings: readonly Opening[]): Promise<Map<string, Known>> => {
  const rows = await tx.assignment.findMany({
    where: {
      taskId: { in: [...new Set(openings.map(({ duty }) => duty.taskId))] },
      occurrence: { not: "" },
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: { taskId: true, agencyId: true, occurrence: true, state: true, holderId: true },
  });
  const known = new Map<string, Known>();
  for (const row of rows) {
    const before = known.get(pair(row));
    known.set(pair(row), {
      keys: (before?.keys ?? new Set<string>()).add(row.occurrence),
      received:
        before?.received === true || (row.state !== "assigned" && row.state !== "cancelled"),
      holderId: row.holderId,
    });
  }
  return known;
};

const rowOf = (
  { duty, occurrence }: Opening,
  known: Known | undefined,
  { on }: Cause,
): Prisma.AssignmentCreateManyInput => {
  const due = toDbDate(occurrence.dueOn);
  // A duty that was received once need not be received again for each of its periods.
  const received = duty.state !== "assigned" || known?.received === true;
  return {
    taskId: duty.taskId,
    agencyId: duty.agencyId,
    role: "lead",
    occurrence: occurrence.key,
    state: received ? "received" : "assigned",
    holderId: known?.holderId ?? duty.holderId,
    assignedOn: toDbDate(on),
    deadlineKind: "date",
    dueOn: due,
    originalDueOn: due,
    aimOn: toDbDate(occurrence.aimOn),
    boundary: duty.boundary,
    deadlinePhrase: duty.deadlinePhrase,
    deadlineSure: duty.deadlineSure,
    originId: duty.id,
  };
};

/** Opens those that are not there yet, each once for ever; ids of the new assignments. */
export const openOccurrences = async (
  tx: Tx,
  openings: readonly Opening[],
  cause: Cause,
): Promise<number[]> => {
  if (openings.length === 0) return [];
  const known = await knownOf(tx, openings);
  const former = await formerAgencies(tx, [...new Set(openings.map(({ duty }) => duty.id))]);
  // What an agency that had the duty before has reported on is done.
  const isThere = ({ duty, occurrence }: Opening): boolean =>
    [duty.agencyId, ...(former.get(duty.id) ?? [])].some((agencyId) =>
      known.get(pair({ taskId: duty.taskId, agencyId }))?.keys.has(occurrence.key),
    );
  const missing = openings.filter((opening) => !isThere(opening));
  const created = await tx.assignment.createManyAndReturn({
    data: missing.map((one) => rowOf(one, known.get(pair(one.duty)), cause)),
    skipDuplicates: true,
  });
  const dueOf = new Map(
    missing.map(({ duty, occurrence }) => [`${duty.id}:${occurrence.key}`, occurrence.dueOn]),
  );
  const common = {
    effectiveOn: toDbDate(cause.on),
    recordedAt: cause.at,
    actorId: cause.actorId,
    inboxId: cause.inboxId,
  };
  const events = created.flatMap((row): Prisma.TaskEventCreateManyInput[] => {
    const about = { ...common, taskId: row.taskId, assignmentId: row.id };
    const data = eventData.assigned.parse({
      agencyId: row.agencyId,
      role: row.role,
      deadlineKind: row.deadlineKind,
      dueOn: dueOf.get(`${row.originId}:${row.occurrence}`),
      phrase: row.deadlinePhrase,
      originId: row.originId ?? undefined,
    });
    const assigned = { ...about, kind: "assigned", data };
    return row.state === "received"
      ? [assigned, { ...about, kind: "received", data: {} }]
      : [assigned];
  });
  await tx.taskEvent.createMany({ data: events });
  for (const taskId of new Set(created.map((row) => row.taskId))) {
    const assignments = created.filter((row) => row.taskId === taskId);
    await audit(tx, {
      at: cause.at,
      actorId: cause.actorId,
      actorLabel: "job:open-occurrences",
      action: "open occurrences",
      subject: `task:${taskId}`,
      inboxId: cause.inboxId,
      data: { assignments: assignments.map(({ id }) => id) },
    });
  }
  return created.map(({ id }) => id);
};
