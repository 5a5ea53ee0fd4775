// Blockers in the database: which wait for an answer, and which are open.
import type { Prisma } from "#prisma/generated/client.ts";
import type { Store } from "#src/database/client.ts";

const include = {
  assignment: {
    include: {
      agency: { select: { id: true, name: true, code: true } },
      task: { select: { id: true, content: true, leaderInChargeId: true, restricted: true } },
    },
  },
} satisfies Prisma.BlockerInclude;

export type BlockerRow = Prisma.BlockerGetPayload<{ include: typeof include }>;

/** Those that nobody has answered yet, the longest waiting first. */
export const waitingBlockers = (store: Store): Promise<BlockerRow[]> =>
  store.blocker.findMany({
    where: { answeredAt: null, closedAt: null, assignment: { task: { status: "registered" } } },
    include,
    orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
  });

/** What is shown of an assignment: the open ones. */
export const openBlockersOf = (store: Store, assignmentId: number) =>
  store.blocker.findMany({
    where: { assignmentId, closedAt: null },
    include: { attachments: { include: { file: true } } },
    orderBy: { id: "asc" },
  });
