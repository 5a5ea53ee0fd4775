import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate, toDbDate } from "#src/calendar/civil-date.ts";
import {
  isAskedFor,
  type LeadRow,
  missingGroup,
  missingGroups,
  missingOf,
} from "#src/tasks/missing.ts";
import { readMissing } from "#src/tasks/missing-words.ts";

const today = civilDate("2026-11-20");
let ids = 0;

const row = (
  agencyId: number,
  state: LeadRow["state"],
  dueOn: string | null = "2026-11-30",
  occurrence = "",
): LeadRow => {
  ids += 1;
  const due = dueOn === null ? null : toDbDate(civilDate(dueOn));
  const deadlineKind = due === null ? "recurrence" : "date";
  return { id: ids, agencyId, state, dueOn: due, occurrence, deadlineKind };
};

describe("who has not reported", () => {
  it("is whoever still works on it; not who handed in, finished, or no longer leads it", () => {
    const rows = [
      row(1, "assigned"),
      row(2, "received"),
      row(3, "in_progress", "2026-11-10"),
      row(4, "awaiting_confirmation"),
      row(5, "done"),
      row(6, "paused"),
      row(7, "cancelled"),
      row(8, "transferred"),
    ];
    const { missing, agencies } = missingOf(rows);
    expect(missing.map(({ agencyId }) => agencyId)).toEqual([1, 2, 3]);
    expect(agencies).toBe(6);
    expect(missing.map((one) => missingGroup(one, today))).toEqual([
      "unreceived",
      "unreported",
      "overdue",
    ]);
  });

  it("of a recurring duty it is whoever owes an occurrence, the earliest first, never the duty", () => {
    const rows = [
      row(1, "assigned", null),
      row(1, "done", "2026-09-15", "2026-Q3"),
      row(1, "assigned", "2026-12-15", "2026-Q4"),
      row(2, "assigned", null),
      row(2, "in_progress", "2026-09-15", "2026-Q3"),
      row(2, "assigned", "2026-12-15", "2026-Q4"),
      row(3, "assigned", null),
      row(3, "done", "2026-09-15", "2026-Q3"),
    ];
    const { missing, agencies } = missingOf(rows);
    expect(missing.map(({ agencyId, occurrence }) => [agencyId, occurrence])).toEqual([
      [1, "2026-Q4"],
      [2, "2026-Q3"],
    ]);
    expect(agencies).toBe(3);
  });

  it("of a duty none of whose periods has begun it is whoever has not received it", () => {
    const { missing } = missingOf([row(1, "assigned", null), row(2, "received", null)]);
    expect(missing.map(({ agencyId }) => agencyId)).toEqual([1]);
  });

  it("the due day itself is not overdue; nobody received an overdue one is both", () => {
    expect(missingGroup(row(1, "assigned", "2026-11-20"), today)).toBe("unreceived");
    const late = row(1, "assigned", "2026-11-19");
    expect(missingGroup(late, today)).toBe("overdue");
    expect(isAskedFor(late, "unreceived", today)).toBe(true);
    expect(isAskedFor(late, "overdue", today)).toBe(true);
    expect(isAskedFor(row(1, "received", null), "overdue", today)).toBe(false);
  });

  it("each agency stands once, in one group, and the groups add up", () => {
    const anyRow = fc
      .tuple(
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom("assigned", "received", "in_progress", "awaiting_confirmation", "done"),
        fc.constantFrom(null, "2026-11-10", "2026-11-20", "2026-12-01"),
        fc.constantFrom("", "2026-Q3", "2026-Q4"),
      )
      .map(([agencyId, state, due, occurrence]) =>
        row(agencyId, state as LeadRow["state"], due, occurrence),
      );
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const { missing, agencies } = missingOf(rows);
        expect(new Set(missing.map(({ agencyId }) => agencyId)).size).toBe(missing.length);
        expect(missing.length).toBeLessThanOrEqual(agencies);
        const grouped = missingGroups.map(
          (group) => missing.filter((one) => missingGroup(one, today) === group).length,
        );
        expect(grouped.reduce((a, b) => a + b)).toBe(missing.length);
        for (const one of missing) expect(isAskedFor(one, "all", today)).toBe(true);
      }),
    );
  });
});

describe("what is typed behind /dondoc and /chuabaocao", () => {
  const nothing = { taskId: null, which: "all", names: "", page: 1, message: "" };
  it.each([
    ["", nothing],
    ["trang 2", { ...nothing, page: 2 }],
    ["NV-012", { ...nothing, taskId: 12 }],
    ["nv12 chua bao cao", { ...nothing, taskId: 12 }],
    ["NV-012 quá hạn", { ...nothing, taskId: 12, which: "overdue" }],
    ["NV-012 các cơ quan quá hạn", { ...nothing, taskId: 12, which: "overdue" }],
    ["NV-012 chưa tiếp nhận", { ...nothing, taskId: 12, which: "unreceived" }],
    ["NV-012 các xã chưa nhận", { ...nothing, taskId: 12, which: "unreceived", names: "các xã" }],
    ["các xã NV-012", { ...nothing, taskId: 12, names: "các xã" }],
    [
      "NV-012 STC, STP: gửi trước 17:00 ngày 25/11",
      { ...nothing, taskId: 12, names: "STC, STP", message: "gửi trước 17:00 ngày 25/11" },
    ],
    ["NV-012:gửi sớm", { ...nothing, taskId: 12, message: "gửi sớm" }],
    ["NV-012 quá hạn\ngửi sớm", { ...nothing, taskId: 12, which: "overdue", message: "gửi sớm" }],
  ])("%j", (typed, expected) => {
    expect(readMissing(typed)).toEqual(expected);
  });
});
