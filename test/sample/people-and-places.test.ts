import { describe, expect, it } from "vitest";
import { fold } from "#src/language/fold.ts";
import { agencyRows, communesOf, departments } from "#src/sample/agencies.ts";
import { castOf, peopleOf, sampleCast, sampleGroups, samplePeople } from "#src/sample/index.ts";

const SEEDS = [1, 7, 2026, 99_991];

const different = (names: readonly string[]) => new Set(names.map(fold)).size === names.length;

describe("the places of the sample", () => {
  it("are fourteen departments and sixty communes: 45 xã, 14 phường, one đặc khu", () => {
    const types = (type: string) => communesOf(2026).filter((one) => one.type === type).length;
    expect(departments).toHaveLength(14);
    expect([types("UBND xã"), types("UBND phường"), types("UBND đặc khu")]).toEqual([45, 14, 1]);
  });

  it.each(SEEDS)("have names and codes that differ without accents too (seed %i)", (seed) => {
    const rows = agencyRows(seed);
    expect(different(rows.map(({ name }) => name))).toBe(true);
    expect(different(rows.map(({ code }) => code))).toBe(true);
    const called = rows.flatMap(({ name, code, aliases }) => [name, code, ...aliases]);
    // Nothing that one of them is called means another one.
    const owners = new Map<string, Set<string>>();
    for (const { code, name, aliases } of rows) {
      for (const each of [name, code, ...aliases]) {
        owners.set(fold(each), (owners.get(fold(each)) ?? new Set()).add(code));
      }
    }
    expect(called.length).toBeGreaterThan(200);
    expect([...owners].filter(([, codes]) => codes.size > 1)).toEqual([]);
  });

  it("change with the seed", () => {
    const named = (seed: number) => communesOf(seed).map(({ name }) => name);
    expect(named(1)).not.toEqual(named(2));
    expect(named(1)).toEqual(named(1));
  });
});

describe("the people of the sample", () => {
  it.each(SEEDS)("have names, user names and ids of their own (seed %i)", (seed) => {
    const people = peopleOf(seed);
    expect(different(people.map(({ firstName }) => firstName))).toBe(true);
    expect(different(people.map(({ username }) => username))).toBe(true);
    expect(new Set(people.map(({ telegramId }) => telegramId)).size).toBe(people.length);
    expect(people.every(({ username }) => /^[a-z][a-z0-9_]{4,31}$/.test(username))).toBe(true);
  });

  it("are an official of every department and of a third of the communes", () => {
    const bound = new Set(
      samplePeople.flatMap(({ grants }) =>
        grants.flatMap(({ role, agency }) => (role === "official" && agency ? [agency] : [])),
      ),
    );
    expect(departments.filter(({ code }) => !bound.has(code))).toEqual([]);
    const communes = communesOf(2026).filter(({ code }) => bound.has(code));
    expect(communes.length).toBeGreaterThanOrEqual(20);
    expect(communes.length).toBeLessThan(30);
  });

  it("are offered in the cast by who they are: seven at once, the others behind", () => {
    expect(sampleCast.filter(({ main }) => main)).toHaveLength(7);
    const names = sampleCast.map(({ id }) => samplePeople.find((p) => p.telegramId === id)?.key);
    expect(names.slice(0, 7)).toEqual([
      ...["chairman", "head", "stc", "stp", "skhcn", "commune", "admin"],
    ]);
    expect(castOf(2026).every(({ about }) => about.vi !== "" && about.en !== "")).toBe(true);
  });

  it("meet in three groups whose members exist", () => {
    const ids = new Set(samplePeople.map(({ telegramId }) => telegramId));
    expect(sampleGroups.map(({ key }) => key)).toEqual(["committee", "finance", "helpers"]);
    expect(sampleGroups.flatMap(({ members }) => members).filter((id) => !ids.has(id))).toEqual([]);
  });
});
