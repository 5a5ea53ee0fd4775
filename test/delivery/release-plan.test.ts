import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CivilDate, civilDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { civilToday } from "#src/calendar/zone.ts";
import { quietUntil } from "#src/delivery/quiet-hours.ts";
import { type Held, nextMorning, planRelease } from "#src/delivery/release-plan.ts";

const at = (civil: string): Date => new Date(`${civil}:00+07:00`);
const calendar = makeWorkCalendar(productDayOffs());
const rules = { jobMessagesADay: 2, quietFrom: "21:00", quietTo: "06:30", calendar };

const day = civilDate("2026-11-20");
const none = { held: [], taken: new Map<CivilDate, number>() };

describe("a message by a job", () => {
  it("goes out at once where nothing stands against it", () => {
    expect(planRelease(at("2026-11-20T09:00"), none, rules)).toEqual({
      kind: "new",
      day,
      at: at("2026-11-20T09:00"),
    });
  });

  it("waits for the end of the quiet hours, and counts for the day on which it goes out", () => {
    expect(planRelease(at("2026-11-19T22:00"), none, rules)).toEqual({
      kind: "new",
      day,
      at: at("2026-11-20T06:30"),
    });
  });

  it("becomes part of one that the person has not got yet", () => {
    const held = [{ id: 7, day, at: at("2026-11-20T09:00") }];
    const state = { held, taken: new Map([[day, 1]]) };
    expect(planRelease(at("2026-11-20T09:00"), state, rules)).toEqual({ kind: "join", id: 7 });
  });

  it("does not go out before its hour as part of another", () => {
    const held = [{ id: 7, day, at: at("2026-11-20T09:00") }];
    const state = { held, taken: new Map([[day, 1]]) };
    expect(planRelease(at("2026-11-20T14:00"), state, rules)).toMatchObject({ kind: "new", day });
  });

  it("waits for the next working morning where the day's number is reached", () => {
    const state = { held: [], taken: new Map([[day, 2]]) };
    // Friday; Tuesday 24/11 is a day off, Monday is not.
    expect(planRelease(at("2026-11-20T09:00"), state, rules)).toEqual({
      kind: "new",
      day: "2026-11-23",
      at: at("2026-11-23T06:30"),
    });
    expect(planRelease(at("2026-11-20T09:00"), state, { ...rules, quietTo: "21:00" })).toEqual({
      kind: "new",
      day: "2026-11-23",
      at: at("2026-11-23T07:30"),
    });
  });

  it("joins what is held for that morning already", () => {
    const monday = civilDate("2026-11-23");
    const held = [{ id: 9, day: monday, at: at("2026-11-23T06:30") }];
    const taken = new Map([
      [day, 2],
      [monday, 1],
    ]);
    expect(planRelease(at("2026-11-20T15:00"), { held, taken }, rules)).toEqual({
      kind: "join",
      id: 9,
    });
  });
});

/** What a person's outbox goes through: a job speaks, or some time passes and what is due goes out. */
type Step = { kind: "job"; later: number } | { kind: "pass"; minutes: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("job" as const),
    later: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(600)),
  }),
  fc.record({ kind: fc.constant("pass" as const), minutes: fc.integer({ min: 1, max: 1_000 }) }),
);

it("never gives anybody more than the number of a day, in quiet hours, or loses a word", () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 80 }),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      (steps, cap, quietAtAll) => {
        const own = {
          ...rules,
          jobMessagesADay: cap,
          quietTo: quietAtAll ? rules.quietTo : rules.quietFrom,
        };
        let now = at("2026-11-20T07:30");
        let messages: (Held<number> & { parts: number; sent: boolean })[] = [];
        let spoken = 0;
        for (const one of steps) {
          if (one.kind === "pass") {
            now = new Date(now.getTime() + one.minutes * 60_000);
            messages = messages.map((message) =>
              message.at <= now ? { ...message, sent: true } : message,
            );
            continue;
          }
          spoken += 1;
          const taken = new Map<CivilDate, number>();
          for (const message of messages) {
            taken.set(message.day, (taken.get(message.day) ?? 0) + 1);
          }
          const held = messages.filter(({ sent }) => !sent);
          const earliest = new Date(now.getTime() + one.later * 60_000);
          const release = planRelease(earliest, { held, taken }, own);
          if (release.kind === "join") {
            const into = messages.find(({ id }) => id === release.id);
            expect(into?.sent).toBe(false);
            expect(into?.at.getTime()).toBeGreaterThanOrEqual(earliest.getTime());
            if (into !== undefined) into.parts += 1;
          } else {
            expect(release.at.getTime()).toBeGreaterThanOrEqual(earliest.getTime());
            expect(civilToday(release.at)).toBe(release.day);
            expect(quietUntil(release.at, own)).toBeNull();
            messages.push({ ...release, id: messages.length, parts: 1, sent: false });
          }
        }
        const perDay = Object.values(Object.groupBy(messages, (message) => message.day));
        for (const ofDay of perDay) expect(ofDay?.length ?? 0).toBeLessThanOrEqual(cap);
        expect(messages.reduce((sum, { parts }) => sum + parts, 0)).toBe(spoken);
      },
    ),
  );
});

it("holds what is too much for the last day before Tết until after it", () => {
  // Friday 13/02/2026 is the last working day before the holiday of Bính Ngọ.
  const back = nextMorning(civilDate("2026-02-13"), rules);
  expect(calendar.isWorkingDay(civilToday(back))).toBe(true);
  expect(civilToday(back) > "2026-02-16").toBe(true);
});
