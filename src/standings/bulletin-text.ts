// The bulletin of a week in lines of plain text, short enough for any channel. Pure.
import { addDays, type CivilDate, isoWeek } from "#src/calendar/civil-date.ts";
import { type Window, weekWindow } from "#src/calendar/periods.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { showRate } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import * as words from "#src/messages/words/bulletin.ts";
import { cellNames } from "#src/messages/words/standings.ts";
import { COUNTED_CELLS, type CountTable } from "./count-table.ts";
import type { Ranking } from "./ranking.ts";
import { lowerEnd } from "./render.ts";

/** A task and the agencies that it concerns, by their codes. */
export type TaskLine = {
  taskId: number;
  agencies: readonly string[];
  /** Where it is still to come: by when. */
  due?: { on: CivilDate; off: boolean };
};

export type BulletinFigures = {
  /** Monday to Sunday. */
  week: Window;
  /** The day at whose end the figures hold: the week's last, or today. */
  asOf: CivilDate;
  table: CountTable;
  /** Year to date. */
  rankings: readonly Ranking[];
  newlyOverdue: readonly TaskLine[];
  /** Assignments. */
  newlyDone: number;
  dueNext: readonly TaskLine[];
};

export const MOST_CHARACTERS = 2_000;
/** How many names and tasks are written out, from the fullest to the shortest text. */
const FULLNESS = [20, 12, 8, 5, 3, 1, 0];

const many = (tasks: readonly TaskLine[]): number =>
  tasks.reduce((sum, { agencies }) => sum + agencies.length, 0);

/** At most so many names, and how many others there are. */
function listed(language: Language, names: readonly string[], most: number): string {
  if (names.length <= most + 1) return names.join(", ");
  if (most === 0) return words.manyAgencies(language, names.length);
  return `${names.slice(0, most).join(", ")} ${words.others(language, names.length - most)}`;
}

function groupLines(language: Language, { group, rows }: Ranking, most: number): string[] {
  const first = rows.filter(({ rank }) => rank === 1);
  const [best] = first;
  if (best === undefined) return [words.nobodyRanked(language, group.name)];
  const names = first.map(({ agencyName }) => agencyName);
  const leads =
    best.rate === 0
      ? words.nobodyInTime(language, group.name)
      : words.best(
          language,
          group.name,
          listed(language, names, Math.min(most, 5)),
          showRate(best.rate),
        );
  const low = lowerEnd(rows).map(({ agencyName, overdueOpen }) =>
    words.overdueOf(language, agencyName, overdueOpen),
  );
  return [leads, ...(low.length > 0 ? [words.lowest(language, listed(language, low, most))] : [])];
}

function taskLines(language: Language, tasks: readonly TaskLine[], most: number): string[] {
  const shown = tasks.length <= most + 1 && most > 0 ? tasks : tasks.slice(0, most);
  const rest = tasks.length - shown.length;
  return [
    ...shown.map(({ taskId, agencies, due }) => {
      const day = due === undefined ? "" : ` (${words.dueDay(language, due.on, due.off)})`;
      return `- ${formatTaskCode(taskId)}${day}: ${listed(language, agencies, Math.min(most, 5))}`;
    }),
    ...(rest > 0 && most > 0 ? [words.moreTasks(language, rest)] : []),
  ];
}

function linesOf(language: Language, figures: BulletinFigures, most: number): string[] {
  const { week, asOf, table, rankings, newlyOverdue, newlyDone, dueNext } = figures;
  const names = cellNames(language);
  const next = weekWindow(addDays(week.to, 1));
  return [
    words.title(language, isoWeek(week.to).week, week),
    words.asOf(language, asOf),
    words.total(language, table.total),
    ...COUNTED_CELLS.map((cell) => words.cell(language, names[cell], table[cell])),
    words.apart(language, table.paused, table.cancelled),
    words.newlyDone(language, newlyDone),
    words.newlyOverdue(language, many(newlyOverdue)),
    ...taskLines(language, newlyOverdue, most),
    words.dueNextWeek(language, many(dueNext), next),
    ...taskLines(language, dueNext, most),
    ...(rankings.length > 0 ? [words.fromNewYear(language)] : []),
    ...rankings.flatMap((ranking) => groupLines(language, ranking, most)),
    words.whereToAsk(language),
  ];
}

/** The fullest text that fits; the figures and where to ask are always in it. */
export function bulletinLines(language: Language, figures: BulletinFigures): string[] {
  const texts = FULLNESS.map((most) => linesOf(language, figures, most));
  const fits = texts.find((lines) => lines.join("\n").length < MOST_CHARACTERS);
  return fits ?? linesOf(language, { ...figures, rankings: [] }, 0);
}
