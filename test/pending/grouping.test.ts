import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { cutKinds, readWords } from "#src/pending/filter-words.ts";
import { countOf, entriesOf, filtered, MOST_SINGLY, pageOf } from "#src/pending/grouping.ts";
import type { PendingItem } from "#src/pending/pending.ts";
import { clipped } from "#src/pending/pending-view.ts";

const item = (taskId: number | null, agencyId: number, since: string): PendingItem => ({
  taskId,
  agency: { id: agencyId, name: `Xã ${agencyId}`, code: `X${agencyId}` },
  since: civilDate(since),
  runs: [`NV ${taskId} xã ${agencyId}`],
  button: { label: "x", command: "/x" },
});

const everything = { taskId: null, kinds: null, agencyIds: null, olderThanDays: null };
const today = civilDate("2026-11-20");

describe("what waits, grouped", () => {
  const results = [
    item(12, 1, "2026-11-15"),
    item(7, 9, "2026-11-16"),
    item(12, 2, "2026-11-17"),
    item(12, 3, "2026-11-18"),
  ];
  const rankings = [item(null, 0, "2026-11-20"), item(null, 0, "2026-11-20")];
  const loaded = [
    { kind: 0, items: results },
    { kind: 1, items: rankings },
  ];

  it("is one line for a crowd of one task, where its oldest stood, and a line each for the rest", () => {
    const entries = entriesOf(loaded, true);
    expect(entries.map(({ items }) => items.length)).toEqual([3, 1, 1, 1]);
    expect(entries[0]).toMatchObject({ kind: 0, oldest: "2026-11-15" });
  });

  it("stands one by one where one task was opened", () => {
    const opened = filtered(loaded, { ...everything, taskId: 12 }, today);
    expect(entriesOf(opened, false).map(({ items }) => items.length)).toEqual([1, 1, 1]);
  });

  it("is left to kinds, agencies and those that waited longer", () => {
    const counts = (filter: Partial<typeof everything> | object) =>
      countOf(entriesOf(filtered(loaded, { ...everything, ...filter }, today), true));
    expect(counts({ kinds: [1] })).toBe(2);
    expect(counts({ agencyIds: new Set([1, 9]) })).toBe(2);
    expect(counts({ olderThanDays: 3 })).toBe(2);
    expect(counts({ olderThanDays: 2 })).toBe(3);
  });

  it("keeps a page within what there is", () => {
    expect(pageOf([1, 2, 3], 9, 2)).toEqual({ shown: [3], page: 2, pages: 2 });
    expect(pageOf([1, 2, 3], 0, 2)).toEqual({ shown: [1, 2], page: 1, pages: 2 });
    expect(pageOf([], 1, 2)).toEqual({ shown: [], page: 1, pages: 1 });
  });
});

const days = ["2026-11-01", "2026-11-10", "2026-11-19", "2026-11-20"];
const anyItem = fc
  .tuple(
    fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    fc.integer({ min: 1, max: 6 }),
    fc.constantFrom(...days),
  )
  .map(([taskId, agencyId, since]) => item(taskId, agencyId, since));
const anyLoaded = fc
  .array(fc.array(anyItem, { maxLength: 30 }), { maxLength: 4 })
  .map((kinds) => kinds.map((items, kind) => ({ kind, items })));

describe("whatever waits", () => {
  it("nobody is lost, nobody counted twice, and the counts add up", () => {
    fc.assert(
      fc.property(anyLoaded, fc.boolean(), (loaded, together) => {
        const entries = entriesOf(loaded, together);
        const all = loaded.flatMap(({ items }) => items);
        expect(countOf(entries)).toBe(all.length);
        expect(new Set(entries.flatMap(({ items }) => items))).toEqual(new Set(all));
        for (const { items, oldest, kind } of entries) {
          expect(items.every(({ since }) => since >= oldest)).toBe(true);
          expect(items.some(({ since }) => since === oldest)).toBe(true);
          if (items.length === 1) continue;
          expect(items.length).toBeGreaterThan(MOST_SINGLY);
          expect(new Set(items.map(({ taskId }) => taskId)).size).toBe(1);
          expect(items.every((one) => loaded[kind]?.items.includes(one))).toBe(true);
        }
      }),
    );
  });

  it("its pages are the list, cut", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (all, n) => {
          const { pages } = pageOf(all, 1, n);
          const cut = Array.from({ length: pages }, (_, at) => pageOf(all, at + 1, n).shown);
          expect(cut.flat()).toEqual(all);
          expect(cut.every((page) => page.length <= n)).toBe(true);
        },
      ),
    );
  });

  it("what a filter lets through and what it keeps back is everything", () => {
    fc.assert(
      fc.property(anyLoaded, fc.integer({ min: 0, max: 20 }), (loaded, olderThanDays) => {
        const older = countOf(
          entriesOf(filtered(loaded, { ...everything, olderThanDays }, today), false),
        );
        const young = loaded
          .flatMap(({ items }) => items)
          .filter(
            ({ since }) => Number(today.slice(-2)) - Number(since.slice(-2)) <= olderThanDays,
          );
        expect(older + young.length).toBe(countOf(entriesOf(loaded, true)));
      }),
    );
  });
});

describe("what is typed behind /choxuly", () => {
  it.each([
    ["", { taskId: null, olderThanDays: null, page: 1, rest: "" }],
    ["NV-012", { taskId: 12, olderThanDays: null, page: 1, rest: "" }],
    ["kết quả nv12 trang 3", { taskId: 12, olderThanDays: null, page: 3, rest: "kết quả" }],
    ["quá 3 ngày", { taskId: null, olderThanDays: 3, page: 1, rest: "" }],
    ["qua 3 ngay STC", { taskId: null, olderThanDays: 3, page: 1, rest: "STC" }],
    ["các xã hơn 10 ngày", { taskId: null, olderThanDays: 10, page: 1, rest: "các xã" }],
    ["over 3 days", { taskId: null, olderThanDays: 3, page: 1, rest: "" }],
    ["từ 3 ngày trở lên", { taskId: null, olderThanDays: 2, page: 1, rest: "" }],
  ])("%s", (typed, expected) => {
    expect(readWords(typed)).toEqual(expected);
  });

  it("holds kinds among names", () => {
    const sources = [
      { words: ["ket qua", "results", "xac nhan"] as const },
      { words: ["gia han"] as const },
    ];
    expect(cutKinds("kết quả STC", sources)).toEqual({ kinds: [0], rest: "STC" });
    expect(cutKinds("gia hạn, kết quả", sources)).toEqual({ kinds: [0, 1], rest: "" });
    expect(cutKinds("Sở Tài chính", sources)).toEqual({ kinds: [], rest: "Sở Tài chính" });
  });
});

it("a long line is cut where the page has no more room for it", () => {
  expect(clipped(["abc", { bold: "def" }, "ghijkl"], 8)).toEqual(["abc", { bold: "def" }, "gh…"]);
  expect(clipped([{ bold: "abcdef" }], 3)).toEqual(["…"]);
  expect(clipped(["abc"], 3)).toEqual(["abc"]);
});
