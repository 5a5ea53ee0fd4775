// Everything that waits for somebody on a day, with the day since which it does.
import { type CivilDate, compareDates, fromDbDate, toDbDate } from "#src/calendar/civil-date.ts";
import { civilToday } from "#src/calendar/zone.ts";
import type { Tx } from "#src/database/client.ts";
import { findAssignments } from "#src/tasks/assignment-store.ts";
import type { EventKind } from "#src/tasks/events.ts";
import { openStates } from "#src/tasks/state.ts";
import type { Shown, Waiting, WaitingKind } from "./matter.ts";

/** What an agency did, or what it had to wait for before it could do something. */
const ACTIVITY: readonly EventKind[] = [
  "progressed",
  "submitted",
  "extension_asked",
  "blocker_raised",
  "blocker_answered",
  "explanation_answered",
  "returned",
  "resumed",
  // Before it was in the register nobody could know of it.
  "assigned",
];

type Found = Omit<Waiting, "lastActivity">;

/** Where the row does not name its assignment: the lead of that task (and agency). */
type Loose = Omit<Found, "assignmentId"> & {
  assignmentId: number | null;
  taskId: number;
  agencyId?: number;
};

/** What was finished or set aside meanwhile waits for nobody. */
const alive = { state: { in: [...openStates, "awaiting_confirmation" as const] } };

const decisions = async (tx: Tx): Promise<(Found | Loose)[]> => {
  const results = await tx.result.findMany({
    where: { decision: "pending", assignment: { state: "awaiting_confirmation" } },
  });
  const extensions = await tx.extension.findMany({
    where: { status: "open", assignment: alive },
  });
  const blockers = await tx.blocker.findMany({
    where: {
      answeredAt: null,
      closedAt: null,
      OR: [{ assignmentId: null }, { assignment: alive }],
    },
  });
  const contradictions = await tx.contradiction.findMany({
    where: { closedAt: null },
    include: {
      progress: { select: { authorId: true } },
      result: { select: { submittedById: true } },
    },
  });
  return [
    ...results.map(
      (row): Found => ({
        kind: "result",
        id: row.id,
        began: fromDbDate(row.submittedOn),
        enteredById: row.submittedById,
        assignmentId: row.assignmentId,
      }),
    ),
    ...extensions.map(
      (row): Found => ({
        kind: "extension",
        id: row.id,
        began: fromDbDate(row.askedOn),
        enteredById: row.askedById,
        assignmentId: row.assignmentId,
      }),
    ),
    ...blockers.map(
      (row): Loose => ({
        kind: "blocker",
        id: row.id,
        began: civilToday(row.raisedAt),
        enteredById: row.raisedById,
        assignmentId: row.assignmentId,
        taskId: row.taskId,
      }),
    ),
    ...contradictions.map(
      (row): Found => ({
        kind: "contradiction",
        id: row.id,
        began: civilToday(row.at),
        enteredById: row.progress?.authorId ?? row.result?.submittedById ?? null,
        assignmentId: row.assignmentId,
      }),
    ),
  ];
};

const explanations = async (tx: Tx, today: CivilDate): Promise<Loose[]> => {
  const rows = await tx.explanationRequest.findMany({
    where: { answeredAt: null, closedAt: null, dueOn: { lt: toDbDate(today) } },
  });
  return rows.flatMap(({ id, dueOn, assignmentId, taskId, agencyId }): Loose[] => {
    if (dueOn === null) return [];
    const began = fromDbDate(dueOn);
    return [{ kind: "explanation", id, began, enteredById: null, assignmentId, taskId, agencyId }];
  });
};

