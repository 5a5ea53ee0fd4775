// What a decision about agencies finds: their open assignments, what those who receive have of the
// same tasks, their members.
import { type Directory, standingFor } from "#src/agencies/directory.ts";
import { type CivilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import type { Role } from "#src/people/actor.ts";
import { eventData } from "#src/tasks/events.ts";
import { movableStates } from "./meeting.ts";
import type { Held, Movable } from "./plan-moves.ts";

export type OpenRow = Movable & { content: string; area: string | null; code: string };
export type Member = { personId: number; fullName: string; agencyId: number; role: Role };

/** Whose assignments move: those that end, and whoever has those of the others by now. */
export const sourcesOf = (
  directory: Directory,
  { fromIds, endedIds }: { fromIds: readonly number[]; endedIds: readonly number[] },
  on: CivilDate,
): number[] => {
  const others = fromIds.filter((id) => !endedIds.includes(id));
  const standing = others.flatMap((id) => standingFor(directory, id, on).map((one) => one.id));
  return [...new Set([...endedIds, ...standing])];
};

const select = {
  id: true,
  taskId: true,
  agencyId: true,
  role: true,
  occurrence: true,
  state: true,
  dueOn: true,
  agency: { select: { code: true } },
  task: { select: { content: true, area: true } },
} as const;

/** Open, waiting or resting assignments of agencies, and others by id; in order of tasks. */
export const openRows = async (
  store: Store,
  agencyIds: readonly number[],
  ids: readonly number[] = [],
): Promise<OpenRow[]> => {
  const rows = await store.assignment.findMany({
    where: {
      state: { in: [...movableStates] },
      task: { status: "registered" },
      OR: [{ agencyId: { in: [...agencyIds] } }, { id: { in: [...ids] } }],
    },
    orderBy: [{ taskId: "asc" }, { id: "asc" }],
    select,
  });
  return rows.map(({ dueOn, agency, task, ...row }) => ({
    ...row,
    ...task,
    code: agency.code,
    dueOn: dueOn === null ? null : fromDbDate(dueOn),
  }));
};

/** Whatever some agencies have of some tasks, finished or not. */
export const heldOf = async (
  store: Store,
  taskIds: readonly number[],
  agencyIds: readonly number[],
): Promise<Held[]> =>
  store.assignment.findMany({
    where: { taskId: { in: [...taskIds] }, agencyId: { in: [...agencyIds] } },
    orderBy: { id: "asc" },
    select: { id: true, taskId: true, agencyId: true, role: true, occurrence: true, state: true },
  });

export const membersOf = async (store: Store, agencyIds: readonly number[]): Promise<Member[]> => {
  const rows = await store.membership.findMany({
    where: { agencyId: { in: [...agencyIds] }, endedAt: null, person: { active: true } },
    orderBy: { id: "asc" },
    include: { person: { select: { fullName: true } } },
  });
  return rows.flatMap(({ personId, agencyId, role, person }) =>
    agencyId === null ? [] : [{ personId, agencyId, role, fullName: person.fullName }],
  );
};

/** Where a transferred assignment went: what its receiver has of the same duty. */
const heirOf = async (store: Store, id: number): Promise<number | null> => {
  const went = await store.taskEvent.findFirst({
    where: { assignmentId: id, kind: "transferred" },
    orderBy: { id: "desc" },
    select: { data: true, assignment: { select: { taskId: true, occurrence: true } } },
  });
  if (went?.assignment == null) return null;
  const { taskId, occurrence } = went.assignment;
  const { toAgencyId: agencyId } = eventData.transferred.parse(went.data);
  const beside = await store.assignment.findFirst({
    where: { originId: id, agencyId },
    select: { id: true },
  });
  if (beside !== null) return beside.id;
  const same = await store.assignment.findUnique({
    where: { taskId_agencyId_occurrence: { taskId, agencyId, occurrence } },
    select: { id: true },
  });
  return same?.id ?? null;
};

/** An assignment that was transferred since: where its duty is by now. */
export const currentOfDuty = async (store: Store, id: number): Promise<number> => {
  let at = id;
  for (const seen = new Set<number>(); !seen.has(at); ) {
    seen.add(at);
    const row = await store.assignment.findUnique({ where: { id: at }, select: { state: true } });
    const heir = row?.state === "transferred" ? await heirOf(store, at) : null;
    if (heir === null) return at;
    at = heir;
  }
  return at;
};
