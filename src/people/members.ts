// Who holds which role, and the end of one by hand: whoever leaves is let in no more from that
// moment on, by no form, no button and no code that they made themselves.
import type { Role } from "#prisma/generated/enums.ts";
import type { Store, Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { rolesFor } from "./permissions.ts";

export type Member = {
  /** Of the membership: somebody may hold several. */
  id: number;
  personId: number;
  fullName: string;
  role: Role;
  agency: { code: string; name: string } | null;
  since: Date;
  /** Where the person is known: "telegram 123456 @name". */
  identities: string[];
};

const include = {
  agency: { select: { code: true, name: true } },
  person: {
    select: {
      fullName: true,
      identities: { select: { channel: true, externalId: true, username: true } },
    },
  },
} as const;

/** Everybody who holds a role now, by agency and name. */
export const listMembers = async (store: Store, id?: number): Promise<Member[]> => {
  const rows = await store.membership.findMany({
    where: { endedAt: null, person: { active: true }, ...(id === undefined ? {} : { id }) },
    include,
    orderBy: [
      { agency: { sortOrder: "asc" } },
      { agencyId: "asc" },
      { role: "asc" },
      { id: "asc" },
    ],
  });
  return rows.map(({ person, validFrom, ...row }) => ({
    id: row.id,
    personId: row.personId,
    fullName: person.fullName,
    role: row.role,
    agency: row.agency,
    since: validFrom,
    identities: person.identities.map(({ channel, externalId, username }) =>
      [channel, externalId, username === null ? "" : `@${username}`].join(" ").trim(),
    ),
  }));
};

type Ended = {
  /** Roles that the person still holds. */
  left: number;
  /** Unused invitations of theirs that work no more. */
  revoked: number;
};

/** Codes that somebody made who may not make any now: one of them could be their way back. */
const revokeInvites = async (tx: Tx, personId: number, now: Date): Promise<number> => {
  const still = await tx.membership.count({
    where: { personId, endedAt: null, role: { in: rolesFor("invite") } },
  });
  if (still > 0) return 0;
  const { count } = await tx.invite.updateMany({
    where: { createdById: personId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
  });
  return count;
};

/** A card that waits to be drawn again may show what the person may no longer see. */
const dropRedraws = async (tx: Tx, personId: number): Promise<void> => {
  const identities = await tx.identity.findMany({
    where: { personId },
    select: { channel: true, externalId: true },
  });
  await tx.outboxMessage.updateMany({
    where: { state: "pending", kind: "card", chat: { kind: "private", OR: identities } },
    data: { state: "dropped", errorCode: "role ended" },
  });
};

/** Ends a membership; null where it has ended already, or there is none. */
export const endMembership = async (
  tx: Tx,
  id: number,
  cause: { now: Date; actorLabel: string },
): Promise<Ended | null> => {
  const { now, actorLabel } = cause;
  const { count } = await tx.membership.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: now },
  });
  if (count === 0) return null;
  const ended = await tx.membership.findUniqueOrThrow({ where: { id } });
  const { personId, role, agencyId } = ended;
  const revoked = await revokeInvites(tx, personId, now);
  await dropRedraws(tx, personId);
  const left = await tx.membership.count({ where: { personId, endedAt: null } });
  if (left === 0) await tx.form.deleteMany({ where: { personId } });
  await audit(tx, {
    at: now,
    actorId: null,
    actorLabel,
    action: "end membership",
    subject: `person:${personId}`,
    inboxId: null,
    data: { membership: id, role, agencyId, invitesRevoked: revoked },
  });
  return { left, revoked };
};
