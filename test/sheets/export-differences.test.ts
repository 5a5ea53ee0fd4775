// A sheet that comes back: what changed in it is shown for each agency, what cannot be joined is
// said by its row.
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { civilDate, toDbDate } from "#src/calendar/civil-date.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import type { Db } from "#src/database/client.ts";
import { columns, type columnTitles } from "#src/sheets/columns.ts";
import { exportCells, writeSheet } from "#src/sheets/export-sheet.ts";
import { importSheet, planSheet } from "#src/sheets/import-sheet.ts";
import { giveAgencies } from "#test/agencies/invented.ts";
import { openTestDatabase } from "#test/support/database.ts";

const on = civilDate("2026-11-16");
const calendar = makeWorkCalendar([]);
const terms = { on, calendar };
const importTerms = {
  ...terms,
  issuer: "UBND tỉnh",
  today: on,
  now: new Date("2026-11-16T02:00:00Z"),
  actorId: null,
  inboxId: null,
};

let db: Db;
const ids: Record<string, number> = {};

beforeEach(async () => {
  const open = await openTestDatabase();
  onTestFinished(() => open.close());
  db = open.db;
  await giveAgencies(db);
  for (const { code, id } of await db.agency.findMany()) ids[code] = id;
});

const rowsOf = async (): Promise<string[][]> => {
  const cells = await exportCells(db, {}, terms);
  if (cells === "too-many") throw new Error("too many");
  return cells.rows;
};

type Cells = Partial<Record<keyof typeof columnTitles, string>>;

/** A row of an office's sheet. */
const row = (cells: Cells): string[] => {
  const usual = { number: "7/KH-UBND", issuedOn: "05/10/2026", lead: "STC", content: "Rà soát" };
  const all: Cells = { ...usual, ...cells };
  return columns.map((column) => all[column] ?? "");
};

const take = async (rows: string[][]) => {
  const bytes = await writeSheet("csv", "", rows);
  return db.$transaction((tx) => importSheet(tx, bytes, importTerms));
};

const planOf = async (rows: string[][]) => {
  const planned = await planSheet(db, await writeSheet("csv", "", rows), {
    ...terms,
    issuer: "UBND tỉnh",
  });
  if (planned.kind !== "planned") throw new Error(planned.kind);
  return planned.plan;
};

const cellAt = (column: keyof typeof columnTitles): number => columns.indexOf(column);
const changed = (cells: string[], column: keyof typeof columnTitles, to: string): string[] =>
  cells.map((cell, at) => (at === cellAt(column) ? to : cell));
const pick = (rows: string[][], ...wanted: (keyof typeof columnTitles)[]): string[][] =>
  rows.map((cells) => wanted.map((column) => cells[cellAt(column)] ?? ""));

/** Three departments lead; two have begun. */
const threeLeads = async (): Promise<void> => {
  await take([row({ stt: "1", lead: "STC; STP; SNV", deadline: "30/11/2026" })]);
  await db.assignment.updateMany({
    where: { agencyId: { in: [ids.STC ?? 0, ids.SNV ?? 0] } },
    data: { state: "in_progress", percent: 40 },
  });
  await db.assignment.updateMany({
    where: { agencyId: ids.SNV ?? 0 },
    data: { dueOn: toDbDate(civilDate("2026-12-15")), extensionCount: 1 },
  });
};

describe("a task whose agencies stand apart", () => {
  it("has a row for each part, which become one task again", async () => {
    await threeLeads();
    const rows = await rowsOf();
    expect(pick(rows, "stt", "number", "deadline", "lead", "percent", "status")).toEqual([
      [
        "1 (phần 1)",
        "7/KH-UBND (của UBND tỉnh)",
        "30/11/2026; gia hạn đến 15/12/2026",
        "Sở Nội vụ",
        "40",
        "Đang thực hiện",
      ],
      [
        "1 (phần 2)",
        "7/KH-UBND (của UBND tỉnh)",
        "30/11/2026",
        "Sở Tài chính",
        "40",
        "Đang thực hiện",
      ],
      ["1 (phần 3)", "7/KH-UBND (của UBND tỉnh)", "30/11/2026", "Sở Tư pháp", "", "Chưa thực hiện"],
    ]);
    expect(await planOf(rows)).toMatchObject({ same: 1, create: [], differences: [], errors: [] });
    // The office's own sheet, which speaks of all three at once, is right about one of them.
    const plain = row({ stt: "1", lead: "STC; STP; SNV", deadline: "30/11/2026" });
    expect((await planOf([plain])).differences).toEqual([]);
  });

  it("shows a change by its row and agency", async () => {
    await threeLeads();
    const [first = [], second = [], third = []] = await rowsOf();
    const plan = await planOf([
      changed(first, "deadline", "30/11/2026"),
      changed(changed(second, "percent", "55"), "result", "đã họp"),
      changed(third, "lead", "Sở Khoa học và Công nghệ"),
    ]);
    expect(plan.differences).toMatchObject([
      { row: 2, field: "deadline", was: "30/11/2026; gia hạn đến 15/12/2026", now: "30/11/2026" },
      { row: 3, field: "percent", was: "40", now: "55" },
      { row: 3, field: "result", was: "", now: "đã họp" },
      { row: 4, field: "lead", now: "Sở Khoa học và Công nghệ" },
    ]);
  });

  it("says which rows cannot belong together", async () => {
    await threeLeads();
    const [first = [], second = [], third = []] = await rowsOf();
    const { errors } = await planOf([
      first,
      changed(second, "content", "Việc khác"),
      changed(third, "lead", "Sở Nội vụ"),
      first,
    ]);
    expect(errors).toMatchObject([
      { row: 3, column: "content", problem: { kind: "parts-differ", first: 2 } },
      { row: 4, column: "lead", problem: { kind: "agency-twice", name: "Sở Nội vụ", first: 2 } },
      { row: 5, column: "stt", problem: { kind: "row-twice", first: 2 } },
    ]);
  });
});

