// What a transfer makes of the receiver's own row: the schema has one row an agency, task and
// occurrence, and exactly one agency leads in the end. Pure.
import type { AssignmentRole, AssignmentState } from "#prisma/generated/enums.ts";
import { after } from "./state.ts";

type Part = { agencyId: number; role: AssignmentRole; state: AssignmentState };

export type TransferPlan =
  /** The receiver has no part in it yet. */
  | { kind: "new" }
  /** It coordinates (lead beats coordinating), or once had it and gave it up: that row begins anew. */
  | { kind: "begins-anew" }
  /** It has a part that is at least as much: only the other's ends. */
  | { kind: "has-it" }
  | { kind: "refused"; why: TransferRefusal };

export type TransferRefusal =
  | "same-agency"
  /** A result waits: it is decided first. */
  | "awaiting"
  /** Done, cancelled, transferred before. */
  | "over"
  | "leads-already";

const GIVEN_UP: readonly AssignmentState[] = ["cancelled", "transferred"];

/** `receiver`: what the receiving agency has of the same task and occurrence, if anything. */
export const planTransfer = (
  from: Part,
  toAgencyId: number,
  receiver: Part | null,
): TransferPlan => {
  if (from.agencyId === toAgencyId) return { kind: "refused", why: "same-agency" };
  if (from.state === "awaiting_confirmation") return { kind: "refused", why: "awaiting" };
  if (after(from.state, "transfer") === null) return { kind: "refused", why: "over" };
  if (receiver === null) return { kind: "new" };
  if (GIVEN_UP.includes(receiver.state)) return { kind: "begins-anew" };
  if (from.role === "coordinating") return { kind: "has-it" };
  return receiver.role === "lead"
    ? { kind: "refused", why: "leads-already" }
    : { kind: "begins-anew" };
};
