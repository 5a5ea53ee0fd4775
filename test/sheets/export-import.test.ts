// What is exported can be taken over again: into the same register it changes nothing, into an
// empty one it makes the same sheet again.
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Db, Tx } from "#src/database/client.ts";
import { type SheetFormat, writeSheet } from "#src/sheets/export-sheet.ts";
import { importSheet, planSheet } from "#src/sheets/import-sheet.ts";
import { giveAgencies } from "#test/agencies/invented.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { plantRegister, taskSpec } from "./invented-register.ts";
import { cellsOf, importTerms, terms } from "./whole-register.ts";

let first: TestDatabase;
let empty: TestDatabase;

beforeAll(async () => {
  first = await openTestDatabase();
  empty = await openTestDatabase();
  await giveAgencies(first.db);
  await giveAgencies(empty.db);
});
afterAll(async () => {
  await first.close();
  await empty.close();
});

class Undo extends Error {}

/** Does something in a register and undoes it. */
const tryIn = async <Value>(db: Db, act: (tx: Tx) => Promise<Value>): Promise<Value> => {
  const done: Value[] = [];
  await db
    .$transaction(async (tx) => {
      done.push(await act(tx));
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  const [value] = done;
  if (value === undefined) throw new Error("nothing was done");
  return value;
};

const roundTrip = (format: SheetFormat) =>
  fc.asyncProperty(fc.array(taskSpec, { minLength: 1, maxLength: 8 }), async (specs) => {
    const { cells, bytes } = await tryIn(first.db, async (tx) => {
      await plantRegister(tx, specs, terms.calendar);
      const cells = await cellsOf(tx);
      const bytes = await writeSheet(format, "Nhiệm vụ", cells);
      if (cells.length === 0) return { cells, bytes };
      const again = await planSheet(tx, bytes, { issuer: "", ...terms });
      expect(again).toMatchObject({
        kind: "planned",
        plan: { errors: [], create: [], differences: [], needsIssuer: false },
      });
      return { cells, bytes };
    });
    if (cells.length === 0) return;
    const back = await tryIn(empty.db, async (tx) => {
      const done = await importSheet(tx, bytes, importTerms);
      expect(done.kind === "imported" ? [] : done).toEqual([]);
      return cellsOf(tx);
    });
    expect(back).toEqual(cells);
  });

it("makes the same sheet again from an empty register, and changes nothing in its own (CSV)", async () => {
  await fc.assert(roundTrip("csv"), { numRuns: 40 });
}, 120_000);

it("does so as a workbook, too", async () => {
  await fc.assert(roundTrip("xlsx"), { numRuns: 15 });
}, 120_000);
