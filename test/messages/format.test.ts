import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginning, clip, plural, shorten } from "#src/messages/format.ts";
import { severalAgencies } from "#src/messages/words/commands.ts";
import { haveSomebody } from "#src/messages/words/invite-lists.ts";
import { missingTitle, nobodyMissing } from "#src/messages/words/missing.ts";
import { timelinessText } from "#src/messages/words/tasks.ts";

const TASK = "Rà soát, sửa đổi thủ tục hành chính";

describe("a text that is too long", () => {
  it("ends behind a whole word in a list", () => {
    expect(shorten(TASK, 35)).toBe(TASK);
    expect(shorten(TASK, 20)).toBe("Rà soát, sửa đổi…");
    expect(shorten("Một-từ-rất-dài-không-có-dấu-cách", 10)).toBe("Một-từ-rất…");
  });

  it("fills a column, and no more than that", () => {
    expect(clip(TASK, 35)).toBe(TASK);
    expect(clip(TASK, 20)).toBe("Rà soát, sửa đổi th…");
    expect(clip(TASK, 10)).toBe("Rà soát,…");
  });

  it("is never cut through the middle of an emoji: the database takes no such text", () => {
    const most = fc.integer({ min: 1, max: 20 });
    const text = fc.string({ unit: fc.constantFrom("a", " ", "😀", "ệ") });
    fc.assert(
      fc.property(text, most, (typed, length) => {
        for (const cut of [beginning, shorten, clip]) {
          expect(cut(typed, length).isWellFormed()).toBe(true);
        }
        expect(clip(typed, length).length).toBeLessThanOrEqual(Math.max(1, length));
      }),
    );
  });
});

describe("what is counted, in English", () => {
  it("has one form for one, another for more", () => {
    expect(plural(1, "task")).toBe("1 task");
    expect(plural(0, "task")).toBe("0 tasks");
    expect(plural(1234, "agency", "agencies")).toBe("1,234 agencies");
  });

  it("agrees with its verb", () => {
    expect(severalAgencies("en", "NV-001", 1)).toBe("NV-001 is led by 1 agency:");
    expect(missingTitle("en", "NV-001", 1, 1)).toBe("NV-001: 1 of 1 agency has not reported");
    expect(missingTitle("en", "NV-001", 2, 3)).toBe("NV-001: 2 of 3 agencies have not reported");
    expect(nobodyMissing("en", "NV-001", 1)).toBe("NV-001: the agency has reported.");
    expect(haveSomebody("en", 1)).toBe("1 agency has somebody connected and is not invited.");
    const one = { kind: "overdue", days: 1, workingDays: 1 } as const;
    expect(timelinessText("en", one)).toBe("overdue by 1 day (1 working day)");
  });
});
