// The graph of successions that a decision leaves behind: who is asked for when an old name is used.
import { describe, expect, it } from "vitest";
import type { Order } from "#src/reorganisation/order.ts";
import type { Plan } from "#src/reorganisation/plan.ts";
import { successionsOf } from "#src/reorganisation/successions.ts";

const plan = (more: Partial<Plan>): Plan => ({
  fromIds: [1],
  endedIds: [1],
  toIds: [3],
  createdIds: [],
  restId: 3,
  tasks: [],
  people: [],
  functions: [],
  ...more,
});

const order = (kind: Order["kind"], ...names: string[]): Pick<Order, "kind" | "to"> => ({
  kind,
  to: names.map((name, at) => ({
    ...{ id: at + 3, name, code: name, type: "sở", groupId: 1, ranked: true },
  })),
});

const shown = (kind: Order["kind"], names: string[], more: Partial<Plan>): string[] =>
  successionsOf(order(kind, ...names), plan(more)).map(
    (one) => `${one.fromId}→${one.toId} ${one.kind} ${one.function ?? "whole"}`,
  );

describe("successions", () => {
  it("of a rename are one whole", () => {
    expect(shown("rename", ["C"], {})).toEqual(["1→3 rename whole"]);
  });

  it("of a merger into an agency that stays hold only those that end", () => {
    expect(shown("merge", ["B"], { fromIds: [1, 3], endedIds: [1] })).toEqual(["1→3 merge whole"]);
  });

  it("name a function that goes elsewhere, which is no rename of anybody", () => {
    const functions = [
      { function: "giảm nghèo", toId: 9 },
      { function: "dạy nghề", toId: 9 },
      { function: "việc làm", toId: 3 },
    ];
    expect(shown("rename", ["C"], { functions })).toEqual([
      "1→3 rename whole",
      "1→9 move_function giảm nghèo; dạy nghề",
    ]);
  });

  it("of a split from one that stays are parts", () => {
    expect(shown("split", ["A", "C"], { endedIds: [], toIds: [1, 4] })).toEqual(["1→4 split C"]);
    expect(shown("split", ["B", "C"], { toIds: [3, 4] })).toEqual([
      "1→3 split whole",
      "1→4 split whole",
    ]);
  });

  it("of a function that moves leave its agency where it is", () => {
    const functions = [{ function: "giảm nghèo", toId: 3 }];
    expect(shown("move_function", ["B"], { endedIds: [], restId: null, functions })).toEqual([
      "1→3 move_function giảm nghèo",
    ]);
  });
});
