// Short answers to a form, as people type them.
import { fold } from "#src/language/fold.ts";
import { paragraph, say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/house.ts";
import { closeForm } from "./forms-store.ts";
import type { FormState, Outcome, Request } from "./request.ts";

const YES = new Set(
  "co|dong y|ok|oke|okay|yes|y|duoc|dung|dung roi|ghi nhan|vang|da|u|uh|chinh xac|dang ky|x".split(
    "|",
  ),
);
const NO = new Set("khong|ko|k|no|n|thoi|huy|huy bo|bo|bo qua|dung lai|cancel|sai".split("|"));

const plain = (text: string): string => fold(text).replace(/[.!/]/g, "").trim();

export const isYes = (text: string): boolean => YES.has(plain(text));
export const isNo = (text: string): boolean => NO.has(plain(text));

/** Closes the form; nothing is recorded. */
export const cancelledForm = async (request: Request, form: FormState): Promise<Outcome> => {
  await closeForm(request, form);
  return { reply: say(words.cancelled(request.language)) };
};

/** The form waits for yes or no, and got something else. */
export const notYesOrNo = (request: Request): Outcome => ({
  reply: { blocks: [paragraph(words.yesOrNo(request.language))] },
});
