// The same for a register of full size: ten thousand lead assignments of 150 agencies.
import fc from "fast-check";
import { expect, it } from "vitest";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import type { Db } from "#src/database/client.ts";
import { exportCells, writeSheet } from "#src/sheets/export-sheet.ts";
import { importSheet, planSheet } from "#src/sheets/import-sheet.ts";
import { openTestDatabase } from "#test/support/database.ts";
import { largeProvince } from "#test/support/large-province.ts";
import { ON, plantRegister, taskSpec } from "./invented-register.ts";

const calendar = makeWorkCalendar(productDayOffs());
const terms = { on: ON, calendar };

const open = async () => {
  const database = await openTestDatabase();
  await database.db.$transaction((tx) => importAgencies(tx, readAgencyCsv(largeProvince).rows));
  return database;
};

const cellsOf = async (db: Db): Promise<string[][]> => {
  const cells = await exportCells(db, {}, terms);
  if (cells === "too-many") throw new Error("too many");
  return cells.rows;
};

/** How every lead assignment stands, whatever its number. */
const standings = async (db: Db): Promise<string[]> => {
  const rows = await db.assignment.findMany({
    where: { role: "lead", state: { not: "transferred" } },
    select: {
      agency: { select: { code: true } },
      task: { select: { content: true } },
      occurrence: true,
      state: true,
      percent: true,
      dueOn: true,
      originalDueOn: true,
      extensionCount: true,
      completedOn: true,
    },
  });
  return rows.map((row) => JSON.stringify(row)).sort();
};

it("ten thousand assignments are the same after export and import, as they stand and in the sheet", async () => {
  const [from, to] = [await open(), await open()];
  const specs = fc.sample(taskSpec, { numRuns: 3_150, seed: 2026 });
  const many = await from.db.$transaction((tx) => plantRegister(tx, specs, calendar));
  expect(many).toBeGreaterThan(10_000);

  const cells = await cellsOf(from.db);
  const bytes = await writeSheet("csv", "Nhiệm vụ", cells);
  const same = await planSheet(from.db, bytes, { issuer: "", ...terms });
  expect(same).toMatchObject({
    kind: "planned",
    plan: { errors: [], create: [], differences: [] },
  });

  const cause = { actorId: null, inboxId: null, today: ON, now: new Date("2026-11-16T02:00:00Z") };
  const done = await to.db.$transaction((tx) =>
    importSheet(tx, bytes, { ...terms, ...cause, issuer: "" }),
  );
  expect(done.kind).toBe("imported");
  expect(await cellsOf(to.db)).toEqual(cells);
  expect(await standings(to.db)).toEqual(await standings(from.db));
  await from.close();
  await to.close();
}, 180_000);
