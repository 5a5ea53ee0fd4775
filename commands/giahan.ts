// Purpose: the lead asks for a later due date, by the due date; the secretariat may for an agency.
// Grammar:  /giahan NV-012 [STC] 15/12 lý do [files]      NV-012 rút: withdraws
//           the day may also be "cuối tháng 12", "thêm 10 ngày" (from the due date); what is
//           missing is asked.
import { z } from "zod";
import { type CivilDate, civilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import { dayAfter, takeDate } from "#src/language/dated-text.ts";
import { fold } from "#src/language/fold.ts";
import { type Button, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/extensions.ts";
import { labels, stateName } from "#src/messages/words/tasks.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo } from "#src/requests/answers.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import {
  type Command,
  type FormState,
  fileIdsOf,
  type Outcome,
  type Request,
} from "#src/requests/request.ts";
import { type AssignmentRow, factsOf } from "#src/tasks/assignment-store.ts";
import { causeOf } from "#src/tasks/cause.ts";
import { movedTo, whyNotNow } from "#src/tasks/extension-rules.ts";
import { openExtensionOf } from "#src/tasks/extension-store.ts";
import { askExtension, withdrawExtension } from "#src/tasks/extensions.ts";
import { namedCode, namedTask, shownCode } from "#src/tasks/occurrence-view.ts";
import { tellOfRequest, tellOfWithdrawal } from "#src/tasks/tell-extension.ts";
import { ownAssignment, ownAssignmentById } from "#src/tasks/which-assignment.ts";

const wanted = {
  command: "giahan",
  action: "ask extension",
  // Why a state takes none is said in words of its own.
  verb: null,
  onBehalf: true,
} as const;

type Meant = { assignment: AssignmentRow; onBehalfOfId: number | null };
type Dated = AssignmentRow & { dueOn: Date };

/** What is known of the request so far. */
const draftShape = z.object({
  assignmentId: z.number(),
  to: z.string().transform(civilDate).nullable(),
  reason: z.string(),
  fileIds: z.array(z.number()),
});
type Draft = z.infer<typeof draftShape>;

const refuse = (text: string, buttons?: Button[][]): UserError =>
  new UserError({ blocks: [paragraph(text)], ...(buttons === undefined ? {} : { buttons }) });

/** The assignment, if an extension of it can be asked for today. */
const extendable = async (request: Request, row: AssignmentRow): Promise<Dated> => {
  const { language, today, tx } = request;
  const task = shownCode(language, row);
  const named = namedCode(row);
  const facts = factsOf(row);
  const { dueOn } = row;
  const why = whyNotNow(facts, today);
  if (why === "not_lead") throw refuse(words.onlyLeadExtends(language, task));
  if (why === "state") {
    throw refuse(words.stateTakesNoExtension(language, task, stateName(language, row.state)));
  }
  if (why === "undated" || dueOn === null)
    throw refuse(words.noDateToExtend(language, namedTask(language, row)));
  if (why === "past") {
    const blocker = words.extensionLabels(language).blocker;
    throw refuse(words.tooLateToExtend(language, task, fromDbDate(dueOn)), [
      [
        { label: blocker, command: `/vuongmac ${named} ${row.agency.code}` },
        { label: labels(language).report, command: `/tiendo ${named} ${row.agency.code}` },
      ],
    ]);
  }
  const open = await openExtensionOf(tx, row.id);
  if (open !== null) {
    const text = words.alreadyAsked(language, namedTask(language, row), fromDbDate(open.toDueOn));
    const withdraw = words.extensionLabels(language).withdraw;
    throw refuse(text, [[{ label: withdraw, command: `/giahan ${named} ${row.agency.code} rút` }]]);
  }
  return { ...row, dueOn };
};

/** Reads the day in what was typed; null where it names none. */
const dayIn = (
  request: Request,
  row: Dated,
  typed: string,
): { to: CivilDate | null; rest: string } => {
  const { language, today, calendar } = request;
  const due = fromDbDate(row.dueOn);
  const read = takeDate(typed, { today, calendar, countFrom: due });
  if (read.kind === "none") return { to: null, rest: read.rest };
  if (read.kind === "impossible") throw refuse(words.noSuchDay(language, read.said, read.nearest));
  const to = dayAfter(read, due);
  if (to <= due) throw refuse(words.notLater(language, shownCode(language, row), to, due));
  return { to, rest: read.rest };
};

const ask = async (
  request: Request,
  { assignment, onBehalfOfId }: { assignment: Dated; onBehalfOfId: number | null },
  asked: { to: CivilDate; reason: string; fileIds: number[] },
): Promise<Outcome> => {
  const { language, tx, today, calendar } = request;
  const id = await askExtension(tx, assignment, asked, causeOf(request, onBehalfOfId));
  const task = shownCode(language, assignment);
  const { aimOn } = movedTo(asked.to, today, calendar);
  const text = words.extensionAsked(language, task, asked.to, asked.fileIds.length);
  return {
    reply: {
      blocks: [
        paragraph(text),
        ...(aimOn === asked.to ? [] : [paragraph(words.fallsOnDayOff(language, asked.to, aimOn))]),
      ],
    },
    messages: await tellOfRequest(request, assignment, { id, ...asked, onBehalfOfId }),
    changed: [assignment.id],
  };
};

/** Asks for what is missing, else sends the request. */
const carryOn = async (request: Request, meant: Meant, draft: Draft): Promise<Outcome> => {
  const { language } = request;
  const assignment = await extendable(request, meant.assignment);
  const task = shownCode(language, assignment);
  const { to, reason, fileIds } = draft;
  if (to === null) {
    await openForm(request, { command: "giahan", step: "day", data: draft });
    const text = words.untilWhen(language, task, fromDbDate(assignment.dueOn));
    return { reply: { blocks: [paragraph(text)] } };
  }
  if (reason === "") {
    await openForm(request, { command: "giahan", step: "reason", data: draft });
    return { reply: { blocks: [paragraph(words.whyExtend(language, task, to))] } };
  }
  return ask(request, { assignment, onBehalfOfId: meant.onBehalfOfId }, { to, reason, fileIds });
};

const withdraw = async (request: Request, meant: Meant): Promise<Outcome> => {
  const { language, tx } = request;
  const { assignment, onBehalfOfId } = meant;
  const task = shownCode(language, assignment);
  const id = await withdrawExtension(tx, assignment, "agency", causeOf(request, onBehalfOfId));
  if (id === null) throw refuse(words.nothingToWithdraw(language, task));
  return {
    reply: { blocks: [paragraph(words.extensionWithdrawn(language, task))] },
    messages: await tellOfWithdrawal(request, assignment, id),
    changed: [assignment.id],
  };
};

const isWithdrawal = (typed: string): boolean =>
  /^(xin )?(rut|withdraw)( lai)?( de nghi| don)?( gia han)?[.!]?$/.test(fold(typed));

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  if (isNo(request.args)) return cancelledForm(request, form);
  const draft = draftShape.parse(form.data);
  const { onBehalfOfId, ...assignment } = await ownAssignmentById(
    request,
    draft.assignmentId,
    wanted,
  );
  const meant = { assignment, onBehalfOfId };
  const fileIds = [...draft.fileIds, ...fileIdsOf(request)];
  await closeForm(request, form);
  if (form.step === "reason")
    return carryOn(request, meant, { ...draft, reason: request.args, fileIds });
  const { to, rest } = dayIn(request, await extendable(request, assignment), request.args);
  if (to === null) throw refuse(words.dayNotRead(request.language, request.args));
  return carryOn(request, meant, { ...draft, to, reason: draft.reason || rest, fileIds });
};

export const giahan: Command = {
  name: "giahan",
  aliases: ["xingiahan", "extend"],
  summary: { vi: "Đề nghị gia hạn một nhiệm vụ", en: "Ask for a later due date" },
  example: "/giahan NV-012 15/12 chờ ý kiến của Bộ Tài chính",
  roles: rolesFor("ask extension", "enter on behalf"),
  chats: ["private", "group"],
  kind: "write",
  audience: "chat",
  takesFiles: true,
  takesText: () => true,
  run: async (request) => {
    const { rest, ...meant } = await ownAssignment(request, wanted);
    if (isWithdrawal(rest)) return withdraw(request, meant);
    const assignment = await extendable(request, meant.assignment);
    const { to, rest: reason } = dayIn(request, assignment, rest);
    const fileIds = fileIdsOf(request);
    return carryOn(request, meant, { assignmentId: assignment.id, to, reason, fileIds });
  },
  answer,
};
