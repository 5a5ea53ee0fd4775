// The same for a register of full size: ten thousand lead assignments of 150 agencies.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Db } from "#src/database/client.ts";
import { writeSheet } from "#src/sheets/export-sheet.ts";
import { importSheet, planSheet } from "#src/sheets/import-sheet.ts";
import { plantRegister, taskSpec } from "./invented-register.ts";
import { cellsOf, importTerms, openLargeProvince, terms } from "./whole-register.ts";

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
  const [from, to] = [await openLargeProvince(), await openLargeProvince()];
  const specs = fc.sample(taskSpec, { numRuns: 3_150, seed: 2026 });
  const many = await from.db.$transaction((tx) => plantRegister(tx, specs, terms.calendar));
  expect(many).toBeGreaterThan(10_000);

  const cells = await cellsOf(from.db);
  const bytes = await writeSheet("csv", "Nhiệm vụ", cells);
  const same = await planSheet(from.db, bytes, { issuer: "", ...terms });
  expect(same).toMatchObject({
    kind: "planned",
    plan: { errors: [], create: [], differences: [] },
  });

  const done = await to.db.$transaction((tx) => importSheet(tx, bytes, importTerms));
  expect(done.kind).toBe("imported");
  expect(await cellsOf(to.db)).toEqual(cells);
  expect(await standings(to.db)).toEqual(await standings(from.db));
  await from.close();
  await to.close();
}, 180_000);
