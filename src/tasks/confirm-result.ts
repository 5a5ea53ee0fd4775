// A confirmed result and who hears of it: the same for one and for many.
import { type CivilDate, daysBetween, fromDbDate } from "#src/calendar/civil-date.ts";
import { type OutgoingMessage, say } from "#src/messages/reply.ts";
import { yourResultConfirmed } from "#src/messages/words/commands.ts";
import type { Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { causeOf } from "./cause.ts";
import { shownCode } from "./occurrence-view.ts";
import { confirmResult } from "./results.ts";
import { tellAgency } from "./tell.ts";

export type Confirmed = {
  completedOn: CivilDate;
  /** Calendar days behind the due date. */
  late: number;
  messages: OutgoingMessage[];
};

/** Confirms the waiting result of a locked assignment; null where none waits any more. */
export const confirmAndTell = async (
  request: Request,
  assignment: AssignmentRow,
  decided: { completedOn: CivilDate | null },
): Promise<Confirmed | null> => {
  const completedOn = await confirmResult(request.tx, assignment, decided, causeOf(request));
  if (completedOn === null) return null;
  const due = assignment.dueOn === null ? null : fromDbDate(assignment.dueOn);
  const messages = await tellAgency(request, assignment, {
    key: `confirmed:${assignment.id}:${assignment.version}`,
    reply: ({ language }) =>
      say(yourResultConfirmed(language, shownCode(language, assignment), completedOn)),
  });
  const late = due === null ? 0 : Math.max(0, daysBetween(due, completedOn));
  return { completedOn, late, messages };
};
