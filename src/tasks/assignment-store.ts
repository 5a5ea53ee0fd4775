// One assignment: found by what a person typed, locked, changed together with its event.
import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, fromDbDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Store, Tx } from "#src/database/client.ts";
import { addAll } from "#src/database/in-chunks.ts";
import { type EventData, type EventKind, eventData } from "./events.ts";
import type { AssignmentFacts } from "./facts.ts";

const include = {
  agency: { select: { id: true, name: true, code: true } },
  holder: { select: { id: true, fullName: true } },
  task: {
    include: {
      document: true,
      leaderInCharge: { select: { id: true, fullName: true } },
      coordination: true,
      assignments: {
        select: { agencyId: true, role: true, agency: { select: { name: true, code: true } } },
      },
    },
  },
} satisfies Prisma.AssignmentInclude;

export type AssignmentRow = Prisma.AssignmentGetPayload<{ include: typeof include }>;

const civil = (value: Date | null): CivilDate | null => (value === null ? null : fromDbDate(value));

type FactColumns = Pick<
  AssignmentRow,
  "id" | "taskId" | "agencyId" | "role" | "state" | "deadlineKind"
> &
  Record<"dueOn" | "submittedOn" | "completedOn", Date | null>;

/** The values that the rules take, from the columns of today. */
export const factsOf = (row: FactColumns): AssignmentFacts => ({
  id: row.id,
  taskId: row.taskId,
  agencyId: row.agencyId,
  role: row.role,
  state: row.state,
  deadlineKind: row.deadlineKind,
  dueOn: civil(row.dueOn),
  submittedOn: civil(row.submittedOn),
  completedOn: civil(row.completedOn),
});

/** The parts of a deadline that are shown to people (`deadlineText`). */
export const deadlineShown = (row: AssignmentRow) => ({
  kind: row.deadlineKind,
  dueOn: civil(row.dueOn),
  boundary: row.boundary,
  phrase: row.deadlinePhrase,
});

/** The columns of a deadline, for another assignment that takes it over as it stands. */
export const sameDeadline = (row: AssignmentRow) => ({
  deadlineKind: row.deadlineKind,
  dueOn: row.dueOn,
  originalDueOn: row.originalDueOn,
  aimOn: row.aimOn,
  boundary: row.boundary,
  frequency: row.frequency,
  deadlinePhrase: row.deadlinePhrase,
  deadlineSure: row.deadlineSure,
  extensionCount: row.extensionCount,
});

export const findAssignments = (
  store: Store,
  where: Prisma.AssignmentWhereInput,
  page?: { skip: number; take: number; orderBy: Prisma.AssignmentOrderByWithRelationInput[] },
): Promise<AssignmentRow[]> => store.assignment.findMany({ where, include, ...page });

/** Loads an assignment for a change: nobody else changes it until this transaction ends. */
export const lockAssignment = async (tx: Tx, id: number): Promise<AssignmentRow> => {
  await tx.$queryRaw`SELECT 1 FROM "Assignment" WHERE "id" = ${id} FOR UPDATE`;
  return tx.assignment.findUniqueOrThrow({ where: { id }, include });
};

/** As `lockAssignment` for many, always in the same order: two who do so at once wait in turn. */
export const lockAssignments = async (tx: Tx, ids: readonly number[]): Promise<AssignmentRow[]> => {
  await tx.$queryRaw`
    SELECT 1 FROM "Assignment" WHERE "id" = ANY(${[...ids]}::int[]) ORDER BY "id" FOR UPDATE`;
  const orderBy = [{ agency: { sortOrder: "asc" as const } }, { id: "asc" as const }];
  return findAssignments(tx, { id: { in: [...ids] } }, { skip: 0, take: ids.length, orderBy });
};

export type Cause = {
  /** The civil day that the change takes effect. */
  on: CivilDate;
  /** The moment that it is recorded. */
  at: Date;
  actorId: number | null;
  inboxId: bigint | null;
  onBehalfOfId?: number | null;
};

type EventAbout = { taskId: number; assignmentId: number | null };

const eventRow = <K extends EventKind>(
  about: EventAbout,
  kind: K,
  data: EventData<K>,
  cause: Cause,
): Prisma.TaskEventCreateManyInput => ({
  ...about,
  kind,
  data: eventData[kind].parse(data) as Prisma.InputJsonObject,
  effectiveOn: toDbDate(cause.on),
  recordedAt: cause.at,
  actorId: cause.actorId,
  inboxId: cause.inboxId,
  onBehalfOfId: cause.onBehalfOfId ?? null,
});

/** Appends to a task's history; `data` is checked against its kind. */
export const recordEvent = async <K extends EventKind>(
  tx: Tx,
  about: EventAbout,
  kind: K,
  data: EventData<K>,
  cause: Cause,
): Promise<void> => {
  await tx.taskEvent.create({ data: eventRow(about, kind, data, cause) });
};

/** As `recordEvent` for many at once: a duty of all agencies has one event for each. */
export const recordEvents = async <K extends EventKind>(
  tx: Tx,
  events: readonly { about: EventAbout; kind: K; data: EventData<K> }[],
  cause: Cause,
): Promise<void> => {
  await addAll(
    events.map(({ about, kind, data }) => eventRow(about, kind, data, cause)),
    (data) => tx.taskEvent.createMany({ data }),
  );
};

/** The only way to change an assignment: its columns, its version and its event together. */
export const changeAssignment = async <K extends EventKind>(
  tx: Tx,
  row: { id: number; taskId: number },
  columns: Prisma.AssignmentUncheckedUpdateInput,
  kind: K,
  data: EventData<K>,
  cause: Cause,
): Promise<void> => {
  await tx.assignment.update({
    where: { id: row.id },
    data: { ...columns, version: { increment: 1 } },
  });
  await recordEvent(tx, { taskId: row.taskId, assignmentId: row.id }, kind, data, cause);
};
