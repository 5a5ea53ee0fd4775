import { createHash } from "node:crypto";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Deadline } from "#src/language/deadline.ts";
import { fold } from "#src/language/fold.ts";
import { readPercent } from "#src/language/percent.ts";
import { type CellReaders, makeReaders, type SheetContext } from "./cell-readers.ts";
import type { Column } from "./columns.ts";
import type { SheetLine } from "./read-sheet.ts";
import { type Days, readCoordinating, readLeads } from "./sheet-assignees.ts";
import type { CellError, CellNote, CellProblem } from "./sheet-problems.ts";
import { readStatus, type SheetStatus } from "./status-words.ts";

type Named = { id: number; name: string };

/** One row of a tracking sheet, understood. */
export type SheetTask = {
  row: number;
  /** Identity within its document: the sheet's own numbering, else a print of the words. */
  key: string;
  content: string;
  number: string;
  issuedOn: CivilDate;
  deadline: Deadline;
  leadPhrase: string;
  leads: Named[];
  /** Agencies that coordinate and do not lead. */
  coordinating: Named[];
  references: { groupId: number | null; phrase: string }[];
  leaderText: string | null;
  status: SheetStatus;
  /** Null where the sheet says nothing. */
  percent: number | null;
  /** Day of completion, or of the submission that waits. */
  finishedOn: CivilDate | null;
  result: string | null;
  note: string | null;
  notes: CellNote[];
};

export type RowReading =
  | { kind: "task"; task: SheetTask }
  | { kind: "errors"; errors: CellError[] }
  /** A heading or a remark between the rows. */
  | { kind: "skipped"; row: number };

const UNSURE = 0.7;
const SECTION = /^(?:[IVXLC]+|\p{Lu})$/u;
const CLOSED = new Set<SheetStatus>(["done", "cancelled"]);

const bareNumber = (stt: string): string => stt.replace(/[\s.)]+$/u, "");

const keyOf = (stt: string, section: string, content: string): string => {
  const number = bareNumber(stt);
  if (number !== "") return section === "" ? number : `${section}/${number}`;
  return `#${createHash("sha256").update(fold(content)).digest("hex").slice(0, 12)}`;
};

/** A heading carries no duty: nobody, no document and no date. A numbered row is never one. */
function isHeading({ cells }: SheetLine): boolean {
  const carries: Column[] = ["number", "issuedOn", "deadline", "lead"];
  return carries.every((column) => cells[column] === "") && !/^\d/u.test(cells.stt);
}

/** "50", "50 %", "50,5": whole percents, since that is what officials report. */
function readWholePercent(cell: string): number | null | undefined {
  if (/^[-–]?$/u.test(cell)) return null;
  const bare = /^\d{1,3}(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(",", ".")) : null;
  const value = bare ?? readPercent(cell);
  return value === null || value > 100 ? undefined : Math.round(value);
}

/**
 * Reads one row. Pure: what is known about agencies and days off comes in as values. `section` is
 * the number of the heading above, because many sheets begin at 1 again under each.
 */
export function readRow(line: SheetLine, read: CellReaders, section = ""): RowReading {
  const { row, cells } = line;
  if (isHeading(line)) return { kind: "skipped", row };
  const { on } = read;
  const errors: CellError[] = [];
  const notes: CellNote[] = [];
  const wrong = (column: Column, problem: CellProblem): void => {
    errors.push({ row, column, cell: cells[column], problem });
  };
  const day = (column: "issuedOn" | "finishedOn"): CivilDate | null => {
    const reading = read.day(cells[column]);
    if ("problem" in reading) wrong(column, reading.problem);
    else if (reading.day > on) wrong(column, { kind: "after-import", on });
    else return reading.day;
    return null;
  };

  if (cells.content === "") wrong("content", { kind: "empty" });
  const ref = read.document(cells.number);
  const number = ref?.number ?? cells.number.replace(/\s+/gu, " ");
  if (number === "") wrong("number", { kind: "empty" });
  const issuedOn = cells.issuedOn === "" && ref?.date ? ref.date : day("issuedOn");

  const said = readStatus(cells.status);
  if (said === undefined) wrong("status", { kind: "unknown-status" });
  const percent = readWholePercent(cells.percent);
  if (percent === undefined) wrong("percent", { kind: "not-a-percent" });
  const finishedOn = cells.finishedOn === "" ? null : day("finishedOn");
  const started = (percent ?? 0) > 0;
  const implied: SheetStatus =
    cells.finishedOn !== "" ? "done" : started ? "in_progress" : "assigned";
  const raised = said === "assigned" && started;
  if (raised) notes.push({ row, column: "status", kind: "status-from-percent" });
  const status = raised ? "in_progress" : (said ?? implied);
  if (status === "done" && cells.finishedOn === "") {
    wrong("finishedOn", { kind: "finish-date-missing" });
  }
  const ends = status === "done" || status === "awaiting_confirmation";
  if (!ends && cells.finishedOn !== "") wrong("finishedOn", { kind: "finish-date-unexpected" });
  if (finishedOn && issuedOn && finishedOn < issuedOn) {
    wrong("finishedOn", { kind: "before-document", issuedOn });
  }

  const days: Days = { read, issuedOn: issuedOn ?? on };
  const open = !CLOSED.has(status);
  const leads = readLeads(cells.lead, days, { row, column: "lead" }, open);
  if (cells.lead === "") wrong("lead", { kind: "empty" });
  else errors.push(...leads.errors);
  const others = readCoordinating(cells.coordinating, days, { row, column: "coordinating" }, open);

  const deadline = read.deadline(cells.deadline, issuedOn ?? on);
  const deadlineNote = { row, column: "deadline" as const, phrase: cells.deadline };
  if (deadline.kind === "unclear") notes.push({ ...deadlineNote, kind: "deadline-unclear" });
  else if (deadline.sure < UNSURE) notes.push({ ...deadlineNote, kind: "deadline-unsure" });

  if (errors.length > 0 || issuedOn === null) return { kind: "errors", errors };
  const leading = new Set(leads.agencies.map(({ id }) => id));
  const brief = ({ id, name }: Named): Named => ({ id, name });
  const task: SheetTask = {
    row,
    key: keyOf(cells.stt, section, cells.content),
    content: cells.content,
    number,
    issuedOn,
    deadline,
    leadPhrase: cells.lead,
    leads: leads.agencies.map(brief),
    coordinating: others.agencies.filter(({ id }) => !leading.has(id)).map(brief),
    references: others.references,
    leaderText: cells.leader || null,
    status,
    percent: status === "done" ? 100 : (percent ?? null),
    finishedOn,
    result: cells.result || null,
    note: cells.note || null,
    notes: [...notes, ...leads.notes, ...others.notes],
  };
  return { kind: "task", task };
}

/** Reads all rows in order. */
export function readRows(lines: readonly SheetLine[], context: SheetContext): RowReading[] {
  let section = "";
  const read = makeReaders(context);
  return lines.map((line) => {
    const reading = readRow(line, read, section);
    const number = bareNumber(line.cells.stt);
    if (reading.kind === "skipped" && SECTION.test(number)) section = number;
    return reading;
  });
}
