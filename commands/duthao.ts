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
  readReadingCode,
} from "#src/directives/review/reading-code.ts";
import { registerReading } from "#src/directives/review/register-reading.ts";
import { summaryReply } from "#src/directives/review/summary-view.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/directives.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo } from "#src/requests/answers.ts";
import { closeForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";

const name = "duthao";

const waiting = z.object({ readingId: z.number(), number: z.number().nullable() });
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

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  const { readingId, number } = waiting.parse(form.data);
  const typed = request.args.trim();
  // "không" to "by when?" is an answer.
  const isAnswer = form.step === "deadline" || form.step === "coordinating";
  if (isNo(typed) && !(isAnswer && !/^(?:tho|h[uủ]y|cancel)/iu.test(typed))) {
    return cancelledForm(request, form);
  }
  await closeForm(request, form);
  if (form.step === HEAD_STEP) return answerHead(request, readingId, typed);
  const field = fields.parse(form.step);
  return editDraft(request, { readingId, number }, { do: "set", field, value: typed });
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
  run: async (request) => {
    const named = readReadingCode(request.args);
    if (named === null) throw whichDraft(request.language);
    return named.number === null
      ? aboutReading(request, named.readingId, named.rest)
      : aboutDraft(request, named, named.rest);
  },
  answer,
};
