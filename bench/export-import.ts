// Exports and takes over again ten thousand assignments on the embedded database; says how long
// each step takes and whether both registers give the same sheet. A program:
//   node bench/export-import.ts [assignments]
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import type { Db } from "#src/database/client.ts";
import { exportCells, type SheetFormat, writeSheet } from "#src/sheets/export-sheet.ts";
import { importSheet, planSheet } from "#src/sheets/import-sheet.ts";
import { ON, plantRegister, taskSpec } from "#test/sheets/invented-register.ts";
import { openTestDatabase } from "#test/support/database.ts";
import { largeProvince } from "#test/support/large-province.ts";
import { setup } from "#test/support/template.ts";

const wanted = Number(process.argv[2] ?? 10_000);
const calendar = makeWorkCalendar(productDayOffs());
const terms = { on: ON, calendar };
const cause = { actorId: null, inboxId: null, today: ON, now: new Date("2026-11-16T02:00:00Z") };

const timed = async <Value>(what: string, act: () => Promise<Value>): Promise<Value> => {
  const began = performance.now();
  const value = await act();
  console.log(`${what.padEnd(44)} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return value;
};

const open = async () => {
  const database = await openTestDatabase();
  await database.db.$transaction((tx) => importAgencies(tx, readAgencyCsv(largeProvince).rows));
  return database;
};

const cellsOf = async (db: Db): Promise<string[][]> => {
  const cells = await exportCells(db, {}, terms);
  if (cells === "too-many") throw new Error("too many rows");
  return cells.rows;
};

await setup();
const [from, to] = [await open(), await open()];
// A task of such a register has 3.3 lead assignments, periods included.
const specs = fc.sample(taskSpec, { numRuns: Math.round(wanted / 3.2), seed: 2026 });
const many = await timed("the register is made", () =>
  from.db.$transaction((tx) => plantRegister(tx, specs, calendar)),
);
const cells = await timed("export: rows", () => cellsOf(from.db));
console.log(`${specs.length} tasks, ${many} lead assignments, ${cells.length} rows`);

for (const format of ["xlsx", "csv"] satisfies SheetFormat[]) {
  const bytes = await timed(`export: ${format}`, () => writeSheet(format, "Nhiệm vụ", cells));
  console.log(`${format}: ${(bytes.length / 1024 / 1024).toFixed(1)} MB`);
  const again = await timed(`import of ${format} into the same register`, () =>
    planSheet(from.db, bytes, { issuer: "", ...terms }),
  );
  const plan = again.kind === "planned" ? again.plan : null;
  console.log(
    `new ${plan?.create.length}, differences ${plan?.differences.length}, errors ${plan?.errors.length}`,
  );
  if (format === "csv") {
    const done = await timed("import into an empty register", () =>
      to.db.$transaction((tx) => importSheet(tx, bytes, { ...terms, ...cause, issuer: "" })),
    );
    console.log(done.kind);
  }
}
const back = await timed("export of that one", () => cellsOf(to.db));
console.log(isDeepStrictEqual(back, cells) ? "identical" : "NOT identical");
await from.close();
await to.close();
