import { civilDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";

export const calendar = makeWorkCalendar(productDayOffs());

/** A Monday. */
export const monday = civilDate("2026-11-23");
