import { TZDate } from "@date-fns/tz";
import { format } from "date-fns/format";
import { type CivilDate, civilOf, partsOf } from "./civil-date.ts";

/** The one zone of the product: UTC+7 without summer time. */
export const ZONE = "Asia/Ho_Chi_Minh";

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

export const inZone = (instant: Date): TZDate => new TZDate(instant.getTime(), ZONE);

/** The day that it is in Việt Nam at `instant`. */
export function civilToday(instant: Date): CivilDate {
  const local = inZone(instant);
  return civilOf(local.getFullYear(), local.getMonth() + 1, local.getDate());
}

/** The clock in Việt Nam at `instant`, `hh:mm`. */
export const civilTime = (instant: Date): string => format(inZone(instant), "HH:mm");

/** The moment at which the clock in Việt Nam shows `clock` (`hh:mm`) on `date`. @throws RangeError */
export function instantAt(date: CivilDate, clock: string): Date {
  const found = CLOCK.exec(clock);
  if (!found) throw new RangeError(`not a time of day (hh:mm): ${clock}`);
  const { year, month, day } = partsOf(date);
  const local = new TZDate(year, month - 1, day, Number(found[1]), Number(found[2]), ZONE);
  return new Date(local.getTime());
}
