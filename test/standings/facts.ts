// Short ways to write the facts of an assignment in a test.
import fc from "fast-check";
import { addDays, type CivilDate, civilDate } from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";

export const d = civilDate;

export const window = (from: string, to: string): Window => ({ from: d(from), to: d(to) });

let lastId = 0;

type Written = Partial<Omit<AssignmentFacts, "dueOn" | "submittedOn" | "completedOn">> & {
  dueOn?: string | null;
  submittedOn?: string | null;
  completedOn?: string | null;
};

/** An open, dated lead assignment, due on 2026-11-20 unless written otherwise. */
export function facts(written: Written = {}): AssignmentFacts {
  lastId++;
  const { dueOn = "2026-11-20", submittedOn = null, completedOn = null, ...rest } = written;
  return {
    id: lastId,
    taskId: lastId,
    agencyId: 1,
    role: "lead",
    state: completedOn === null ? "in_progress" : "done",
    deadlineKind: dueOn === null ? "none" : "date",
    dueOn: dueOn === null ? null : d(dueOn),
    submittedOn: submittedOn === null ? null : d(submittedOn),
    completedOn: completedOn === null ? null : d(completedOn),
    ...rest,
  };
}

const base = d("2026-01-01");

export const anyDay: fc.Arbitrary<CivilDate> = fc
  .integer({ min: 0, max: 400 })
  .map((n) => addDays(base, n));

/** Facts that hold together at the end of `asOf`, in every state. */
export const anyFacts = (asOf: CivilDate): fc.Arbitrary<AssignmentFacts> => {
  const past = fc.integer({ min: 0, max: 120 }).map((back) => addDays(asOf, -back));
  return fc
    .record({
      id: fc.integer({ min: 1, max: 1_000_000 }),
      role: fc.constantFrom("lead" as const, "coordinating" as const),
      state: fc.constantFrom(
        "assigned" as const,
        "received" as const,
        "in_progress" as const,
        "awaiting_confirmation" as const,
        "done" as const,
        "paused" as const,
        "cancelled" as const,
        "transferred" as const,
      ),
      dueOn: fc.option(
        fc.integer({ min: -150, max: 150 }).map((n) => addDays(asOf, n)),
        { freq: 5 },
      ),
      handedIn: past,
    })
    .map(({ handedIn, ...rest }) => ({
      ...rest,
      taskId: rest.id,
      agencyId: 1,
      deadlineKind: rest.dueOn === null ? ("none" as const) : ("date" as const),
      submittedOn:
        rest.state === "awaiting_confirmation" || rest.state === "done" ? handedIn : null,
      completedOn: rest.state === "done" ? handedIn : null,
    }));
};
