// Notes a leave: it must be free, the substitute there; both are told.
import { paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/absence.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { tell } from "#src/tasks/tell.ts";
import { commandOf, substitutesFor } from "./absence-draft.ts";
import { type Days, daysOverlap } from "./absence-rules.ts";
import { absencesOf, lockPerson, noteAbsence, standInsOf } from "./absences-store.ts";
import { boundPeople, type Colleague } from "./colleagues-store.ts";
import { personButtons } from "./person-or-ask.ts";

/** @throws UserError where the person is away on some of these days already. */
export const checkFree = async (
  { tx, actor, today, language }: Request,
  absent: Colleague,
  days: Days,
): Promise<void> => {
  const taken = (await absencesOf(tx, absent.id, today)).find((one) => daysOverlap(one, days));
  if (taken === undefined) return;
  const own = absent.id === actor.personId;
  const text = words.overlapping(
    language,
    own ? null : absent.fullName,
    taken,
    taken.substitute.fullName,
  );
  const whose = own ? "" : `của ${absent.fullName} `;
  const command = `/vangmat hủy ${whose}${words.showDays(taken).replace("–", "-")}`;
  const label = `${words.absenceLabels(language).end} ${words.showDays(taken)}`;
  throw new UserError({ blocks: [paragraph(text)], buttons: [[{ label, command }]] });
};

type Leave = { absent: Colleague; days: Days; substitute: Colleague };

const checkPresent = async (request: Request, leave: Leave): Promise<void> => {
  const { tx, today, language } = request;
  const { substitute, days } = leave;
  const away = (await absencesOf(tx, substitute.id, today)).find((one) => daysOverlap(one, days));
  if (away === undefined) return;
  const people = await boundPeople(tx);
  const able = substitutesFor(request, leave.absent, people).filter(
    ({ id }) => id !== substitute.id,
  );
  throw new UserError({
    blocks: [paragraph(words.substituteAway(language, substitute.fullName, away))],
    buttons: personButtons(able, people, (who) => commandOf(request, leave, people, who)),
  });
};

export const saveLeave = async (request: Request, leave: Leave): Promise<Outcome> => {
  const { tx, actor, now: at, inboxId, today, language } = request;
  const { absent, days, substitute } = leave;
  await lockPerson(tx, absent.id);
  await checkFree(request, absent, days);
  await checkPresent(request, leave);
  const cause = { actorId: actor.personId, at, inboxId };
  const ids = { absentId: absent.id, substituteId: substitute.id };
  const id = await noteAbsence(tx, { ...ids, ...days }, cause);
  const name = absent.id === actor.personId ? null : absent.fullName;
  const also = (await standInsOf(tx, absent.id, today)).filter((one) => daysOverlap(one, days));
  const told = await tell(request, [substitute.id], {
    key: `absence:${id}:substitute`,
    reply: (reader) => say(words.youStandIn(reader.language, absent.fullName, days)),
  });
  const toAbsent = await tell(request, [absent.id], {
    key: `absence:${id}:absent`,
    reply: (reader) =>
      say(words.notedForYou(reader.language, actor.fullName, days, substitute.fullName)),
  });
  return {
    reply: say(
      words.absenceSaved(language, name, days, substitute.fullName),
      ...also.map((one) => words.alsoStandsIn(language, one.absent.fullName, one)),
    ),
    messages: [...told, ...toAbsent],
  };
};
