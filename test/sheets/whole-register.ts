// What a sheet of a whole register holds, and as of when: for the round trips of a few tasks and of
// ten thousand assignments, and for their bench.
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import type { Store } from "#src/database/client.ts";
import { exportCells } from "#src/sheets/export-sheet.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { largeProvince } from "#test/support/large-province.ts";
import { ON } from "./invented-register.ts";

/** As of which day it is exported and read. */
export const terms = { on: ON, calendar: makeWorkCalendar(productDayOffs()) };

/** The terms of an import of what was exported. */
export const importTerms = {
  ...terms,
  issuer: "",
  actorId: null,
  inboxId: null,
  today: ON,
  now: new Date("2026-11-16T02:00:00Z"),
};

/** A database with the 150 agencies of a large province. */
export const openLargeProvince = async (): Promise<TestDatabase> => {
  const database = await openTestDatabase();
  await database.db.$transaction((tx) => importAgencies(tx, readAgencyCsv(largeProvince).rows));
  return database;
};

/** The whole register as a sheet shows it. */
export const cellsOf = async (store: Store): Promise<string[][]> => {
  const cells = await exportCells(store, {}, terms);
  if (cells === "too-many") throw new Error("too many rows");
  return cells.rows;
};
