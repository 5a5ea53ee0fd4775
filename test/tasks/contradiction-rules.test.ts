import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentWithout, whyNotDecide } from "#src/tasks/contradiction-rules.ts";
import { readEntry } from "#src/tasks/entry-code.ts";

type Row = Parameters<typeof percentWithout>[0][number];

const row = (id: number, percent: number | null, more: Partial<Row> = {}): Row => ({
  id: BigInt(id),
  percent,
  correctsId: null,
  putsRight: false,
  ...more,
});

const taken = (...ids: number[]): Set<bigint> => new Set(ids.map(BigInt));

describe("what the percent goes back to when an entry is taken back", () => {
  it("is what the report before it said, whoever made it", () => {
    expect(percentWithout([row(1, 30), row(2, 60)], taken(2))).toBe(30);
  });

  it("is 0 where there was none before, and passes over notes without a figure", () => {
    expect(percentWithout([row(1, 60)], taken(1))).toBe(0);
    expect(percentWithout([row(1, 30), row(2, null), row(3, 60)], taken(3))).toBe(30);
  });

  it("stays where somebody reported since", () => {
    expect(percentWithout([row(1, 30), row(2, 60), row(3, 45)], taken(2))).toBe(45);
  });

  it("does not fall back on a report that was corrected, nor on one put right before", () => {
    const corrected = [row(1, 90), row(2, 40, { correctsId: 1n }), row(3, 60)];
    expect(percentWithout(corrected, taken(3))).toBe(40);
    const righted = [
      row(1, 20),
      row(2, 50),
      row(3, 90),
      row(4, 50, { correctsId: 3n, putsRight: true }),
    ];
    expect(percentWithout(righted, taken(3, 2))).toBe(20);
  });

  it("comes to the same in whatever order entries are taken back", () => {
    const percents = fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { maxLength: 8 });
    fc.assert(
      fc.property(percents, fc.array(fc.integer({ min: 1, max: 8 })), (figures, ids) => {
        const rows = figures.map((percent, at) => row(at + 1, percent));
        const gone = taken(...ids);
        const rest = rows.filter(({ id }) => !gone.has(id));
        expect(percentWithout(rows, gone)).toBe(percentWithout(rest, taken()));
      }),
    );
  });
});

describe("who decides about a contradiction", () => {
  const of = { mayDecide: true, actorId: 1, contradictedById: 2, enteredById: 3 };
  it.each([
    [of, null],
    [{ ...of, mayDecide: false }, "own agency"],
    [{ ...of, contradictedById: 1 }, "own agency"],
    [{ ...of, enteredById: 1 }, "entered it"],
    [{ ...of, enteredById: null }, null],
  ])("%o", (asked, why) => {
    expect(whyNotDecide(asked)).toBe(why);
  });
});

describe("the code of an entry", () => {
  it.each([
    ["TD-45 mới 30%", "progress 45 / mới 30%"],
    ["td 045: mới 30%", "progress 45 / mới 30%"],
    ["NV-012 KQ-7", "result 7 / NV-012"],
    ["NV-012 kq7", "result 7 / NV-012"],
    ["NV-012 TD 45% là sai", "-"],
    ["tiến độ 45", "-"],
    ["NV-012 30% so với td", "-"],
  ])("%s", (typed, expected) => {
    const read = readEntry(typed);
    expect(read === null ? "-" : `${read.entry.kind} ${read.entry.id} / ${read.rest}`).toBe(
      expected,
    );
  });
});
