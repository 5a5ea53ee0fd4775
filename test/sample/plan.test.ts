import { describe, expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { civilTime, civilToday } from "#src/calendar/zone.ts";
import { buildPlan } from "#src/sample/plan/build.ts";
import type { Moment } from "#src/sample/plan/plan.ts";

const calendar = makeWorkCalendar(productDayOffs());

/** A plain day, a Sunday, the turn of the year, the week of Tết, a leap day, a day long from now. */
const DAYS = [
  ...["2026-11-20", "2026-11-22", "2027-01-02", "2026-12-31", "2026-02-18", "2026-02-23"],
  ...["2026-03-01", "2026-09-03", "2028-02-29", "2031-06-15"],
];

const planOf = (day: string, seed = 2026) => buildPlan(seed, civilDate(day), calendar);

describe.each(DAYS)("the plan of %s", (day) => {
  const plan = planOf(day);
  const lives = plan.tasks.flatMap((task) => task.assignments.map((one) => ({ task, one })));
  const moments: Moment[] = [
    ...plan.tasks.map(({ registered }) => registered),
    ...lives.flatMap(({ one }) => [one.assigned, ...one.acts]),
  ];

  it("tells of working days before the day of the talk, each on its own day", () => {
    expect(plan.days.until < plan.days.talkOn && plan.days.talkOn < plan.days.today).toBe(true);
    for (const { on, at } of moments) {
      expect(calendar.isWorkingDay(on)).toBe(true);
      expect(on <= plan.days.until).toBe(true);
      expect(civilToday(at)).toBe(on);
    }
  });

  it("lets people work in office hours only", () => {
    const times = moments.filter(({ by }) => by !== null).map(({ at }) => civilTime(at));
    expect(times.filter((time) => time < "07:30" || time > "17:30")).toEqual([]);
  });

  it("does one thing after the other, and nothing before it was assigned", () => {
    for (const { one } of lives) {
      const times = [one.assigned, ...one.acts].map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });

  it("has deadlines that their phrases say", () => {
    const dated = lives.filter(({ one }) => one.deadline.kind === "date");
    expect(dated.length).toBeGreaterThan(500);
    expect(dated.filter(({ one }) => one.deadline.dueOn === null)).toEqual([]);
    expect(lives.filter(({ one }) => one.deadline.kind === "unclear")).toEqual([]);
  });

  it("has tasks due yesterday, today, tomorrow, and in three working days", () => {
    const open = lives.filter(({ one }) => one.acts.every(({ deed }) => deed.kind !== "submitted"));
    const due = new Set(open.map(({ one }) => one.deadline.dueOn));
    for (const days of [-30, -10, -3, -1, 0, 1]) {
      expect(due.has(plan.days.inDays(days))).toBe(true);
    }
    expect(due.has(plan.days.inWorkingDays(3))).toBe(true);
  });
});

it("has no two tasks of one content, by which the talk finds them", () => {
  const contents = planOf("2026-11-20").tasks.map(({ content }) => content);
  expect(new Set(contents).size).toBe(contents.length);
});

it("is the same for the same seed and day, and another for another", () => {
  expect(planOf("2026-11-20").tasks).toEqual(planOf("2026-11-20").tasks);
  expect(JSON.stringify(planOf("2026-11-20", 1).tasks)).not.toBe(
    JSON.stringify(planOf("2026-11-20", 2).tasks),
  );
});