/** What belongs to no assignment that is led by anybody is left out. */
const withAssignments = async (tx: Tx, found: readonly (Found | Loose)[]): Promise<Found[]> => {
  const taskIds = found.flatMap((one) =>
    one.assignmentId === null && "taskId" in one ? [one.taskId] : [],
  );
  const leads = await tx.assignment.findMany({
    where: { taskId: { in: taskIds }, role: "lead" },
    select: { id: true, taskId: true, agencyId: true },
    orderBy: { id: "asc" },
  });
  const leadOf = (one: Found | Loose): number | undefined => {
    if (one.assignmentId !== null) return one.assignmentId;
    if (!("taskId" in one)) return undefined;
    return leads.find(
      ({ taskId, agencyId }) =>
        taskId === one.taskId && (one.agencyId === undefined || agencyId === one.agencyId),
    )?.id;
  };
  return found.flatMap((one): Found[] => {
    const assignmentId = leadOf(one);
    const { kind, id, began, enteredById } = one;
    return assignmentId === undefined ? [] : [{ kind, id, began, enteredById, assignmentId }];
  });
};

/** Open leads: overdue ones, and those that nobody has received. Overdue is said once, as that. */
const openLeads = async (tx: Tx, today: CivilDate): Promise<Found[]> => {
  const rows = await tx.assignment.findMany({
    where: {
      role: "lead",
      task: { status: "registered" },
      OR: [
        { state: { in: [...openStates] }, dueOn: { lt: toDbDate(today) } },
        {
          state: "assigned",
          assignedOn: { lte: toDbDate(today) },
          // A recurring duty is received by its occurrences.
          followers: { none: { occurrence: { not: "" } } },
        },
      ],
    },
    select: { id: true, dueOn: true, assignedOn: true },
  });
  return rows.map(({ id, dueOn, assignedOn }) => {
    const due = dueOn === null ? null : fromDbDate(dueOn);
    const matter = { id, assignmentId: id, enteredById: null };
    return due !== null && due < today
      ? { ...matter, kind: "overdue", began: due }
      : { ...matter, kind: "unreceived", began: fromDbDate(assignedOn) };
  });
};

const lastActivities = async (tx: Tx, assignmentIds: number[]): Promise<Map<number, CivilDate>> => {
  const rows = await tx.taskEvent.groupBy({
    by: ["assignmentId"],
    where: { assignmentId: { in: assignmentIds }, kind: { in: [...ACTIVITY] } },
    _max: { recordedAt: true },
  });
  return new Map(
    rows.flatMap(({ assignmentId, _max }) =>
      assignmentId === null || _max.recordedAt === null
        ? []
        : [[assignmentId, civilToday(_max.recordedAt)] as const],
    ),
  );
};

/** What the agency does meanwhile does not excuse those who are asked to decide. */
const OWED: readonly WaitingKind[] = ["overdue", "unreceived", "explanation"];

/** What waits on a day, the longest first. */
export const waitingOn = async (tx: Tx, today: CivilDate): Promise<Waiting[]> => {
  const found = [...(await explanations(tx, today)), ...(await decisions(tx))];
  const all = [...(await openLeads(tx, today)), ...(await withAssignments(tx, found))];
  const last = await lastActivities(tx, [...new Set(all.map((one) => one.assignmentId))]);
  return all
    .map((one): Waiting => {
      const activity = OWED.includes(one.kind) ? last.get(one.assignmentId) : undefined;
      return { ...one, lastActivity: activity ?? null };
    })
    .sort((a, b) => compareDates(a.began, b.began) || a.assignmentId - b.assignmentId);
};

/** The assignments of those that are spoken of, as they are shown. */
export const withRows = async (tx: Tx, waiting: readonly Waiting[]): Promise<Shown[]> => {
  const ids = [...new Set(waiting.map(({ assignmentId }) => assignmentId))];
  const rows = new Map(
    (await findAssignments(tx, { id: { in: ids } })).map((row) => [row.id, row]),
  );
  return waiting.flatMap((one): Shown[] => {
    const row = rows.get(one.assignmentId);
    return row === undefined ? [] : [{ ...one, row }];
  });
};
