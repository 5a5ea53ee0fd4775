// Who hears of an extension: those who decide about it; then whoever asked, and the agency's people.
import { type CivilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import type { Language } from "#src/messages/language.ts";
import { type OutgoingMessage, say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/extensions.ts";
import { agencyReceivers, decidersFor, presentOn } from "#src/people/people-store.ts";
import type { Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { introducedCard, readerFor } from "./card.ts";
import type { DecidableExtension } from "./extension-to-decide.ts";
import { namedTask, shownCode } from "./occurrence-view.ts";
import { tell, tellAgency } from "./tell.ts";

export const tellOfDecision = async (
  request: Request,
  { assignment, extension }: DecidableExtension,
  decision: "approved" | "rejected",
  text: (language: Language) => string,
): Promise<OutgoingMessage[]> => {
  const asker = extension.askedById === null ? [] : [extension.askedById];
  const agency = await agencyReceivers(request.tx, assignment, request.today);
  return tell(request, [...asker, ...agency], {
    key: `extension-${decision}:${extension.id}`,
    reply: (actor) =>
      introducedCard(readerFor(request, actor), assignment.id, text(actor.language)),
  });
};

/** Those who decide, and the leader in charge: only a leader moves a date on their own word. */
const hearers = async (
  { tx, today, actor }: Request,
  { agencyId, task: { leaderInChargeId } }: AssignmentRow,
): Promise<number[]> => {
  const of = { agencyId, leaderInChargeId, enteredById: actor.personId };
  const deciders = await decidersFor(tx, of, today);
  const inCharge = leaderInChargeId === null ? [] : await presentOn(tx, [leaderInChargeId], today);
  return [...deciders, ...inCharge];
};

type Requested = {
  id: number;
  to: CivilDate;
  reason: string;
  onBehalfOfId: number | null;
};

/** Those who decide get the card with its buttons; the agency hears what was entered for it. */
export const tellOfRequest = async (
  request: Request,
  assignment: AssignmentRow & { dueOn: Date },
  { id, to, reason, onBehalfOfId }: Requested,
): Promise<OutgoingMessage[]> => {
  const { name } = assignment.agency;
  const from = fromDbDate(assignment.dueOn);
  const deciders = await tell(request, await hearers(request, assignment), {
    key: `extension:${id}`,
    reply: (actor) => {
      const text = words.extensionToDecide(
        actor.language,
        shownCode(actor.language, assignment),
        name,
        from,
        to,
        reason,
      );
      return introducedCard(readerFor(request, actor), assignment.id, text);
    },
  });
  if (onBehalfOfId === null) return deciders;
  const by = request.actor.fullName;
  const agency = await tellAgency(request, assignment, {
    key: `extension-for-you:${id}`,
    reply: (actor) =>
      say(words.askedForYou(actor.language, namedTask(actor.language, assignment), to, by)),
  });
  return [...deciders, ...agency];
};

export const tellOfWithdrawal = async (
  request: Request,
  assignment: AssignmentRow,
  extensionId: number,
): Promise<OutgoingMessage[]> =>
  tell(request, await hearers(request, assignment), {
    key: `extension-withdrawn:${extensionId}`,
    reply: ({ language }) =>
      say(words.theyWithdrew(language, shownCode(language, assignment), assignment.agency.name)),
  });
