import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { readDirective } from "./read-directive.ts";
import type { Reading } from "./reading.ts";

/** Which day a document is read as of, where nobody says it. */
export type ItsDay = { today: CivilDate; calendar: WorkCalendar };

/**
 * Reads a document as of the day that it bears: what "năm nay" and a date without a year mean
 * follows from that. As of today where it bears none.
 */
export const readOnItsDay = (
  text: string,
  { today, calendar }: ItsDay,
): { reading: Reading; at: CivilDate } => {
  const first = readDirective(text, { at: today, calendar });
  const { issuedOn } = first.document;
  if (issuedOn === null || issuedOn === today) return { reading: first, at: today };
  return { reading: readDirective(text, { at: issuedOn, calendar }), at: issuedOn };
};
