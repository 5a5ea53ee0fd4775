// Purpose: registers a task in one message; asks for what is missing; reads it back first.
// Grammar:  /giao AGENCIES: CONTENT [; hạn DATE] [; phối hợp AGENCIES] [; lĩnh vực AREA]
//           [; lãnh đạo NAME] [; sản phẩm …] [; văn bản …] [; mục …] [; ghi chú …] [; hạn chế]
//           /giao AGENCIES [hạn DATE]     as an answer to any message: its text is the content
//           /giao nguyên văn: TEXT        all that follows is the content
// An official's task is a proposal for the own agency, which the secretariat accepts. In a group
// only as an answer to a message; the form goes on in the person's private chat.

import type { Prisma } from "#prisma/generated/client.ts";
import { agencyIndex } from "#src/agencies/name-index.ts";
import { privateChatsOf } from "#src/delivery/chats-store.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/giao.ts";
import { cannotCorrect } from "#src/messages/words/house.ts";
import * as quotedWords from "#src/messages/words/quoted.ts";
import { ownAgencies } from "#src/people/actor.ts";
import { may, rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo, isYes } from "#src/requests/answers.ts";
import { closeForm, openForm, updateForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";
import { announceTask } from "#src/tasks/announce.ts";
import { causeOf } from "#src/tasks/cause.ts";
import { EXAMPLE, showDraft } from "#src/tasks/draft-view.ts";
import { namedDocument, namedLeader } from "#src/tasks/named-in-draft.ts";
import { announceProposal } from "#src/tasks/proposals.ts";
import { withProposedDeadline, withQuoted } from "#src/tasks/quoted-draft.ts";
import { proposeTask, registerTask } from "#src/tasks/register-task.ts";
import { readSaid } from "#src/tasks/said-draft.ts";
import {
  amendDraftText,
  type Draft,
  type DraftText,
  isNothing,
  readDraft,
  takeTrailingDeadline,
  withContent,
} from "#src/tasks/task-draft.ts";

const isProposal = (request: Request): boolean => !may(request.actor, "register task");

/** An official may leave the agency out: it can only be the own one. */
const withOwnAgency = async (request: Request, text: DraftText): Promise<DraftText> => {
  if (!isProposal(request) || text.leads !== "") return text;
  const [own] = ownAgencies(request.actor);
  const agency = await request.tx.agency.findUnique({ where: { id: own ?? 0 } });
  return { ...text, leads: agency?.name ?? "" };
};

const read = async (request: Request, text: DraftText): Promise<Draft> => {
  const { tx, today, calendar, actor, language } = request;
  const draft = readDraft(text, { index: await agencyIndex(tx, today), today, calendar });
  const others = draft.task.leadIds.some((id) => !may(actor, "propose task", id));
  if (isProposal(request) && others) {
    throw new UserError({ blocks: [paragraph(words.onlyOwnProposal(language))] });
  }
  return draft;
};

/** Keeps the words, says what comes next. */
const carryOn = async (
  request: Request,
  typed: DraftText,
  form: FormState | null,
): Promise<Outcome> => {
  const whole = takeTrailingDeadline(typed, request.today, request.calendar);
  const text = await withOwnAgency(request, whole);
  const draft = await read(request, text);
  const filling = { step: draft.step, data: text as unknown as Prisma.InputJsonObject };
  const next =
    form === null
      ? await openForm(request, { command: "giao", ...filling })
      : await updateForm(request, form, filling);
  return { reply: showDraft(request.language, draft, text, next, isProposal(request)) };
};

const register = async (request: Request, form: FormState, text: DraftText): Promise<Outcome> => {
  const draft = await read(request, text);
  // The register may have changed since it was read back: a name may no longer be known.
  if (draft.step !== "confirm") return carryOn(request, text, form);
  await closeForm(request, form);
  const { tx, language } = request;
  const named = {
    documentId: await namedDocument(request, draft.documentPhrase),
    leaderInChargeId: await namedLeader(request, draft.task.leaderText),
  };
  const clause = named.documentId === null ? draft.documentPhrase : null;
  const task = {
    ...draft.task,
    ...named,
    clause: [draft.task.clause, clause].filter((part) => part !== null).join("; ") || null,
  };
  if (isProposal(request)) {
    const [own] = task.leadIds;
    const taskId = await proposeTask(tx, task, own ?? 0, causeOf(request));
    const text = words.proposed(language, formatTaskCode(taskId));
    return {
      reply: { blocks: [paragraph(text)] },
      messages: await announceProposal(request, taskId),
    };
  }
  const { taskId } = await registerTask(tx, task, causeOf(request));
  const { messages, unreachable } = await announceTask(request, taskId);
  const code = formatTaskCode(taskId);
  return {
    reply: {
      blocks: [
        paragraph(words.registered(language, code, task.leadIds.length)),
        ...(unreachable === 0 ? [] : [paragraph(words.unreachable(language, unreachable))]),
      ],
      buttons: [[{ label: code, command: `/viec ${code}` }]],
    },
    messages,
  };
};

/** Puts an answer where the form waits for it; what was forwarded is a content, if any is missing. */
const fill = (
  text: DraftText,
  step: string,
  { today, calendar, forwarded, args }: Request,
): DraftText | null => {
  const typed = args.trim();
  const days = { today, calendar };
  if (forwarded === true && text.content === "") return withQuoted(text, typed, days);
  if (step === "leads") return { ...text, leads: typed };
  if (step === "content") {
    // Of several lines the date may stand in any of them.
    const said = withContent(text, typed);
    return typed.includes("\n") ? withProposedDeadline(said, days) : said;
  }
  if (step === "deadline") {
    const deadline = typed.replace(/^(hạn|han|thời hạn|thoi han)\s*:?\s+/i, "");
    return { ...text, deadline, deadlineProposed: false };
  }
  return amendDraftText(text, typed);
};

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  const text = form.data as DraftText;
  const typed = request.args.trim();
  // "không" is an answer to "by when?", and a refusal everywhere else.
  const none = form.step === "deadline" && isNothing(typed);
  // "Không" that was passed on is somebody else's.
  const own = request.forwarded !== true;
  if (own && isNo(typed) && !none) return cancelledForm(request, form);
  if (own && form.step === "confirm" && isYes(typed)) return register(request, form, text);
  const filled = fill(text, form.step, request);
  if (filled === null) {
    return { reply: { blocks: [paragraph(words.whatAmended(request.language))] } };
  }
  return carryOn(request, filled, form);
};