describe("an office's sheet that comes again", () => {
  it("differs where it gives another day of completion or another result", async () => {
    const done = { stt: "1", status: "Hoàn thành", deadline: "30/11/2026" };
    await take([row({ ...done, finishedOn: "10/11/2026", result: "số 9/BC-STC" })]);
    const again = row({ ...done, finishedOn: "12/11/2026", result: "số 10/BC-STC" });
    expect((await planOf([again])).differences).toMatchObject([
      { field: "finishedOn", was: "10/11/2026", now: "12/11/2026" },
      { field: "result", was: "số 9/BC-STC", now: "số 10/BC-STC" },
    ]);
    // An empty cell says nothing; other words for the same agency are the same.
    const short = row({ ...done, finishedOn: "10/11/2026", lead: "Sở Tài chính" });
    expect((await planOf([short])).differences).toEqual([]);
  });

  it("does not mind that an agency has received what the sheet calls not begun", async () => {
    await take([row({ stt: "1", result: "chờ hướng dẫn", note: "gấp" })]);
    await db.assignment.updateMany({ data: { state: "received" } });
    const again = row({ stt: "1", result: "chờ hướng dẫn", note: "gấp", status: "Chưa thực hiện" });
    expect((await planOf([again])).differences).toEqual([]);
    expect(pick(await rowsOf(), "status", "note")).toEqual([["Đã nhận", "gấp\nchờ hướng dẫn"]]);
  });
});

it("periods of a recurring duty have rows of their own, and belong to it again", async () => {
  await take([row({ stt: "II.3", deadline: "hàng quý" })]);
  const duty = await db.assignment.findFirstOrThrow();
  const { id, updatedAt: _, ...same } = duty;
  const due = toDbDate(civilDate("2026-12-15"));
  await db.assignment.create({
    data: {
      ...same,
      occurrence: "2026-Q4",
      originId: id,
      deadlineKind: "date",
      dueOn: due,
      originalDueOn: due,
      frequency: [],
    },
  });
  const rows = await rowsOf();
  expect(pick(rows, "stt", "deadline")).toEqual([
    ["II.3", "hàng quý"],
    ["II.3 kỳ 2026-Q4", "15/12/2026"],
  ]);
  const other = await openTestDatabase();
  onTestFinished(() => other.close());
  await giveAgencies(other.db);
  db = other.db;
  await take(rows);
  const [first, second] = await db.assignment.findMany({ orderBy: { occurrence: "asc" } });
  expect(second).toMatchObject({ occurrence: "2026-Q4", originId: first?.id, dueOn: due });
  expect(await rowsOf()).toEqual(rows);
});

it("of several agencies that had one name in turn, the very one is named", async () => {
  const common = { name: "Sở Xây dựng", type: "sở", groupId: null };
  const old = await db.agency.create({
    data: { ...common, code: "SXDC", validTo: toDbDate(civilDate("2025-02-28")) },
  });
  const now = await db.agency.create({
    data: { ...common, code: "SXD", validFrom: toDbDate(civilDate("2025-03-01")) },
  });
  await db.agencySuccession.create({
    data: { fromId: old.id, toId: now.id, kind: "merge", effectiveOn: now.validFrom ?? new Date() },
  });
  const [done, open] = ["1", "2"].map((stt) =>
    row({ stt, issuedOn: "06/05/2024", lead: "Sở Xây dựng", deadline: "30/11/2026" }),
  );
  const finished = changed(changed(done ?? [], "status", "Hoàn thành"), "finishedOn", "10/11/2026");
  await take([finished, open ?? []]);
  const leads = async () =>
    (await db.assignment.findMany({ orderBy: { id: "asc" } })).map(({ agencyId }) => agencyId);
  expect(await leads()).toEqual([old.id, now.id]);
  // What the new one finished under a document of the old one's days.
  await db.assignment.updateMany({
    where: { agencyId: old.id },
    data: { agencyId: now.id },
  });
  const rows = await rowsOf();
  expect(pick(rows, "lead")).toEqual([["Sở Xây dựng (từ 01/03/2025)"], ["Sở Xây dựng"]]);
  expect(await planOf(rows)).toMatchObject({ differences: [], errors: [], create: [] });
});

it("a finish before the document's day, which the register knows, is no error of an export", async () => {
  await take([row({ stt: "1", deadline: "30/11/2026" })]);
  await db.assignment.updateMany({
    data: { state: "done", percent: 100, completedOn: toDbDate(civilDate("2026-10-01")) },
  });
  expect(await planOf(await rowsOf())).toMatchObject({ errors: [], differences: [] });
});
