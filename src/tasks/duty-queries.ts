import type { Prisma } from "#prisma/generated/client.ts";

/**
 * Leaves out recurring duties of which an occurrence is under way: the occurrence is what is to be
 * done, and stands for both.
 */
export const withoutDutiesUnderWay: Prisma.AssignmentWhereInput = {
  NOT: {
    deadlineKind: "recurrence",
    occurrence: "",
    followers: {
      some: {
        occurrence: { not: "" },
        state: { in: ["assigned", "received", "in_progress", "awaiting_confirmation"] },
      },
    },
  },
};
