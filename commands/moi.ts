// Purpose: a one-time invitation for a role and agency.
// Grammar:  /moi [cán bộ | lãnh đạo cơ quan | thường trực | lãnh đạo | quản trị] [AGENCY]
import { agencyOrAsk } from "#src/agencies/find-agency.ts";
import { code, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/people.ts";
import { createInvite, DAYS_VALID } from "#src/people/invites.ts";
import { may, rolesFor } from "#src/people/permissions.ts";
import { takeRole } from "#src/people/role-words.ts";
import type { Command, Request } from "#src/requests/request.ts";

const sentence = (text: string): UserError => new UserError({ blocks: [paragraph(text)] });

const readInvitee = async (request: Request) => {
  const { args, language, actor } = request;
  if (args.trim() === "") throw sentence(words.howToInvite(language));
  const { role, rest } = takeRole(args) ?? { role: "official" as const, rest: args.trim() };
  if (role === "admin" && !may(actor, "invite admin")) {
    throw sentence(words.onlyAdminInvitesAdmin(language));
  }
  if (rest === "") {
    if (role === "official" || role === "head") {
      throw sentence(words.inviteNeedsAgency(language, role));
    }
    return { role, agency: null };
  }
  const agency = await agencyOrAsk(request, rest, (name) => `/moi ${role} ${name}`);
  return { role, agency };
};

export const moi: Command = {
  name: "moi",
  aliases: ["invite"],
  summary: { vi: "Tạo thư mời dùng một lần", en: "Make a one-time invitation" },
  example: "/moi cán bộ Sở Tư pháp",
  roles: rolesFor("invite"),
  chats: ["private"],
  kind: "write",
  run: async (request) => {
    const { tx, now, actor, inboxId, language, inviteLink } = request;
    const { role, agency } = await readInvitee(request);
    const made = await createInvite(tx, {
      role,
      agencyId: agency?.id ?? null,
      createdById: actor.personId,
      now,
      inboxId,
    });
    const link = inviteLink(made.code);
    const grant = words.grantText(language, role, agency?.name ?? null);
    return {
      reply: {
        blocks: [
          paragraph(words.inviteMade(language, grant, DAYS_VALID)),
          ...(link === null ? [] : [paragraph(link), paragraph(words.orTypeCode(language))]),
          paragraph(code(`/start ${made.code}`)),
        ],
      },
    };
  },
};
