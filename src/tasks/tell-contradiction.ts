// Who hears of a contradiction: those who may decide about it, and in the end both sides.
import type { Contradiction } from "#prisma/generated/client.ts";
import type { Language } from "#src/messages/language.ts";
import { type Button, type OutgoingMessage, paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/on-behalf.ts";
import { agencyReceivers, decidersFor, presentOn } from "#src/people/people-store.ts";
import type { Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import type { Entry } from "./entries-store.ts";
import { formatContradiction } from "./entry-code.ts";
import { shownCode } from "./occurrence-view.ts";
import { entryText } from "./on-behalf.ts";
import { tell } from "./tell.ts";

export const contradictionButtons = (language: Language, id: number): Button[] => {
  const { uphold, reject } = words.onBehalfLabels(language);
  const code = formatContradiction(id);
  return [
    { label: uphold, command: `/duyet ${code}`, style: "primary" },
    { label: reject, command: `/tuchoi ${code}`, style: "danger" },
  ];
};

const nameOf = async ({ tx }: Request, personId: number | null): Promise<string | null> => {
  if (personId === null) return null;
  const person = await tx.person.findUnique({ where: { id: personId } });
  return person?.fullName ?? null;
};

/** Somebody of the secretariat who did not enter it, else a leader; else whoever entered it. */
export const tellContradicted = async (
  request: Request,
  assignment: AssignmentRow,
  entry: Entry,
  contradiction: Contradiction,
): Promise<OutgoingMessage[]> => {
  const { tx, today } = request;
  const { enteredById, confirmedOn } = entry;
  const { leaderInChargeId } = assignment.task;
  const of = { agencyId: assignment.agencyId, leaderInChargeId, enteredById };
  const deciders = await decidersFor(tx, of, today);
  const entered = enteredById === null ? [] : await presentOn(tx, [enteredById], today);
  const by = await nameOf(request, enteredById);
  return tell(request, deciders.length > 0 ? deciders : entered, {
    key: `contradiction:${contradiction.id}`,
    reply: ({ language }) => ({
      blocks: [
        paragraph(
          words.contradictionToDecide(
            language,
            formatContradiction(contradiction.id),
            assignment.agency.name,
            shownCode(language, assignment),
            entryText(language, entry.said),
            by,
          ),
        ),
        paragraph(words.reasonGiven(language, contradiction.reason)),
        ...(confirmedOn === null ? [] : [paragraph(words.confirmedAlready(language, confirmedOn))]),
      ],
      buttons: deciders.length > 0 ? [contradictionButtons(language, contradiction.id)] : [],
    }),
  });
};

/** The agency, whoever contradicted, and whoever had entered it. */
export const tellDecided = async (
  request: Request,
  assignment: AssignmentRow,
  { entry, contradiction }: { entry: Entry; contradiction: Contradiction },
  said: { decision: (language: Language) => string; note: string | null },
): Promise<OutgoingMessage[]> => {
  const { tx, today, actor } = request;
  const agency = await agencyReceivers(tx, assignment, today);
  const concerned = [
    contradiction.byId,
    ...(entry.enteredById === null ? [] : [entry.enteredById]),
  ];
  const people = [...agency, ...(await presentOn(tx, concerned, today))];
  return tell(request, people, {
    key: `contradiction-decided:${contradiction.id}`,
    reply: ({ language }) => ({
      blocks: [
        paragraph(words.decidedTold(language, actor.fullName, said.decision(language), said.note)),
      ],
    }),
  });
};
