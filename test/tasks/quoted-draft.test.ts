import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import {
  deadlineWithin,
  readVerbatim,
  takeBareDeadline,
  withQuoted,
} from "#src/tasks/quoted-draft.ts";
import { readDraftText } from "#src/tasks/task-draft.ts";

const days = {
  today: civilDate("2026-11-20"),
  calendar: makeWorkCalendar(productDayOffs()),
};

describe("the deadline in somebody else's words", () => {
  it.each([
    [
      "Đề nghị rà soát định mức chi.\nHoàn thành trước ngày 30/11/2026 để tổng hợp.\nTrân trọng.",
      "trước ngày 30/11/2026",
    ],
    ["Báo cáo kết quả, hạn 15/12", "15/12"],
    ["Chậm nhất ngày 5/12/2026; gửi về Sở Nội vụ", "Chậm nhất ngày 5/12/2026"],
    ["de nghi bao cao truoc 30/11", "truoc 30/11"],
    ["hoàn thành trong tháng 12/2026 nhé", "trong tháng 12/2026"],
    ["Công văn 45/UBND-NC ngày 03/11/2026 giao rà soát", null],
    ["Đã báo cáo trước ngày 15/10/2026", null],
    ["Họp lúc 8:30", null],
    ["", null],
  ])("%j", (text, expected) => {
    expect(deadlineWithin(text, days)).toBe(expected);
  });

  it("is words of the text, or nothing", () => {
    const word = fc.constantFrom(
      "trước",
      "hạn",
      "30/11",
      "ngày",
      "2026",
      "báo",
      "cáo",
      ".",
      "\n",
      ";",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 15 }), (words) => {
        const text = words.join(" ");
        const found = deadlineWithin(text, days);
        if (found !== null) expect(text).toContain(found);
      }),
    );
  });
});

describe("a message that becomes a task", () => {
  it("is its content whole, whatever stands in it", () => {
    const quoted = "/tiendo NV-001: 70%; hạn chế; phối hợp STP\ntheo dõi";
    const text = withQuoted(readDraftText("STC"), quoted, days);
    expect(text.content).toBe(quoted);
    expect(text.fields).toEqual({});
    expect(text.deadline).toBeNull();
  });

  it("keeps a deadline that was typed beside it", () => {
    const typed = takeBareDeadline({ ...readDraftText("hạn 30/11"), leads: "STC" }, days);
    expect(typed).toMatchObject({ leads: "STC", content: "", deadline: "30/11" });
    const text = withQuoted(typed, "Rà soát trước ngày 15/12", days);
    expect(text).toMatchObject({ deadline: "30/11" });
    expect(text.deadlineProposed).toBeUndefined();
  });

  it("“nguyên văn:” takes all that follows", () => {
    expect(readVerbatim("nguyên văn: a: b; hạn 30/11\nc")).toBe("a: b; hạn 30/11\nc");
    expect(readVerbatim("nguyen van: x")).toBe("x");
    expect(readVerbatim("nguyên văn")).toBeNull();
    expect(readVerbatim("STC: nguyên văn: x")).toBeNull();
  });

  it("“nội dung: …” is a content, “hạn chế: không” lifts the restriction", () => {
    expect(readDraftText("STC; nội dung: Rà soát; hạn 30/11")).toMatchObject({
      leads: "STC",
      content: "Rà soát",
      deadline: "30/11",
    });
    expect(readDraftText("STC: a; nội dung báo cáo gồm hai phần").content).toBe(
      "a; nội dung báo cáo gồm hai phần",
    );
    expect(readDraftText("STC: a; hạn chế").restricted).toBe(true);
    expect(readDraftText("STC: a; hạn chế: không").restricted).toBe(false);
  });
});
