// Codes of what was planted, looked up in the database: nothing here counts on numbers.
import { civilToday } from "#src/calendar/zone.ts";
import type { Store } from "#src/database/client.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import { formatMatter } from "#src/tasks/matter-code.ts";
import { fans, sceneOf, singles } from "../catalogue/index.ts";
import { type Days, daysOf } from "../plan/days.ts";
import { officeOf } from "../plan/office.ts";

export type Codes = {
  days: Days;
  /** `NV-012` of a task of the catalogue. @throws RangeError where it was not planted */
  task: (key: string) => string;
  /** `VM-3`: the blocker of a task that nobody has answered. @throws RangeError where there is none */
  openBlocker: (key: string) => string;
};

const missing = (what: string): never => {
  throw new RangeError(`not planted: ${what}`);
};

/** What was planted on the day of `now`. */
export const plantedCodes = async (store: Store, now: Date, seed: number): Promise<Codes> => {
  const days = daysOf(civilToday(now), await loadCalendar(store));
  const scene = sceneOf(officeOf(seed), days);
  const contents = new Map(
    [...singles(scene), ...fans(scene)].map(({ key, content }) => [key, content]),
  );
  const tasks = await store.task.findMany({ select: { id: true, content: true } });
  const ids = new Map(tasks.map(({ id, content }) => [content, id]));
  const blockers = await store.blocker.findMany({
    where: { answeredAt: null, closedAt: null },
    select: { id: true, taskId: true },
  });
  const idOf = (key: string): number => ids.get(contents.get(key) ?? "") ?? missing(key);
  return {
    days,
    task: (key) => formatTaskCode(idOf(key)),
    openBlocker: (key) => {
      const found = blockers.find(({ taskId }) => taskId === idOf(key));
      return formatMatter("VM", found?.id ?? missing(`blocker of ${key}`));
    },
  };
};
