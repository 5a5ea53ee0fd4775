// The bulletin of a week: its figures from the register as of the week's last day, or today.
import { addDays, type CivilDate, earlier, isoWeekKey } from "#src/calendar/civil-date.ts";
import { inWindow, type Window, weekWindow, yearToDate } from "#src/calendar/periods.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Store } from "#src/database/client.ts";
import type { Language } from "#src/messages/language.ts";
import { paragraph, type Reply } from "#src/messages/reply.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";
import { openStates } from "#src/tasks/state.ts";
import { type BulletinFigures, bulletinLines, type TaskLine } from "./bulletin-text.ts";
import { countTable } from "./count-table.ts";
import { loadFacts } from "./facts-store.ts";
import type { Ranking } from "./ranking.ts";
import { previousSnapshot } from "./snapshot-store.ts";
import { type Dated, isDated } from "./standing.ts";
import { computeRankings, rankedGroups } from "./standings-store.ts";
import { weekChanges } from "./week-changes.ts";

/** Year to date: as it was published for that week, else as it is now. */
async function rankingsOf(tx: Store, week: Window, asOf: CivilDate): Promise<Ranking[]> {
  const window = yearToDate(asOf);
  const groups = await rankedGroups(tx, asOf);
  const computed = await computeRankings(tx, groups, "ytd", window);
  const rankings: Ranking[] = [];
  for (const ranking of computed) {
    const period = isoWeekKey(addDays(week.to, 1));
    const of = { span: "ytd" as const, groupId: ranking.group.id, period, window };
    const published = await previousSnapshot(tx, of);
    rankings.push(published?.period === isoWeekKey(week.to) ? published : ranking);
  }
  return rankings;
}

/** Tasks with the codes of the agencies concerned, in the order in which they came. */
function byTask(
  facts: readonly AssignmentFacts[],
  codes: ReadonlyMap<number, string>,
  due: (facts: AssignmentFacts) => Pick<TaskLine, "due">,
): TaskLine[] {
  const tasks = new Map<string, TaskLine>();
  for (const one of facts) {
    const key = `${one.taskId}:${one.dueOn}`;
    const before = tasks.get(key);
    const agencies = [...(before?.agencies ?? []), codes.get(one.agencyId) ?? "?"].sort();
    tasks.set(key, { ...due(one), taskId: one.taskId, agencies });
  }
  return [...tasks.values()];
}

const isDue = (facts: AssignmentFacts, window: Window): facts is Dated =>
  isDated(facts) && openStates.includes(facts.state) && inWindow(facts.dueOn, window);

/** Codes and figures alone: it may be pasted anywhere. */
export async function bulletinFigures(
  tx: Store,
  week: Window,
  today: CivilDate,
  calendar: WorkCalendar,
): Promise<BulletinFigures> {
  const asOf = earlier(week.to, today);
  const before = await loadFacts(tx, { role: "lead" }, addDays(week.from, -1));
  const after = await loadFacts(tx, { role: "lead" }, asOf);
  const { newlyOverdue, newlyDone } = weekChanges(before, after, { from: week.from, to: asOf });
  const next = weekWindow(addDays(week.to, 1));
  const agencies = await tx.agency.findMany({ select: { id: true, code: true } });
  const codes = new Map(agencies.map(({ id, code }) => [id, code]));
  const dueNext = after
    .filter((facts) => isDue(facts, next))
    .sort((a, b) => (a.dueOn ?? "").localeCompare(b.dueOn ?? "") || a.taskId - b.taskId);
  return {
    week,
    asOf,
    table: countTable(after, asOf),
    rankings: await rankingsOf(tx, week, asOf),
    newlyOverdue: byTask(newlyOverdue, codes, () => ({})),
    newlyDone: newlyDone.length,
    dueNext: byTask(dueNext, codes, ({ dueOn }) =>
      dueOn === null ? {} : { due: { on: dueOn, off: !calendar.isWorkingDay(dueOn) } },
    ),
  };
}

/**
 * The status of a week (Monday to Sunday) as plain lines under 2,000 characters. A group has no
 * language of its own: Vietnamese where none is given.
 */
export async function bulletin(
  tx: Store,
  week: Window,
  today: CivilDate,
  calendar: WorkCalendar,
  language: Language = "vi",
): Promise<Reply> {
  const figures = await bulletinFigures(tx, week, today, calendar);
  return { blocks: bulletinLines(language, figures).map((line) => paragraph(line)) };
}
