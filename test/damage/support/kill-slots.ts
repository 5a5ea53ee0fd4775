// Time in the province that is killed: the civil clock is moved from one job slot to the next all
// the while. A slot whose process died is run by the one after it.

import { jobsWith } from "#src/app.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { slotKey } from "#src/calendar/slots.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import type { MovableClock } from "#src/clock.ts";
import { slotsPassed } from "#src/schedule/due-slots.ts";
import type { Mortal } from "./mortal.ts";

const DAY_MS = 24 * 60 * 60_000;
const AHEAD_MS = 21 * DAY_MS;

export type SlotWalk = {
  /** "job:slot" of each slot that was come to. */
  expected: readonly string[];
  stop: () => Promise<void>;
};

/** Goes on until it is stopped, then to noon of the day after: what is held for the morning is out. */
export const walkSlots = (
  bot: Mortal,
  clock: MovableClock,
  crons: Record<string, string>,
  restMs: number,
): SlotWalk => {
  const jobs = jobsWith(crons).filter(({ setting }) => setting in crons);
  const calendar = makeWorkCalendar(productDayOffs());
  const expected: string[] = [];
  let stopped = false;

  const goTo = async (moment: Date): Promise<void> => {
    // The parent's clock first: whoever is started from now on begins there.
    clock.atLeast(moment);
    if (await bot.moveTo(moment)) return;
    // Its successor looks at its start, and every minute from then on: here the next slot comes
    // sooner than that.
    while (!(await bot.runDue())) await bot.alive();
  };

  const run = async (): Promise<void> => {
    while (!stopped) {
      const now = clock.now();
      const ahead = slotsPassed(jobs, now, new Date(now.getTime() + AHEAD_MS), calendar);
      const [first] = ahead;
      if (first === undefined) throw new Error("no slot for three weeks");
      const together = ahead.filter(({ slot }) => slot.getTime() === first.slot.getTime());
      await goTo(new Date(first.slot.getTime() + 1_000));
      expected.push(...together.map(({ job, slot }) => `${job.name}:${slotKey(slot)}`));
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  };
  const running = run();
  return {
    expected,
    stop: async () => {
      stopped = true;
      await running;
      const noon = new Date(clock.now().getTime() + DAY_MS);
      noon.setUTCHours(5, 0, 0, 0);
      await goTo(noon);
    },
  };
};
