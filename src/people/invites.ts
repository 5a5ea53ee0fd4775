// One-time codes: random, hashed at rest, single use, expiring. The only way in.
import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import type { Role } from "./actor.ts";
import { noCodesUntil, noteWrongCode } from "./invite-attempts.ts";

export const DAYS_VALID = 7;
const DAY_MS = 86_400_000;

const hashOf = (code: string): string => createHash("sha256").update(code.trim()).digest("hex");

/** 192 bits. None begins with "-": a spreadsheet would take it for a formula. */
const newCode = (): string => {
  const code = randomBytes(24).toString("base64url");
  return code.startsWith("-") ? newCode() : code;
};

export type InviteFor = { role: Role; agencyId: number | null };

/** Makes an invite; the code (base64url) is shown once and never stored. */
export const createInvite = async (
  tx: Tx,
  invite: InviteFor & {
    createdById: number | null;
    /** Where no person makes it: "cli". */
    actorLabel?: string;
    now: Date;
    inboxId?: bigint | null;
  },
): Promise<{ code: string; expiresAt: Date }> => {
  const code = newCode();
  const expiresAt = new Date(invite.now.getTime() + DAYS_VALID * DAY_MS);
  const row = await tx.invite.create({
    data: {
      codeHash: hashOf(code),
      role: invite.role,
      agencyId: invite.agencyId,
      createdById: invite.createdById,
      createdAt: invite.now,
      expiresAt,
    },
  });
  await audit(tx, {
    at: invite.now,
    actorId: invite.createdById,
    ...(invite.actorLabel === undefined ? {} : { actorLabel: invite.actorLabel }),
    action: "invite",
    subject: `invite:${row.id}`,
    inboxId: invite.inboxId ?? null,
    data: { role: invite.role, agencyId: invite.agencyId },
  });
  return { code, expiresAt };
};

export type Redeemed =
  | { kind: "bound"; personId: number; role: Role; agencyName: string | null }
  | { kind: "unknown" }
  | { kind: "used" }
  | { kind: "expired" }
  /** After too many wrong codes none is looked at before `until`. */
  | { kind: "not-looked-at"; until: Date };

type Newcomer = {
  channel: string;
  externalId: string;
  displayName: string;
  username: string | null;
};

/** The invite of a code, locked: of two who show it at once the second finds it used. */
const lockInvite = async (tx: Tx, codeHash: string) => {
  await tx.$queryRaw`SELECT 1 FROM "Invite" WHERE "codeHash" = ${codeHash} FOR UPDATE`;
  return tx.invite.findUnique({ where: { codeHash }, include: { agency: true } });
};

/** Binds whoever shows the code; a person who is bound already gains the role. */
export const redeemInvite = async (
  tx: Tx,
  code: string,
  newcomer: Newcomer,
  now: Date,
  inboxId: bigint | null,
): Promise<Redeemed> => {
  const until = await noCodesUntil(tx, newcomer, now);
  if (until !== null) return { kind: "not-looked-at", until };
  const invite = await lockInvite(tx, hashOf(code));
  if (invite === null || invite.revokedAt !== null) {
    await noteWrongCode(tx, newcomer, now);
    return { kind: "unknown" };
  }
  if (invite.usedAt !== null) return { kind: "used" };
  if (invite.expiresAt <= now) return { kind: "expired" };

  const personId = await personBehind(tx, newcomer, now);
  await tx.invite.update({
    where: { id: invite.id },
    data: { usedAt: now, usedById: personId },
  });
  await grantRole(tx, personId, { role: invite.role, agencyId: invite.agencyId }, now);
  await audit(tx, {
    at: now,
    actorId: personId,
    action: "bind",
    subject: `invite:${invite.id}`,
    inboxId,
    data: { channel: newcomer.channel, role: invite.role, agencyId: invite.agencyId },
  });
  return {
    kind: "bound",
    personId,
    role: invite.role,
    agencyName: invite.agency?.name ?? null,
  };
};

/** The person of an identity, made where it is new. */
export const personBehind = async (tx: Tx, newcomer: Newcomer, now: Date): Promise<number> => {
  const where = { channel: newcomer.channel, externalId: newcomer.externalId };
  const known = await tx.identity.findUnique({ where: { channel_externalId: where } });
  if (known !== null) return known.personId;
  const person = await tx.person.create({
    data: {
      fullName: newcomer.displayName,
      identities: { create: { ...where, username: newcomer.username, boundAt: now } },
    },
  });
  return person.id;
};

export const grantRole = async (
  tx: Tx,
  personId: number,
  grant: InviteFor,
  now: Date,
): Promise<void> => {
  const held = await tx.membership.findFirst({ where: { personId, ...grant, endedAt: null } });
  if (held !== null) return;
  await tx.membership.create({ data: { personId, ...grant, validFrom: now } });
};
