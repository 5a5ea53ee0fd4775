// People, groups and unused invites follow their agency: nobody is left in one that has ended.
import type { Membership } from "#prisma/generated/client.ts";
import type { Tx } from "#src/database/client.ts";
import { grantRole } from "#src/people/invites.ts";
import type { Plan } from "./plan.ts";

export type PersonMoved = { personId: number; fromId: number; toId: number | null };

type Following = Pick<Plan, "fromIds" | "endedIds" | "restId" | "people">;

/** Where a member belongs from the day on; null = to no agency. */
export const agencyAfter = (
  { endedIds, restId, people }: Following,
  { personId, agencyId }: { personId: number; agencyId: number },
): number | null => {
  const named = people.find((one) => one.personId === personId)?.toId;
  if (named !== undefined) return named;
  return endedIds.includes(agencyId) ? restId : agencyId;
};

const follow = async (tx: Tx, member: Membership, toId: number | null, now: Date) => {
  await tx.membership.update({ where: { id: member.id }, data: { endedAt: now } });
  // An official or a head is one of an agency; the other roles are kept without.
  if (toId === null && (member.role === "official" || member.role === "head")) return;
  await grantRole(tx, member.personId, { role: member.role, agencyId: toId }, now);
};

/** Ends and begins memberships; who moved. */
export const moveMembers = async (tx: Tx, plan: Following, now: Date): Promise<PersonMoved[]> => {
  const members = await tx.membership.findMany({
    where: { agencyId: { in: plan.fromIds }, endedAt: null },
    orderBy: { id: "asc" },
  });
  const moved: PersonMoved[] = [];
  for (const member of members) {
    const { personId, agencyId: fromId } = member;
    if (fromId === null) continue;
    const toId = agencyAfter(plan, { personId, agencyId: fromId });
    if (toId === fromId) continue;
    await follow(tx, member, toId, now);
    moved.push({ personId, fromId, toId });
  }
  return moved;
};

/** Groups and invites of agencies that ended go to whoever takes the rest, or end with them. */
export const moveChatsAndInvites = async (
  tx: Tx,
  { endedIds, restId }: Following,
  now: Date,
): Promise<void> => {
  const of = { agencyId: { in: endedIds } };
  const unused = { ...of, usedAt: null, revokedAt: null };
  if (restId === null) {
    await tx.chatBinding.updateMany({ where: { ...of, endedAt: null }, data: { endedAt: now } });
    await tx.invite.updateMany({ where: unused, data: { revokedAt: now } });
    return;
  }
  const data = { agencyId: restId };
  await tx.chatBinding.updateMany({ where: { ...of, endedAt: null }, data });
  await tx.invite.updateMany({ where: unused, data });
};
