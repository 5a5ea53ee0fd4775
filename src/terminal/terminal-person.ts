// Who sits at the terminal: `--as official:STC`. Whoever can run the command line can read the
// database anyway, so the terminal needs no invite; it leaves its trace in the audit instead.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Db } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { chatOf } from "#src/delivery/chats-store.ts";
import { roleName } from "#src/messages/words/roles.ts";
import type { Role } from "#src/people/actor.ts";
import { grantRole, personBehind } from "#src/people/invites.ts";
import { takeRole } from "#src/people/role-words.ts";
import { agencyNamed } from "./agency-named.ts";
import { terminalChannelName } from "./channel.ts";
import { wrongUsage } from "./cli-error.ts";

export type TerminalPerson = {
  externalId: string;
  displayName: string;
  role: Role;
  agencyId: number | null;
};

const needsAgency = (role: Role): boolean => role === "official" || role === "head";
const takesAgency = (role: Role): boolean => needsAgency(role) || role === "secretariat";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Reads `--as` and `--name`. @throws CliError where no such role or agency is known. */
export const terminalPerson = async (
  db: Db,
  as: string,
  name: string | undefined,
  on: CivilDate,
): Promise<TerminalPerson> => {
  const [, roleText = "", agencyText = ""] = /^([^:]*):?(.*)$/s.exec(as) ?? [];
  const taken = takeRole(roleText);
  if (taken === null || taken.rest !== "") {
    throw wrongUsage(
      `unknown role “${roleText}” in --as; roles: official:AGENCY, head:AGENCY, secretariat[:AGENCY], leader, admin`,
    );
  }
  const { role } = taken;
  if (needsAgency(role) && agencyText.trim() === "") {
    throw wrongUsage(`--as ${role} needs an agency, for example --as ${role}:STC`);
  }
  if (!takesAgency(role) && agencyText.trim() !== "") {
    throw wrongUsage(`--as ${role} takes no agency`);
  }
  const agency = agencyText.trim() === "" ? null : await agencyNamed(db, agencyText, on);
  const place = agency === null ? role : `${role}:${agency.code}`;
  const typed = name?.normalize("NFC").trim() || undefined;
  return {
    externalId: typed === undefined ? place : `${place}/${typed}`,
    displayName: typed ?? capital(`${roleName("vi", role)} ${agency?.code ?? ""}`.trim()),
    role,
    agencyId: agency?.id ?? null,
  };
};

/**
 * Makes the person with the role on first use, and the chat through which others reach them. A
 * role that was taken away later stays away.
 */
export const bindTerminalPerson = (db: Db, person: TerminalPerson, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const { externalId, displayName, role, agencyId } = person;
    const channel = terminalChannelName(externalId);
    const chat = { externalId, kind: "private" as const, threadId: 0, title: displayName };
    await chatOf(tx, channel, chat, now);
    const known = await tx.identity.findUnique({
      where: { channel_externalId: { channel, externalId } },
    });
    if (known !== null) return;
    const newcomer = { channel, externalId, displayName, username: null };
    const personId = await personBehind(tx, newcomer, now);
    await grantRole(tx, personId, { role, agencyId }, now);
    await audit(tx, {
      at: now,
      actorId: null,
      actorLabel: "cli",
      action: "terminal identity",
      subject: `person:${personId}`,
      inboxId: null,
      data: { channel, role, agencyId },
    });
  });
