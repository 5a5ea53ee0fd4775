import { expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import type { Db } from "#src/database/client.ts";
import { columnTitles } from "#src/sheets/columns.ts";
import { importSheet } from "#src/sheets/import-sheet.ts";
import { giveAgencies } from "#test/agencies/invented.ts";
import { openTestDatabase } from "#test/support/database.ts";
import { xlsx } from "./tiny-xlsx.ts";

const HEADER = Object.values(columnTitles);
const on = civilDate("2026-11-16");
const terms = {
  issuer: "UBND tỉnh Đồi Gió",
  on,
  today: on,
  now: new Date("2026-11-16T02:00:00Z"),
  actorId: null,
  inboxId: null,
  calendar: makeWorkCalendar([]),
};

type Cells = Partial<Record<keyof typeof columnTitles, string>>;
const row = (cells: Cells): string[] =>
  (Object.keys(columnTitles) as (keyof typeof columnTitles)[]).map(
    (column) =>
      ({
        content: "Việc cần làm",
        number: "7/KH-UBND",
        issuedOn: "05/10/2026",
        lead: "SNV",
        ...cells,
      })[column as keyof Cells] ?? "",
  );
const csv = (rows: string[][]): Uint8Array =>
  Buffer.from(
    [HEADER, ...rows]
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
      .join("\n"),
  );
const take = (db: Db, rows: string[][], more: Partial<typeof terms> = {}) =>
  db.$transaction((tx) => importSheet(tx, csv(rows), { ...terms, ...more }));

const day = (text: string) => new Date(text);
const assignmentOf = (db: Db, importKey: string) =>
  db.assignment.findFirstOrThrow({
    where: { task: { importKey }, role: "lead" },
    include: { events: { orderBy: { id: "asc" } }, results: true, progress: true, task: true },
  });

it("tells each error by row and column and stores nothing at all", async () => {
  const { db, close } = await openTestDatabase();
  await giveAgencies(db);
  const done = await take(db, [
    row({ stt: "1" }),
    row({ stt: "2", content: "" }),
    row({ stt: "3", lead: "UBND xã" }),
    row({ stt: "4", issuedOn: "31/9/2026" }),
    row({ stt: "5", issuedOn: "5/10" }),
    row({ stt: "6", issuedOn: "17/11/2026" }),
    row({ stt: "7", percent: "120" }),
    row({ stt: "8", status: "đang nghĩ" }),
    row({ stt: "9", status: "Hoàn thành" }),
    row({ stt: "10", status: "Hoàn thành", finishedOn: "17/11/2026" }),
    row({ stt: "11", status: "Hoàn thành", finishedOn: "04/10/2026" }),
    row({ stt: "12", status: "Đang thực hiện", finishedOn: "01/11/2026" }),
    row({ stt: "13", lead: "UBND các huyện, thành phố" }),
    row({ stt: "14", lead: "Sở Ngoại vụ" }),
    row({ stt: "15", lead: "" }),
    row({ stt: "1" }),
  ]);
  expect(done.kind).toBe("refused");
  const errors = done.kind === "refused" ? done.plan.errors : [];
  expect(errors.map(({ row, column, problem }) => [row, column, problem.kind])).toEqual([
    [3, "content", "empty"],
    [4, "lead", "unknown-agency"],
    [5, "issuedOn", "not-a-date"],
    [6, "issuedOn", "date-without-year"],
    [7, "issuedOn", "after-import"],
    [8, "percent", "not-a-percent"],
    [9, "status", "unknown-status"],
    [10, "finishedOn", "finish-date-missing"],
    [11, "finishedOn", "after-import"],
    [12, "finishedOn", "before-document"],
    [13, "finishedOn", "finish-date-unexpected"],
    [14, "lead", "empty-group"],
    [15, "lead", "ended-agency"],
    [16, "lead", "empty"],
    [17, "stt", "row-twice"],
  ]);
  expect(errors[1]?.problem).toMatchObject({
    nearest: expect.arrayContaining(["UBND các xã, phường", "UBND xã Đồi Mơ"]),
  });
  expect(errors[2]?.problem).toMatchObject({ nearest: "2026-09-30" });
  expect(await db.task.count()).toBe(0);
  expect(await db.document.count()).toBe(0);
  await close();
});

it("stores where each task stands, with the history behind it", async () => {
  const { db, close } = await openTestDatabase();
  await giveAgencies(db);
  const done = await take(db, [
    row({ stt: "1", deadline: "trước ngày 30/11/2026", lead: "Sở Tài chinhs", note: "ưu tiên" }),
    row({ stt: "2", deadline: "31/12/2026", status: "Đang thực hiện", percent: "40 %" }),
    row({ stt: "3", status: "Chờ xác nhận", finishedOn: "10/11/2026", result: "số 9/BC-SNV" }),
    row({
      stt: "4",
      deadline: "30/10/2026",
      status: "Hoàn thành",
      finishedOn: "28/10/2026",
      result: "Báo cáo số 15/BC-SNV ngày 28/10/2026",
      coordinating: "STC; các đơn vị liên quan; UBND các xã, phường; SNV",
      leader: "PCT Nguyễn Văn Gió",
    }),
    row({ stt: "5", status: "Tạm dừng", note: "chờ kinh phí" }),
    row({ stt: "6", status: "Hủy", note: "trùng việc" }),
    row({ stt: "7", deadline: "theo chỉ đạo", percent: "10", status: "Chưa thực hiện" }),
  ]);
  expect(done).toMatchObject({ kind: "imported", imported: { tasks: 7, leads: 7 } });
  const notes = done.kind === "imported" ? done.plan.notes : [];
  expect(notes.map(({ row, kind }) => [row, kind])).toEqual([
    [2, "near-agency"],
    [5, "kept-as-phrase"],
    [8, "status-from-percent"],
    [8, "deadline-unclear"],
  ]);

  const states = await Promise.all("1234567".split("").map((key) => assignmentOf(db, key)));
  expect(
    states.map((each) => [
      each.state,
      each.percent,
      each.events.map(
        ({ kind, effectiveOn }) => `${kind} ${effectiveOn.toISOString().slice(0, 10)}`,
      ),
    ]),
  ).toEqual([
    ["assigned", 0, ["assigned 2026-10-05"]],
    ["in_progress", 40, ["assigned 2026-10-05", "progressed 2026-11-16"]],
    ["awaiting_confirmation", 0, ["assigned 2026-10-05", "submitted 2026-11-10"]],
    ["done", 100, ["assigned 2026-10-05", "submitted 2026-10-28", "confirmed 2026-10-28"]],
    ["paused", 0, ["assigned 2026-10-05", "paused 2026-11-16"]],
    ["cancelled", 0, ["assigned 2026-10-05", "cancelled 2026-11-16"]],
    ["in_progress", 10, ["assigned 2026-10-05", "progressed 2026-11-16"]],
  ]);

  const [first, second, third, fourth, , , seventh] = states;
  expect(first).toMatchObject({
    dueOn: day("2026-11-30"),
    originalDueOn: day("2026-11-30"),
    boundary: "before",
    deadlinePhrase: "trước ngày 30/11/2026",
    assignedOn: day("2026-10-05"),
    task: { note: "ưu tiên", registeredOn: day("2026-11-16"), leadPhrase: "Sở Tài chinhs" },
  });
  expect(second?.progress).toMatchObject([{ percent: 40, effectiveOn: day("2026-11-16") }]);
  expect(third).toMatchObject({
    submittedOn: day("2026-11-10"),
    results: [{ decision: "pending", documentNumber: "9/BC-SNV" }],
  });
  expect(fourth).toMatchObject({
    completedOn: day("2026-10-28"),
    results: [
      {
        decision: "confirmed",
        documentNumber: "15/BC-SNV",
        documentDate: day("2026-10-28"),
        decidedById: null,
      },
    ],
    task: { leaderText: "PCT Nguyễn Văn Gió" },
  });
  expect(seventh).toMatchObject({ deadlineKind: "unclear", dueOn: null });

  const others = await db.assignment.findMany({
    where: { role: "coordinating" },
    include: { agency: true },
  });
  expect(others.map(({ agency, state }) => [agency.code, state])).toEqual([["STC", "done"]]);
  const references = await db.taskCoordination.findMany({ include: { group: true } });
  expect(references.map(({ phrase, group }) => [phrase, group?.name ?? null]).sort()).toEqual([
    ["UBND các xã, phường", "UBND các xã, phường"],
    ["các đơn vị liên quan", null],
  ]);
  expect(await db.taskEvent.count({ where: { kind: "registered" } })).toBe(7);
  expect(await db.auditEntry.findMany()).toMatchObject([
    { action: "import sheet", data: { tasks: 7, documents: 1 } },
  ]);
  await close();
});

it("adds nothing for the same sheet and shows where another version differs", async () => {
  const { db, close } = await openTestDatabase();
  await giveAgencies(db);
  const rows = [
    row({ stt: "1", deadline: "30/11/2026", coordinating: "STC, các đơn vị liên quan" }),
    row({ stt: "2", content: "Việc khác", lead: "UBND các xã, phường" }),
    row({ stt: "", content: "Không có số thứ tự" }),
  ];
  await take(db, rows);
  const before = await db.taskEvent.count();
  // The issuer in other letters is the same issuer.
  const issuer = "ủy ban nhân dân tỉnh  đồi gió";
  const again = await take(db, rows, { issuer });
  expect(again).toMatchObject({
    kind: "imported",
    issuer: "UBND tỉnh Đồi Gió",
    plan: { create: [], same: 3, differences: [] },
  });
  expect(await db.taskEvent.count()).toBe(before);

  const changed = [
    row({ stt: "1", deadline: "15/12/2026", coordinating: "STC, các đơn vị liên quan" }),
    row({ stt: "2", content: "Việc khác", lead: "UBND các xã, phường", status: "Tạm dừng" }),
    row({ stt: "3", content: "Việc mới" }),
  ];
  const next = await take(db, changed);
  expect(next.kind === "imported" ? next.plan.differences : []).toMatchObject([
    { row: 2, field: "deadline", was: "30/11/2026", now: "15/12/2026" },
    { row: 3, field: "status", was: "Chưa thực hiện", now: "Tạm dừng" },
  ]);
  expect(await db.task.count()).toBe(4);
  expect(await db.document.count()).toBe(1);
  // The same number from somebody else is another document.
  await take(db, [row({ stt: "1" })], { issuer: "Tỉnh ủy Đồi Gió" });
  expect(await db.document.count()).toBe(2);
  await close();
});

it("stores nothing where a later statement of the import fails", async () => {
  const { db, close } = await openTestDatabase();
  await giveAgencies(db);
  const failing = { ...terms, now: new Date("not a date") };
  await expect(
    db.$transaction((tx) => importSheet(tx, csv([row({ stt: "1" })]), failing)),
  ).rejects.toThrow();
  expect(await db.task.count()).toBe(0);
  expect(await db.document.count()).toBe(0);
  await close();
});

it("reads an old document by the agencies of its day and passes open duties on", async () => {
  const { db, close } = await openTestDatabase();
  await giveAgencies(db);
  const old = { number: "3/CT-UBND", issuedOn: "06/05/2024", lead: "Sở TT&TT" };
  const done = await take(db, [
    row({ ...old, stt: "1" }),
    row({ ...old, stt: "2", status: "Hoàn thành", finishedOn: "01/08/2024" }),
    row({ ...old, stt: "3", lead: "các huyện, thành phố" }),
    row({ ...old, stt: "4", lead: "UBND phường Bến Lúa" }),
  ]);
  expect(done.kind).toBe("imported");
  const leads = async (importKey: string) =>
    (
      await db.assignment.findMany({
        where: { task: { importKey } },
        include: { agency: true },
        orderBy: { id: "asc" },
      })
    ).map(({ agency }) => agency.code);
  expect(await leads("1")).toEqual(["SKHCN"]);
  expect(await leads("2")).toEqual(["STTTT"]);
  expect(await leads("3")).toEqual(["H-CM", "TP-BT"]);
  expect(await leads("4")).toEqual(["P-BL"]);
  const notes = done.kind === "imported" ? done.plan.notes : [];
  expect(notes.map(({ row, kind }) => [row, kind])).toEqual([
    [2, "taken-over"],
    [4, "not-moved"],
    [4, "not-moved"],
  ]);
  await close();
});

it("reads a workbook with sections that begin at 1 again, and keeps formulas as words", async () => {
  const { db, close } = await openTestDatabase();
  await giveAgencies(db);
  const section = (number: string, title: string) => [number, title];
  const file = xlsx([
    ["TỔNG HỢP NHIỆM VỤ"],
    [...HEADER],
    section("I", "Thể chế"),
    [1, "=CMD()", "7/KH-UBND", { date: "2026-10-05" }, { date: "2026-12-01" }, "STP"],
    section("II", "Tài chính công"),
    [1, "Lập dự toán", "7/KH-UBND", { date: "2026-10-05" }, "hàng quý", "STC"],
  ]);
  const done = await db.$transaction((tx) => importSheet(tx, file, terms));
  expect(done).toMatchObject({ kind: "imported", plan: { skipped: [3, 5], errors: [] } });
  const tasks = await db.task.findMany({
    include: { assignments: true },
    orderBy: { id: "asc" },
  });
  expect(
    tasks.map(({ importKey, content, assignments }) => [
      importKey,
      content,
      assignments[0]?.dueOn ?? assignments[0]?.frequency,
    ]),
  ).toEqual([
    ["I/1", "=CMD()", day("2026-12-01")],
    ["II/1", "Lập dự toán", ["quarterly"]],
  ]);
  await close();
});
