// Whom people mean who still use the name of an agency that ended.
import { expect, it } from "vitest";
import type { AgencyValue, Directory } from "#src/agencies/directory.ts";
import { namesByAgency } from "#src/agencies/former-names.ts";
import { civilDate } from "#src/calendar/civil-date.ts";

const today = civilDate("2026-11-20");
const ended = civilDate("2026-10-31");

const agency = (id: number, name: string, code: string, more: Partial<AgencyValue> = {}) => ({
  ...{ id, name, code, type: "sở", groupId: 1, ranked: true, aliases: [] },
  ...{ validFrom: null, validTo: null },
  ...more,
});

const directory: Directory = {
  groups: [],
  agencies: [
    agency(1, "Sở Cũ", "SC", { validTo: ended, aliases: ["Cũ"] }),
    agency(2, "Sở Mới", "SC"),
    agency(3, "Sở Khác", "SK"),
    agency(4, "Sở Đôi", "SD", { validTo: ended }),
  ],
  successions: [
    { fromId: 1, toId: 2, function: null },
    { fromId: 4, toId: 2, function: null },
    { fromId: 4, toId: 3, function: null },
  ],
};

const names = (...ids: number[]) =>
  Object.fromEntries(
    namesByAgency(
      directory,
      ids.map((agencyId) => ({ agencyId })),
      today,
    ),
  );

it("the old name means whoever took over, where that has a part", () => {
  expect(names(1, 2)).toEqual({ 2: ["Sở Mới", "SC", "Sở Cũ", "Cũ", "Sở Đôi", "SD"] });
  expect(names(1)).toEqual({ 1: ["Sở Cũ", "SC", "Cũ"] });
});

it("a name that two took over means neither where both have a part", () => {
  expect(names(2, 3)[3]).toEqual(["Sở Khác", "SK"]);
  expect(names(3)[3]).toEqual(["Sở Khác", "SK", "Sở Đôi", "SD"]);
});
