// Purpose: puts the drafts of a document right and registers them.
// Grammar:  /duthao VB-3.5 đúng | bỏ | lấy lại | tách [1] | gộp
//           /duthao VB-3.5 hạn … | cơ quan … | phối hợp … | lĩnh vực … | nội dung …
//           /duthao VB-3 ghi nhận [chắc chắn] | bỏ
//           /duthao VB-3 18/CT-UBND ngày 26/9/2018      what the document leaves blank
import { z } from "zod";
import { draftCard } from "#src/directives/review/draft-card.ts";
import { readDraftAsk, readReadingAsk } from "#src/directives/review/draft-words.ts";
import { dropReading } from "#src/directives/review/drop-reading.ts";
import { editDraft } from "#src/directives/review/edit-draft.ts";
import { answerHead, HEAD_STEP } from "#src/directives/review/head-talk.ts";
import { draftNamed, namedReading, whichDraft } from "#src/directives/review/named-reading.ts";
import {
  formatDraft,
  type ReadingCode,
  readLeadingCode,
  readReadingCode,
} from "#src/directives/review/reading-code.ts";
import { registerReading } from "#src/directives/review/register-reading.ts";
import { changedSinceAsked, readingOver } from "#src/directives/review/still-asked.ts";
import { summaryReply } from "#src/directives/review/summary-view.ts";
import { refuseSecretText, takeUnasked } from "#src/directives/review/unasked.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/directives.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo } from "#src/requests/answers.ts";
import { closeForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";
import { isNothing } from "#src/tasks/task-draft.ts";
import { docvanban } from "./docvanban.ts";

const name = "duthao";

const waiting = z.object({
  readingId: z.number(),
  number: z.number().nullable(),
  version: z.number().optional(),
});
const fields = z.enum(["deadline", "lead", "coordinating", "content", "area"]);

const aboutDraft = async (
  request: Request,
  named: ReadingCode,
  typed: string,
): Promise<Outcome> => {
  const { language } = request;
  const wanted = readDraftAsk(typed);
  if (wanted !== null && wanted.do !== "show") return editDraft(request, named, wanted);
  const reviewed = await namedReading(request, named.readingId);
  const one = draftNamed(language, reviewed, named);
  if (wanted !== null) return { reply: draftCard(language, reviewed, one) };
  const how = words.howToEdit(language, formatDraft(named.readingId, one.number));
  throw new UserError({
    blocks: [paragraph(words.draftNotUnderstood(language, typed)), paragraph(how)],
  });
};

const aboutReading = async (request: Request, readingId: number, typed: string) => {
  const wanted = readReadingAsk(typed);
  if (wanted === null) {
    const reviewed = await namedReading(request, readingId);
    return { reply: summaryReply(request.language, reviewed) };
  }
  if (wanted.do === "register") return registerReading(request, readingId, wanted.which);
  return wanted.do === "drop"
    ? dropReading(request, readingId)
    : answerHead(request, readingId, wanted.value);
};

/** Another document instead of an answer: it is read, and nothing is asked any more. */
const anotherDocument = async (request: Request, form: FormState): Promise<Outcome | null> => {
  if (request.attached.length > 0) {
    await closeForm(request, form);
    return docvanban.run({ ...request, args: "" });
  }
  // A content may be long, and is full of duties.
  return form.step === "content" ? refuseSecretText(request) : takeUnasked(request);
};

/** "Không" to "by when?" is an answer, "thôi" is none. */
const isCancelled = (typed: string, step: string): boolean =>
  isNo(typed) && !((step === "deadline" || step === "coordinating") && isNothing(typed));

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  const asked = waiting.parse(form.data);
  const typed = request.args.trim();
  if (request.forwarded !== true && isCancelled(typed, form.step)) {
    return cancelledForm(request, form);
  }
  const other = await anotherDocument(request, form);
  if (other !== null) return other;
  const { readingId, number } = asked;
  if (form.step === HEAD_STEP) {
    const over = await readingOver(request, form, readingId);
    if (over !== null) return over;
    await closeForm(request, form);
    return answerHead(request, readingId, typed);
  }
  const field = fields.parse(form.step);
  const changed = await changedSinceAsked(request, form, { ...asked, field });
  if (changed !== null) return changed;
  await closeForm(request, form);
  return editDraft(request, { readingId, number }, { do: "set", field, value: typed });
};

/** "VB-3.5 đúng" without the command; anything else that names a document is not for this one. */
const takeBare = async (request: Request): Promise<Outcome | null> => {
  const named = request.attached.length === 0 ? readLeadingCode(request.args) : null;
  if (named === null) return null;
  const ask = named.number === null ? readReadingAsk(named.rest) : readDraftAsk(named.rest);
  return ask === null || ask.do === "show" || ask.do === "head" ? null : run(request);
};

const run = async (request: Request): Promise<Outcome> => {
  const named = readReadingCode(request.args);
  if (named === null) throw whichDraft(request.language);
  return named.number === null
    ? aboutReading(request, named.readingId, named.rest)
    : aboutDraft(request, named, named.rest);
};

export const duthao: Command = {
  name,
  aliases: ["draft"],
  summary: {
    vi: "Sửa, ghi nhận nhiệm vụ dự thảo của văn bản",
    en: "Change and register the drafts of a document",
  },
  example: "/duthao VB-3.5 hạn 30/11",
  roles: rolesFor("register task"),
  chats: ["private"],
  kind: "write",
  takesText: (step) => step === "content",
  opensFiles: true,
  unasked: takeBare,
  run,
  answer,
};
