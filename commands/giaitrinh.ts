// Purpose: asks an agency to explain, by a day of its own; never one's own agency.
// Grammar:  /giaitrinh NV-012 [STC] [hạn 25/11] [what is to be explained]
//           /giaitrinh NV-012 các xã chưa báo cáo [hạn 25/11] [: what]      (asks for a yes)
// Without a day: three working days.
import { z } from "zod";
import { civilDate } from "#src/calendar/civil-date.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/explanations.ts";
import { may, rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo, isYes, notYesOrNo } from "#src/requests/answers.ts";
import { closeForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "#src/tasks/assignment-store.ts";
import { onePerAgency } from "#src/tasks/current-assignment.ts";
import { askAboutMany, askMany, meansMany } from "#src/tasks/explain-many.ts";
import { openExplanationsOf } from "#src/tasks/explanation-store.ts";
import { ask, readQuestion } from "#src/tasks/explanation-talk.ts";
import { formatMatter } from "#src/tasks/matter-code.ts";
import { visibleLeads } from "#src/tasks/named-rows.ts";
import { notALead } from "#src/tasks/not-a-lead.ts";
import { shownCode } from "#src/tasks/occurrence-view.ts";
import { readTask } from "#src/tasks/read-task.ts";
import { namedAssignment } from "#src/tasks/which-assignment.ts";

const refuse = (text: string): UserError => new UserError({ blocks: [paragraph(text)] });

const nobody = (request: Request, rows: readonly AssignmentRow[]): UserError => {
  const { actor, language, args } = request;
  const own = rows.find((row) => !may(actor, "ask explanation", row.agencyId));
  if (own !== undefined) return refuse(words.notYourOwnExplanation(language, own.agency.name));
  return refuse(words.nobodyToAsk(language, formatTaskCode(readTask(args)?.number ?? 1)));
};

/** What was given up or given away needs no explaining; what was done late may. */
const fits =
  ({ actor }: Request) =>
  ({ agencyId, state }: AssignmentRow): boolean =>
    may(actor, "ask explanation", agencyId) && state !== "cancelled" && state !== "transferred";

const MOST_LEADS = 5;

/** Another agency was named than one that leads: nobody else is asked instead of it. */
const refuseOther = async (request: Request): Promise<void> => {
  const { language, args } = request;
  const read = readTask(args);
  if (read === null) return;
  const leads = onePerAgency(await visibleLeads(request, read.number));
  const other = await notALead(request, leads, read.rest);
  if (other === null) return;
  const code = formatTaskCode(read.number);
  const shown = leads.slice(0, MOST_LEADS);
  const names = shown.map(({ agency }) => agency.name);
  throw new UserError({
    blocks: [
      paragraph(words.leadsNot(language, other.name, code, names, leads.length - shown.length)),
    ],
    buttons: shown.map(({ agency }) => [
      { label: agency.name, command: `/giaitrinh ${code} ${agency.code} ${other.rest}`.trim() },
    ]),
  });
};

const askOne = async (request: Request): Promise<Outcome> => {
  const { tx, language } = request;
  await refuseOther(request);
  const { assignment, rest } = await namedAssignment(request, {
    command: "giaitrinh",
    fits: fits(request),
    refuse: (rows) => nobody(request, rows),
  });
  const { name } = assignment.agency;
  const [open] = await openExplanationsOf(tx, [assignment.id]);
  if (open !== undefined) {
    throw refuse(words.explanationOpen(language, formatMatter("GT", open.id), name));
  }
  const question = readQuestion(request, rest);
  const { code, messages } = await ask(request, assignment, question);
  const text = words.explanationAsked(
    language,
    code,
    shownCode(language, assignment),
    name,
    question.dueOn,
  );
  return {
    reply: {
      blocks: [
        paragraph(text),
        ...(messages.length === 0 ? [paragraph(words.nobodyBound(language, name))] : []),
      ],
    },
    messages,
    changed: [assignment.id],
  };
};

const stored = z.object({
  taskId: z.number(),
  assignmentIds: z.array(z.number()),
  text: z.string(),
  dueOn: z.string().transform(civilDate),
});

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  if (isNo(request.args)) return cancelledForm(request, form);
  if (!isYes(request.args)) return notYesOrNo(request);
  const { taskId, assignmentIds, text, dueOn } = stored.parse(form.data);
  await closeForm(request, form);
  return askMany(request, taskId, assignmentIds, { text, dueOn });
};

export const giaitrinh: Command = {
  name: "giaitrinh",
  aliases: ["yeucaugiaitrinh", "explain"],
  summary: { vi: "Yêu cầu cơ quan giải trình", en: "Ask an agency for an explanation" },
  example: "/giaitrinh NV-012 STC hạn 25/11 nguyên nhân chậm và dự kiến hoàn thành",
  roles: rolesFor("ask explanation"),
  chats: ["private"],
  kind: "write",
  run: async (request) => {
    const read = readTask(request.args);
    return read !== null && meansMany(read.rest)
      ? askAboutMany(request, read.number, read.rest)
      : askOne(request);
  },
  answer,
};
