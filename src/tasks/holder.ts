// Người phụ trách: who inside an agency holds an assignment. Its alerts go to the holder.
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { type AssignmentRow, type Cause, changeAssignment } from "./assignment-store.ts";

/**
 * May somebody put an assignment into a colleague's hands, or let go of it? The head any of the
 * agency's; an official what nobody holds, and what they hold themselves or for a colleague on
 * leave. `heldBy` null: nobody, or somebody who is no longer there.
 */
export const mayHandOver = (of: {
  change: boolean;
  name: boolean;
  heldBy: number | null;
  standsFor: readonly number[];
}): boolean => of.change || (of.name && (of.heldBy === null || of.standsFor.includes(of.heldBy)));

/** Names the holder of a locked assignment; null = nobody. */
export const setHolder = async (
  tx: Tx,
  assignment: AssignmentRow,
  holderId: number | null,
  cause: Cause,
): Promise<void> => {
  await changeAssignment(tx, assignment, { holderId }, "holder_changed", { holderId }, cause);
  await audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    action: "change holder",
    subject: `assignment:${assignment.id}`,
    inboxId: cause.inboxId,
    data: { from: assignment.holderId, to: holderId },
  });
};
