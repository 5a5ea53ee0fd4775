import { tryCivilDate } from "#src/calendar/civil-date.ts";
import { instantAt } from "#src/calendar/zone.ts";

const SHAPE =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[T ](?<clock>([01]\d|2[0-3]):[0-5]\d)(?<seconds>:[0-5]\d(?:\.\d{1,3})?)?(?<zone>Z|[+-]\d{2}:\d{2})?)?$/;

/** `dayOnly`: no time of day was given, so noon is meant. */
export type Moment = { at: Date; dayOnly: boolean };

/**
 * Reads `2026-11-23` (noon in Việt Nam), `2026-11-23T08:00` (the clock in Việt Nam) or a moment
 * with its zone, `2026-11-23T08:00+07:00`; null for anything else and for days that do not exist.
 */
export const readMoment = (text: string): Moment | null => {
  const found = SHAPE.exec(text.trim())?.groups;
  const date = tryCivilDate(found?.day ?? "");
  if (found === undefined || date === null) return null;
  const { clock, seconds = ":00", zone } = found;
  if (clock === undefined) return { at: instantAt(date, "12:00"), dayOnly: true };
  if (zone === undefined) {
    const whole = instantAt(date, clock).getTime();
    return { at: new Date(whole + Number(seconds.slice(1)) * 1_000), dayOnly: false };
  }
  const at = new Date(`${date}T${clock}${seconds}${zone}`);
  return Number.isNaN(at.getTime()) ? null : { at, dayOnly: false };
};
