// The message of the weekly ranking: the year to date first, then the week, then what is new.
import { isoWeek } from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, details, heading, list, paragraph, type Reply } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/standings-weekly.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";
import type { Ranking } from "./ranking.ts";
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
};

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

export function weeklyReply(language: Language, figures: WeeklyFigures): Reply {
  const { window, rankings, changes, codes } = figures;
  const { newlyOverdue, newlyDone } = changes;
  return {
    blocks: [
      heading(words.weeklyTitle(language, isoWeek(window.to).week, window)),
      ...rankings.flatMap(({ ranking, compared }) => rankingBlocks(language, ranking, compared)),
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
