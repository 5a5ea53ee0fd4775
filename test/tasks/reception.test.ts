import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilDate } from "#src/calendar/civil-date.ts";
import { isUnreceived, receiveBy, unreceivedBefore } from "#src/tasks/reception.ts";
import { calendar } from "#test/language/as-of.ts";

const friday = civilDate("2026-11-20");

describe("what was assigned and nobody received", () => {
  it("is late after so many working days; days off do not count", () => {
    // The weekend and Tuesday 24/11 are not worked.
    expect(receiveBy(friday, calendar, 2)).toBe("2026-11-25");
    const assigned = { state: "assigned" as const, assignedOn: friday };
    expect(isUnreceived(assigned, civilDate("2026-11-25"), calendar, 2)).toBe(false);
    expect(isUnreceived(assigned, civilDate("2026-11-26"), calendar, 2)).toBe(true);
  });

  it("is nothing once it was received", () => {
    const received = { state: "received" as const, assignedOn: civilDate("2026-01-05") };
    expect(isUnreceived(received, friday, calendar, 2)).toBe(false);
  });

  it("is found by the bound of the query exactly where the rule says so", () => {
    const day = fc.integer({ min: 0, max: 300 }).map((n) => addDays(civilDate("2026-02-01"), n));
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 30 }), (assignedOn, today, days) => {
        const late = isUnreceived({ state: "assigned", assignedOn }, today, calendar, days);
        expect(assignedOn < unreceivedBefore(today, calendar, days)).toBe(late);
      }),
    );
  });
});