/** The draft was registered since: its edited message must not register it twice. */
const refuseIfRegistered = async (request: Request): Promise<void> => {
  const { tx, correctsInboxId, actor, language } = request;
  if (correctsInboxId === undefined) return;
  const where = { createdById: actor.personId, inboxId: { gt: correctsInboxId } };
  if ((await tx.task.findFirst({ where })) === null) return;
  throw new UserError({ blocks: [paragraph(cannotCorrect(language))] });
};

/** In a group a message is made a task; what it says is read back in the private chat alone. */
const inGroup = async (request: Request): Promise<Outcome> => {
  const { language, actor, tx, repliedTo, repliedToBot } = request;
  if (repliedTo === undefined || repliedToBot === true) {
    throw new UserError(say(quotedWords.replyToTask(language)));
  }
  const chatId = (await privateChatsOf(tx, [actor.personId])).get(actor.personId);
  if (chatId === undefined) throw new UserError(say(quotedWords.noPrivateChat(language)));
  const chat = { id: chatId, kind: "private" as const, threadId: 0, title: null };
  const { reply } = await carryOn({ ...request, chat }, await readSaid(request), null);
  const said = request.inboxId ?? `${request.chat.id}:${request.now.getTime()}`;
  return {
    reply: say(quotedWords.seePrivateChat(language)),
    messages: [
      { to: { personId: actor.personId }, kind: "reply", key: `giao-from-group:${said}`, reply },
    ],
  };
};

export const giao: Command = {
  name: "giao",
  aliases: ["assign", "giaoviec"],
  summary: { vi: "Giao (hoặc đề xuất) một nhiệm vụ", en: "Assign (or propose) a task" },
  example: EXAMPLE,
  roles: rolesFor("register task", "propose task"),
  chats: ["private", "group"],
  kind: "write",
  onEdit: "again",
  takesText: (step) => step === "content",
  run: async (request) => {
    const { drawnFrom } = request;
    // A suggestion that was tapped answers the open form.
    if (drawnFrom?.of === "form") {
      const form = await request.tx.form.findUniqueOrThrow({ where: { id: drawnFrom.id } });
      return answer(request, form);
    }
    await refuseIfRegistered(request);
    if (request.chat.kind === "group") return inGroup(request);
    return carryOn(request, await readSaid(request), null);
  },
  answer,
};
