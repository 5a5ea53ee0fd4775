// Requests for an explanation in the database: which are open, answered, or overdue.
import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import { eventData } from "./events.ts";

const include = {
  agency: { select: { id: true, name: true, code: true } },
  assignment: {
    include: {
      agency: { select: { id: true, name: true, code: true } },
      task: { select: { id: true, content: true, leaderInChargeId: true, restricted: true } },
    },
  },
} satisfies Prisma.ExplanationRequestInclude;

export type ExplanationRow = Prisma.ExplanationRequestGetPayload<{ include: typeof include }>;

const find = (store: Store, where: Prisma.ExplanationRequestWhereInput) =>
  store.explanationRequest.findMany({
    where: { closedAt: null, task: { status: "registered" }, ...where },
    include,
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  });

/** Unanswered after their deadline, the longest overdue first. */
export const overdueExplanations = (store: Store, today: CivilDate): Promise<ExplanationRow[]> =>
  find(store, { answeredAt: null, dueOn: { lt: toDbDate(today) } });

/** Answered, and to be looked at by whoever asked. */
export const answeredExplanations = (store: Store): Promise<ExplanationRow[]> =>
  find(store, { answeredAt: { not: null } });

/** What is shown of an assignment: the open ones. */
export const openExplanationsOf = (store: Store, assignmentIds: readonly number[]) =>
  store.explanationRequest.findMany({
    where: { assignmentId: { in: [...assignmentIds] }, closedAt: null },
    include: { attachments: { include: { file: true } } },
    orderBy: { id: "asc" },
  });

/** Whoever asked, and whoever asked for more since. */
export const askersOf = async (
  store: Store,
  { id, taskId, askedById }: { id: number; taskId: number; askedById: number | null },
): Promise<number[]> => {
  const events = await store.taskEvent.findMany({
    where: { taskId, kind: "explanation_asked" },
    orderBy: { id: "asc" },
    select: { actorId: true, data: true },
  });
  const later = events.flatMap(({ actorId, data }) => {
    const read = eventData.explanation_asked.safeParse(data);
    return read.success && read.data.requestId === id && actorId !== null ? [actorId] : [];
  });
  return [...new Set([...(askedById === null ? [] : [askedById]), ...later])];
};
