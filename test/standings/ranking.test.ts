import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesSince, type Figures, type Ranking, rankGroup } from "#src/standings/ranking.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";
import { facts, window } from "./facts.ts";

const week = window("2026-11-16", "2026-11-22");

/** Done on time, late, overdue of each agency, in the agencies' own order. */
const group = (parts: readonly (readonly [number, number, number])[], minDue = 1): Figures => {
  const many = (count: number, written: Parameters<typeof facts>[0]): AssignmentFacts[] =>
    Array.from({ length: count }, () => facts(written));
  return {
    group: { id: 1, name: "Sở, ban, ngành", minDue },
    agencies: parts.map((_, at) => ({
      id: at + 1,
      name: `Sở ${at + 1}`,
      code: `S${at + 1}`,
      sortOrder: at,
    })),
    factsOf: new Map(
      parts.map(([onTime, late, overdue], at) => [
        at + 1,
        [
          ...many(onTime, { completedOn: "2026-11-18" }),
          ...many(late, { completedOn: "2026-11-21" }),
          ...many(overdue, {}),
        ],
      ]),
    ),
  };
};

const ranks = (parts: Parameters<typeof group>[0], minDue?: number) =>
  rankGroup(group(parts, minDue), "week", week).rows.map((row) => [row.agencyId, row.rank]);

describe("ranks in a group", () => {
  it("go 1-2-2-4, ties in the agencies' own order however busy they are", () => {
    expect(
      ranks([
        [1, 1, 0],
        [3, 1, 0],
        [30, 5, 5],
        [5, 0, 0],
      ]),
    ).toEqual([
      [4, 1],
      [2, 2],
      [3, 2],
      [1, 4],
    ]);
  });

  it("compare the published value: a difference that rounding hides is a tie", () => {
    const [a, b] = rankGroup(
      group([
        [13_333, 1, 0],
        [13_334, 1, 0],
      ]),
      "week",
      week,
    ).rows;
    expect([a?.rate, b?.rate]).toEqual([9999, 9999]);
    expect([a?.rank, b?.rank]).toEqual([1, 1]);
  });

  it("leave out agencies with fewer counted than the minimum, or none", () => {
    expect(
      ranks(
        [
          [2, 0, 0],
          [0, 0, 3],
          [0, 0, 0],
        ],
        3,
      ),
    ).toEqual([
      [2, 1],
      [1, null],
      [3, null],
    ]);
    expect(ranks([[0, 0, 0]], 0)).toEqual([[1, null]]);
  });

  it("are one more than the number of agencies with a higher rate", () => {
    const part = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(part, part, part), { maxLength: 12 }),
        fc.integer({ min: 0, max: 4 }),
        (parts, minDue) => {
          const { rows } = rankGroup(group(parts, minDue), "week", week);
          expect(rows).toHaveLength(parts.length);
          const rated = rows.filter((row) => row.rate !== null);
          expect(rows.slice(0, rated.length)).toEqual(rated);
          for (const row of rated) {
            const better = rated.filter((other) => (other.rate ?? 0) > (row.rate ?? 0)).length;
            expect(row.rank).toBe(better + 1);
          }
          expect([...rated].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))).toEqual(rated);
          for (const row of rows.slice(rated.length)) expect(row.rank).toBeNull();
        },
      ),
    );
  });
});

describe("changes since the ranking before", () => {
  const ranking = (rows: [number, number | null, number | null][]): Ranking => ({
    group: { id: 1, name: "Sở", minDue: 1 },
    span: "week",
    window: week,
    rows: rows.map(([agencyId, rate, rank]) => ({
      agencyId,
      agencyName: `Sở ${agencyId}`,
      doneOnTime: 0,
      doneLate: 0,
      overdueOpen: 0,
      rate,
      rank,
    })),
  });

  it("give points and places; up is positive, no rank before is new", () => {
    const before = ranking([
      [1, 9000, 1],
      [2, 8000, 2],
      [3, null, null],
      [9, 7000, 3],
    ]);
    const now = ranking([
      [2, 9500, 1],
      [1, 8750, 2],
      [3, 8000, 3],
      [4, 7000, 4],
      [10, 6000, 5],
      [5, null, null],
    ]);
    expect(changesSince(now, before, new Map([[10, 9]]))).toEqual(
      new Map([
        [2, { points: 1500, places: 1 }],
        [1, { points: -250, places: -1 }],
        [3, { points: null, places: "new" }],
        [4, { points: null, places: "new" }],
        [10, { points: -1000, places: -2 }],
        [5, { points: null, places: null }],
      ]),
    );
  });
});
