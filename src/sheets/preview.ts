import { formatTaskCode } from "#src/language/task-code.ts";
import { clip, showDate } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, details, heading, list, paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/sheet-import.ts";
import * as cellWords from "#src/messages/words/sheets.ts";
import { columnTitles } from "./columns.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { CellError } from "./sheet-problems.ts";
import { leadsOf, type SheetTask } from "./sheet-row.ts";

const FIRST_ROWS = 8;
const FIRST_POINTS = 20;
const LONGEST_CELL = 70;

const short = (text: string): string => clip(text.replace(/\s+/gu, " "), LONGEST_CELL);

export function countsOf({ create }: ImportPlan): words.SheetCounts {
  const deadlines: words.SheetCounts["deadlines"] = {};
  for (const { shares } of create) {
    const kind = shares[0]?.deadline.kind ?? "none";
    deadlines[kind] = (deadlines[kind] ?? 0) + 1;
  }
  const sum = (of: (task: SheetTask) => number) => create.reduce((all, task) => all + of(task), 0);
  return {
    tasks: create.length,
    leads: sum(({ shares }) => shares.reduce((many, { leads }) => many + leads.length, 0)),
    coordinating: sum(({ coordinating }) => coordinating.length),
    deadlines,
  };
}

/** One error as a line: row, column, what stands there, what is wrong. */
export const errorText = (language: Language, { row, column, cell, problem }: CellError): string =>
  cellWords.errorLine(
    language,
    row,
    columnTitles[column],
    short(cell),
    cellWords.cellProblem(language, problem),
  );

/** The first points of a list, and how many more there are. */
function points(language: Language, lines: readonly string[]): Block[] {
  const rest = lines.length - FIRST_POINTS;
  const first = list(lines.slice(0, FIRST_POINTS).map((line) => [line]));
  return rest > 0 ? [first, paragraph(words.andMore(language, rest))] : [first];
}

function taskTable(language: Language, tasks: readonly SheetTask[]): Block {
  const shown = tasks.slice(0, FIRST_ROWS);
  const lead = (task: SheetTask) => {
    const [first, ...others] = leadsOf(task);
    return others.length === 0 ? (first?.name ?? "") : words.agencies(language, others.length + 1);
  };
  const due = ({ shares: [share] }: SheetTask) => {
    const day = share?.moved?.to ?? share?.deadline.dueOn ?? null;
    if (day !== null) return showDate(day);
    return words.deadlineKind(language, share?.deadline.kind ?? "none");
  };
  return {
    kind: "table",
    caption: words.firstRows(language, shown.length, tasks.length),
    header: words.tableHeader(language),
    rows: shown.map((task) => [task.key, short(task.content), lead(task), due(task)]),
  };
}

/** What the register already has of the sheet, and where the two differ. */
export function knownBlocks(language: Language, plan: ImportPlan): Block[] {
  if (plan.same === 0) return [];
  const head = plan.create.length === 0 ? words.nothingNew : words.alreadyThere;
  const lines = plan.differences.map(({ row, taskId, field, was, now }) =>
    words.difference(language, row, formatTaskCode(taskId), field, short(was), short(now)),
  );
  const title = words.differences(language, lines.length);
  return [
    paragraph(head(language, plan.same)),
    ...(lines.length > 0 ? [details(title, ...points(language, lines))] : []),
  ];
}

/** Errors row by row: nothing is stored while there is one. */
export function errorBlocks(language: Language, plan: ImportPlan): Block[] {
  const lines = plan.errors.map((error) => errorText(language, error));
  return [
    paragraph(words.hasErrors(language, lines.length)),
    ...points(language, lines),
    paragraph(words.mendAndSend(language)),
  ];
}

/** What would be stored. */
export function previewBlocks(language: Language, plan: ImportPlan, issuer: string): Block[] {
  const counts = countsOf(plan);
  const notes = plan.notes.map((note) => cellWords.cellNote(language, note));
  const skipped = plan.skipped.length > 0;
  return [
    heading(words.previewTitle(language, issuer)),
    paragraph(words.counts(language, counts)),
    paragraph(words.deadlines(language, counts)),
    taskTable(language, plan.create),
    ...(notes.length > 0
      ? [details(words.toCheck(language, notes.length), ...points(language, notes))]
      : []),
    ...(skipped ? [paragraph(cellWords.skippedRows(language, plan.skipped))] : []),
    ...knownBlocks(language, plan),
    paragraph(words.howToConfirm(language)),
  ];
}
