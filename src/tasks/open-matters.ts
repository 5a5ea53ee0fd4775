// What an assignment leaves open when its agency no longer has it: a request for another date is
// withdrawn, blockers and requests for an explanation are closed, each with its event.
import type { Tx } from "#src/database/client.ts";
import { type Cause, recordEvent } from "./assignment-store.ts";

export type ClosedMatters = { extensions: number; blockers: number; explanations: number };

export const closeOpenMatters = async (
  tx: Tx,
  assignment: { id: number; taskId: number },
  note: string,
  cause: Cause,
): Promise<ClosedMatters> => {
  const about = { taskId: assignment.taskId, assignmentId: assignment.id };
  const ofIt = { assignmentId: assignment.id };

  const extensions = await tx.extension.findMany({ where: { ...ofIt, status: "open" } });
  for (const { id } of extensions) {
    // Nobody decided about it: only when and why it ended is kept.
    const data = { status: "withdrawn" as const, decidedAt: cause.at, decisionNote: note };
    await tx.extension.update({ where: { id }, data });
    await recordEvent(tx, about, "extension_withdrawn", { extensionId: id }, cause);
  }

  const closed = { closedAt: cause.at, closedById: cause.actorId };
  const blockers = await tx.blocker.findMany({ where: { ...ofIt, closedAt: null } });
  for (const { id } of blockers) {
    await tx.blocker.update({ where: { id }, data: closed });
    await recordEvent(tx, about, "blocker_closed", { blockerId: id }, cause);
  }

  const explanations = await tx.explanationRequest.findMany({ where: { ...ofIt, closedAt: null } });
  for (const { id } of explanations) {
    await tx.explanationRequest.update({ where: { id }, data: closed });
    await recordEvent(tx, about, "explanation_closed", { requestId: id }, cause);
  }
  return {
    extensions: extensions.length,
    blockers: blockers.length,
    explanations: explanations.length,
  };
};
