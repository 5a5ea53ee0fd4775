// Numbers of reports as an agency's office would give them: growing through the year.
import { type CivilDate, civilOf, daysBetween, partsOf } from "#src/calendar/civil-date.ts";
import { randomFor } from "../random.ts";

const symbolOf = (code: string): string => {
  if (code === "VPUBND") return "VP";
  return code.includes("-") ? "UBND" : code;
};

/** "214/BC-STC": the agency's number of a report signed on a day. */
export const reportNumber = (seed: number, code: string, on: CivilDate): string => {
  const { year } = partsOf(on);
  const day = daysBetween(civilOf(year, 1, 1), on) + 1;
  const perDay = randomFor(seed, `reports:${code}`).whole(4, 11) / 10;
  return `${Math.ceil(day * perDay)}/BC-${symbolOf(code)}`;
};
