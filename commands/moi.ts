// Purpose: a one-time invitation for a role and agency, or many of them at once.
// Grammar:  /moi [cán bộ | lãnh đạo cơ quan | thường trực | lãnh đạo | quản trị] [AGENCY]
//           /moi [danh sách] + a file (CSV, XLSX: role, agency, note)                  (asks first)
//           /moi [cán bộ | lãnh đạo cơ quan] tất cả [các xã] chưa có người             (asks first)
import { agencyOrAsk } from "#src/agencies/find-agency.ts";
import { code, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/people.ts";
import { meansList, readAllAgencies } from "#src/people/bulk-words.ts";
import { askAboutAgencies, askAboutList, askForList } from "#src/people/invite-ask.ts";
import { inviteAll } from "#src/people/invite-make.ts";
import { inviteeProblem } from "#src/people/invitee.ts";
import { createInvite, DAYS_VALID } from "#src/people/invites.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { takeRole } from "#src/people/role-words.ts";
import { cancelledForm, isNo, isYes, notYesOrNo } from "#src/requests/answers.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";

const sentence = (text: string): UserError => new UserError({ blocks: [paragraph(text)] });

const readInvitee = async (request: Request) => {
  const { args, language, actor } = request;
  if (args.trim() === "") throw sentence(words.howToInvite(language));
  const { role, rest } = takeRole(args) ?? { role: "official" as const, rest: args.trim() };
  // Whoever may not is told so before a name is looked for.
  const problem = inviteeProblem(actor, { role, agencyId: rest === "" ? null : 0 });
  if (problem === "admin-only") throw sentence(words.onlyAdminInvitesAdmin(language));
  if (problem === "needs-agency") throw sentence(words.inviteNeedsAgency(language, role));
  if (rest === "") return { role, agency: null };
  const agency = await agencyOrAsk(request, rest, (name) => `/moi ${role} ${name}`);
  return { role, agency };
};

const inviteOne = async (request: Request): Promise<Outcome> => {
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
      once: true,
    },
  };
};

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  if (request.attached.length > 0) return askAboutList(request);
  if (isNo(request.args)) return cancelledForm(request, form);
  if (form.step === "file") return askForList(request);
  return isYes(request.args) ? inviteAll(request, form) : notYesOrNo(request);
};

export const moi: Command = {
  name: "moi",
  aliases: ["invite"],
  summary: { vi: "Tạo thư mời dùng một lần", en: "Make a one-time invitation" },
  example: "/moi cán bộ Sở Tư pháp",
  roles: rolesFor("invite"),
  chats: ["private"],
  kind: "write",
  takesFiles: true,
  run: async (request) => {
    const { args, attached } = request;
    if (meansList(args) || (args.trim() === "" && attached.length > 0)) {
      return askAboutList(request);
    }
    const all = readAllAgencies(args);
    return all === null ? inviteOne(request) : askAboutAgencies(request, all);
  },
  answer,
};
