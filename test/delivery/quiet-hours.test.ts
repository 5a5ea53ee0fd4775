import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilTime } from "#src/calendar/zone.ts";
import { afterQuiet, quietUntil, waitsForMorning } from "#src/delivery/quiet-hours.ts";

const at = (civil: string): Date => new Date(`${civil}:00+07:00`);
const NIGHT = { quietFrom: "21:00", quietTo: "06:30" };
const NOON = { quietFrom: "11:30", quietTo: "13:30" };

describe("quiet hours", () => {
  it.each([
    ["2026-11-20T20:59", null],
    ["2026-11-20T21:00", "2026-11-21T06:30"],
    ["2026-11-20T23:59", "2026-11-21T06:30"],
    ["2026-11-21T00:00", "2026-11-21T06:30"],
    ["2026-11-21T06:29", "2026-11-21T06:30"],
    ["2026-11-21T06:30", null],
    ["2026-12-31T22:00", "2027-01-01T06:30"],
  ])("over midnight, at %s: until %s", (moment, until) => {
    expect(quietUntil(at(moment), NIGHT)).toEqual(until === null ? null : at(until));
  });

  it("lie within a day where they end after they begin", () => {
    expect(quietUntil(at("2026-11-20T11:29"), NOON)).toBeNull();
    expect(quietUntil(at("2026-11-20T11:30"), NOON)).toEqual(at("2026-11-20T13:30"));
    expect(quietUntil(at("2026-11-20T13:30"), NOON)).toBeNull();
  });

  it("are none where they begin when they end", () => {
    for (const moment of ["2026-11-20T00:00", "2026-11-20T12:00"]) {
      expect(quietUntil(at(moment), { quietFrom: "00:00", quietTo: "00:00" })).toBeNull();
    }
  });

  it("hold what others are told of, never an answer or a redrawn card", () => {
    const kinds = ["reply", "notice", "card", "alert", "ranking"];
    expect(kinds.filter(waitsForMorning)).toEqual(["notice", "alert", "ranking"]);
  });

  it("end less than a day later, at a moment that is not quiet", () => {
    const minutes = fc
      .integer({ min: 0, max: 1439 })
      .map(
        (n) => `${String(Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}`,
      );
    const moments = fc.date({
      min: new Date("2026-01-01T00:00:00Z"),
      max: new Date("2027-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, minutes, minutes, (moment, quietFrom, quietTo) => {
        const quiet = { quietFrom, quietTo };
        const free = afterQuiet(moment, quiet);
        expect(quietUntil(free, quiet)).toBeNull();
        expect(free.getTime() - moment.getTime()).toBeGreaterThanOrEqual(0);
        expect(free.getTime() - moment.getTime()).toBeLessThan(86_400_000);
        if (free > moment) expect(civilTime(free)).toBe(quietTo);
      }),
    );
  });
});
