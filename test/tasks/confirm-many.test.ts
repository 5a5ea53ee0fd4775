import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseResults, type WaitingResult } from "#src/tasks/choose-results.ts";
import { readAll } from "#src/tasks/read-all.ts";

const result = (agencyId: number, more: Partial<WaitingResult> = {}): WaitingResult => ({
  resultId: agencyId * 10,
  assignmentId: agencyId * 100,
  agency: { id: agencyId, name: `Xã ${agencyId}` },
  occurrence: "",
  mayDecide: true,
  enteredByThem: false,
  contradicted: false,
  ...more,
});

describe("all results of a task", () => {
  it("are those that the person may decide; the others are left with the reason", () => {
    const waiting = [
      result(1),
      result(2, { mayDecide: false }),
      result(3, { enteredByThem: true }),
      result(4, { contradicted: true }),
      result(5),
    ];
    const { chosen, left } = chooseResults(waiting, { only: null, except: { ids: new Set([5]) } });
    expect(chosen.map(({ agency }) => agency.id)).toEqual([1]);
    expect(left.map(({ result: { agency }, why }) => [agency.id, why])).toEqual([
      [2, "own"],
      [3, "entered"],
      [4, "contradicted"],
      [5, "excepted"],
    ]);
  });

  it("of some agencies only, when those are named", () => {
    const { chosen, left } = chooseResults([result(1), result(2)], {
      only: { ids: new Set([2, 9]) },
      except: null,
    });
    expect(chosen.map(({ agency }) => agency.id)).toEqual([2]);
    expect(left).toEqual([]);
  });

  it("never hold one that is excepted, one's own, or entered by oneself", () => {
    const any = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.boolean(), fc.boolean(), fc.boolean())
      .map(([id, mayDecide, enteredByThem, contradicted]) =>
        result(id, { mayDecide, enteredByThem, contradicted }),
      );
    fc.assert(
      fc.property(fc.array(any), fc.array(fc.integer({ min: 1, max: 9 })), (waiting, named) => {
        const except = { ids: new Set(named) };
        const { chosen, left } = chooseResults(waiting, { only: null, except });
        expect(chosen.length + left.length).toBe(waiting.length);
        for (const one of chosen) {
          expect(one.mayDecide && !one.enteredByThem && !one.contradicted).toBe(true);
          expect(except.ids.has(one.agency.id)).toBe(false);
        }
      }),
    );
  });
});

describe("what is typed behind the code", () => {
  it.each([
    ["STC", null],
    ["", null],
    ["ngày 14/10", null],
    ["tất cả", { only: "", except: null, day: "" }],
    ["all", { only: "", except: null, day: "" }],
    ["tat ca cac xa", { only: "cac xa", except: null, day: "" }],
    ["tất cả ngày 14/10", { only: "", except: null, day: "ngày 14/10" }],
    ["Tất cả trừ xã A, xã B", { only: "", except: "xã A, xã B", day: "" }],
    ["tat ca tru xa A ngay 14/10/2026", { only: "", except: "xa A", day: "ngay 14/10/2026" }],
    ["tất cả các xã, ngoại trừ: xã A", { only: "các xã", except: "xã A", day: "" }],
    ["all except STC", { only: "", except: "STC", day: "" }],
    ["tất cả trừ", { only: "", except: "", day: "" }],
  ])("%s", (typed, expected) => {
    expect(readAll(typed)).toEqual(expected);
  });
});
