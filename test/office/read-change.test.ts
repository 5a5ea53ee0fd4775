import { describe, expect, it } from "vitest";
import { officeSettings } from "#src/office/office-settings.ts";
import { type ChangeRead, readChange } from "#src/office/read-change.ts";
import { climbs, withChange } from "#src/office/setting-change.ts";

const defaults = officeSettings.parse({});

const change = (wanted: object): ChangeRead =>
  ({ kind: "change", change: wanted }) as unknown as ChangeRead;

describe("what people type behind /caidat", () => {
  it.each([
    ["tin mỗi ngày 3", { setting: "messages", count: 3 }],
    ["tin nhắn mỗi ngày: ba", { setting: "messages", count: 3 }],
    ["5 tin moi ngay", { setting: "messages", count: 5 }],
    ["messages 4", { setting: "messages", count: 4 }],
    ["giờ yên lặng 21:00-06:30", { setting: "quiet", from: "21:00", to: "06:30" }],
    ["gio yen lang tu 22h den 7h", { setting: "quiet", from: "22:00", to: "07:00" }],
    ["yên lặng 9h tối đến 6h30 sáng", { setting: "quiet", from: "21:00", to: "06:30" }],
    ["giờ yên lặng 21-6", { setting: "quiet", from: "21:00", to: "06:00" }],
    ["giờ yên lặng không", { setting: "quiet", from: "00:00", to: "00:00" }],
    ["quiet hours none", { setting: "quiet", from: "00:00", to: "00:00" }],
    ["hạn báo cáo ngày 15", { setting: "report", day: 15 }],
    ["bao cao 20", { setting: "report", day: 20 }],
    ["nhận trong 2 ngày", { setting: "receive", days: 2 }],
    ["nhan viec sau 3 ngay", { setting: "receive", days: 3 }],
    ["receive within 4 days", { setting: "receive", days: 4 }],
  ])("%s", (typed, wanted) => {
    expect(readChange(typed)).toEqual(change(wanted));
  });

  it.each([
    [
      "leo thang quá hạn: cán bộ 0, lãnh đạo đơn vị 3, thường trực 5, lãnh đạo 10",
      { name: "overdue", ladder: { official: 0, head: 3, secretariat: 5, leader: 10 } },
    ],
    [
      "leo thang qua han can bo 0 lanh dao don vi 3 thuong truc 5 lanh dao 10 luc 14h",
      {
        name: "overdue",
        ladder: { official: 0, head: 3, secretariat: 5, leader: 10, from: "14:00" },
      },
    ],
    [
      "leo thang chưa nhận: cán bộ sau 1 ngày làm việc; thường trực sau 4 ngày; lãnh đạo không",
      { name: "unreceived", ladder: { official: 1, secretariat: 4, leader: null } },
    ],
    [
      "leo thang chờ quyết định: thường trực 2, lúc 9:00, nhắc lại 5 ngày 3 lần",
      {
        name: "unanswered",
        ladder: { secretariat: 2, from: "09:00", repeatEvery: 5, mostRepeats: 3 },
      },
    ],
    [
      "leo thang giải trình nhắc lại sau mỗi 4 ngày, tối đa 2 lần",
      { name: "unexplained", ladder: { repeatEvery: 4, mostRepeats: 2 } },
    ],
    [
      "escalation overdue: head 3, secretariat none, at 9:00",
      { name: "overdue", ladder: { head: 3, secretariat: null, from: "09:00" } },
    ],
  ])("%s", (typed, wanted) => {
    expect(readChange(typed)).toEqual(change({ setting: "ladder", ...wanted }));
  });

  it.each([
    ["tin mỗi ngày", "messages", null],
    ["giờ yên lặng", "quiet", null],
    ["leo thang", "ladder", null],
    ["leo thang quá hạn", "ladder", "overdue"],
  ])("%s: the value is still to come", (typed, setting, ladder) => {
    expect(readChange(typed)).toEqual({ kind: "missing", asked: { setting, ladder } });
  });

  it.each([
    ["tin mỗi ngày 0", "0", { least: 1, most: 20 }],
    ["tin mỗi ngày 2,5", "2,5", { least: 1, most: 20 }],
    ["tin mỗi ngày -1", "-1", { least: 1, most: 20 }],
    ["hạn báo cáo ngày 31", "31", { least: 1, most: 28 }],
    ["leo thang quá hạn: lãnh đạo 90", "90", { least: 0, most: 60 }],
    ["leo thang quá hạn: nhắc lại 40 ngày", "40", { least: 1, most: 30 }],
  ])("%s: out of range", (typed, said, range) => {
    expect(readChange(typed)).toMatchObject({ kind: "outside", typed: said, range });
  });

  it.each([
    ["giờ yên lặng 25:00-06:30", "25:00-06:30"],
    ["giờ yên lặng 21:00", "21:00"],
    ["hạn báo cáo giữa tháng", "giữa tháng"],
    ["leo thang quá hạn: bảo vệ 3", "bảo vệ 3"],
    ["leo thang quá hạn: cán bộ", "cán bộ"],
    ["leo thang họp: cán bộ 1", "họp: cán bộ 1"],
  ])("%s: not understood", (typed, said) => {
    expect(readChange(typed)).toMatchObject({ kind: "unreadable", typed: said });
  });

  it("is no setting at all", () => {
    expect(readChange("màu sắc xanh")).toEqual({ kind: "unknown" });
  });
});

describe("a change", () => {
  it("keeps receipt and the secretariat's rung the same, whichever was typed", () => {
    const typed = withChange(defaults, { setting: "receive", days: 4 });
    expect(typed.ladders.unreceived.secretariat).toBe(4);
    const ladder = { setting: "ladder", name: "unreceived", ladder: { secretariat: 6 } } as const;
    expect(withChange(typed, ladder).receiveWithinWorkingDays).toBe(6);
  });

  it("may leave rungs out, but never tells anybody before those below", () => {
    const { overdue } = defaults.ladders;
    expect(climbs({ ...overdue, head: null })).toBe(true);
    expect(climbs({ ...overdue, head: 6 })).toBe(false);
    expect(climbs({ ...overdue, head: 5 })).toBe(true);
  });
});
