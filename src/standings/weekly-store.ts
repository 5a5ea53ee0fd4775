// Gathers what the weekly ranking says of a week: for good, with snapshots, or to be looked at.
import { addDays, type CivilDate, earlier, isoWeekKey } from "#src/calendar/civil-date.ts";
import { type Window, yearToDate } from "#src/calendar/periods.ts";
import type { Store, Tx } from "#src/database/client.ts";
import { loadFacts } from "./facts-store.ts";
import { amendmentsToPublish } from "./petition-store.ts";
import { type OpenRanking, type Ranking, rankGroup } from "./ranking.ts";
import { compareWithPrevious, takeSnapshot } from "./snapshot-store.ts";
import { loadFigures, rankedGroups } from "./standings-store.ts";
import { weekChanges } from "./week-changes.ts";
import type { WeeklyFigures, WeeklyRanking } from "./weekly-message.ts";

type Keep = (ranking: OpenRanking) => Promise<Ranking>;

/** Both spans end on the same day, so that they agree. */
const gather = async (tx: Store, week: Window, keep: Keep): Promise<WeeklyFigures> => {
  const period = isoWeekKey(week.to);
  const groups = await rankedGroups(tx, week.to);
  const figures = await loadFigures(tx, groups, week.to);
  const rankings: WeeklyRanking[] = [];
  for (const [span, window] of [["ytd", yearToDate(week.to)] as const, ["week", week] as const]) {
    for (const one of figures) {
      const ranking = await keep(rankGroup(one, span, window));
      const compared = await compareWithPrevious(tx, ranking, period);
      rankings.push({ ranking, compared });
    }
  }
  const before = await loadFacts(tx, { role: "lead" }, addDays(week.from, -1));
  const after = await loadFacts(tx, { role: "lead" }, week.to);
  const agencies = await tx.agency.findMany({ select: { id: true, code: true, groupId: true } });
  return {
    window: week,
    rankings,
    changes: weekChanges(before, after, week),
    codes: new Map(agencies.map(({ id, code }) => [id, code])),
    groupOf: new Map(agencies.map(({ id, groupId }) => [id, groupId])),
    amendments: await amendmentsToPublish(tx),
  };
};

/**
 * Both spans end on the week's Sunday. What was taken before for that week is read back, not taken
 * again. `takenAt` is the moment of the job's slot.
 */
export const takeWeek = (tx: Tx, week: Window, takenAt: Date): Promise<WeeklyFigures> =>
  gather(tx, week, (ranking) =>
    takeSnapshot(tx, { period: isoWeekKey(week.to), ranking, takenAt }),
  );

/** The same without keeping anything; a week that still runs is told up to `today`. */
export const previewWeek = (tx: Store, week: Window, today: CivilDate): Promise<WeeklyFigures> =>
  gather(tx, { from: week.from, to: earlier(week.to, today) }, async (ranking) => ranking);
