// Gia hạn: when it may be asked for, to which day, and on whose word. Pure rules.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import type { Actor } from "#src/people/actor.ts";
import { extensionFigures } from "#src/standings/extensions-granted.ts";
import { authorityOf, precedes } from "#src/tasks/authority.ts";
import { asAuthority, readGrant } from "#src/tasks/extension-grant.ts";
import { isManyTimes, movedTo, whyNotGranted, whyNotNow } from "#src/tasks/extension-rules.ts";
import { readMatter } from "#src/tasks/matter-code.ts";

const today = civilDate("2026-11-20");
const calendar = makeWorkCalendar(productDayOffs());
const d = civilDate;

describe("asking", () => {
  const lead = { role: "lead", state: "in_progress", dueOn: today } as const;

  it("is for the lead, while it works, up to and on the due date", () => {
    expect(whyNotNow(lead, today)).toBeNull();
    expect(whyNotNow({ ...lead, dueOn: addDays(today, -1) }, today)).toBe("past");
    expect(whyNotNow({ ...lead, dueOn: null }, today)).toBe("undated");
    expect(whyNotNow({ ...lead, role: "coordinating" }, today)).toBe("not_lead");
    for (const state of ["assigned", "received"] as const) {
      expect(whyNotNow({ ...lead, state }, today)).toBeNull();
    }
    for (const state of ["awaiting_confirmation", "paused", "done", "cancelled"] as const) {
      expect(whyNotNow({ ...lead, state }, today)).toBe("state");
    }
  });
});

const day = fc.integer({ min: -400, max: 400 }).map((n) => addDays(today, n));

describe("granting", () => {
  it("never moves a date back, and never further than was asked", () => {
    fc.assert(
      fc.property(day, day, day, (to, dueOn, askedTo) => {
        const why = whyNotGranted(to, { dueOn, askedTo });
        expect(why === null).toBe(to > dueOn && to <= askedTo);
      }),
    );
  });

  it("aims at a working day not after the new date, which counts by its end", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (n) => {
        const to = addDays(today, n);
        const { dueOn, aimOn, boundary } = movedTo(to, today, calendar);
        expect(dueOn).toBe(to);
        expect(boundary).toBe("by");
        expect(aimOn <= to).toBe(true);
        expect(aimOn === to).toBe(calendar.isWorkingDay(to));
      }),
    );
  });
});

describe("on whose word", () => {
  const grant = (text: string) => {
    const { authority, problem, to } = readGrant(text, { today, calendar });
    const who = authority === null ? null : "who" in authority ? authority.who : authority.number;
    return [who, authority?.on ?? problem?.kind ?? null, to.kind === "date" ? to.due : to.rest];
  };

  it.each([
    ["theo 45/UBND-NC ngày 3/11", "45/UBND-NC", "2026-11-03", ""],
    ["45/UBND-NC ngày 3/11", "45/UBND-NC", "2026-11-03", ""],
    ["đến 20/12 theo công văn số 45/UBND-NC ngày 3/11", "45/UBND-NC", "2026-11-03", "2026-12-20"],
    ["20/12 theo y kien lanh dao ngay 18/11", "lanh dao", "2026-11-18", "2026-12-20"],
    [
      "theo ý kiến của Chủ tịch UBND tỉnh ngày 3/11 đến 20/12",
      "Chủ tịch UBND tỉnh",
      "2026-11-03",
      "2026-12-20",
    ],
    ["theo chỉ đạo của đồng chí Thắng hôm nay", "Thắng", "2026-11-20", ""],
    ["theo ý kiến đồng chí Nguyễn Văn An ngày 3/11", "Nguyễn Văn An", "2026-11-03", ""],
    // Of days without a year the latest past one.
    ["theo kết luận của Chủ tịch ngày 30/12", "Chủ tịch", "2025-12-30", ""],
    ["theo 45/UBND-NC", null, "no_day", ""],
    ["theo ý kiến của Chủ tịch", null, "no_day", ""],
    ["theo 45/UBND-NC ngày 30/12/2026", null, "future", ""],
    ["theo Nguyễn Văn An ngày 31/11", null, "no_such_day", ""],
    ["đến 20/12", null, null, "2026-12-20"],
    ["được", null, null, "được"],
    ["", null, null, ""],
  ])("%s", (text, who, on, to) => {
    expect(grant(text)).toEqual([who, on, to]);
  });

  it("an answer may leave out the word that leads to it", () => {
    expect(asAuthority("45/UBND-NC ngày 3/11")).toBe("theo 45/UBND-NC ngày 3/11");
    expect(asAuthority("Theo ý kiến Chủ tịch ngày 3/11")).toBe("Theo ý kiến Chủ tịch ngày 3/11");
  });

  const actor = (...grants: Actor["grants"]): Actor => ({
    personId: 1,
    fullName: "Hà",
    language: "en",
    grants,
  });
  const leader = { role: "leader", agencyId: null, agencyName: null } as const;
  const secretary = { role: "secretariat", agencyId: 1, agencyName: "Sở Nội vụ" } as const;
  const cited = { by: "document", kind: "", number: "45/UBND-NC", on: d("2026-11-03") } as const;

  it("a leader's own word is enough, the secretariat's is not", () => {
    expect(authorityOf(actor(secretary), null)).toBeNull();
    expect(authorityOf(actor(secretary), cited)).toBe("văn bản số 45/UBND-NC ngày 03/11/2026");
    expect(authorityOf(actor(leader), null)).toBe("Hà, lãnh đạo Ban Chỉ đạo");
    expect(authorityOf(actor({ ...leader, insteadOf: "Thắng" }), null)).toBe(
      "Hà, lãnh đạo Ban Chỉ đạo (thay Thắng)",
    );
    expect(authorityOf(actor(leader), cited)).toMatch(/^Hà, .*; văn bản số 45/);
  });

  it("cannot be older than the task", () => {
    expect(precedes(cited, d("2026-11-04"))).toBe(true);
    expect(precedes(cited, d("2026-11-03"))).toBe(false);
    expect(precedes(null, d("2026-11-03"))).toBe(false);
  });
});

describe("in figures", () => {
  const granted = (assignmentId: number, on: string) => ({ assignmentId, on: d(on) });
  const window = { from: d("2026-11-01"), to: d("2026-11-30") };

  it("counts what was granted in the window, and what was extended three times by its end", () => {
    const all = [
      granted(1, "2026-09-01"),
      granted(1, "2026-10-01"),
      granted(1, "2026-11-10"),
      granted(2, "2026-11-11"),
      granted(2, "2026-12-01"),
      granted(2, "2026-12-02"),
    ];
    expect(extensionFigures(all, window)).toEqual({ times: 2, tasks: 2, many: 1 });
    expect(extensionFigures([], window)).toEqual({ times: 0, tasks: 0, many: 0 });
    expect([2, 3, 4].map(isManyTimes)).toEqual([false, true, true]);
  });
});

describe("codes of what was asked", () => {
  it.each([
    ["VM-3 dùng mẫu cũ", "VM", 3, "dùng mẫu cũ"],
    ["vm3: xong", "VM", 3, "xong"],
    ["gt 04 – vì bận", "GT", 4, "vì bận"],
    ["xong rồi VM-3", "VM", 3, "xong rồi"],
  ])("%s", (text, kind, id, rest) => {
    expect(readMatter(text)).toEqual({ kind, id, rest });
  });

  it("is not found where there is none", () => {
    for (const text of ["", "NV-012", "VM-0", "xvm3", "45/GT-3/x"]) {
      expect(readMatter(text), text).toBeNull();
    }
  });
});
