// The tasks that reports are missing of, a page of them.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { shorten } from "#src/messages/format.ts";
import { type Button, bold, code, list, paragraph, type Reply } from "#src/messages/reply.ts";
import { pageOf as pageText } from "#src/messages/words/commands.ts";
import * as words from "#src/messages/words/missing.ts";
import { labels } from "#src/messages/words/tasks.ts";
import type { Request } from "#src/requests/request.ts";
import { isAskedFor, missingOf } from "./missing.ts";
import type { TaskLeads } from "./missing-store.ts";

const PAGE_SIZE = 8;
const SHORT = 80;

export type TaskMissing = {
  task: TaskLeads;
  missing: number;
  agencies: number;
  overdue: number;
};

/** Tasks by how many reports are missing, the most first; those of none are left out. Pure. */
export const countMissing = (tasks: readonly TaskLeads[], today: CivilDate): TaskMissing[] =>
  tasks
    .map((task) => {
      const { missing, agencies } = missingOf(task.assignments);
      const overdue = missing.filter((row) => isAskedFor(row, "overdue", today)).length;
      return { task, missing: missing.length, agencies, overdue };
    })
    .filter(({ missing }) => missing > 0)
    .sort((a, b) => b.missing - a.missing || b.overdue - a.overdue || a.task.id - b.task.id);

/** The tasks that reports are missing of, a page of them. */
export const tasksMissingReply = (
  request: Request,
  counted: readonly TaskMissing[],
  asked: { page: number; names: string },
): Reply => {
  const { language } = request;
  const pages = Math.max(1, Math.ceil(counted.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const shown = counted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const tail = asked.names === "" ? "" : ` ${asked.names}`;
  const to = (label: string, wanted: number): Button => ({
    label,
    command: `/chuabaocao${tail} trang ${wanted}`,
    inPlace: true,
  });
  const { back, next } = labels(language);
  const pager = [
    ...(page > 1 ? [to(back, page - 1)] : []),
    ...(page < pages ? [to(next, page + 1)] : []),
  ];
  return {
    blocks: [
      paragraph(bold(words.tasksMissing(language, counted.length))),
      list(
        shown.map(({ task, missing, agencies, overdue }) => [
          code(formatTaskCode(task.id)),
          ` ${shorten(task.content, SHORT)} · `,
          words.taskMissing(language, missing, agencies, overdue),
        ]),
      ),
      ...(pages > 1 ? [paragraph(pageText(language, page, pages))] : []),
    ],
    buttons: [
      ...shown.map(({ task, missing }) => [
        {
          label: `${formatTaskCode(task.id)} (${missing})`,
          command: `/chuabaocao ${formatTaskCode(task.id)}${tail}`,
        },
      ]),
      ...(pager.length === 0 ? [] : [pager]),
    ],
  };
};
