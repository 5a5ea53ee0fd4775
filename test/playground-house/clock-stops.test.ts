// Where the buttons of the clock lead to, on an ordinary day and around days off.
import { expect, it } from "vitest";
import { jobs } from "#jobs/index.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { clockStopsFrom } from "#src/playground-house/clock-stops.ts";

const calendar = makeWorkCalendar(productDayOffs());
const at = (civil: string): Date => new Date(`${civil}+07:00`);

/** As the clock in Việt Nam shows them. */
const stops = (civil: string): Record<string, string> =>
  Object.fromEntries(
    clockStopsFrom(at(civil), jobs, calendar).map((stop) => [
      stop.kind,
      new Date(stop.at + 7 * 3_600_000).toISOString().slice(0, 16),
    ]),
  );

it("lead an hour and a day on, to the next alerts and to Monday morning", () => {
  expect(stops("2026-11-18T09:10:30")).toEqual({
    hour: "2026-11-18T10:10",
    day: "2026-11-19T09:10",
    alert: "2026-11-19T07:31",
    monday: "2026-11-23T08:00",
  });
});

it("pass over a weekend, and lead on when the clock stands at one of them", () => {
  expect(stops("2026-11-13T07:31:00")).toMatchObject({ alert: "2026-11-16T07:31" });
  expect(stops("2026-11-16T08:00:00")).toMatchObject({
    alert: "2026-11-17T07:31",
    monday: "2026-11-23T08:00",
  });
});

it("pass over Tết to the first working day", () => {
  const before = stops("2026-02-13T10:00:00");
  expect(before).toMatchObject({ alert: "2026-02-23T07:31", monday: "2026-02-23T08:00" });
});

it("lead nowhere back: each is later than now", () => {
  for (const civil of ["2026-11-22T23:59:59", "2026-12-31T23:30:00", "2027-01-01T00:00:00"]) {
    const now = at(civil);
    const found = clockStopsFrom(now, jobs, calendar);
    expect(found.map(({ kind }) => kind)).toEqual(["hour", "day", "alert", "monday"]);
    for (const stop of found) expect(stop.at).toBeGreaterThan(now.getTime());
  }
});

it("follow the hours that the office set for its jobs", () => {
  const early = jobs.map((job) =>
    job.name === "deadline-alerts" ? { ...job, cron: "15 6 * * *" } : job,
  );
  const alert = clockStopsFrom(at("2026-11-18T09:00:00"), early, calendar).find(
    ({ kind }) => kind === "alert",
  );
  expect(alert?.at).toBe(at("2026-11-19T06:16:00").getTime());
});
