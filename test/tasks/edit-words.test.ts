import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import {
  differs,
  fieldChanges,
  isLater,
  readCorrection,
  rowsOfDeadline,
} from "#src/tasks/edit-plan.ts";
import { editKeys, editWords, readEdit, readFieldName } from "#src/tasks/edit-words.ts";

const calendar = makeWorkCalendar(productDayOffs());
const today = civilDate("2026-11-20");
const registeredOn = civilDate("2026-11-02");

describe("what is typed behind /sua NV-012", () => {
  it.each([
    ["nội dung: Rà soát định mức chi", { content: "Rà soát định mức chi" }, ""],
    ["nội dung Rà soát: bước 1; bước 2", { content: "Rà soát: bước 1; bước 2" }, ""],
    [
      "noi dung: ra soat; lv the che; sp: bao cao",
      { content: "ra soat", area: "the che", deliverable: "bao cao" },
      "",
    ],
    ["hạn 30/11/2026 theo Công văn 45/UBND-NC", { deadline: "30/11/2026" }, "Công văn 45/UBND-NC"],
    ["hạn: 15/12; theo 45/UBND-NC ngày 3/11", { deadline: "15/12" }, "45/UBND-NC ngày 3/11"],
    ["hạn 15/12; lý do: văn bản ghi 15/12", { deadline: "15/12" }, "văn bản ghi 15/12"],
    ["văn bản: 45/KH-UBND; mục 3", { document: "45/KH-UBND", clause: "3" }, ""],
    ["theo 45/KH-UBND", { document: "45/KH-UBND" }, ""],
    ["hạn chế: có", { restricted: "có" }, ""],
    ["hạn chế không", { restricted: "không" }, ""],
    [
      "lãnh đạo phụ trách: Nguyễn Văn Thắng\nghi chú: gấp",
      { leader: "Nguyễn Văn Thắng", note: "gấp" },
      "",
    ],
    ["ghi chú: bỏ trống", { note: "bỏ trống" }, ""],
  ])("%j", (typed, texts, reason) => {
    expect(readEdit(typed)).toEqual({ texts, reason, unread: "" });
  });

  it("says what belongs to no field", () => {
    expect(readEdit("rà soát lại").unread).toBe("rà soát lại");
    expect(readEdit("hạn 30/11; phối hợp STP").unread).toBe("phối hợp STP");
    expect(readEdit("")).toEqual({ texts: {}, reason: "", unread: "" });
  });

  it("knows each field by its name alone", () => {
    for (const key of editKeys) expect(readFieldName(editWords[key])).toBe(key);
    expect(readFieldName("Nội dung:")).toBe("content");
    expect(readFieldName("phối hợp")).toBeNull();
    expect(readFieldName("gì đó")).toBeNull();
  });

  it("never takes words from elsewhere, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const { texts } = readEdit(typed);
        for (const value of Object.values(texts)) {
          expect(typed.normalize("NFC")).toContain(value);
        }
      }),
    );
  });
});

const wording = {
  content: "Rà soát",
  area: null,
  deliverable: null,
  leader: null,
  document: null,
  clause: null,
  note: "gấp",
  restricted: false,
};

describe("what changes", () => {
  it("is what differs, an area by its name, a field emptied on purpose", () => {
    expect(
      fieldChanges(wording, { content: "Rà soát", area: "thể chế", note: "bỏ trống" }),
    ).toEqual([
      { field: "area", from: null, to: "Cải cách thể chế" },
      { field: "note", from: "gấp", to: null },
    ]);
    expect(fieldChanges(wording, { restricted: "có" })).toEqual([
      { field: "restricted", from: "no", to: "yes" },
    ]);
    expect(fieldChanges(wording, { content: "" })).toEqual([]);
  });

  it("a date without a year is that of the task's own year, where this year's is past", () => {
    const read = (typed: string) => readCorrection(typed, { today, registeredOn }, calendar).dueOn;
    expect(read("15/11")).toBe("2026-11-15");
    expect(read("15/12")).toBe("2026-12-15");
    expect(read("15/11/2026")).toBe("2026-11-15");
    expect(read("1/11")).toBe("2027-11-01");
    expect(readCorrection("không", { today, registeredOn }, calendar).kind).toBe("none");
  });

  it("later is a later day, or none any more; a first date is not", () => {
    const [early, late] = [civilDate("2026-11-20"), civilDate("2026-12-01")];
    expect(isLater(early, late)).toBe(true);
    expect(isLater(early, null)).toBe(true);
    expect(isLater(late, early)).toBe(false);
    expect(isLater(null, late)).toBe(false);
  });

  it("of a duty with periods a day is that of the period under way, a frequency the duty's", () => {
    const row = (id: number, agencyId: number, occurrence: string, more = {}) => ({
      id,
      agencyId,
      occurrence,
      state: "assigned" as const,
      dueOn: null,
      kind: "recurrence",
      boundary: null,
      ...more,
    });
    const rows = [
      row(1, 1, ""),
      row(2, 1, "2026-Q4", { dueOn: today, kind: "date" }),
      row(3, 2, "", { state: "transferred" }),
      row(4, 3, ""),
    ];
    const latest = (some: readonly (typeof rows)[number][]) => some.at(-1);
    const ids = (kind: "date" | "recurrence") =>
      rowsOfDeadline(rows, { kind }, latest).map(({ id }) => id);
    expect(ids("date")).toEqual([2, 4]);
    expect(ids("recurrence")).toEqual([1, 4]);
    const deadline = readCorrection("20/11/2026", { today, registeredOn }, calendar);
    expect(differs({ ...row(2, 1, ""), dueOn: today, kind: "date" }, deadline)).toBe(false);
    expect(differs(row(1, 1, ""), deadline)).toBe(true);
  });
});
