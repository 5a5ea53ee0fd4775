// Days off of this year and the next: without them durations are only roughly right.
import { partsOf } from "#src/calendar/civil-date.ts";
import { civilToday } from "#src/calendar/zone.ts";
import type { Db } from "#src/database/client.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import { type Finding, fine, wrong } from "./finding.ts";

export const dayOffs = async (db: Db, now: Date): Promise<Finding> => {
  const calendar = await loadCalendar(db);
  const { year } = partsOf(civilToday(now));
  const missing = [year, year + 1].filter((each) => !calendar.knowsYear(each));
  return missing.length === 0
    ? fine("days off", `known for ${year} and ${year + 1}`)
    : wrong(
        "days off",
        `none known for ${missing.join(" and ")}`,
        "enter the decided days off into the table DayOff, or update the product",
      );
};
