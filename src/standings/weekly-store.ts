// Takes the snapshots of a week and gathers what the weekly ranking says of it.
import { addDays, isoWeekKey } from "#src/calendar/civil-date.ts";
import { type Window, yearToDate } from "#src/calendar/periods.ts";
import type { Tx } from "#src/database/client.ts";
import { loadFacts } from "./facts-store.ts";
import { rankGroup } from "./ranking.ts";
import { compareWithPrevious, takeSnapshot } from "./snapshot-store.ts";
import { loadFigures, rankedGroups } from "./standings-store.ts";
import { weekChanges } from "./week-changes.ts";
import type { WeeklyFigures, WeeklyRanking } from "./weekly-message.ts";

/**
 * Both spans end on the week's Sunday, so that they agree. What was taken before for that week is
 * read back, not taken again. `takenAt` is the moment of the job's slot.
 */
export async function takeWeek(tx: Tx, week: Window, takenAt: Date): Promise<WeeklyFigures> {
  const period = isoWeekKey(week.to);
  const groups = await rankedGroups(tx, week.to);
  const figures = await loadFigures(tx, groups, week.to);
  const rankings: WeeklyRanking[] = [];
  for (const [span, window] of [["ytd", yearToDate(week.to)] as const, ["week", week] as const]) {
    for (const one of figures) {
      const snapshot = await takeSnapshot(tx, {
        period,
        ranking: rankGroup(one, span, window),
        takenAt,
      });
      const compared = await compareWithPrevious(tx, snapshot, period);
      rankings.push({ ranking: snapshot, compared });
    }
  }
  const before = await loadFacts(tx, { role: "lead" }, addDays(week.from, -1));
  const after = await loadFacts(tx, { role: "lead" }, week.to);
  const agencies = await tx.agency.findMany({ select: { id: true, code: true } });
  return {
    window: week,
    rankings,
    changes: weekChanges(before, after, week),
    codes: new Map(agencies.map(({ id, code }) => [id, code])),
  };
}
