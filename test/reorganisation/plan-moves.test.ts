// What becomes of assignments whose agency changes. The laws hold for whatever stands in the
// register: nothing finished changes, no task loses its last lead, nobody leads a task twice.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { carriedState } from "#src/reorganisation/carried-state.ts";
import { meet, movableStates } from "#src/reorganisation/meeting.ts";
import { type Held, type Movable, type Move, planMoves } from "#src/reorganisation/plan-moves.ts";

const states = [
  "assigned",
  "received",
  "in_progress",
  "awaiting_confirmation",
  "done",
  "paused",
  "cancelled",
  "transferred",
] as const;

describe("an assignment that comes to an agency", () => {
  it.each([
    ["lead", "assigned", null, null, "new"],
    ["lead", "assigned", "lead", "in_progress", "merge"],
    ["lead", "awaiting_confirmation", "lead", "assigned", "merge"],
    ["lead", "in_progress", "coordinating", "assigned", "restart"],
    ["coordinating", "assigned", "lead", "assigned", "merge"],
    ["coordinating", "assigned", "coordinating", "assigned", "merge"],
    ["lead", "assigned", "lead", "done", "beside"],
    ["coordinating", "assigned", "lead", "done", "merge"],
    ["lead", "assigned", "lead", "transferred", "restart"],
    ["lead", "assigned", "lead", "cancelled", "restart"],
    ["lead", "assigned", "lead", "paused", "restart"],
    ["lead", "paused", "lead", "paused", "merge"],
    ["lead", "paused", "lead", "assigned", "merge"],
    ["coordinating", "assigned", "lead", "paused", "merge"],
  ] as const)("%s %s meets %s %s: %s", (role, state, thereRole, thereState, expected) => {
    const there = thereRole === null ? null : { role: thereRole, state: thereState };
    expect(meet({ role, state }, there)).toBe(expected);
  });
});

describe("what goes along", () => {
  const since = civilDate("2026-12-01");
  const event = (kind: string, on: string, data: unknown = {}) => ({
    kind,
    effectiveOn: civilDate(on),
    data,
  });

  it("keeps days that lie behind the change, and takes none before it", () => {
    const events = [event("assigned", "2026-11-02"), event("progressed", "2026-11-10")];
    expect(carriedState("in_progress", events, since).begun).toBe("2026-12-01");
    const later = [...events, event("submitted", "2026-12-05")];
    expect(carriedState("awaiting_confirmation", later, since)).toEqual({
      begun: "2026-12-05",
      submitted: "2026-12-05",
      paused: null,
    });
  });

  it("a pause lies over what was begun, or over nothing yet", () => {
    const paused = event("paused", "2026-11-12", { reason: "chờ văn bản" });
    const fresh = carriedState("paused", [event("assigned", "2026-11-02"), paused], since);
    expect(fresh).toEqual({
      begun: null,
      submitted: null,
      paused: { on: "2026-12-01", reason: "chờ văn bản" },
    });
    const begun = [event("received", "2026-11-03"), paused];
    expect(carriedState("paused", begun, since).begun).toBe("2026-12-01");
  });
});

/** Agencies 1 and 2 end; 3 and 4 take over, 4 was there before. */
const held = fc.record({
  taskId: fc.integer({ min: 1, max: 4 }),
  agencyId: fc.constantFrom(1, 2, 4),
  role: fc.constantFrom("lead" as const, "coordinating" as const),
  occurrence: fc.constantFrom("", "2026-Q4"),
  state: fc.constantFrom(...states),
  dueOn: fc.constantFrom(null, civilDate("2026-11-10"), civilDate("2026-12-20")),
});

const register = fc
  .uniqueArray(held, {
    maxLength: 20,
    selector: ({ taskId, agencyId, occurrence }) => `${taskId} ${agencyId} ${occurrence}`,
  })
  .map((rows) => rows.map((row, at): Movable => ({ ...row, id: at + 1 })));

type Row = Held & { origin: number };

/** The register after the moves, as the store would leave it. */
const carriedOut = (rows: readonly Movable[], moves: readonly Move[]): Row[] => {
  const after = new Map<number, Row>(rows.map((row) => [row.id, { ...row, origin: row.id }]));
  const became = new Map<number, number>();
  const idOf = (move: Move): number | null => {
    if (move.target === null) return null;
    return "existing" in move.target ? move.target.existing : (became.get(move.target.of) ?? null);
  };
  let next = 1000;
  for (const move of moves) {
    const row = after.get(move.id);
    if (row === undefined) throw new Error("no such row");
    const target = idOf(move);
    if (move.how === "merge") {
      expect(target).not.toBeNull();
      became.set(move.id, target ?? 0);
    } else {
      const id = target ?? ++next;
      after.set(id, {
        ...row,
        id,
        agencyId: move.toId,
        occurrence: move.occurrence,
        origin: row.id,
      });
      became.set(move.id, id);
    }
    after.set(row.id, { ...row, state: "transferred", origin: row.id });
  }
  return [...after.values()];
};

const isLive = ({ state }: Held): boolean => movableStates.includes(state);
const liveLeads = (rows: readonly Held[]): Held[] =>
  rows.filter((row) => row.role === "lead" && isLive(row));

const destinations = fc.record({
  1: fc.constantFrom(3, 4),
  2: fc.constantFrom(3, 4),
  byHand: fc.dictionary(fc.integer({ min: 1, max: 20 }).map(String), fc.constantFrom(3, 4)),
});

const planned = (
  rows: readonly Movable[],
  to: { 1: number; 2: number; byHand: Record<string, number> },
) =>
  planMoves({
    rows: rows.filter((row) => row.agencyId !== 4 && isLive(row)),
    held: rows.filter(({ agencyId }) => agencyId === 4),
    destination: ({ id, agencyId }) => to.byHand[id] ?? (agencyId === 1 ? to[1] : to[2]),
    tag: (id) => `A${id}`,
  });

describe("moving", () => {
  it("loses no open lead but those that are folded into another of the same task", () => {
    fc.assert(
      fc.property(register, destinations, (rows, to) => {
        const moves = planned(rows, to);
        const folded = moves.filter(({ folds, role }) => folds && role === "lead").length;
        const after = carriedOut(rows, moves);
        expect(liveLeads(after).length).toBe(liveLeads(rows).length - folded);
        for (const { taskId } of liveLeads(rows)) {
          expect(liveLeads(after).some((row) => row.taskId === taskId)).toBe(true);
        }
      }),
    );
  });

  it("changes nothing that is finished, and leaves nothing open with an agency that ends", () => {
    fc.assert(
      fc.property(register, destinations, (rows, to) => {
        const after = carriedOut(rows, planned(rows, to));
        for (const row of rows.filter(({ state }) => state === "done")) {
          expect(after).toContainEqual({ ...row, origin: row.id });
        }
        expect(after.filter((row) => isLive(row) && row.agencyId <= 2)).toEqual([]);
      }),
    );
  });

  it("gives nobody a task twice, and each key to one row", () => {
    fc.assert(
      fc.property(register, destinations, (rows, to) => {
        const after = carriedOut(rows, planned(rows, to));
        const keys = after.map((row) => `${row.taskId} ${row.agencyId} ${row.occurrence}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it("is the same whatever the order in which rows come", () => {
    fc.assert(
      fc.property(register, destinations, (rows, to) => {
        expect(planned([...rows].reverse(), to)).toEqual(planned(rows, to));
      }),
    );
  });
});
