import fc from "fast-check";
import { createTask } from "node-cron";
import { describe, expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { effectiveSlotsBetween, shiftSlot, slotKey, slotsBetween } from "#src/calendar/slots.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { instantAt, ZONE } from "#src/calendar/zone.ts";

const calendar = makeWorkCalendar(productDayOffs());
const at = (date: string, clock = "00:00") => instantAt(civilDate(date), clock);
const keys = (slots: readonly Date[]) => slots.map(slotKey);

describe("slots of a cron expression", () => {
  it("are Vietnamese times in (from, to]", () => {
    expect(
      keys(slotsBetween("0 8 * * 1", at("2026-11-16", "08:00"), at("2026-11-30", "08:00"))),
    ).toEqual(["2026-11-23T08:00+07:00", "2026-11-30T08:00+07:00"]);
  });

  it("come in order within a day", () => {
    const slots = slotsBetween("30,0 14,7 * * *", at("2026-11-23"), at("2026-11-24"));
    expect(keys(slots).map((key) => key.slice(11, 16))).toEqual([
      "07:00",
      "07:30",
      "14:00",
      "14:30",
    ]);
  });

  it("know the last day of a month", () => {
    expect(keys(slotsBetween("0 8 L 2 *", at("2024-01-01"), at("2024-12-31")))).toEqual([
      "2024-02-29T08:00+07:00",
    ]);
  });

  it.each(["0 8 * *", "0 0 8 * * 1", "99 8 * * *", "0 8 * * 1#2", "0 8 15W * *", ""])(
    "refuses %j",
    (cron) => {
      expect(() => slotsBetween(cron, at("2026-11-01"), at("2026-11-02"))).toThrow(RangeError);
    },
  );

  it("agree with node-cron's own matcher", () => {
    const crons = [
      "0 8 * * 1",
      "30 7 * * 1-5",
      "*/20 7-9 1,15 * *",
      "0 8 13 * 5",
      "15 17 * 3,6 sun",
    ];
    for (const cron of crons) {
      const task = createTask(cron, () => {}, { timezone: ZONE });
      fc.assert(
        fc.property(fc.nat(365 * 24 * 12), (fives) => {
          const moment = new Date(at("2026-01-01").getTime() + fives * 300_000);
          const before = new Date(moment.getTime() - 1);
          expect(slotsBetween(cron, before, moment)).toHaveLength(task.match(moment) ? 1 : 0);
        }),
        { numRuns: 60 },
      );
    }
  });
});

describe("slots on days off", () => {
  const culture = at("2026-11-24", "07:30");

  it("run, are dropped or move by their rule", () => {
    expect(shiftSlot(culture, "any", calendar)).toEqual(culture);
    expect(shiftSlot(culture, "working-day", calendar)).toBeNull();
    expect(shiftSlot(culture, "next-working-day", calendar)).toEqual(at("2026-11-25", "07:30"));
  });

  it("keep a make-up Saturday", () => {
    const saturday = at("2026-01-10", "07:30");
    expect(shiftSlot(saturday, "working-day", calendar)).toEqual(saturday);
  });

  it("become one where two fall on one moment, with the latest original", () => {
    const job = { cron: "0 8 * * *", shift: "next-working-day" } as const;
    const slots = effectiveSlotsBetween(
      job,
      at("2026-11-20", "08:00"),
      at("2026-11-23", "23:00"),
      calendar,
    );
    expect(slots).toEqual([
      { slot: at("2026-11-23", "08:00"), original: at("2026-11-23", "08:00") },
    ]);
  });

  it("are found when they move into the range from before it", () => {
    const job = { cron: "0 8 14 2 *", shift: "next-working-day" } as const;
    const slots = effectiveSlotsBetween(job, at("2026-02-22"), at("2026-02-24"), calendar);
    expect(slots).toEqual([
      { slot: at("2026-02-23", "08:00"), original: at("2026-02-14", "08:00") },
    ]);
    expect(effectiveSlotsBetween(job, at("2026-02-13"), at("2026-02-22"), calendar)).toEqual([]);
  });

  it("tile: ranges that meet lose none and double none", () => {
    const job = { cron: "0 8,16 * * *", shift: "next-working-day" } as const;
    const [from, to] = [at("2026-01-25"), at("2026-03-10")];
    const whole = effectiveSlotsBetween(job, from, to, calendar).map(({ slot }) => slotKey(slot));
    fc.assert(
      fc.property(fc.nat(44 * 24), (hours) => {
        const middle = new Date(from.getTime() + hours * 3_600_000);
        const parts = [
          ...effectiveSlotsBetween(job, from, middle, calendar),
          ...effectiveSlotsBetween(job, middle, to, calendar),
        ];
        expect(parts.map(({ slot }) => slotKey(slot))).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });
});
