// The agencies of one group in order, and what changed since the ranking before.
import type { Window } from "#src/calendar/periods.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";
import { type CountTable, countTable } from "./count-table.ts";
import { extensionFigures, type GrantedExtension } from "./extensions-granted.ts";
import { type CountedItem, type Score, standingOf } from "./standing.ts";

/** As StandingSnapshot.span holds it; `ytd` is the year up to a day, `year` a whole one. */
export type Span = "ytd" | "week" | "month" | "quarter" | "year";

export type GroupRef = { id: number; name: string; minDue: number };
export type AgencyRef = { id: number; name: string; code: string; sortOrder: number };

export type RankedRow = {
  agencyId: number;
  agencyName: string;
  doneOnTime: number;
  doneLate: number;
  overdueOpen: number;
  /** Hundredths of a percent; null = not enough figures, and then there is no rank either. */
  rate: number | null;
  rank: number | null;
  /** Granted in the window; left out where it was not counted (published before it was). */
  extensions?: number;
};

/** A ranking as it is shown; ranked rows first, in order, then those without enough figures. */
export type Ranking = { group: GroupRef; span: Span; window: Window; rows: RankedRow[] };

export type OpenRow = RankedRow & { items: CountedItem[]; counts: CountTable };
/** A ranking just computed, with what its figures open into. */
export type OpenRanking = Omit<Ranking, "rows"> & { rows: OpenRow[] };

export type Figures = {
  group: GroupRef;
  agencies: readonly AgencyRef[];
  factsOf: ReadonlyMap<number, readonly AssignmentFacts[]>;
  /** Extensions granted to each agency up to the day of the figures. */
  granted?: ReadonlyMap<number, readonly GrantedExtension[]>;
};

/** `points` in hundredths of a percentage point; `places` > 0 = that many ranks up. */
export type Change = { points: number | null; places: number | "new" | null };

export const countedIn = (row: RankedRow): number =>
  row.doneOnTime + row.doneLate + row.overdueOpen;

type Scored = { agency: AgencyRef; score: Score; rate: number | null };

const inOrder = (a: Scored, b: Scored): number =>
  (b.rate ?? -1) - (a.rate ?? -1) ||
  a.agency.sortOrder - b.agency.sortOrder ||
  a.agency.id - b.agency.id;

/**
 * Competition ranking (1-2-2-4) on the published rate, without any tie-breaker
 * (docs/domain.md 1.2). Fewer counted than the group's minimum, or none: unranked.
 * The figures are as of the end of `window.to`.
 */
export function rankGroup(figures: Figures, span: Span, window: Window): OpenRanking {
  const minimum = Math.max(1, figures.group.minDue);
  const { granted } = figures;
  const scored = figures.agencies
    .map((agency): Scored => {
      const score = standingOf(figures.factsOf.get(agency.id) ?? [], window);
      return { agency, score, rate: score.counted < minimum ? null : score.rate };
    })
    .sort(inOrder);
  const rows = scored.map(
    ({ agency, score, rate }): OpenRow => ({
      agencyId: agency.id,
      agencyName: agency.name,
      doneOnTime: score.doneOnTime,
      doneLate: score.doneLate,
      overdueOpen: score.overdueOpen,
      rate,
      rank: rate === null ? null : 1 + scored.filter((other) => (other.rate ?? -1) > rate).length,
      ...(granted === undefined
        ? {}
        : { extensions: extensionFigures(granted.get(agency.id) ?? [], window).times }),
      items: score.items,
      counts: countTable(figures.factsOf.get(agency.id) ?? [], window.to),
    }),
  );
  return { group: figures.group, span, window, rows };
}

/**
 * By agency. `formerIds` leads from an agency that was only renamed to its former self. Without a
 * rank in `before` an agency is new; without a rank now there is nothing to compare.
 */
export function changesSince(
  now: Ranking,
  before: Ranking,
  formerIds: ReadonlyMap<number, number> = new Map(),
): Map<number, Change> {
  const earlier = new Map(before.rows.map((row) => [row.agencyId, row]));
  const changeOf = (row: RankedRow): Change => {
    if (row.rank === null || row.rate === null) return { points: null, places: null };
    const was = earlier.get(row.agencyId) ?? earlier.get(formerIds.get(row.agencyId) ?? 0);
    if (was === undefined || was.rank === null || was.rate === null)
      return { points: null, places: "new" };
    return { points: row.rate - was.rate, places: was.rank - row.rank };
  };
  return new Map(now.rows.map((row) => [row.agencyId, changeOf(row)]));
}
