// What happens around a blocker when somebody raises, answers or closes it: who may, who hears.
import type { Blocker } from "#prisma/generated/client.ts";
import type { Language } from "#src/messages/language.ts";
import { type OutgoingMessage, paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/blockers.ts";
import { agencyReceivers, peopleWith, presentOn } from "#src/people/people-store.ts";
import { may } from "#src/people/permissions.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { answerBlocker, closeBlocker, raiseBlocker } from "./blockers.ts";
import { introducedCard, readerFor } from "./card.ts";
import { causeOf } from "./cause.ts";
import { formatMatter } from "./matter-code.ts";
import { namedCode, namedTask, shownCode } from "./occurrence-view.ts";
import { tell, tellAgency } from "./tell.ts";

type Said = { text: string; fileIds: readonly number[] };

/** The secretariat and the leader in charge; where nobody is in charge, the leaders. */
const answerers = async ({ tx, today }: Request, row: AssignmentRow): Promise<number[]> => {
  const secretariat = await peopleWith(tx, ["secretariat"], today);
  const { leaderInChargeId } = row.task;
  const leaders =
    leaderInChargeId === null
      ? secretariat.length > 0
        ? []
        : await peopleWith(tx, ["leader"], today)
      : await presentOn(tx, [leaderInChargeId], today);
  return [...secretariat, ...leaders];
};

const card = (request: Request, row: AssignmentRow, text: (language: Language) => string) => ({
  reply: (actor: Parameters<typeof readerFor>[1]) =>
    introducedCard(readerFor(request, actor), row.id, text(actor.language)),
});

export const raise = async (
  request: Request,
  row: AssignmentRow,
  said: Said,
  onBehalfOfId: number | null,
): Promise<Outcome> => {
  const { tx, language, actor } = request;
  const id = await raiseBlocker(tx, row, said, causeOf(request, onBehalfOfId));
  const code = formatMatter("VM", id);
  const messages: OutgoingMessage[] = await tell(request, await answerers(request, row), {
    key: `blocker:${id}`,
    ...card(request, row, (to) =>
      words.blockerToAnswer(to, code, shownCode(to, row), row.agency.name, said.text),
    ),
  });
  if (onBehalfOfId !== null) {
    const forYou = (to: Language) =>
      words.blockerForYou(to, code, shownCode(to, row), actor.fullName, said.text);
    messages.push(
      ...(await tellAgency(request, row, {
        key: `blocker-for-you:${id}`,
        reply: (reader) => say(forYou(reader.language)),
      })),
    );
  }
  const text = words.blockerRaised(language, code, shownCode(language, row), said.fileIds.length);
  return { reply: { blocks: [paragraph(text)] }, messages, changed: [row.id] };
};

/** @throws UserError where this person may not answer it. */
export const checkAnswerer = (request: Request, row: AssignmentRow, blocker: Blocker): void => {
  const { actor, language } = request;
  const code = formatMatter("VM", blocker.id);
  if (!may(actor, "answer blocker", row.agencyId)) {
    const text = words.blockerAnsweredByOthers(language, code, namedCode(row));
    throw new UserError({ blocks: [paragraph(text)] });
  }
  if (blocker.raisedById === actor.personId) {
    throw new UserError({ blocks: [paragraph(words.blockerYouEntered(language, code))] });
  }
};

export const answer = async (
  request: Request,
  row: AssignmentRow,
  blocker: Blocker,
  said: Said,
): Promise<Outcome> => {
  const { tx, language, today } = request;
  checkAnswerer(request, row, blocker);
  await answerBlocker(tx, row, blocker, said, causeOf(request));
  const code = formatMatter("VM", blocker.id);
  const raiser =
    blocker.raisedById === null ? [] : await presentOn(tx, [blocker.raisedById], today);
  const agency = await agencyReceivers(tx, row, today);
  return {
    reply: { blocks: [paragraph(words.blockerAnswered(language, code, row.agency.name))] },
    messages: await tell(request, [...raiser, ...agency], {
      key: `blocker-answered:${blocker.id}:${row.version}`,
      ...card(request, row, (to) =>
        words.yourBlockerAnswered(to, code, namedTask(to, row), said.text),
      ),
    }),
    changed: [row.id],
  };
};

export const close = async (
  request: Request,
  row: AssignmentRow,
  blocker: Blocker,
  note: string,
): Promise<Outcome> => {
  const { tx, language, actor, today } = request;
  const code = formatMatter("VM", blocker.id);
  const own = may(actor, "raise blocker", row.agencyId);
  if (!own && !may(actor, "answer blocker", row.agencyId)) {
    throw new UserError({ blocks: [paragraph(words.mayNotClose(language, code, "blocker"))] });
  }
  await closeBlocker(tx, row, blocker.id, note, causeOf(request));
  const { answeredById } = blocker;
  const otherSide = own
    ? answeredById === null
      ? await answerers(request, row)
      : await presentOn(tx, [answeredById], today)
    : await agencyReceivers(tx, row, today);
  const by = own ? row.agency.name : actor.fullName;
  return {
    reply: { blocks: [paragraph(words.blockerNowClosed(language, code))] },
    messages: await tell(request, otherSide, {
      key: `blocker-closed:${blocker.id}`,
      reply: (reader) =>
        say(
          words.blockerClosedBy(reader.language, code, shownCode(reader.language, row), by, note),
        ),
    }),
    changed: [row.id],
  };
};
