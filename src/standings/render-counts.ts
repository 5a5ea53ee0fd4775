// The figures of one agency: the table that officials expect, and its place in its group.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { showRate } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, bold, heading, italic, paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/standings.ts";
import { COUNTED_CELLS, type CountTable } from "./count-table.ts";
import { countedIn, type Ranking } from "./ranking.ts";
import { type Compared, showPlaces, showPoints } from "./render.ts";
import { spanLabel } from "./span-label.ts";

export type AgencyCounts = { lead: CountTable; coordinating: CountTable };

/** `asOf`: the day at whose end the counts hold. */
export function countBlocks(
  language: Language,
  agency: { name: string; code: string },
  { lead, coordinating }: AgencyCounts,
  asOf: CivilDate,
): Block[] {
  const names = words.cellNames(language);
  const rows = [
    ...COUNTED_CELLS.map((cell) => [names[cell], String(lead[cell])]),
    [names.total, String(lead.total)],
  ];
  return [
    heading(words.agencyTitle(language, agency.name, agency.code, asOf)),
    { kind: "table", header: [names.head, names.number], align: ["left", "right"], rows },
    paragraph(words.apart(language, lead.paused, lead.cancelled, coordinating.total)),
    ...(lead.awaitingLate > 0 ? [paragraph(words.awaitingLate(language, lead.awaitingLate))] : []),
  ];
}

/** One agency's line out of the ranking of its group. */
export function placeBlocks(
  language: Language,
  agencyId: number,
  ranking: Ranking,
  compared: Compared | null,
): Block[] {
  const row = ranking.rows.find((one) => one.agencyId === agencyId);
  if (row === undefined) return [paragraph(words.agencyNotInRanking(language))];
  const { group, span, window } = ranking;
  const counted = countedIn(row);
  const label = `${spanLabel(language, span, window)}: `;
  const formula = paragraph(italic(words.formulaLine(language, counted)));
  if (row.rank === null) {
    const minimum = Math.max(1, group.minDue);
    const text = words.agencyUnranked(language, group.name, counted, minimum);
    return [paragraph(label, text), formula];
  }
  const ranked = ranking.rows.filter((one) => one.rank !== null);
  const tied = ranked.filter((one) => one.rank === row.rank).length > 1;
  const rank = tied ? words.tiedRank(language, row.rank) : String(row.rank);
  const change = compared?.changes.get(agencyId);
  const since = compared?.since ?? "";
  return [
    paragraph(
      label,
      bold(words.placeInGroup(language, rank, ranked.length, group.name)),
      words.rateAndParts(language, showRate(row.rate), row.doneOnTime, counted),
      change === undefined
        ? ""
        : change.places === "new"
          ? words.newlyRanked(language, since)
          : words.changedBy(
              language,
              showPoints(change.points),
              showPlaces(language, change.places),
              since,
            ),
      ".",
    ),
    formula,
  ];
}
