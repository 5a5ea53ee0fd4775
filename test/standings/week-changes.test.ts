import { describe, expect, it } from "vitest";
import { weekChanges } from "#src/standings/week-changes.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";
import { facts, window } from "./facts.ts";

const week = window("2026-11-16", "2026-11-22");

const of = (before: AssignmentFacts | null, after: Parameters<typeof facts>[0]) => {
  const now = { ...facts(after), ...(before ? { id: before.id } : {}) };
  const { newlyOverdue, newlyDone } = weekChanges(before ? [before] : [], [now], week);
  return [newlyOverdue.length, newlyDone.length];
};

describe("what a week changed", () => {
  it("became overdue: due from the Sunday before to the Saturday", () => {
    expect(of(facts({ dueOn: "2026-11-15" }), { dueOn: "2026-11-15" })).toEqual([1, 0]);
    expect(of(facts({ dueOn: "2026-11-21" }), { dueOn: "2026-11-21" })).toEqual([1, 0]);
    expect(of(facts({ dueOn: "2026-11-14" }), { dueOn: "2026-11-14" })).toEqual([0, 0]);
    expect(of(facts({ dueOn: "2026-11-22" }), { dueOn: "2026-11-22" })).toEqual([0, 0]);
  });

  it("became overdue by a return after the due date", () => {
    const waiting = facts({
      dueOn: "2026-11-10",
      state: "awaiting_confirmation",
      submittedOn: "2026-11-10",
    });
    expect(of(waiting, { dueOn: "2026-11-10" })).toEqual([1, 0]);
  });

  it("did not become overdue by entering the register long past its date", () => {
    expect(of(null, { dueOn: "2018-12-31" })).toEqual([0, 0]);
    expect(of(null, { dueOn: "2026-11-18" })).toEqual([1, 0]);
  });

  it("was finished in it, or handed in before it and confirmed in it", () => {
    expect(of(facts({}), { completedOn: "2026-11-18" })).toEqual([0, 1]);
    const waiting = facts({ state: "awaiting_confirmation", submittedOn: "2026-11-13" });
    expect(of(waiting, { completedOn: "2026-11-13" })).toEqual([0, 1]);
    expect(of(facts({ completedOn: "2026-11-13" }), { completedOn: "2026-11-13" })).toEqual([0, 0]);
    expect(of(null, { dueOn: "2018-12-31", completedOn: "2018-12-20" })).toEqual([0, 0]);
  });

  it("is about lead assignments only", () => {
    const helping = { role: "coordinating" as const, completedOn: "2026-11-18" };
    expect(of(null, helping)).toEqual([0, 0]);
  });
});
