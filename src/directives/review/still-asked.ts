// An answer comes later than its question: meanwhile somebody else may have changed what it is
// about. Then nothing is overwritten, and the question does not come back for ever.
import { paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/directives.ts";
import { changedSince } from "#src/messages/words/house.ts";
import { closeForm, updateForm } from "#src/requests/forms-store.ts";
import type { FormState, Outcome, Request } from "#src/requests/request.ts";
import { isOpen } from "./doubts.ts";
import { draftCard } from "./draft-card.ts";
import type { DraftField } from "./draft-words.ts";
import { fieldQuestions } from "./edit-draft.ts";
import { readingIsOver } from "./named-reading.ts";
import { formatDraft } from "./reading-code.ts";
import { lockReading } from "./readings-store.ts";
import { review } from "./reviewed.ts";

/** What is said, and the form closed, where the reading is over; null where it is not. */
export const readingOver = async (
  request: Request,
  form: FormState,
  readingId: number,
): Promise<Outcome | null> => {
  const { tx, language } = request;
  const reading = await lockReading(tx, readingId);
  if (reading === null || reading.status === "open") return null;
  await closeForm(request, form);
  return { reply: readingIsOver(language, reading).reply };
};

type Asked = {
  readingId: number;
  number: number | null;
  version?: number | undefined;
  field: DraftField;
};

/**
 * The draft as it is now, where it is no longer what it was when its field was asked for: over, or
 * changed by another; then it is asked once more. Null where the answer can be taken.
 */
export const changedSinceAsked = async (
  request: Request,
  form: FormState,
  { readingId, number, version, field }: Asked,
): Promise<Outcome | null> => {
  const { tx, today, language } = request;
  const over = await readingOver(request, form, readingId);
  if (over !== null) return over;
  const reading = await lockReading(tx, readingId);
  const reviewed = reading === null ? null : await review(tx, reading, today);
  const one = reviewed?.drafts.find((draft) => draft.number === number);
  const code = formatDraft(readingId, number ?? 0);
  if (reviewed === null || one === undefined) {
    await closeForm(request, form);
    return { reply: { blocks: [paragraph(words.noSuchDraft(language, code))] } };
  }
  if (isOpen(one) && (version === undefined || one.version === version)) return null;
  const card = draftCard(language, reviewed, one);
  if (!isOpen(one)) {
    await closeForm(request, form);
    const text = words.draftIsOver(language, code, words.statusName(language, one.status));
    return { reply: { ...card, blocks: [paragraph(text), ...card.blocks] } };
  }
  const data = { readingId, number, version: one.version };
  await updateForm(request, form, { step: field, data });
  const asked = paragraph(fieldQuestions[field](language, code));
  return { reply: { ...card, blocks: [paragraph(changedSince(language)), ...card.blocks, asked] } };
};
