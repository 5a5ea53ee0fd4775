import { parse } from "node-cron";
import { type CivilDate, endOfMonth, partsOf, weekdayOf } from "./civil-date.ts";

/** Which days a cron expression names, and at which times (`hh:mm`, in order) on them. */
export type CronPlan = { matchesDay: (date: CivilDate) => boolean; times: readonly string[] };

const pad = (value: number): string => String(value).padStart(2, "0");

const numbersOnly = (values: readonly (number | string)[], cron: string): Set<number> => {
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length < values.length) throw new RangeError(`unsupported in a job's cron: ${cron}`);
  return new Set(numbers);
};

/**
 * Reads five fields with node-cron's own parser, so that ticks and slots agree: as there, day of
 * month **and** weekday must match. `L` is the last day of the month; `LW`, `15W`, `1#2`, `5L` and
 * seconds are refused. @throws RangeError
 */
export function cronPlan(cron: string): CronPlan {
  if (cron.trim().split(/\s+/).length !== 5) throw new RangeError(`not five cron fields: ${cron}`);
  const fields = parseFields(cron);
  const lastDay = fields.dayOfMonth.includes("L");
  const days = numbersOnly(
    fields.dayOfMonth.filter((value) => value !== "L"),
    cron,
  );
  const weekdays = numbersOnly(fields.dayOfWeek, cron);
  const months = new Set(fields.month);
  const inOrder = (values: readonly number[]) => [...values].sort((a, b) => a - b);
  return {
    matchesDay: (date) => {
      const { month, day } = partsOf(date);
      return (
        months.has(month) &&
        weekdays.has(weekdayOf(date) % 7) &&
        (days.has(day) || (lastDay && date === endOfMonth(date)))
      );
    },
    times: inOrder(fields.hour).flatMap((hour) =>
      inOrder(fields.minute).map((minute) => `${pad(hour)}:${pad(minute)}`),
    ),
  };
}

function parseFields(cron: string): ReturnType<typeof parse> {
  try {
    return parse(cron);
  } catch (error) {
    throw new RangeError(`not a cron expression: ${cron}`, { cause: error });
  }
}
