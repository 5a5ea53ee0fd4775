import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AssignmentRole, AssignmentState } from "#prisma/generated/enums.ts";
import { civilDate } from "#src/calendar/civil-date.ts";
import { planTransfer } from "#src/tasks/transfer-plan.ts";
import { readAuthority, readTransfer } from "#src/tasks/transfer-words.ts";

const today = civilDate("2026-11-20");

describe("to whom, and by what", () => {
  it.each([
    ["sang Sở Tài chính theo 45/UBND-NC ngày 3/11", "Sở Tài chính", "45/UBND-NC ngày 3/11"],
    ["sang so tai chinh, theo y kien dc Thang", "so tai chinh", "y kien dc Thang"],
    ["chuyển sang STC căn cứ: Thông báo 12/TB-UBND", "STC", "Thông báo 12/TB-UBND"],
    ["cho STC 45/UBND-NC ngày 3/11/2026", "STC", "45/UBND-NC ngày 3/11/2026"],
    ["Sở Tài chính", "Sở Tài chính", ""],
    ["sang STC", "STC", ""],
    ["theo 45/UBND-NC", "", "45/UBND-NC"],
    ["", "", ""],
  ])("%j", (typed, to, authority) => {
    expect(readTransfer(typed, today)).toEqual({ to, authority });
  });

  it("takes the authority alone, with its leading word or without", () => {
    expect(readAuthority("theo 45/UBND-NC")).toBe("45/UBND-NC");
    expect(readAuthority(" ý kiến đồng chí Thắng. ")).toBe("ý kiến đồng chí Thắng.");
  });

  it("invents nothing: both parts stand in what was typed", () => {
    const word = fc.constantFrom(
      "sang",
      "STC",
      "theo",
      "45/UBND-NC",
      "Sở",
      "Tài chính",
      ",",
      "ngày",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 10 }), (words) => {
        const typed = words.join(" ");
        const { to, authority } = readTransfer(typed, today);
        expect(typed).toContain(to);
        expect(typed).toContain(authority);
      }),
    );
  });
});

const part = (agencyId: number, role: AssignmentRole, state: AssignmentState) => ({
  agencyId,
  role,
  state,
});

describe("what a transfer makes of the receiver's own part", () => {
  const from = part(1, "lead", "in_progress");
  it.each([
    ["nothing there: a new one", null, { kind: "new" }],
    [
      "it coordinates: lead beats coordinating",
      part(2, "coordinating", "assigned"),
      { kind: "begins-anew" },
    ],
    ["it once had it", part(2, "lead", "transferred"), { kind: "begins-anew" }],
    ["it leads already", part(2, "lead", "received"), { kind: "refused", why: "leads-already" }],
    ["it has done its part", part(2, "lead", "done"), { kind: "refused", why: "leads-already" }],
  ] as const)("%s", (_, receiver, plan) => {
    expect(planTransfer(from, 2, receiver)).toEqual(plan);
  });

  it.each([
    ["awaiting_confirmation", "awaiting"],
    ["done", "over"],
    ["cancelled", "over"],
    ["transferred", "over"],
  ] as const)("what is %s does not move: %s", (state, why) => {
    expect(planTransfer(part(1, "lead", state), 2, null)).toEqual({ kind: "refused", why });
  });

  it("a coordinating part goes where nobody has more already", () => {
    const coordinating = part(1, "coordinating", "assigned");
    expect(planTransfer(coordinating, 2, null)).toEqual({ kind: "new" });
    expect(planTransfer(coordinating, 2, part(2, "lead", "received"))).toEqual({ kind: "has-it" });
    expect(planTransfer(coordinating, 1, null)).toEqual({ kind: "refused", why: "same-agency" });
  });
});
