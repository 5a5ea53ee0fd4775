import type { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "#src/database/client.ts";
import { openStates } from "./state.ts";

const select = {
  id: true,
  taskId: true,
  agencyId: true,
  occurrence: true,
  state: true,
  percent: true,
  dueOn: true,
  deadlineKind: true,
  agency: { select: { id: true, name: true, code: true } },
} satisfies Prisma.AssignmentSelect;

export type LeadLine = Prisma.AssignmentGetPayload<{ select: typeof select }>;

const inOrder: Prisma.AssignmentOrderByWithRelationInput[] = [
  { agency: { sortOrder: "asc" } },
  { agencyId: "asc" },
  { id: "asc" },
];

/** The lead assignments of a task, in the order of the agencies. */
export const leadLines = (tx: Tx, taskId: number): Promise<LeadLine[]> =>
  tx.assignment.findMany({
    where: { taskId, role: "lead", task: { status: "registered" } },
    select,
    orderBy: inOrder,
  });

export type TaskLeads = {
  id: number;
  content: string;
  restricted: boolean;
  assignments: Omit<LeadLine, "agency">[];
};

/** Every task of which some lead assignment is open, with all of its lead assignments. */
export const tasksWithOpenLeads = (
  tx: Tx,
  agencyIds: ReadonlySet<number> | null,
): Promise<TaskLeads[]> => {
  const { agency: _, ...columns } = select;
  const role = "lead" as const;
  const ofThem = agencyIds === null ? {} : { agencyId: { in: [...agencyIds] } };
  return tx.task.findMany({
    where: {
      status: "registered",
      assignments: { some: { role, state: { in: [...openStates] }, ...ofThem } },
    },
    select: {
      id: true,
      content: true,
      restricted: true,
      assignments: { where: { role, ...ofThem }, select: columns },
    },
    orderBy: { id: "asc" },
  });
};
