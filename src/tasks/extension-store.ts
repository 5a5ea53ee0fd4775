// Extensions in the database: what was asked, what is open, what was decided.
import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, civilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import { eventData } from "./events.ts";

const include = {
  assignment: {
    include: {
      agency: { select: { id: true, name: true, code: true } },
      task: { select: { id: true, content: true, leaderInChargeId: true } },
    },
  },
} satisfies Prisma.ExtensionInclude;

export type ExtensionRow = Prisma.ExtensionGetPayload<{ include: typeof include }>;

/** Those that await a decision, the longest waiting first. */
export const pendingExtensions = (store: Store): Promise<ExtensionRow[]> =>
  store.extension.findMany({
    where: { status: "open", assignment: { task: { status: "registered" } } },
    include,
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
  });

export const openExtensionOf = (store: Store, assignmentId: number) =>
  store.extension.findFirst({ where: { assignmentId, status: "open" } });

/** The open extensions of a task's assignments, by assignment. */
export const openExtensionsOf = async (store: Store, taskId: number) => {
  const rows = await store.extension.findMany({
    where: { status: "open", assignment: { taskId } },
    include,
  });
  return new Map(rows.map((row) => [row.assignmentId, row]));
};

/** The day that each approved extension of an assignment granted: the row holds what was asked. */
export const grantedDays = async (
  store: Store,
  assignmentId: number,
): Promise<Map<number, CivilDate>> => {
  const events = await store.taskEvent.findMany({
    where: { assignmentId, kind: "due_changed" },
    orderBy: { id: "asc" },
  });
  const granted = new Map<number, CivilDate>();
  for (const { data } of events) {
    const read = eventData.due_changed.safeParse(data);
    if (!read.success) continue;
    const { extensionId, to } = read.data;
    if (extensionId !== undefined && to !== null) granted.set(extensionId, civilDate(to));
  }
  return granted;
};

/** Every extension of an assignment, the first asked first, with the names of who decided. */
export const extensionHistory = async (store: Store, assignmentId: number) => {
  const rows = await store.extension.findMany({
    where: { assignmentId },
    include: { attachments: { include: { file: true } } },
    orderBy: { id: "asc" },
  });
  if (rows.length === 0) return [];
  const granted = await grantedDays(store, assignmentId);
  const ids = rows.flatMap(({ decidedById }) => (decidedById === null ? [] : [decidedById]));
  const people = await store.person.findMany({ where: { id: { in: ids } } });
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return rows.map((row) => ({
    ...row,
    fromDueOn: fromDbDate(row.fromDueOn),
    toDueOn: fromDbDate(row.toDueOn),
    askedOn: fromDbDate(row.askedOn),
    grantedOn: granted.get(row.id) ?? fromDbDate(row.toDueOn),
    decidedBy: names.get(row.decidedById ?? 0) ?? null,
  }));
};
