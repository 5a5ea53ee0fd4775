// The working calendar from the table of days off, which starts as the product's own data and is
// then the office's to keep.
import { fromDbDate, toDbDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar, type WorkCalendar } from "#src/calendar/working-days.ts";
import type { Db, Store } from "#src/database/client.ts";

export const loadCalendar = async (store: Store): Promise<WorkCalendar> => {
  const rows = await store.dayOff.findMany();
  return makeWorkCalendar(
    rows.map((row) => ({
      date: fromDbDate(row.date),
      kind: row.kind === "work" ? "work" : "off",
      reason: row.reason,
      known: row.known === "expected" ? "expected" : "decided",
    })),
  );
};

/** Fills an empty table with the days that the product knows; never touches the office's own. */
export const seedDayOffs = async (db: Db): Promise<void> => {
  if ((await db.dayOff.count()) > 0) return;
  await db.dayOff.createMany({
    data: productDayOffs().map((day) => ({ ...day, date: toDbDate(day.date) })),
    skipDuplicates: true,
  });
};

const KEPT_MS = 60_000;

/** The calendar, read again at most once a minute. */
export const cachedCalendar = (db: Db): (() => Promise<WorkCalendar>) => {
  let kept: { calendar: WorkCalendar; until: number } | undefined;
  return async () => {
    const now = performance.now();
    if (kept === undefined || kept.until < now) {
      kept = { calendar: await loadCalendar(db), until: now + KEPT_MS };
    }
    return kept.calendar;
  };
};
