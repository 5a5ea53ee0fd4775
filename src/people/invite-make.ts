// Many invitations, made together and handed over as two files that are erased once they have
// been sent (src/delivery/erase-once): the codes stand nowhere else.
import { z } from "zod";
import { listAgencies } from "#src/agencies/agencies-store.ts";
import { civilTime, civilToday } from "#src/calendar/zone.ts";
import { eraseForgotten } from "#src/delivery/erase-once.ts";
import { makeFile } from "#src/delivery/made-files.ts";
import { showDate } from "#src/messages/format.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/invite-lists.ts";
import { closeForm } from "#src/requests/forms-store.ts";
import type { FormState, Outcome, Request } from "#src/requests/request.ts";
import { agenciesWithPeople } from "./bound-agencies.ts";
import type { Invitee } from "./invite-list.ts";
import { inviteCsv, inviteSheet, type MadeInvite } from "./invite-sheet.ts";
import { inviteeProblem } from "./invitee.ts";
import { createInvite, DAYS_VALID } from "./invites.ts";

const DAY_MS = 86_400_000;

const formData = z.object({
  invitees: z.array(
    z.object({
      role: z.enum(["official", "head", "secretariat", "leader", "admin"]),
      agencyId: z.number().nullable(),
      note: z.string(),
    }),
  ),
  /** Those of whose agency somebody is connected by now are left out. */
  onlyWithoutPeople: z.boolean(),
});

/** What the person was asked to say yes to. */
export type InvitesAsked = z.infer<typeof formData>;

/** Whom the form names, as things stand now. @throws UserError where somebody may not be invited. */
const inviteesOf = async (request: Request, form: FormState): Promise<Invitee[]> => {
  const { tx, actor, language, today } = request;
  const { invitees, onlyWithoutPeople } = formData.parse(form.data);
  const agencies = new Map((await listAgencies(tx, today)).map((agency) => [agency.id, agency]));
  const bound = onlyWithoutPeople
    ? await agenciesWithPeople(tx, [...agencies.keys()])
    : new Set<number>();
  return invitees
    .filter(({ agencyId }) => agencyId === null || !bound.has(agencyId))
    .map(({ role, agencyId, note }) => {
      const agency = agencies.get(agencyId ?? 0) ?? null;
      const gone = agencyId !== null && agency === null;
      if (gone || inviteeProblem(actor, { role, agencyId }) !== null) {
        throw new UserError({ blocks: [paragraph(words.listStale(language))] });
      }
      return { role, agency, note };
    });
};

/** Makes them all, and gives them in two files. */
export const inviteAll = async (request: Request, form: FormState): Promise<Outcome> => {
  const { tx, now, today, actor, inboxId, language, inviteLink } = request;
  const invitees = await inviteesOf(request, form);
  await closeForm(request, form);
  await eraseForgotten(tx, new Date(now.getTime() - DAYS_VALID * DAY_MS));
  if (invitees.length === 0)
    return { reply: { blocks: [paragraph(words.allHaveSomebody(language))] } };
  const made: MadeInvite[] = [];
  let until = "";
  for (const { role, agency, note } of invitees) {
    const invite = {
      role,
      agencyId: agency?.id ?? null,
      createdById: actor.personId,
      now,
      inboxId,
    };
    const { code, expiresAt } = await createInvite(tx, invite);
    until = `${civilTime(expiresAt)} ${showDate(civilToday(expiresAt))}`;
    made.push({ role, agency: agency?.name ?? null, note, code, link: inviteLink(code) });
  }
  const name = `${words.fileName(language)}-${today}`;
  const file = (extension: string, mime: string, text: string) =>
    makeFile(tx, { name: `${name}.${extension}`, mime, bytes: new TextEncoder().encode(text) });
  return {
    reply: {
      blocks: [
        paragraph(words.listMade(language, made.length, until)),
        paragraph(words.keepSecret(language)),
      ],
      files: [
        await file("csv", "text/csv", inviteCsv(language, made, until)),
        await file("html", "text/html", inviteSheet(language, made, until)),
      ],
      once: true,
    },
  };
};
