// What people type to choose what a group receives, and when its ranking then goes out.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { slotKey } from "#src/calendar/slots.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { civilToday } from "#src/calendar/zone.ts";
import { findClockTime } from "#src/language/clock-time.ts";
import type { Binding } from "#src/standings/binding-store.ts";
import { committeeBinding, NEW_COMMITTEE } from "#src/standings/binding-wishes.ts";
import { publishMoment } from "#src/standings/publication-time.ts";
import { isAboutPublishing, readWishes } from "#src/standings/publication-wishes.ts";
import { at } from "./register.ts";

const calendar = makeWorkCalendar(productDayOffs());
const wishes = (text: string) => {
  const { committee, ...rest } = readWishes(text, calendar);
  return { ...rest, ...(committee ? { committee } : {}) };
};

describe("what is typed behind /nhom", () => {
  it.each([
    [
      "xếp hạng thứ ba 09:00, duyệt trước, chỉ các sở",
      {
        ranking: true,
        publishOn: 2,
        publishAt: "09:00",
        approveFirst: true,
        groups: ["sở"],
        rest: "",
      },
    ],
    [
      "xep hang t3 9h30 chi cac so va xa",
      { ranking: true, publishOn: 2, publishAt: "09:30", groups: ["so", "xa"], rest: "" },
    ],
    [
      "xếp hạng thứ tư lúc 2 giờ chiều; tất cả các nhóm; đăng ngay",
      {
        ranking: true,
        publishOn: 3,
        publishAt: "14:00",
        groups: [],
        approveFirst: false,
        rest: "",
      },
    ],
    ["xếp hạng đăng ngày thứ sáu", { ranking: true, publishOn: 5, rest: "" }],
    ["không xếp hạng, bản tin", { ranking: false, bulletin: true, rest: "" }],
    ["bỏ bản tin", { bulletin: false, rest: "" }],
    ["ban chỉ đạo duyệt trước", { committee: true, approveFirst: true, rest: "" }],
    ["nhóm BCĐ CCHC", { committee: true, rest: "" }],
    [
      "ranking tuesday 09:00, approve first, only sở",
      {
        ranking: true,
        publishOn: 2,
        publishAt: "09:00",
        approveFirst: true,
        groups: ["sở"],
        rest: "",
      },
    ],
    ["Sở Khoa học và Công nghệ", { rest: "Sở Khoa học và Công nghệ" }],
    ["Sở Tư pháp không nhắc hạn", { alerts: false, rest: "Sở Tư pháp" }],
    ["xếp hạng thứ tám", { ranking: true, rest: "thứ tám" }],
    ["chủ nhật 8h", { publishOn: 7, publishAt: "08:00", rest: "" }],
  ])("%s", (text, expected) => {
    expect(wishes(text)).toEqual(expected);
  });

  it("is about publishing or not", () => {
    expect(isAboutPublishing(readWishes("bản tin", calendar))).toBe(true);
    expect(isAboutPublishing(readWishes("Sở Tư pháp không nhắc hạn", calendar))).toBe(false);
  });
});

describe("times of day", () => {
  it.each([
    ["lúc 9h", "09:00"],
    ["09h05", "09:05"],
    ["8 giờ 30 phút sáng", "08:30"],
    ["2 giờ chiều", "14:00"],
    ["16:45", "16:45"],
    ["7g15", "07:15"],
  ])("%s is %s", (text, time) => {
    expect(findClockTime(text)?.time).toBe(time);
  });

  it.each(["25:00", "9:75", "ngày 20/11", "5 ngày", "9 giống nhau", ""])("“%s” is none", (text) => {
    expect(findClockTime(text)).toBeNull();
  });
});

describe("what a group of the committee receives", () => {
  const receives = (typed: string, current: Binding | null, ids?: number[]) =>
    committeeBinding(readWishes(typed, calendar), current, ids);
  const tuesday = { ...NEW_COMMITTEE, publishOn: 2, publishAt: "09:00", agencyGroupIds: [1] };

  it("keeps what was not spoken of, and begins anew where it is registered again", () => {
    expect(receives("bản tin", tuesday)).toEqual({ ...tuesday, wantsBulletin: true });
    expect(receives("không xếp hạng", tuesday)).toEqual({ ...tuesday, wantsRanking: false });
    expect(receives("10h", tuesday)).toEqual({ ...tuesday, publishAt: "10:00" });
    expect(receives("tất cả các nhóm", tuesday, [])).toEqual({ ...tuesday, agencyGroupIds: [] });
    expect(receives("ban chỉ đạo", tuesday)).toEqual(NEW_COMMITTEE);
  });

  it("is the ranking alone for a new group, or the bulletin alone where only that is asked", () => {
    expect(receives("xếp hạng", null)).toEqual(NEW_COMMITTEE);
    expect(receives("bản tin", null)).toMatchObject({ wantsRanking: false, wantsBulletin: true });
    const none = { ...NEW_COMMITTEE, wantsRanking: false };
    expect(receives("duyệt trước", none)).toMatchObject({ wantsRanking: true, approveFirst: true });
  });
});

describe("the moment of a group's ranking", () => {
  const moment = (publishOn: number | null, publishAt: string | null, slot: Date) => {
    const planned = publishMoment({ publishOn, publishAt }, slot, calendar);
    return planned && slotKey(planned);
  };
  const monday = at("2026-11-23", "08:00");

  it("is that of the job where nothing else was chosen, or what was chosen is past", () => {
    expect(moment(null, null, monday)).toBeNull();
    expect(moment(1, "07:00", monday)).toBeNull();
  });

  it("is the group's own day and time of that week", () => {
    expect(moment(null, "09:30", monday)).toBe("2026-11-23T09:30+07:00");
    expect(moment(4, null, monday)).toBe("2026-11-26T08:00+07:00");
  });

  it("moves to the next working day where its day is off, also where the job itself moved", () => {
    // 24 November 2026 is expected to be the new Day of Culture.
    const off = makeWorkCalendar([
      { date: civilToday(at("2026-11-24")), kind: "off", reason: "", known: "decided" },
    ]);
    const planned = publishMoment({ publishOn: 2, publishAt: "09:00" }, monday, off);
    expect(planned && slotKey(planned)).toBe("2026-11-25T09:00+07:00");
    expect(moment(1, "09:00", at("2026-04-28", "08:00"))).toBe("2026-04-28T09:00+07:00");
  });

  it("is never before the job, and always on a working day", () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 1, max: 5 })),
        fc.option(fc.constantFrom("06:45", "08:00", "16:30")),
        fc.integer({ min: 0, max: 60 }),
        (publishOn, publishAt, weeks) => {
          const slot = new Date(at("2026-01-05", "08:00").getTime() + weeks * 7 * 86_400_000);
          const planned = publishMoment({ publishOn, publishAt }, slot, calendar);
          if (planned === null) return;
          expect(planned > slot).toBe(true);
          expect(calendar.isWorkingDay(civilToday(planned))).toBe(true);
        },
      ),
    );
  });
});
