import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { type AssignmentRow, type Cause, changeAssignment } from "./assignment-store.ts";
import { after } from "./state.ts";

/** Đã nhận: on a locked assignment; false where it was received before, or takes it no more. */
export const receiveAssignment = async (
  tx: Tx,
  assignment: AssignmentRow,
  cause: Cause,
): Promise<boolean> => {
  const state = after(assignment.state, "receive");
  if (state === null) return false;
  await changeAssignment(tx, assignment, { state }, "received", {}, cause);
  await audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    action: "receive",
    subject: `assignment:${assignment.id}`,
    inboxId: cause.inboxId,
    onBehalfOfId: cause.onBehalfOfId ?? null,
  });
  return true;
};
