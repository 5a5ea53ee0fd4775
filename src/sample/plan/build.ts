// The whole plan: the same seed and the same day give the same plan.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { fans, proposals, recurring, sceneOf, singles } from "../catalogue/index.ts";
import { daysOf } from "./days.ts";
import { fanTask } from "./fan.ts";
import { officeOf } from "./office.ts";
import type { Plan } from "./plan.ts";
import { proposedTask } from "./proposal.ts";
import { recurringTask } from "./recurring.ts";
import { singleTask } from "./single.ts";

export const buildPlan = (seed: number, today: CivilDate, calendar: WorkCalendar): Plan => {
  const office = officeOf(seed);
  const days = daysOf(today, calendar);
  const scene = sceneOf(office, days);
  const tasks = [
    ...singles(scene).map((draft) => singleTask(office, days, draft)),
    ...fans(scene).map((draft) => fanTask(office, days, draft)),
    ...recurring.map((draft) => recurringTask(office, days, draft)),
    ...proposals(scene).map((draft) => proposedTask(office, days, draft)),
  ];
  return {
    days,
    // Numbers are given in the order of registering.
    tasks: tasks.sort((a, b) => a.registered.at.getTime() - b.registered.at.getTime()),
  };
};
