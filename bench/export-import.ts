// Exports and takes over again ten thousand assignments on the embedded database; says how long
// each step takes and whether both registers give the same sheet. A program:
//   node bench/export-import.ts [assignments]
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { type SheetFormat, writeSheet } from "#src/sheets/export-sheet.ts";
import { importSheet, planSheet } from "#src/sheets/import-sheet.ts";
import { plantRegister, taskSpec } from "#test/sheets/invented-register.ts";
import { cellsOf, importTerms, openLargeProvince, terms } from "#test/sheets/whole-register.ts";
import { setup } from "#test/support/template.ts";

const wanted = Number(process.argv[2] ?? 10_000);

const timed = async <Value>(what: string, act: () => Promise<Value>): Promise<Value> => {
  const began = performance.now();
  const value = await act();
  console.log(`${what.padEnd(44)} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return value;
};

await setup();
const [from, to] = [await openLargeProvince(), await openLargeProvince()];
// A task of such a register has 3.3 lead assignments, periods included.
const specs = fc.sample(taskSpec, { numRuns: Math.round(wanted / 3.2), seed: 2026 });
const many = await timed("the register is made", () =>
  from.db.$transaction((tx) => plantRegister(tx, specs, terms.calendar)),
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
      to.db.$transaction((tx) => importSheet(tx, bytes, importTerms)),
    );
    console.log(done.kind);
  }
}
const back = await timed("export of that one", () => cellsOf(to.db));
console.log(isDeepStrictEqual(back, cells) ? "identical" : "NOT identical");
await from.close();
await to.close();
