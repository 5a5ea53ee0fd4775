// Ends a leave early, or takes it back before it begins; both are told.
import type { DaysFound } from "#src/language/day-range.ts";
import { paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/absence.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { tell } from "#src/tasks/tell.ts";
import { daysOverlap } from "./absence-rules.ts";
import { absencesOf, endAbsence, lockPerson } from "./absences-store.ts";
import type { Colleague } from "./colleagues-store.ts";

export const endLeave = async (
  request: Request,
  absent: Colleague,
  found: readonly DaysFound[],
): Promise<Outcome> => {
  const { tx, actor, today, language, now: at, inboxId } = request;
  const own = absent.id === actor.personId;
  const name = own ? null : absent.fullName;
  await lockPerson(tx, absent.id);
  const all = await absencesOf(tx, absent.id, today);
  const [said] = found;
  const named = said?.kind === "days" ? all.filter((one) => daysOverlap(one, said)) : all;
  const [absence, ...more] = named.length > 0 ? named : all;
  if (absence === undefined) {
    throw new UserError({ blocks: [paragraph(words.nothingToEnd(language, name))] });
  }
  if (more.length > 0 || named.length === 0) {
    const whose = own ? "" : `của ${absent.fullName} `;
    throw new UserError({
      blocks: [paragraph(words.whichToEnd(language))],
      buttons: [absence, ...more].map((one) => {
        const days = words.showDays(one);
        const label = words.mineLine(language, one, one.substitute.fullName);
        return [{ label, command: `/vangmat hủy ${whose}${days.replace("–", "-")}` }];
      }),
    });
  }
  await endAbsence(tx, absence, { actorId: actor.personId, at, inboxId });
  const { substitute, id } = absence;
  const told = await tell(request, [substitute.id], {
    key: `absence:${id}:ended:substitute`,
    reply: (reader) => say(words.standInEnded(reader.language, absent.fullName, absence)),
  });
  const toAbsent = await tell(request, [absent.id], {
    key: `absence:${id}:ended:absent`,
    reply: (reader) => say(words.endedForYou(reader.language, actor.fullName, absence)),
  });
  return {
    reply: say(words.absenceEnded(language, name, absence, substitute.fullName)),
    messages: [...told, ...toAbsent],
  };
};
