// The clerk's sheet of a real directive, read as of its date. The expected readings were written
// by hand from the sheet.
import { describe, expect, it } from "vitest";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { civilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { importSheet } from "#src/sheets/import-sheet.ts";
import { sharedText } from "#test/shared-data.ts";
import { openTestDatabase } from "#test/support/database.ts";

const agencies = sharedText("directives/agencies-thanh-hoa-2018.csv");
const sheet = sharedText("directives/theo-doi-thanh-hoa-2018.csv");
if (sheet === null) console.log("The shared tracking sheet: skipped, ../shared is absent.");

const on = civilDate("2018-09-26");
const terms = {
  issuer: "Chủ tịch UBND tỉnh",
  on,
  today: on,
  now: new Date("2018-09-26T02:00:00Z"),
  actorId: null,
  inboxId: null,
  calendar: makeWorkCalendar(productDayOffs()),
};

// STT, phrase, kind, due, boundary, leads, coordinating agencies, references
const EXPECTED: [string, string, string, string | null, string | null, number, number, string[]][] =
  [
    ["1", "trước ngày 30/11/2018", "date", "2018-11-30", "before", 1, 0, []],
    ["2", "ngay sau khi Chính phủ ban hành nghị định thay thế", "event", null, null, 1, 0, []],
    [
      "3",
      "Quý IV/2018",
      "period",
      "2018-12-31",
      null,
      1,
      0,
      ["UBND các huyện, thị xã, thành phố", "các sở, ban, ngành"],
    ],
    ["4", "20/12/2018", "date", "2018-12-20", null, 1, 0, []],
    ["5", "trước 15/10/2018", "date", "2018-10-15", "before", 1, 0, []],
    ["6", "hết năm 2018", "period", "2018-12-31", "by", 1, 0, []],
    [
      "7",
      "đến ngày 31/12/2018",
      "date",
      "2018-12-31",
      "by",
      1,
      0,
      ["UBND các cấp", "các sở, ban, ngành"],
    ],
    ["8", "", "none", null, null, 1, 0, ["các cơ quan liên quan"]],
    ["9", "hàng năm", "recurrence", null, null, 1, 1, []],
    ["10", "15/10/2018", "date", "2018-10-15", null, 1, 0, []],
    ["11", "thường xuyên", "continuous", null, null, 1, 0, []],
    ["12", "trước ngày 15/10/2018", "date", "2018-10-15", "before", 1, 0, []],
    ["13", "hàng năm", "recurrence", null, null, 1, 0, ["UBND cấp xã"]],
    ["14", "đến năm 2022", "period", "2022-12-31", "by", 1, 0, ["UBND cấp xã"]],
    ["15", "", "none", null, null, 1, 0, ["các ngành, địa phương"]],
    ["16", "15-10-2018", "date", "2018-10-15", null, 1, 0, []],
    ["17", "", "none", null, null, 1, 1, []],
    ["18", "thường xuyên", "continuous", null, null, 1, 1, []],
    ["19", "15/10/2018", "date", "2018-10-15", null, 47, 0, []],
    ["20", "trước ngày 30/10/2018", "date", "2018-10-30", "before", 1, 0, []],
    ["21", "cuối năm 2018", "period", "2018-12-31", null, 47, 0, []],
    ["22", "", "none", null, null, 47, 0, []],
    ["23", "trước ngày 30/10/2018", "date", "2018-10-30", "before", 47, 0, []],
    ["24", "31/12/2018", "date", "2018-12-31", null, 47, 0, []],
    ["25", "hàng năm", "recurrence", null, null, 47, 0, []],
    ["26", "", "none", null, null, 1, 2, []],
    ["27", "định kỳ", "recurrence", null, null, 1, 0, []],
    ["28", "hàng quý, 6 tháng, năm", "recurrence", null, null, 47, 0, []],
  ];

describe.skipIf(agencies === null || sheet === null)("the shared tracking sheet", () => {
  it("becomes 28 tasks with 47 lead assignments for each duty of all agencies", async () => {
    const { db, close } = await openTestDatabase();
    const list = readAgencyCsv(agencies ?? "");
    expect(list.errors).toEqual([]);
    const bytes = Buffer.from(sheet ?? "");
    const done = await db.$transaction(async (tx) => {
      const taken = await importAgencies(tx, list.rows);
      expect(taken).toMatchObject({ kind: "imported", groups: expect.any(Array) });
      return importSheet(tx, bytes, terms);
    });
    expect("plan" in done ? done.plan.errors : done).toEqual([]);
    expect(done).toMatchObject({ kind: "imported", imported: { tasks: 28, documents: 1 } });

    const tasks = await db.task.findMany({
      include: { assignments: { include: { agency: true } }, coordination: true },
      orderBy: { id: "asc" },
    });
    const seen = tasks.map(({ importKey, assignments, coordination }) => {
      const leads = assignments.filter(({ role }) => role === "lead");
      const [first] = leads;
      const due = first?.dueOn ? fromDbDate(first.dueOn) : null;
      return [
        importKey,
        first?.deadlinePhrase,
        first?.deadlineKind,
        due,
        first?.boundary,
        leads.length,
        assignments.length - leads.length,
        coordination.map(({ phrase }) => phrase).sort(),
      ];
    });
    expect(seen).toEqual(EXPECTED.map((row) => [...row.slice(0, 7), [...row[7]].sort()]));

    const of = (key: string) => tasks.find(({ importKey }) => importKey === key);
    // Lead beats coordinating: both offices are among the 47 that lead.
    expect(of("21")?.assignments.filter(({ role }) => role === "coordinating")).toEqual([]);
    const names = (key: string) => of(key)?.assignments.map(({ agency }) => agency.name);
    expect(names("7")).toEqual(["Sở Thông tin và Truyền thông"]);
    expect(names("18")?.sort()).toEqual(["Bưu điện tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"]);
    expect(of("28")?.assignments[0]?.frequency).toEqual(["quarterly", "half-yearly", "yearly"]);
    // Sunday 14 October: the last working day before the 15th is Friday.
    expect(of("5")?.assignments[0]?.aimOn).toEqual(new Date("2018-10-12"));
    expect(of("27")?.assignments[0]?.deadlineSure).toBeLessThan(0.7);

    const again = await db.$transaction((tx) => importSheet(tx, bytes, terms));
    expect(again).toMatchObject({
      kind: "imported",
      plan: { create: [], same: 28, differences: [] },
      imported: { tasks: 0, documents: 0 },
    });
    expect(await db.task.count()).toBe(28);
    await close();
  });
});
