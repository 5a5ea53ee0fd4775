// What happens around a request for an explanation: who may ask, answer, ask for more and close;
// who hears of it.
import type { ExplanationRequest } from "#prisma/generated/client.ts";
import { addDays, type CivilDate } from "#src/calendar/civil-date.ts";
import { dayAfter, takeDate } from "#src/language/dated-text.ts";
import { paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { mayNotClose } from "#src/messages/words/blockers.ts";
import * as words from "#src/messages/words/explanations.ts";
import { noSuchDay } from "#src/messages/words/extensions.ts";
import { agencyReceivers, peopleWith, presentOn } from "#src/people/people-store.ts";
import { may } from "#src/people/permissions.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { introducedCard, readerFor } from "./card.ts";
import { causeOf } from "./cause.ts";
import { askersOf } from "./explanation-store.ts";
import {
  answerExplanation,
  askExplanation,
  askForMore,
  closeExplanation,
  usualDeadline,
} from "./explanations.ts";
import { formatMatter } from "./matter-code.ts";
import { shownCode } from "./occurrence-view.ts";
import { tell, tellAgency } from "./tell.ts";

export type Question = { text: string; dueOn: CivilDate };
type Said = { text: string; fileIds: readonly number[] };

const refuse = (text: string): UserError => new UserError({ blocks: [paragraph(text)] });

/** "hạn 25/11 nguyên nhân chậm": by when, and what is asked; both have a usual value. */
export const readQuestion = (request: Request, typed: string): Question => {
  const { language, today, calendar } = request;
  const read = takeDate(typed, { today, calendar });
  if (read.kind === "impossible") throw refuse(noSuchDay(language, read.said, read.nearest));
  // Asked of an agency in the language of the office.
  const text = read.rest === "" ? words.usualQuestion("vi") : read.rest;
  if (read.kind === "none") return { text, dueOn: usualDeadline(today, calendar) };
  const dueOn = dayAfter(read, addDays(today, -1));
  if (dueOn < today) throw refuse(words.deadlinePast(language, dueOn));
  return { text, dueOn };
};

const tellPeople = async (
  request: Request,
  row: AssignmentRow,
  key: string,
  text: Parameters<typeof introduced>[2],
) => {
  const { tx, today } = request;
  const people = await peopleWith(tx, ["official", "head"], today, row.agencyId);
  return tell(request, people, { key, reply: introduced(request, row, text) });
};

const introduced =
  (request: Request, row: AssignmentRow, text: (language: Request["language"]) => string) =>
  (actor: Request["actor"]) =>
    introducedCard(readerFor(request, actor), row.id, text(actor.language));

/** Asks one agency: officials and head are told. */
export const ask = async (request: Request, row: AssignmentRow, question: Question) => {
  const id = await askExplanation(request.tx, row, question, causeOf(request));
  const code = formatMatter("GT", id);
  const { dueOn, text } = question;
  const messages = await tellPeople(request, row, `explanation:${id}`, (to) =>
    words.explanationWanted(to, code, shownCode(to, row), dueOn, text),
  );
  return { code, messages };
};

/** The agency's answer, its people's own or entered for them. */
const take = async (
  request: Request,
  row: AssignmentRow,
  asked: ExplanationRequest,
  said: Said,
  onBehalfOfId: number | null,
): Promise<Outcome> => {
  const { tx, language, today, actor } = request;
  await answerExplanation(tx, row, asked, said, causeOf(request, onBehalfOfId));
  const code = formatMatter("GT", asked.id);
  const { name } = row.agency;
  const key = `${asked.id}:${row.version}`;
  const askers = await presentOn(tx, await askersOf(tx, asked), today);
  const messages = await tell(request, askers, {
    key: `explanation-answered:${key}`,
    reply: introduced(request, row, (to) =>
      words.explanationArrived(to, code, shownCode(to, row), name, said.text),
    ),
  });
  if (onBehalfOfId === null) {
    const text = words.explanationAnswered(language, code, said.fileIds.length);
    return { reply: { blocks: [paragraph(text)] }, messages, changed: [row.id] };
  }
  const agency = await tellAgency(request, row, {
    key: `explanation-for-you:${key}`,
    reply: (reader) => say(words.answeredForYou(reader.language, code, actor.fullName, said.text)),
  });
  return {
    reply: { blocks: [paragraph(words.explanationEntered(language, code, name))] },
    messages: [...messages, ...agency],
    changed: [row.id],
  };
};

/** What was answered is not enough. */
const sendBack = async (
  request: Request,
  row: AssignmentRow,
  asked: ExplanationRequest,
  typed: string,
): Promise<Outcome> => {
  const { tx, language } = request;
  const question = readQuestion(request, typed);
  await askForMore(tx, row, asked, question, causeOf(request));
  const code = formatMatter("GT", asked.id);
  const { dueOn, text } = question;
  return {
    reply: { blocks: [paragraph(words.moreAsked(language, code, row.agency.name, dueOn))] },
    messages: await tellPeople(request, row, `explanation-more:${asked.id}:${row.version}`, (to) =>
      words.moreWanted(to, code, shownCode(to, row), dueOn, text),
    ),
    changed: [row.id],
  };
};

export type Part = "answer" | "more" | "on behalf";

/** What this person's /traloi means: the agency answers, those who asked want more. */
export const partOf = (
  { actor, language }: Request,
  row: AssignmentRow,
  asked: ExplanationRequest,
): Part => {
  if (may(actor, "answer explanation", row.agencyId)) return "answer";
  if (asked.answeredAt !== null && may(actor, "ask explanation", row.agencyId)) return "more";
  const asker = asked.askedById === actor.personId;
  if (!asker && may(actor, "enter on behalf", row.agencyId)) return "on behalf";
  throw refuse(words.agencyAnswers(language, formatMatter("GT", asked.id), row.agency.name));
};

export const reply = (
  request: Request,
  row: AssignmentRow,
  asked: ExplanationRequest,
  said: Said,
): Promise<Outcome> => {
  const part = partOf(request, row, asked);
  if (part === "more") return sendBack(request, row, asked, said.text);
  return take(request, row, asked, said, part === "on behalf" ? row.agencyId : null);
};

export const close = async (
  request: Request,
  row: AssignmentRow,
  asked: ExplanationRequest,
  note: string,
): Promise<Outcome> => {
  const { tx, language, actor, today } = request;
  const code = formatMatter("GT", asked.id);
  // Nobody accepts what they entered themselves.
  if (
    !may(actor, "ask explanation", row.agencyId) ||
    (asked.answeredAt !== null && asked.answeredById === actor.personId)
  ) {
    throw refuse(mayNotClose(language, code, "explanation"));
  }
  await closeExplanation(tx, row, asked.id, note, causeOf(request));
  const answered =
    asked.answeredById === null ? [] : await presentOn(tx, [asked.answeredById], today);
  const agency = await agencyReceivers(tx, row, today);
  return {
    reply: { blocks: [paragraph(words.explanationNowClosed(language, code))] },
    messages: await tell(request, [...answered, ...agency], {
      key: `explanation-closed:${asked.id}`,
      reply: (reader) =>
        say(
          words.explanationClosedBy(reader.language, code, shownCode(reader.language, row), note),
        ),
    }),
    changed: [row.id],
  };
};
