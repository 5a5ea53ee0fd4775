// Kiến nghị: what may be asked about a published standing, and for how long. Values in, values out.
import { addDays, type CivilDate, isoWeekKey, startOfWeek } from "#src/calendar/civil-date.ts";

/** A petition is taken about the rankings of the latest so many weeks. */
export const PETITION_WEEKS = 4;

/** KN-3 */
export const formatPetition = (id: number): string => `KN-${id}`;

/** The weeks whose rankings may be petitioned about on a day, the latest first. */
export const openWeeks = (today: CivilDate): string[] => {
  const monday = startOfWeek(today);
  return Array.from({ length: PETITION_WEEKS }, (_, n) =>
    isoWeekKey(addDays(monday, -7 * (n + 1))),
  );
};

export type Published = "open" | "too-old" | "not-yet";

/** How a week stands that was named; `published` are the weeks whose rankings were published. */
export const weekStands = (
  period: string,
  published: readonly string[],
  today: CivilDate,
): Published => {
  // Keys of weeks sort like the weeks.
  if (openWeeks(today).includes(period)) return published.includes(period) ? "open" : "not-yet";
  return period < isoWeekKey(today) ? "too-old" : "not-yet";
};

/** A ranking that was put right: what is published about it with the next one of its group. */
export type Amendment = {
  petitionId: number;
  groupId: number;
  groupName: string;
  /** The week that was put right. */
  period: string;
  agencyName: string;
  decision: string;
};
