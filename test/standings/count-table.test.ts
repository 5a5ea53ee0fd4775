import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { yearToDate } from "#src/calendar/periods.ts";
import { COUNTED_CELLS, countTable } from "#src/standings/count-table.ts";
import { standingOf } from "#src/standings/standing.ts";
import { anyDay, anyFacts, d, facts } from "./facts.ts";

const register = anyDay.chain((asOf) =>
  fc.record({ asOf: fc.constant(asOf), all: fc.array(anyFacts(asOf), { maxLength: 40 }) }),
);

describe("the table of counts", () => {
  it("counts a recurring duty by its periods, and as undated until the first has opened", () => {
    const duty = facts({ deadlineKind: "recurrence", dueOn: null, taskId: 7 });
    const period = facts({ dueOn: "2026-12-15", taskId: 7 });
    const others = facts({ dueOn: "2026-12-15", taskId: 7, agencyId: 2 });
    const gone = facts({ dueOn: "2026-09-15", taskId: 7, state: "transferred" });
    const on = d("2026-11-22");
    expect(countTable([duty], on)).toMatchObject({ total: 1, undated: 1 });
    expect(countTable([duty, others], on)).toMatchObject({ total: 2, undated: 1, openInTerm: 1 });
    expect(countTable([duty, gone], on)).toMatchObject({ total: 1, undated: 1 });
    expect(countTable([duty, period], on)).toMatchObject({ total: 1, undated: 0, openInTerm: 1 });
  });

  it("puts each kind of assignment into its cell", () => {
    const table = countTable(
      [
        facts({ completedOn: "2026-11-20" }),
        facts({ completedOn: "2026-11-21" }),
        facts({ completedOn: "2026-11-22" }),
        facts({ state: "awaiting_confirmation", submittedOn: "2026-11-20" }),
        facts({ state: "awaiting_confirmation", submittedOn: "2026-11-21" }),
        facts({ state: "awaiting_confirmation", dueOn: null, submittedOn: "2026-11-21" }),
        facts({ dueOn: "2026-11-22" }),
        facts({ dueOn: "2026-11-21" }),
        facts({ dueOn: null }),
        facts({ dueOn: null, completedOn: "2026-11-01" }),
        facts({ state: "paused" }),
        facts({ state: "cancelled" }),
        facts({ state: "transferred" }),
      ],
      d("2026-11-22"),
    );
    expect(table).toEqual({
      total: 10,
      doneOnTime: 1,
      doneLate: 2,
      awaiting: 3,
      openInTerm: 1,
      openOverdue: 1,
      undated: 2,
      paused: 1,
      cancelled: 1,
      awaitingLate: 1,
    });
  });

  it("adds up to everything that was not passed on", () => {
    fc.assert(
      fc.property(register, ({ asOf, all }) => {
        const table = countTable(all, asOf);
        const cells = COUNTED_CELLS.reduce((sum, cell) => sum + table[cell], 0);
        expect(cells).toBe(table.total);
        const passedOn = all.filter((one) => one.state === "transferred").length;
        expect(table.total + table.paused + table.cancelled).toBe(all.length - passedOn);
      }),
    );
  });

  it("agrees with the standing of the year to date about what is overdue", () => {
    fc.assert(
      fc.property(register, ({ asOf, all }) => {
        const leads = all.filter((one) => one.role === "lead");
        const table = countTable(leads, asOf);
        const { overdueOpen } = standingOf(leads, yearToDate(asOf));
        expect(overdueOpen).toBe(table.openOverdue + table.awaitingLate);
      }),
    );
  });
});
