// What is done about one draft: found right, changed, split, joined, dropped, taken back. The
// reading is locked meanwhile; text takes the newest state, a button only the one it shows.
import type { Language } from "#src/messages/language.ts";
import { type Block, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/directives.ts";
import { openForm } from "#src/requests/forms-store.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { doubtText } from "./doubt-text.ts";
import { isOpen, isUnassignable } from "./doubts.ts";
import { draftCard } from "./draft-card.ts";
import { type At, by, changed, goOn, noted } from "./draft-deed.ts";
import type { DraftAsk, DraftField } from "./draft-words.ts";
import { draftNamed, openReading } from "./named-reading.ts";
import { formatDraft, type ReadingCode } from "./reading-code.ts";
import { closedOnceDone, openedAgain } from "./reading-done.ts";
import { changeDraft } from "./readings-store.ts";
import { areaNames, setField } from "./set-field.ts";
import { join, split } from "./split-and-join.ts";
import { refuseStaleReview } from "./stale.ts";

/** What is asked about each field. */
export const fieldQuestions: Record<DraftField, (language: Language, code: string) => string> = {
  lead: words.askLead,
  deadline: words.askDeadline,
  coordinating: words.askCoordinating,
  content: words.askContent,
  area: (language, code) => words.askArea(language, code, areaNames()),
};

const ask = async ({ request, reviewed, one, code }: At, field: DraftField, why: Block[] = []) => {
  const data = { readingId: reviewed.reading.id, number: one.number, version: one.version };
  await openForm(request, { command: "duthao", step: field, data });
  const text = fieldQuestions[field](request.language, code);
  return { reply: { blocks: [...why, paragraph(text)] } };
};

const right = async (at: At): Promise<Outcome> => {
  const { request, one, code } = at;
  const { language } = request;
  if (isUnassignable(one.leads)) {
    const why = one.doubts
      .filter(({ about }) => about === "lead")
      .map((doubt) => paragraph(doubtText(language, doubt)));
    return ask(at, "lead", why);
  }
  const status = one.status === "edited" ? "edited" : "right";
  await changeDraft(request.tx, one, { status }, by(request));
  return goOn(language, await noted(at, "right"), one.id, words.draftRight(language, code));
};

const drop = async (at: At): Promise<Outcome> => {
  const { request, one, code } = at;
  await changeDraft(request.tx, one, { status: "dropped" }, by(request));
  const after = await closedOnceDone(at, await noted(at, "drop"));
  return goOn(request.language, after, one.id, words.draftDropped(request.language, code));
};

/** A document that is over, as all else of it is registered, is opened once more for it. */
const restore = async (at: At): Promise<Outcome> => {
  const { request, reviewed, one, code } = at;
  const text = words.draftRestored(request.language, code);
  const back = { ...at, reviewed: await openedAgain(request, reviewed) };
  return changed(back, { asNow: one.asRead, status: "unseen" }, "restore", text);
};

const set = async (at: At, field: DraftField, value: string): Promise<Outcome> => {
  const { request, reviewed, one, code } = at;
  if (value === "") return ask(at, field);
  const { language, calendar } = request;
  const setting = {
    ...{ language, calendar, code },
    index: reviewed.names.now,
    at: reviewed.reading.readOn,
  };
  const asNow = setField(one.draft, field, value, setting);
  return changed(at, { asNow, status: "edited" }, field, words.draftEdited(language, code));
};

/** @throws UserError where nothing of the kind can be done */
export const editDraft = async (
  request: Request,
  named: ReadingCode,
  wanted: Exclude<DraftAsk, { do: "show" }>,
): Promise<Outcome> => {
  const { language } = request;
  const states = wanted.do === "restore" ? (["open", "registered"] as const) : undefined;
  const reviewed = await openReading(request, named.readingId, states);
  await refuseStaleReview(request);
  const one = draftNamed(language, reviewed, named);
  const code = formatDraft(reviewed.reading.id, one.number);
  const at = { request, reviewed, one, code };
  const isOver = wanted.do === "restore" ? one.status === "registered" : !isOpen(one);
  if (isOver) {
    const text = words.draftIsOver(language, code, words.statusName(language, one.status));
    const card = draftCard(language, reviewed, one);
    throw new UserError({ ...card, blocks: [paragraph(text), ...card.blocks] });
  }
  switch (wanted.do) {
    case "right":
      return right(at);
    case "drop":
      return drop(at);
    case "restore":
      return restore(at);
    case "join":
      return join(at);
    case "split":
      return split(at, wanted.behind);
    case "set":
      return set(at, wanted.field, wanted.value);
  }
};
