import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#src/calendar/civil-date.ts";
import { factsAsOf } from "#src/standings/history.ts";
import type { TaskEventValue } from "#src/tasks/events.ts";
import { d } from "./facts.ts";

const of = { id: 5, taskId: 12 };

const assigned = (effectiveOn: string, dueOn: string | null = "2026-11-20"): TaskEventValue => ({
  kind: "assigned",
  effectiveOn,
  data: {
    agencyId: 3,
    role: "lead",
    deadlineKind: dueOn === null ? "none" : "date",
    dueOn,
    phrase: "",
  },
});
const received = (effectiveOn: string): TaskEventValue => ({
  kind: "received",
  effectiveOn,
  data: {},
});
const progressed = (effectiveOn: string): TaskEventValue => ({
  kind: "progressed",
  effectiveOn,
  data: { percent: 30 },
});
const submitted = (effectiveOn: string, submittedOn = effectiveOn): TaskEventValue => ({
  kind: "submitted",
  effectiveOn,
  data: { resultId: 1, submittedOn },
});
const returned = (effectiveOn: string): TaskEventValue => ({
  kind: "returned",
  effectiveOn,
  data: { resultId: 1, reason: "thiếu" },
});
const withdrawn = (effectiveOn: string): TaskEventValue => ({
  kind: "withdrawn",
  effectiveOn,
  data: { resultId: 1 },
});
const confirmed = (effectiveOn: string, completedOn: string): TaskEventValue => ({
  kind: "confirmed",
  effectiveOn,
  data: { resultId: 1, completedOn },
});
const dueChanged = (effectiveOn: string, to: string | null): TaskEventValue => ({
  kind: "due_changed",
  effectiveOn,
  data: { from: null, to, authority: "Chủ tịch" },
});
const paused = (effectiveOn: string): TaskEventValue => ({
  kind: "paused",
  effectiveOn,
  data: { reason: "chờ" },
});
const resumed = (effectiveOn: string): TaskEventValue => ({
  kind: "resumed",
  effectiveOn,
  data: {},
});
const cancelled = (effectiveOn: string): TaskEventValue => ({
  kind: "cancelled",
  effectiveOn,
  data: { reason: "trùng" },
});
const transferred = (effectiveOn: string): TaskEventValue => ({
  kind: "transferred",
  effectiveOn,
  data: { toAgencyId: 4, authority: "CT" },
});

