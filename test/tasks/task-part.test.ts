import { describe, expect, it } from "vitest";
import type { AssignmentRole, AssignmentState } from "#prisma/generated/enums.ts";
import { takeAll } from "#src/tasks/named-part.ts";
import { stateUnderPause } from "#src/tasks/set-aside.ts";
import { choosePart, type PartNamed } from "#src/tasks/task-part.ts";

const row = (agencyId: number, role: AssignmentRole, state: AssignmentState) => ({
  agencyId,
  role,
  state,
});

const open = (state: AssignmentState) => ["assigned", "received", "in_progress"].includes(state);
const choose = (rows: ReturnType<typeof row>[], named: PartNamed, own: number[] = []) =>
  choosePart(rows, { named, takes: open, mayChange: (id) => !own.includes(id) });

describe("whose assignments are meant", () => {
  const rows = [
    row(1, "lead", "in_progress"),
    row(2, "lead", "awaiting_confirmation"),
    row(3, "lead", "assigned"),
    row(4, "coordinating", "assigned"),
  ];

  it("of several that lead it must be said", () => {
    expect(choose(rows, null)).toEqual({ kind: "ask", rows: [rows[0], rows[2]] });
    expect(choose(rows, 3)).toEqual({ kind: "rows", rows: [rows[2]], skipped: [] });
  });

  it("all takes those that coordinate along, and says who was left out", () => {
    expect(choose(rows, "all")).toEqual({
      kind: "rows",
      rows: [rows[0], rows[2], rows[3]],
      skipped: [rows[1]],
    });
  });

  it("one that leads alone is the whole task", () => {
    const few = [row(1, "lead", "assigned"), row(4, "coordinating", "assigned")];
    expect(choose(few, null)).toMatchObject({ kind: "rows", rows: few });
  });

  it("never one's own, not even among all; coordinating alone is no obstacle", () => {
    expect(choose(rows, "all", [1])).toEqual({ kind: "own", own: [rows[0]], others: [rows[2]] });
    expect(choose(rows, 1, [1])).toMatchObject({ kind: "own" });
    expect(choose(rows, "all", [4])).toMatchObject({ kind: "rows" });
    expect(choose(rows, 4, [4])).toMatchObject({ kind: "own" });
  });

  it("refuses where no state takes it", () => {
    expect(choose(rows, 2)).toEqual({ kind: "refused", rows: [rows[1]] });
  });

  it("“tất cả” stands at the beginning", () => {
    expect(takeAll("tất cả: hết việc")).toBe("hết việc");
    expect(takeAll("tat ca")).toBe("");
    expect(takeAll("STC tất cả")).toBeNull();
    expect(takeAll("tất cảnh")).toBeNull();
  });
});

describe("the state under a pause", () => {
  const assigned = {
    kind: "assigned",
    effectiveOn: "2026-11-02",
    data: { agencyId: 1, role: "lead", deadlineKind: "date", dueOn: "2026-11-30", phrase: "" },
  } as const;
  const paused = { kind: "paused", effectiveOn: "2026-11-10", data: { reason: "x" } } as const;
  const received = { kind: "received", effectiveOn: "2026-11-03", data: {} } as const;

  it("is what the events before it say", () => {
    expect(stateUnderPause([assigned, paused], 0)).toBe("assigned");
    expect(stateUnderPause([assigned, received, paused], 0)).toBe("received");
    const progressed = {
      kind: "progressed",
      effectiveOn: "2026-11-05",
      data: { percent: 0 },
    } as const;
    expect(stateUnderPause([assigned, received, progressed, paused], 0)).toBe("in_progress");
    expect(stateUnderPause([], 40)).toBe("in_progress");
  });
});
