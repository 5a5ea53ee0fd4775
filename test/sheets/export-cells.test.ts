// The small rules of an exported sheet: what is written can always be read again.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { makeReaders } from "#src/sheets/cell-readers.ts";
import { deadlineCell, readDeadlineCell, type StoredDeadline } from "#src/sheets/deadline-cell.ts";
import { formatsAsked } from "#src/sheets/export-asked.ts";
import { guardCell, guardText, unguarded } from "#src/sheets/formula-guard.ts";
import { keysOf, markCell, readMark, readSource, sourceCell } from "#src/sheets/row-marks.ts";
import { type RegisterShare, shareCells } from "#src/sheets/share-cells.ts";
import { writeCsv } from "#src/sheets/write-csv.ts";

const on = civilDate("2026-11-16");
const calendar = makeWorkCalendar(productDayOffs());
const read = makeReaders({
  agenciesOn: () => {
    throw new Error("nobody is named here");
  },
  agencies: [],
  calendar,
  on,
});

describe("a cell that a spreadsheet would take for a formula", () => {
  it("is made a text by an apostrophe", () => {
    const dangerous = ["=1+1", "+84", "-x", "@SUM(A1)", "\tx", "\rx", "'=1", "＝1"];
    for (const cell of dangerous) expect(guardCell(cell)).toBe(`'${cell}`);
    for (const cell of ["1+1", "a=b", "'hai nháy'", "", "–"]) expect(guardCell(cell)).toBe(cell);
    const csv = Buffer.from(writeCsv([['=HYPERLINK("x")', "a,b", "hai\ndòng"]])).toString();
    expect(csv).toBe('\uFEFF"\'=HYPERLINK(""x"")","a,b","hai\ndòng"\r\n');
  });

  it("is the same again when it is read, whatever it is", () => {
    const cell = fc.stringMatching(/^['=+\-@\t\ra]{0,6}$/);
    fc.assert(
      fc.property(fc.oneof(cell, fc.string()), (text) => unguarded(guardCell(text)) === text),
    );
    fc.assert(
      fc.property(fc.oneof(cell, fc.string()), (text) => unguarded(guardText(text)) === text),
    );
  });
});

describe("the numbering of a row", () => {
  it("says which part of a task and which period it is", () => {
    expect(markCell({ key: "12", occurrence: "", part: 0 })).toBe("12");
    expect(markCell({ key: "I/12", occurrence: "2026-Q3", part: 2 })).toBe(
      "I/12 kỳ 2026-Q3 (phần 2)",
    );
    expect(readMark("12 (phan 2)")).toEqual({ key: "12", occurrence: "", part: 2 });
    expect(readMark("NV-012 Kỳ 2026-y")).toEqual({ key: "NV-012", occurrence: "2026-Y", part: 0 });
    expect(readMark("12 a)")).toEqual({ key: "12 a)", occurrence: "", part: 0 });
  });

  it("is read as it was written", () => {
    const mark = fc.record({
      key: fc.constantFrom("", "12", "II/3", "NV-012", "NV-012-2", "#0a1b2c3d4e5f", "1.10"),
      occurrence: fc.constantFrom("", "2026-Q3", "2026-M11", "2026-W47", "2026-H1", "2026-Y"),
      part: fc.nat(300),
    });
    fc.assert(
      fc.property(mark, (one) => {
        expect(readMark(markCell(one))).toEqual(one);
      }),
    );
  });

  it("is the task's code where no sheet numbered it, and another where the code is taken", () => {
    const task = (id: number, importKey: string | null, within = "document:1") => ({
      id,
      importKey,
      within,
    });
    const taken = [task(7, "NV-003")];
    const tasks = [task(1, "4.a"), task(2, null), task(3, null), task(3003, null), taken[0]];
    const keys = keysOf(
      tasks.filter((one) => one !== undefined),
      taken,
    );
    expect([...keys.values()]).toEqual(["4.a", "NV-002", "NV-003-2", "NV-3003", "NV-003"]);
    expect(keysOf([task(3, null, "2026-11-02")], taken).get(3)).toBe("NV-003");
  });
});

describe("the number of a document", () => {
  it("carries its issuer, or the code of a task that has none", () => {
    for (const source of [
      { of: "document", number: "8/KH-UBND", issuer: "Tỉnh ủy (Đồi Gió)" },
      { of: "document", number: "Kết luận (phiên 3)", issuer: "UBND tỉnh" },
      { of: "document", number: "8/KH-UBND", issuer: null },
      { of: "register", code: "NV-012" },
      { of: "register", code: "NV-1234-2" },
    ] as const) {
      expect(readSource(sourceCell(source))).toEqual(source);
    }
    expect(readSource("8/KH-UBND (bản sửa)")).toMatchObject({ issuer: null });
  });
});

const stored = (more: Partial<StoredDeadline>): StoredDeadline => ({
  kind: "date",
  dueOn: civilDate("2026-11-30"),
  originalDueOn: civilDate("2026-11-30"),
  boundary: null,
  frequency: [],
  phrase: "30/11/2026",
  extensionCount: 0,
  ...more,
});
const at = civilDate("2026-11-02");

describe("the cell of a deadline", () => {
  it("keeps the document's words as long as they still say it", () => {
    const cell = (more: Partial<StoredDeadline>) => deadlineCell(stored(more), at, read);
    expect(cell({ phrase: "trước ngày 30/11/2026", boundary: "before" })).toBe(
      "trước ngày 30/11/2026",
    );
    expect(cell({ phrase: "cuối tháng này", boundary: "before" })).toBe("trước ngày 30/11/2026");
    expect(cell({ phrase: "hàng quý" })).toBe("30/11/2026");
    const undated = { dueOn: null, originalDueOn: null };
    expect(cell({ ...undated, kind: "unclear", phrase: "theo chỉ đạo" })).toBe("theo chỉ đạo");
    const weekly = { ...undated, kind: "recurrence" as const, frequency: ["weekly", "yearly"] };
    expect(cell({ ...weekly, phrase: "như trên" })).toBe("hàng tuần, hàng năm");
  });

  it("says to which day it was moved, and keeps the first one", () => {
    const moved = (extensionCount: number) =>
      deadlineCell(stored({ dueOn: civilDate("2026-12-15"), extensionCount }), at, read);
    expect([moved(0), moved(1), moved(2)]).toEqual([
      "30/11/2026; điều chỉnh thành 15/12/2026",
      "30/11/2026; gia hạn đến 15/12/2026",
      "30/11/2026; gia hạn 2 lần đến 15/12/2026",
    ]);
    for (const times of [0, 1, 2]) {
      expect(readDeadlineCell(moved(times), at, read)).toMatchObject({
        deadline: { dueOn: "2026-11-30" },
        moved: { to: "2026-12-15", times },
      });
    }
    expect(readDeadlineCell("30/11/2026 (gia han den ngay 15-12-2026)", at, read)).toMatchObject({
      deadline: { dueOn: "2026-11-30" },
      moved: { to: "2026-12-15", times: 1 },
    });
    for (const cell of ["gia hạn đến 15/12/2026", "thường xuyên; gia hạn đến 15/12/2026"]) {
      expect(readDeadlineCell(cell, at, read).moved).toBeNull();
    }
  });
});

describe("how an assignment stands, in cells", () => {
  const share: RegisterShare = {
    assignmentId: 1,
    agencyId: 1,
    occurrence: "",
    state: "done",
    percent: 90,
    deadline: stored({}),
    submittedOn: civilDate("2026-11-10"),
    completedOn: civilDate("2026-11-09"),
    result: {
      note: "đã báo cáo",
      documentNumber: "12/BC-STC",
      documentDate: civilDate("2026-11-09"),
    },
    lastWord: "",
  };
  const cells = (more: Partial<RegisterShare>) => shareCells({ ...share, ...more }, at, read);

  it("names the result's document once", () => {
    expect(cells({})).toMatchObject({
      percent: 100,
      finishedOn: "2026-11-09",
      result: "số 12/BC-STC ngày 09/11/2026; đã báo cáo",
    });
    const note = "Báo cáo số 12/BC-STC ngày 9/11/2026";
    const result = { note, documentNumber: "12/BC-STC", documentDate: civilDate("2026-11-09") };
    expect(cells({ result }).result).toBe(note);
    const waiting = cells({ state: "awaiting_confirmation", percent: 90 });
    expect(waiting).toMatchObject({ percent: 90, finishedOn: "2026-11-10" });
  });

  it("says the last word of what is under way or set aside, and nothing of what has not begun", () => {
    expect(cells({ state: "paused", lastWord: "chờ kinh phí" }).result).toBe("chờ kinh phí");
    expect(cells({ state: "assigned", percent: 0, lastWord: "x" })).toMatchObject({
      result: "",
      finishedOn: null,
    });
    expect(cells({ state: "received", percent: 30 }).status).toBe("in_progress");
  });
});

describe("the formats that are asked for", () => {
  it("are both unless one is named", () => {
    expect(formatsAsked("quá hạn")).toEqual({ formats: ["xlsx", "csv"], rest: "quá hạn" });
    expect(formatsAsked("Quá hạn file Excel STC")).toEqual({
      formats: ["xlsx"],
      rest: "Quá hạn STC",
    });
    expect(formatsAsked("csv")).toEqual({ formats: ["csv"], rest: "" });
  });
});
