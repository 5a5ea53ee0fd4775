import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, civilDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { type MatterFacts, type Said, stepsDue } from "#src/escalation/ladder.ts";
import { type Ladder, ladders, rungs } from "#src/office/ladders.ts";

const calendar = makeWorkCalendar(productDayOffs());
const d = civilDate;

const ladder: Ladder = {
  official: 0,
  head: 3,
  secretariat: 5,
  leader: 10,
  from: "09:00",
  repeatEvery: 5,
  mostRepeats: 2,
};

/** Everything said while the days go by, as `day rung repeat`. */
const days = (
  facts: (today: CivilDate) => MatterFacts,
  many: number,
  own = ladder,
  from = d("2026-11-02"),
): string[] => {
  const said: Said[] = [];
  for (let at = 0; at < many; at += 1) {
    const today = addDays(from, at);
    if (!calendar.isWorkingDay(today)) continue;
    for (const time of ["09:00", "14:00"]) {
      const steps = stepsDue(facts(today), own, { today, time }, calendar, said);
      said.push(...steps.map((step) => ({ ...step, on: today })));
    }
  }
  return said.map(({ rung, repeat, on }) => `${on} ${rung}${repeat === 0 ? "" : ` ${repeat}`}`);
};

const began = d("2026-11-02");

describe("the ladder", () => {
  it("climbs with the working days, and says the last step again a few times", () => {
    expect(days(() => ({ began, lastActivity: null }), 60)).toEqual([
      "2026-11-02 official",
      "2026-11-05 head",
      "2026-11-09 secretariat",
      "2026-11-16 leader",
      "2026-11-23 leader 1",
      // Tuesday 24/11/2026 is a day off.
      "2026-12-01 leader 2",
    ]);
  });

  it("starts again where somebody did something, without saying a step twice", () => {
    const reported = d("2026-11-06");
    const facts = (today: CivilDate) => ({
      began,
      lastActivity: today < reported ? null : reported,
    });
    expect(days(facts, 21)).toEqual([
      "2026-11-02 official",
      "2026-11-05 head",
      "2026-11-13 secretariat",
      "2026-11-20 leader",
    ]);
  });

  it("passes over the rungs that the office left out", () => {
    const own = { ...ladder, official: null, head: null, leader: null };
    expect(days(() => ({ began, lastActivity: null }), 14, own)).toEqual([
      "2026-11-09 secretariat",
    ]);
    expect(days(() => ({ began, lastActivity: null }), 60, { ...own, secretariat: null })).toEqual(
      [],
    );
  });

  it("says nothing before its hour", () => {
    const facts = { began, lastActivity: null };
    const own = { ...ladder, from: "14:00" };
    expect(stepsDue(facts, own, { today: began, time: "09:00" }, calendar, [])).toEqual([]);
    expect(stepsDue(facts, own, { today: began, time: "14:00" }, calendar, [])).toHaveLength(1);
  });

  it("catches up with everything that was missed in one go", () => {
    const facts = { began, lastActivity: null };
    const moment = { today: d("2026-11-12"), time: "09:00" };
    expect(stepsDue(facts, ladder, moment, calendar, []).map(({ rung }) => rung)).toEqual([
      "official",
      "head",
      "secretariat",
    ]);
  });

  it("has a sensible default: it never comes down again", () => {
    for (const one of Object.values(ladders.parse({}))) {
      const delays = rungs.flatMap((rung) => one[rung] ?? []);
      expect(delays).toEqual([...delays].sort((a, b) => a - b));
    }
  });
});

const delay = fc.option(fc.integer({ min: 0, max: 15 }));
const anyLadder: fc.Arbitrary<Ladder> = fc.record({
  official: delay,
  head: delay,
  secretariat: delay,
  leader: delay,
  from: fc.constantFrom("00:00", "09:00", "14:00"),
  repeatEvery: fc.integer({ min: 1, max: 6 }),
  mostRepeats: fc.integer({ min: 0, max: 4 }),
});

describe("whatever the ladder and whatever happens", () => {
  const check = (own: Ladder, acts: number[]) => {
    const activeOn = (today: CivilDate): CivilDate | null =>
      acts
        .map((at) => addDays(began, at))
        .filter((day) => day <= today)
        .sort()
        .at(-1) ?? null;
    const said = days((today) => ({ began, lastActivity: activeOn(today) }), 120, own);
    return said.map((line) => {
      const [on = "", rung = "", repeat = "0"] = line.split(" ");
      return { on: d(on), rung: rung as (typeof rungs)[number], repeat: Number(repeat), activeOn };
    });
  };
  const acts = fc.array(fc.nat(90), { maxLength: 6 });

  it("no step is said twice, none before its delay since the last thing done", () => {
    fc.assert(
      fc.property(anyLadder, acts, (own, done) => {
        const said = check(own, done);
        const keys = said.map(({ rung, repeat }) => `${rung}:${repeat}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { on, rung, repeat, activeOn } of said) {
          const since = activeOn(on) ?? began;
          const waited = calendar.workingDaysBetween(since, on);
          expect(waited).toBeGreaterThanOrEqual(
            repeat === 0 ? (own[rung] ?? Number.NaN) : own.repeatEvery,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("only the last rung is repeated, at most so often", () => {
    fc.assert(
      fc.property(anyLadder, acts, (own, done) => {
        const repeats = check(own, done).filter(({ repeat }) => repeat > 0);
        const last = rungs.findLast((rung) => own[rung] !== null);
        expect(repeats.every(({ rung }) => rung === last)).toBe(true);
        expect(repeats.length).toBeLessThanOrEqual(own.mostRepeats);
      }),
      { numRuns: 60 },
    );
  });

  it("where nobody does anything every rung is reached", () => {
    fc.assert(
      fc.property(anyLadder, (own) => {
        const reached = check(own, []).filter(({ repeat }) => repeat === 0);
        expect(new Set(reached.map(({ rung }) => rung))).toEqual(
          new Set(rungs.filter((rung) => own[rung] !== null)),
        );
      }),
      { numRuns: 60 },
    );
  });
});
