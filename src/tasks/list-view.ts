// A page of tasks: one line each, the most urgent first, each a tap away from its card.
import { shorten } from "#src/messages/format.ts";
import { type Button, bold, list, paragraph, type Reply, type Run } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/commands.ts";
import { deadlineText, labels, timelinessText } from "#src/messages/words/tasks.ts";
import { may, maySeeContent } from "#src/people/permissions.ts";
import type { Request } from "#src/requests/request.ts";
import { type AssignmentRow, deadlineShown, factsOf } from "./assignment-store.ts";
import { agenciesOfTask } from "./card.ts";
import { lineStart, namedCode, shownCode } from "./occurrence-view.ts";
import { type ListFilter, listAssignments } from "./task-queries.ts";
import { timelinessOf } from "./timeliness.ts";

const SHORT = 90;

/** One line: code, agency where several are shown, what, by when, how it stands. */
export const taskLine = (row: AssignmentRow, request: Request, withAgency: boolean): Run[] => {
  const { language, today, calendar, actor } = request;
  const facts = factsOf(row);
  const due = deadlineText(language, deadlineShown(row));
  const stands = timelinessText(language, timelinessOf(facts, today, calendar));
  const content = maySeeContent(actor, agenciesOfTask(row))
    ? shorten(row.task.content, SHORT)
    : "…";
  const percent = row.percent > 0 && row.state !== "done" ? `, ${row.percent}%` : "";
  return [
    ...lineStart(language, row, withAgency ? row.agency.name : null),
    content,
    ` · ${due}`,
    // An undated task says so once.
    facts.dueOn === null && stands === due ? percent : ` · ${stands}${percent}`,
  ];
};

/** What is asked for, as a command, so that paging can ask for the next page of the same. */
export type ListRequest = { command: string; filter: ListFilter; page: number; title: string };

const pager = (language: Request["language"], command: string, page: number, pages: number) => {
  const at = (label: string, wanted: number): Button => ({
    label,
    command: `${command} trang ${wanted}`.replace(/\s+/g, " "),
    inPlace: true,
  });
  const words = labels(language);
  return [
    ...(page > 1 ? [at(words.back, page - 1)] : []),
    ...(page < pages ? [at(words.next, page + 1)] : []),
  ];
};

const COLUMNS = 4;

const inRows = (buttons: Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / COLUMNS) }, (_, row) =>
    buttons.slice(row * COLUMNS, (row + 1) * COLUMNS),
  );

/** Lists one page, with the cards and the neighbouring pages as buttons. */
export const listReply = async (
  request: Request,
  { command, filter, page, title }: ListRequest,
): Promise<Reply> => {
  const { tx, actor, today, language } = request;
  const found = await listAssignments(tx, actor, filter, today, page);
  const heading = paragraph(bold(`${title} (${found.total})`));
  if (found.total === 0) return { blocks: [heading, paragraph(words.nothingListed(language))] };
  const everywhere = filter.agencyId === null && may(actor, "see content");
  const several = new Set(found.rows.map((row) => row.agencyId)).size > 1;
  const cards = found.rows.map((row) => {
    const agency = several ? ` ${row.agency.code}` : "";
    return { label: shownCode(language, row), command: `/viec ${namedCode(row)}${agency}` };
  });
  const pages = pager(language, command, found.page, found.pages);
  return {
    blocks: [
      heading,
      list(found.rows.map((row) => taskLine(row, request, several || everywhere))),
      ...(found.pages > 1 ? [paragraph(words.pageOf(language, found.page, found.pages))] : []),
    ],
    buttons: [...inRows(dedupe(cards)), ...(pages.length === 0 ? [] : [pages])],
  };
};

const dedupe = (buttons: Button[]): Button[] => [
  ...new Map(buttons.map((button) => [button.command, button])).values(),
];
