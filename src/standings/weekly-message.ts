// The message of the weekly ranking: the year to date first, then the week, then what is new.
import { isoWeek } from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import type { Language } from "#src/messages/language.ts";
import {
  type Block,
  bold,
  details,
  heading,
  list,
  paragraph,
  type Reply,
} from "#src/messages/reply.ts";
import { amendmentLine, amendmentsTitle } from "#src/messages/words/petitions.ts";
import * as words from "#src/messages/words/standings-weekly.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";
import type { Amendment } from "./petition.ts";
import { countedIn, type Ranking } from "./ranking.ts";
import { type Compared, rankingBlocks } from "./render.ts";
import type { WeekChanges } from "./week-changes.ts";

export type WeeklyRanking = { ranking: Ranking; compared: Compared | null };

export type WeeklyFigures = {
  /** The week, Monday to Sunday. */
  window: Window;
  /** In the order in which they are shown. */
  rankings: readonly WeeklyRanking[];
  changes: WeekChanges;
  /** Codes of agencies by id. */
  codes: ReadonlyMap<number, string>;
  /** The ranking group of each agency. */
  groupOf: ReadonlyMap<number, number | null>;
  /** Earlier rankings that were put right. */
  amendments: readonly Amendment[];
};

/** What concerns these groups only; everything where none is named. */
export function forGroups(figures: WeeklyFigures, groupIds: readonly number[]): WeeklyFigures {
  if (groupIds.length === 0) return figures;
  const { rankings, changes, groupOf, amendments } = figures;
  const wanted = (groupId: number | null | undefined): boolean =>
    groupId !== null && groupId !== undefined && groupIds.includes(groupId);
  const theirs = (facts: readonly AssignmentFacts[]): AssignmentFacts[] =>
    facts.filter(({ agencyId }) => wanted(groupOf.get(agencyId)));
  return {
    ...figures,
    rankings: rankings.filter(({ ranking }) => wanted(ranking.group.id)),
    changes: {
      newlyOverdue: theirs(changes.newlyOverdue),
      newlyDone: theirs(changes.newlyDone),
    },
    amendments: amendments.filter(({ groupId }) => wanted(groupId)),
  };
}

/** Nothing was due, done or put right yet: a message of empty tables would say nothing. */
export const saysSomething = ({ rankings, changes, amendments }: WeeklyFigures): boolean =>
  amendments.length > 0 ||
  changes.newlyDone.length + changes.newlyOverdue.length > 0 ||
  rankings.some(({ ranking }) => ranking.rows.some((row) => countedIn(row) > 0));

/** More agencies than this on one task are counted instead of named. */
const NAMED = 5;

/** Codes only: a group may not see what the tasks are about. */
function byTask(
  language: Language,
  facts: readonly AssignmentFacts[],
  codes: WeeklyFigures["codes"],
): Block {
  const tasks = new Map<number, string[]>();
  for (const { taskId, agencyId } of facts) {
    tasks.set(taskId, [...(tasks.get(taskId) ?? []), codes.get(agencyId) ?? "?"]);
  }
  return list(
    [...tasks].map(([taskId, agencies]) => {
      const who =
        agencies.length > NAMED
          ? words.agenciesMany(language, agencies.length)
          : agencies.sort().join(", ");
      return [`${formatTaskCode(taskId)}: ${who}`];
    }),
  );
}

/** Decisions about earlier rankings; they are public, the petitions behind them are not. */
export function amendmentBlocks(language: Language, amendments: readonly Amendment[]): Block[] {
  if (amendments.length === 0) return [];
  return [
    paragraph(bold(amendmentsTitle(language))),
    list(
      amendments.map(({ period, agencyName, decision }) => [
        amendmentLine(language, period, agencyName, decision),
      ]),
    ),
  ];
}

export function weeklyReply(language: Language, figures: WeeklyFigures): Reply {
  const { window, rankings, changes, codes, amendments } = figures;
  const { newlyOverdue, newlyDone } = changes;
  return {
    blocks: [
      heading(words.weeklyTitle(language, isoWeek(window.to).week, window)),
      ...rankings.flatMap(({ ranking, compared }) => rankingBlocks(language, ranking, compared)),
      ...amendmentBlocks(language, amendments),
      paragraph(words.newInWeek(language, newlyOverdue.length, newlyDone.length)),
      ...(newlyOverdue.length > 0
        ? [
            details(
              words.newlyOverdue(language, newlyOverdue.length),
              byTask(language, newlyOverdue, codes),
            ),
          ]
        : []),
      ...(newlyDone.length > 0
        ? [details(words.newlyDone(language, newlyDone.length), byTask(language, newlyDone, codes))]
        : []),
    ],
  };
}
