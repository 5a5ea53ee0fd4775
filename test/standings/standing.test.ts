import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#src/calendar/civil-date.ts";
import { outcomeOf, rateOf, standingOf } from "#src/standings/standing.ts";
import { anyDay, anyFacts, d, facts, window } from "./facts.ts";

const week = window("2026-11-16", "2026-11-22");

describe("what an assignment counts as on a day", () => {
  it.each([
    ["done the day before", { completedOn: "2026-11-19" }, "2026-11-22", "done_on_time"],
    ["done on the due day", { completedOn: "2026-11-20" }, "2026-11-22", "done_on_time"],
    ["done a day late", { completedOn: "2026-11-21" }, "2026-11-22", "done_late"],
    [
      "done later than the day asked for",
      { completedOn: "2026-11-23" },
      "2026-11-22",
      "overdue_open",
    ],
    ["due today", {}, "2026-11-20", null],
    ["due yesterday", {}, "2026-11-21", "overdue_open"],
    ["in term", {}, "2026-11-01", null],
    [
      "handed in on the due day, undecided",
      { state: "awaiting_confirmation", submittedOn: "2026-11-20" },
      "2026-12-31",
      null,
    ],
    [
      "handed in late, undecided",
      { state: "awaiting_confirmation", submittedOn: "2026-11-21" },
      "2026-11-22",
      "overdue_open",
    ],
    [
      "handed in on time and confirmed late, by the day of handing in",
      { submittedOn: "2026-11-20", completedOn: "2026-11-20" },
      "2026-12-31",
      "done_on_time",
    ],
    ["returned after the due date", { state: "in_progress" }, "2026-11-22", "overdue_open"],
    ["paused", { state: "paused" }, "2026-11-22", null],
    ["cancelled", { state: "cancelled" }, "2026-11-22", null],
    ["transferred", { state: "transferred" }, "2026-11-22", null],
    ["without a date", { dueOn: null }, "2026-11-22", null],
    ["a recurrence itself", { deadlineKind: "recurrence" }, "2026-11-22", null],
    ["a period", { deadlineKind: "period" }, "2026-11-22", "overdue_open"],
  ] as const)("%s", (_name, written, asOf, outcome) => {
    expect(outcomeOf(facts(written), d(asOf))).toBe(outcome);
  });
});

describe("whether it belongs to a window", () => {
  const counted = (written: Parameters<typeof facts>[0]) =>
    standingOf([facts(written)], week).items.map((item) => item.outcome);

  it.each([
    ["due in it and done in it", { completedOn: "2026-11-18" }, ["done_on_time"]],
    ["done on its first day", { dueOn: "2026-12-31", completedOn: "2026-11-16" }, ["done_on_time"]],
    [
      "done in it, due long after",
      { dueOn: "2026-12-31", completedOn: "2026-11-18" },
      ["done_on_time"],
    ],
    ["done before it, due in it", { completedOn: "2026-11-15" }, []],
    ["done and due before it", { dueOn: "2026-11-10", completedOn: "2026-11-09" }, []],
    ["done late, but before it", { dueOn: "2026-11-10", completedOn: "2026-11-15" }, []],
    [
      "carried into it, done in it",
      { dueOn: "2026-11-10", completedOn: "2026-11-16" },
      ["done_late"],
    ],
    ["carried into it, still open", { dueOn: "2025-06-30" }, ["overdue_open"]],
    [
      "carried into it, done after it",
      { dueOn: "2026-11-10", completedOn: "2026-11-23" },
      ["overdue_open"],
    ],
    ["due on its last day, open", { dueOn: "2026-11-22" }, []],
    ["due after it, open", { dueOn: "2026-11-30" }, []],
    [
      "due before it, handed in on time, undecided",
      { dueOn: "2026-11-10", state: "awaiting_confirmation", submittedOn: "2026-11-10" },
      [],
    ],
    ["a coordinating part", { role: "coordinating", dueOn: "2026-11-18" }, []],
  ] as const)("%s", (_name, written, outcomes) => {
    expect(counted(written)).toEqual(outcomes);
  });
});

describe("a standing", () => {
  it("is counted by hand for a small agency", () => {
    const score = standingOf(
      [
        facts({ completedOn: "2026-11-17" }),
        facts({ completedOn: "2026-11-20" }),
        facts({ dueOn: "2026-11-16", completedOn: "2026-11-18" }),
        facts({ dueOn: "2026-10-01" }),
        facts({ dueOn: "2026-11-22" }),
        facts({ state: "awaiting_confirmation", submittedOn: "2026-11-19" }),
        facts({ state: "paused", dueOn: "2026-11-17" }),
      ],
      week,
    );
    expect(score).toMatchObject({
      doneOnTime: 2,
      doneLate: 1,
      overdueOpen: 1,
      counted: 4,
      rate: 5000,
    });
    expect(score.items).toHaveLength(4);
  });

  it("has no rate where nothing counts", () => {
    expect(standingOf([facts({ dueOn: null })], week)).toMatchObject({ counted: 0, rate: null });
  });

  it.each([
    [2, 3, 6667],
    [1, 3, 3333],
    [11, 12, 9167],
    [1, 8, 1250],
    [1, 16_000, 1],
    [1, 20_000, 1],
    [1, 20_001, 0],
    [0, 5, 0],
    [5, 5, 10_000],
  ])("rounds %i of %i half up to %i hundredths of a percent", (part, whole, rate) => {
    expect(rateOf(part, whole)).toBe(rate);
  });

  const register = anyDay.chain((asOf) =>
    fc.record({
      facts: fc.array(anyFacts(asOf), { maxLength: 30 }),
      window: fc.integer({ min: 0, max: 200 }).map((n) => ({ from: addDays(asOf, -n), to: asOf })),
    }),
  );

  it("has a rate from 0 to 100 percent, and parts that make up the denominator", () => {
    fc.assert(
      fc.property(register, ({ facts: all, window: over }) => {
        const score = standingOf(all, over);
        expect(score.doneOnTime + score.doneLate + score.overdueOpen).toBe(score.counted);
        expect(score.items).toHaveLength(score.counted);
        expect(score.rate === null).toBe(score.counted === 0);
        if (score.rate === null) return;
        expect(score.rate).toBeGreaterThanOrEqual(0);
        expect(score.rate).toBeLessThanOrEqual(10_000);
        expect(
          Math.abs(score.rate - (score.doneOnTime / score.counted) * 10_000),
        ).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it("never falls by one more completion on time", () => {
    fc.assert(
      fc.property(register, ({ facts: all, window: over }) => {
        const more = facts({ dueOn: over.to, completedOn: over.to });
        const before = standingOf(all, over);
        const after = standingOf([...all, more], over);
        expect(after.counted).toBe(before.counted + 1);
        expect(after.rate ?? -1).toBeGreaterThanOrEqual(before.rate ?? 0);
      }),
    );
  });
});
