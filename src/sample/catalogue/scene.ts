import { partsOf } from "#src/calendar/civil-date.ts";
import type { Days } from "../plan/days.ts";
import type { Office } from "../plan/office.ts";

/** What the catalogue is written for: the days, and the codes of the places of the cast. */
export type Scene = {
  days: Days;
  commune: string;
  ward: string;
  zone: string;
  /** Years that titles name. */
  thisYear: number;
  nextYear: number;
};

export const sceneOf = (office: Office, days: Days): Scene => {
  const agencyOf = (key: string): string =>
    office.people.find((person) => person.key === key)?.grants[0]?.agency ?? "";
  const { year } = partsOf(days.today);
  return {
    days,
    commune: agencyOf("commune"),
    ward: agencyOf("ward"),
    zone: office.communes.find((code) => code.startsWith("ĐK-")) ?? "",
    thisYear: year,
    nextYear: year + 1,
  };
};
