// A ranking of one group as blocks of a message.
import { showRate, showRateChange } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import {
  type Block,
  bold,
  details,
  heading,
  italic,
  list,
  paragraph,
} from "#src/messages/reply.ts";
import { extensionsColumn } from "#src/messages/words/extensions.ts";
import { wasAmended } from "#src/messages/words/petitions.ts";
import * as words from "#src/messages/words/standings.ts";
import { type Change, countedIn, type RankedRow, type Ranking } from "./ranking.ts";
import { spanLabel } from "./span-label.ts";

/** `since`: the period of the ranking before. */
export type Compared = {
  since: string;
  /** That ranking was put right since. */
  amended: boolean;
  changes: ReadonlyMap<number, Change>;
};

/** More agencies than this that share a rank are shown as one line, their names folded away. */
export const CROWD = 10;

/** Names beyond this are counted only: /coquan shows each. */
const MOST_NAMES = 40;

const namesOf = (rows: readonly RankedRow[]): string => {
  const names = rows.slice(0, MOST_NAMES).map((row) => row.agencyName);
  const more = rows.length - names.length;
  return [...names, ...(more > 0 ? [`… (+${more})`] : [])].join("; ");
};

/** Ranks gained (+) or lost (−). */
export function showPlaces(language: Language, places: Change["places"]): string {
  if (places === "new") return words.isNew(language);
  if (places === null) return "–";
  return places === 0 ? "0" : `${places > 0 ? "+" : "−"}${Math.abs(places)}`;
}

export const showPoints = (points: number | null): string =>
  points === null ? "–" : showRateChange(points);

/** Ranked rows in runs that share a rank. */
function byRank(rows: readonly RankedRow[]): RankedRow[][] {
  const runs = new Map<number, RankedRow[]>();
  for (const row of rows) {
    if (row.rank !== null) runs.set(row.rank, [...(runs.get(row.rank) ?? []), row]);
  }
  return [...runs.values()];
}

function tableOf(
  language: Language,
  runs: readonly RankedRow[][],
  compared: Compared | null,
): Block {
  const names = words.columns(language);
  const extended = runs.flat().some(({ extensions = 0 }) => extensions > 0);
  const cellsOf = (row: RankedRow, tied: boolean): string[] => {
    const change = compared?.changes.get(row.agencyId) ?? { points: null, places: null };
    const rank = row.rank ?? 0;
    return [
      tied ? words.tiedRank(language, rank) : String(rank),
      row.agencyName,
      showRate(row.rate),
      ...(compared ? [showPoints(change.points), showPlaces(language, change.places)] : []),
      `${row.doneOnTime}/${row.doneLate}/${row.overdueOpen}`,
      String(countedIn(row)),
      ...(extended ? [String(row.extensions ?? "–")] : []),
    ];
  };
  const crowdCells = (run: readonly RankedRow[]): string[] => {
    const rank = run[0]?.rank ?? 0;
    const sum = (of: (row: RankedRow) => number) => run.reduce((all, row) => all + of(row), 0);
    return [
      String(rank),
      words.tiedCrowd(language, run.length, rank),
      showRate(run[0]?.rate ?? null),
      ...(compared ? ["", ""] : []),
      `${sum((r) => r.doneOnTime)}/${sum((r) => r.doneLate)}/${sum((r) => r.overdueOpen)}`,
      String(sum(countedIn)),
      ...(extended ? [String(sum((r) => r.extensions ?? 0))] : []),
    ];
  };
  const changeColumns = compared ? [names.points, names.places] : [];
  return {
    kind: "table",
    header: [
      names.rank,
      names.agency,
      names.rate,
      ...changeColumns,
      names.cells,
      names.counted,
      ...(extended ? [extensionsColumn(language)] : []),
    ],
    align: [
      "center",
      "left",
      ...[...changeColumns, "", "", "", ...(extended ? [""] : [])].map(() => "right" as const),
    ],
    rows: runs.flatMap((run) =>
      run.length > CROWD ? [crowdCells(run)] : run.map((row) => cellsOf(row, run.length > 1)),
    ),
  };
}

/**
 * Agencies with something overdue whose rank reaches into the lower half of the group, lowest
 * first; a tie is never cut.
 */
export function lowerEnd(rows: readonly RankedRow[]): RankedRow[] {
  const ranked = rows.filter((row) => row.rank !== null).length;
  return byRank(rows)
    .filter((run) => (run[0]?.rank ?? 0) + run.length - 1 > ranked / 2)
    .reverse()
    .flat()
    .filter((row) => row.overdueOpen > 0);
}

function needsPush(language: Language, rows: readonly RankedRow[]): Block[] {
  const low = lowerEnd(rows);
  if (low.length === 0) return [];
  const title = words.needsPush(language);
  const lines = list(
    low.map((row) => [words.overdueAt(language, row.agencyName, row.overdueOpen)]),
  );
  return low.length > CROWD
    ? [details(`${title} (${low.length})`, lines)]
    : [paragraph(bold(title)), lines];
}

function unrankedOf(language: Language, { group, rows }: Ranking): Block[] {
  const unranked = rows.filter((row) => row.rank === null);
  if (unranked.length === 0) return [];
  const minimum = Math.max(1, group.minDue);
  const names = namesOf(unranked);
  return unranked.length > CROWD
    ? [details(words.notEnoughMany(language, minimum, unranked.length), paragraph(names))]
    : [paragraph(words.notEnough(language, minimum, names))];
}

const comparedWith = (language: Language, { since, amended }: Compared): string =>
  words.comparedWith(language, `${since}${amended ? wasAmended(language) : ""}`);

/** Window, table, ties, those without enough figures, the lower end, formula and denominator. */
export function rankingBlocks(
  language: Language,
  ranking: Ranking,
  compared: Compared | null,
): Block[] {
  const { group, span, window, rows } = ranking;
  const runs = byRank(rows);
  const crowds = runs.filter((run) => run.length > CROWD);
  const counted = runs.flat().reduce((all, row) => all + countedIn(row), 0);
  return [
    heading(words.standingTitle(language, group.name)),
    paragraph(bold(spanLabel(language, span, window)), ". ", italic(words.notTheIndex(language))),
    ...(runs.length === 0
      ? [paragraph(words.nobodyRanked(language))]
      : [
          tableOf(language, runs, compared),
          ...crowds.map((run) =>
            details(
              words.tiedCrowd(language, run.length, run[0]?.rank ?? 0),
              paragraph(namesOf(run)),
            ),
          ),
          paragraph(compared ? comparedWith(language, compared) : words.noEarlier(language)),
        ]),
    ...unrankedOf(language, ranking),
    ...needsPush(language, rows),
    paragraph(italic(words.formulaLine(language, counted))),
  ];
}