describe("an assignment's life, day by day", () => {
  const life = [
    assigned("2026-11-02"),
    received("2026-11-03"),
    progressed("2026-11-05"),
    submitted("2026-11-10"),
    returned("2026-11-12"),
    dueChanged("2026-11-13", "2026-11-30"),
    submitted("2026-11-18", "2026-11-17"),
    confirmed("2026-11-23", "2026-11-17"),
  ];

  it.each([
    ["2026-11-01", null],
    [
      "2026-11-02",
      { state: "assigned", dueOn: "2026-11-20", submittedOn: null, completedOn: null },
    ],
    ["2026-11-04", { state: "received" }],
    ["2026-11-05", { state: "in_progress" }],
    ["2026-11-11", { state: "awaiting_confirmation", submittedOn: "2026-11-10" }],
    ["2026-11-12", { state: "in_progress", submittedOn: null, dueOn: "2026-11-20" }],
    ["2026-11-13", { dueOn: "2026-11-30" }],
    [
      "2026-11-22",
      { state: "awaiting_confirmation", submittedOn: "2026-11-17", completedOn: null },
    ],
    ["2026-11-23", { state: "done", submittedOn: "2026-11-17", completedOn: "2026-11-17" }],
  ])("on %s", (day, expected) => {
    const found = factsAsOf(of, life, d(day));
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject({ ...of, agencyId: 3, role: "lead", ...expected });
  });

  it("comes back from a pause to what it was, whatever happened underneath", () => {
    const events = [assigned("2026-11-02"), received("2026-11-03"), paused("2026-11-04")];
    expect(factsAsOf(of, events, d("2026-11-04"))?.state).toBe("paused");
    const back = [...events, resumed("2026-11-06")];
    expect(factsAsOf(of, back, d("2026-11-05"))?.state).toBe("paused");
    expect(factsAsOf(of, back, d("2026-11-06"))?.state).toBe("received");
  });

  it("ends with cancellation or transfer, unless it is assigned again", () => {
    for (const end of [cancelled, transferred]) {
      const events = [assigned("2026-11-02"), paused("2026-11-03"), end("2026-11-04")];
      const more = [...events, resumed("2026-11-05"), progressed("2026-11-05")];
      expect(factsAsOf(of, more, d("2026-11-09"))?.state).toBe(end("2026-11-04").kind);
      const again = [...more, assigned("2026-11-10", "2026-12-31")];
      expect(factsAsOf(of, again, d("2026-11-10"))).toMatchObject({
        state: "assigned",
        dueOn: "2026-12-31",
      });
    }
  });

  it("takes a submission back as if it had not come", () => {
    const events = [assigned("2026-11-02"), submitted("2026-11-03"), withdrawn("2026-11-03")];
    expect(factsAsOf(of, events, d("2026-11-03"))).toMatchObject({
      state: "in_progress",
      submittedOn: null,
    });
  });

  it("takes a finished row of a sheet: confirmed without a submission, before it was entered", () => {
    const events = [assigned("2026-11-02", "2018-12-31"), confirmed("2018-12-20", "2018-12-20")];
    expect(factsAsOf(of, events, d("2026-11-02"))).toMatchObject({
      state: "done",
      submittedOn: null,
      completedOn: "2018-12-20",
    });
    expect(factsAsOf(of, events, d("2026-11-01"))).toBeNull();
  });

  it("holds what was recorded late from the day that it took effect", () => {
    const events = [assigned("2026-11-02"), progressed("2026-11-10"), received("2026-11-03")];
    expect(factsAsOf(of, events, d("2026-11-05"))?.state).toBe("received");
    expect(factsAsOf(of, events, d("2026-11-10"))?.state).toBe("in_progress");
  });

  it("becomes dated by a date given later and undated by one taken away", () => {
    const events = [assigned("2026-11-02", null), dueChanged("2026-11-03", "2026-12-01")];
    expect(factsAsOf(of, events, d("2026-11-02"))).toMatchObject({ deadlineKind: "none" });
    expect(factsAsOf(of, events, d("2026-11-03"))).toMatchObject({
      deadlineKind: "date",
      dueOn: "2026-12-01",
    });
    const without = [assigned("2026-11-02"), dueChanged("2026-11-03", null)];
    expect(factsAsOf(of, without, d("2026-11-03"))).toMatchObject({
      deadlineKind: "none",
      dueOn: null,
    });
  });
});

describe("the fold", () => {
  const makers = [
    received,
    progressed,
    submitted,
    returned,
    withdrawn,
    paused,
    resumed,
    cancelled,
    transferred,
    (on: string) => confirmed(on, on),
    (on: string) => dueChanged(on, "2026-12-24"),
  ];
  const start = d("2026-11-01");
  const offsets = fc.array(
    fc.record({ after: fc.integer({ min: 0, max: 20 }), make: fc.constantFrom(...makers) }),
    { maxLength: 14 },
  );
  const eventsOf = (list: { after: number; make: (on: string) => TaskEventValue }[]) => [
    assigned(start),
    ...list.map(({ after, make }) => make(addDays(start, after))),
  ];

  it("of all events is the fold to the last day, and to any day after it", () => {
    fc.assert(
      fc.property(offsets, (list) => {
        const events = eventsOf(list);
        const last = addDays(start, Math.max(0, ...list.map(({ after }) => after)));
        expect(factsAsOf(of, events, last)).toEqual(factsAsOf(of, events, d("2030-01-01")));
      }),
    );
  });

  it("to a day is the fold of what took effect by then, in whatever order days were recorded", () => {
    fc.assert(
      fc.property(offsets, fc.integer({ min: 0, max: 20 }), (list, to) => {
        const events = eventsOf(list);
        const day = addDays(start, to);
        const byThen = events.filter((event) => event.effectiveOn <= day);
        const inOrder = [...byThen].sort((a, b) =>
          a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0,
        );
        expect(factsAsOf(of, events, day)).toEqual(factsAsOf(of, inOrder, d("2030-01-01")));
      }),
    );
  });

  it("gives facts that the database would take", () => {
    fc.assert(
      fc.property(offsets, (list) => {
        const found = factsAsOf(of, eventsOf(list), d("2030-01-01"));
        expect(found).not.toBeNull();
        if (found === null) return;
        // The checks Assignment_dated and Assignment_submitted of the migrations.
        expect(found.deadlineKind === "date").toBe(found.dueOn !== null);
        if (found.state === "awaiting_confirmation") expect(found.submittedOn).not.toBeNull();
        if (found.state === "done") expect(found.completedOn).not.toBeNull();
      }),
    );
  });
});
