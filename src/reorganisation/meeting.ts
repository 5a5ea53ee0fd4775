// What becomes of a moving assignment where its new agency may have one of the same task already:
// no agency leads a task twice, an open duty is never lost, and what is finished stays as it is.
import type { AssignmentRole, AssignmentState } from "#prisma/generated/enums.ts";

export type Standing = { role: AssignmentRole; state: AssignmentState };

/**
 * - "new": the agency gets an assignment of its own
 * - "merge": it is folded into the one that is there
 * - "restart": the one that is there begins again as the moving one (it had ended, rested, or
 *   only coordinated)
 * - "beside": the one that is there is finished and stays; the open duty stands beside it
 */
export type Meeting = "new" | "merge" | "restart" | "beside";

export const meet = (moving: Standing, there: Standing | null): Meeting => {
  if (there === null) return "new";
  const outranks = moving.role === "lead" && there.role === "coordinating";
  switch (there.state) {
    case "done":
      return moving.role === "lead" ? "beside" : "merge";
    case "cancelled":
    case "transferred":
      return "restart";
    case "paused":
      if (moving.role === "coordinating" && there.role === "lead") return "merge";
      return outranks || moving.state !== "paused" ? "restart" : "merge";
    default:
      return outranks ? "restart" : "merge";
  }
};

/** Open, waiting or resting: what goes along when its agency changes. */
export const movableStates: readonly AssignmentState[] = [
  "assigned",
  "received",
  "in_progress",
  "awaiting_confirmation",
  "paused",
];
