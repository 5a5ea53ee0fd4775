import { expect, it } from "vitest";

import { timeLabel } from "#src/playground/client/shell/times.ts";

// Monday, 23 November 2026, half past seven in Viet Nam: still Monday night in Greenwich.
const now = Date.parse("2026-11-23T07:30:00+07:00");
const at = (moment: string) => timeLabel(Date.parse(`${moment}+07:00`), now, "vi");

it("says the hour of what was said today, by the civil day of Viet Nam", () => {
  expect(at("2026-11-23T00:05:00")).toBe("00:05");
  expect(at("2026-11-22T23:59:00")).toBe("CN");
});

it("says the weekday within a week, then the date, with the year where it is another one", () => {
  expect(at("2026-11-17T12:00:00")).toBe("T3");
  expect(at("2026-11-16T12:00:00")).toBe("16/11");
  expect(at("2025-12-31T12:00:00")).toBe("31/12/25");
});

it("says weekdays in English to who reads English", () => {
  expect(timeLabel(Date.parse("2026-11-21T12:00:00+07:00"), now, "en")).toBe("Sat");
});

it("says the date of what the clock has not reached", () => {
  expect(at("2026-11-24T08:00:00")).toBe("24/11");
});
