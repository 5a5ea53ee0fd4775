import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays, civilDate, startOfWeek } from "#src/calendar/civil-date.ts";
import { weekWindow, yearToDate } from "#src/calendar/periods.ts";
import { changesSince, type OpenRanking } from "#src/standings/ranking.ts";
import { computeRankings, rankedGroups } from "#src/standings/standings-store.ts";
import type { TestDatabase } from "#test/support/database.ts";
import { openPlanted } from "./planted.ts";

const DAY = "2026-11-20";
const PLANTING_MS = 120_000;
const WEEKS = [8, 7, 6, 5, 4, 3, 2, 1];

let open: TestDatabase;
/** By week, the oldest first: departments and communes, of the year to date and of the week. */
const ofYear: OpenRanking[][] = [];
const ofWeek: OpenRanking[][] = [];

beforeAll(async () => {
  open = await openPlanted(DAY);
  const monday = startOfWeek(civilDate(DAY));
  for (const back of WEEKS) {
    const week = weekWindow(addDays(monday, -7 * back));
    const groups = await rankedGroups(open.db, week.to);
    ofYear.push(await computeRankings(open.db, groups, "ytd", yearToDate(week.to)));
    ofWeek.push(await computeRankings(open.db, groups, "week", week));
  }
}, PLANTING_MS);
afterAll(() => open.close());

const rates = (ranking: OpenRanking | undefined) =>
  JSON.stringify(ranking?.rows.map(({ agencyId, rate }) => [agencyId, rate]));

it.each([0, 1])("each of eight Mondays shows another ranking (group %i)", (group) => {
  expect(new Set(ofYear.map((week) => rates(week[group]))).size).toBe(WEEKS.length);
  expect(new Set(ofWeek.map((week) => rates(week[group]))).size).toBe(WEEKS.length);
});

it("every week most departments have something that counts", () => {
  for (const [departments] of ofWeek) {
    const counted = departments?.rows.filter(({ rate }) => rate !== null) ?? [];
    expect(counted.length).toBeGreaterThanOrEqual(5);
  }
});

it("departments rise and fall, share ranks, and none is unranked at the end", () => {
  const moved = ofYear.slice(1).map(([now], at) => {
    const before = ofYear[at]?.[0];
    if (now === undefined || before === undefined) throw new Error("a week without a ranking");
    return [...changesSince(now, before).values()].map(({ places }) => Number(places));
  });
  expect(moved.every((week) => week.some((places) => places !== 0))).toBe(true);
  expect(moved.flat().some((places) => places >= 2)).toBe(true);
  expect(moved.flat().some((places) => places <= -2)).toBe(true);
  const last = ofYear.at(-1)?.[0]?.rows ?? [];
  expect(last).toHaveLength(14);
  expect(last.every(({ rank }) => rank !== null)).toBe(true);
  expect(new Set(last.map(({ rank }) => rank)).size).toBeLessThan(14);
  expect(Math.max(...last.map(({ rate }) => rate ?? 0))).toBe(10_000);
});

it("many communes share the first rank, and some stand far below", () => {
  const last = ofYear.at(-1)?.[1]?.rows ?? [];
  expect(last).toHaveLength(60);
  expect(last.filter(({ rank }) => rank === 1).length).toBeGreaterThan(10);
  expect(last.filter(({ rate }) => (rate ?? 10_000) < 8_000).length).toBeGreaterThan(3);
});

it("health gets better through the weeks and construction worse", async () => {
  const codeOf = new Map((await open.db.agency.findMany()).map(({ id, code }) => [id, code]));
  const rateOf = (week: OpenRanking[] | undefined, code: string) =>
    week?.[0]?.rows.find(({ agencyId }) => codeOf.get(agencyId) === code)?.rate ?? 0;
  expect(rateOf(ofYear.at(-1), "SXD")).toBeLessThan(rateOf(ofYear[0], "SXD"));
  expect(rateOf(ofYear.at(-1), "SYT")).toBeGreaterThan(rateOf(ofYear[1], "SYT"));
});
