import { expect, it } from "vitest";
import { readMoment } from "#src/terminal/moment.ts";

it.each([
  ["2026-11-23", "2026-11-23T05:00:00.000Z", true],
  ["2026-11-23T08:00", "2026-11-23T01:00:00.000Z", false],
  ["2026-11-23 08:00:30", "2026-11-23T01:00:30.000Z", false],
  ["2026-11-23T08:00+07:00", "2026-11-23T01:00:00.000Z", false],
  ["2026-11-23T08:00Z", "2026-11-23T08:00:00.000Z", false],
])("reads %s", (typed, at, dayOnly) => {
  expect(readMoment(typed)).toEqual({ at: new Date(at), dayOnly });
});

it.each(["2026-02-30", "2026-11-23T24:00", "23/11/2026", "2026-11", "", "2026-11-23T08:00+7"])(
  "does not guess at “%s”",
  (typed) => {
    expect(readMoment(typed)).toBeNull();
  },
);
