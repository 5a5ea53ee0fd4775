import { describe, expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { civilTime, civilToday, instantAt } from "#src/calendar/zone.ts";

describe("the zone of Việt Nam", () => {
  it("begins its day at 17:00 UTC", () => {
    expect(civilToday(new Date("2026-11-22T16:59:59.999Z"))).toBe("2026-11-22");
    expect(civilToday(new Date("2026-11-22T17:00:00Z"))).toBe("2026-11-23");
    expect(civilTime(new Date("2026-11-22T17:00:00Z"))).toBe("00:00");
  });

  it("finds the moment of a clock time", () => {
    const moment = instantAt(civilDate("2026-11-23"), "07:30");
    expect(moment.toISOString()).toBe("2026-11-23T00:30:00.000Z");
    expect(civilTime(moment)).toBe("07:30");
  });

  it.each(["7:30", "24:00", "07:60", ""])("refuses %s", (clock) => {
    expect(() => instantAt(civilDate("2026-11-23"), clock)).toThrow(RangeError);
  });
});
