import type { Tx } from "#src/database/client.ts";
import type { Actor } from "#src/people/actor.ts";
import { may } from "#src/people/permissions.ts";
import type { WaitingResult } from "./choose-results.ts";

type Which = { taskId: number } | { resultIds: readonly number[] };

/** Results that wait for a decision, in the order of the agencies, as this person sees them. */
export const waitingResults = async (
  tx: Tx,
  which: Which,
  actor: Actor,
): Promise<WaitingResult[]> => {
  const rows = await tx.result.findMany({
    where: {
      decision: "pending",
      ...("resultIds" in which ? { id: { in: [...which.resultIds] } } : {}),
      assignment: {
        role: "lead",
        state: "awaiting_confirmation",
        task: { status: "registered" },
        ...("taskId" in which ? { taskId: which.taskId } : {}),
      },
    },
    select: {
      id: true,
      assignmentId: true,
      submittedById: true,
      assignment: {
        select: { occurrence: true, agency: { select: { id: true, name: true } } },
      },
    },
    orderBy: [{ assignment: { agency: { sortOrder: "asc" } } }, { id: "asc" }],
  });
  const contradictions = await tx.contradiction.findMany({
    where: { resultId: { in: rows.map(({ id }) => id) }, closedAt: null },
    select: { resultId: true },
  });
  const contradicted = new Set(contradictions.map(({ resultId }) => resultId));
  return rows.map(({ id, assignmentId, submittedById, assignment: { agency, occurrence } }) => ({
    resultId: id,
    assignmentId,
    agency,
    occurrence,
    mayDecide: may(actor, "decide", agency.id),
    enteredByThem: submittedById === actor.personId,
    contradicted: contradicted.has(id),
  }));
};
