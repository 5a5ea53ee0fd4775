// For whom an invitation may be made: the same rule for one and for a list.
import type { Actor, Role } from "./actor.ts";
import { may } from "./permissions.ts";

export type InviteeProblem = "admin-only" | "needs-agency";

export const inviteeProblem = (
  actor: Actor,
  { role, agencyId }: { role: Role; agencyId: number | null },
): InviteeProblem | null => {
  if (role === "admin" && !may(actor, "invite admin")) return "admin-only";
  const ofAgency = role === "official" || role === "head";
  return ofAgency && agencyId === null ? "needs-agency" : null;
};
