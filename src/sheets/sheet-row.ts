import { createHash } from "node:crypto";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Deadline } from "#src/language/deadline.ts";
import { fold } from "#src/language/fold.ts";
import type { CellReaders } from "./cell-readers.ts";
import type { Column } from "./columns.ts";
import { type Moved, readDeadlineCell } from "./deadline-cell.ts";
import type { SheetLine } from "./read-sheet.ts";
import { isExported, readMark, readSource, type Source } from "./row-marks.ts";
import { type Days, readCoordinating, readLeads } from "./sheet-assignees.ts";
import type { CellError, CellNote } from "./sheet-problems.ts";
import { readPastDay, readStanding, type Wrong } from "./sheet-standing.ts";
import type { SheetStatus } from "./status-words.ts";

type Named = { id: number; name: string };

/** How a task stands with some of its lead agencies, for one period of a recurring one. */
export type SheetShare = {
  row: number;
  occurrence: string;
  part: number;
  leads: Named[];
  /** The cell, and what it says; `moved`: the day that holds now. */
  deadlineText: string;
  deadline: Deadline;
  moved: Moved | null;
  status: SheetStatus;
  /** Null where the sheet says nothing. */
  percent: number | null;
  /** Day of completion, or of the submission that waits. */
  finishedOn: CivilDate | null;
  result: string | null;
};

/** A task of a tracking sheet, understood: one row or, in an export, several. */
export type SheetTask = {
  row: number;
  /** Identity within its document: the sheet's own numbering, else a print of the words. */
  key: string;
  content: string;
  /** Number and issuer of the document (null: as said for the whole sheet), or a task's code. */
  source: Source;
  /** From an export: it says all that the register knew. */
  exported: boolean;
  /** Day of the document; without one, of registration. */
  issuedOn: CivilDate;
  leadPhrase: string;
  /** Agencies that coordinate and do not lead. */
  coordinating: Named[];
  references: { groupId: number | null; phrase: string }[];
  leaderText: string | null;
  note: string | null;
  shares: SheetShare[];
  notes: CellNote[];
};

/** Everybody who leads, once. */
export const leadsOf = ({ shares }: SheetTask): Named[] => {
  const all = shares.flatMap(({ leads }) => leads);
  return [...new Map(all.map((lead) => [lead.id, lead])).values()];
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

export const printOf = (content: string): string =>
  `#${createHash("sha256").update(fold(content)).digest("hex").slice(0, 12)}`;

const keyOf = (stt: string, section: string, content: string): string => {
  const number = bareNumber(stt);
  if (number !== "") return section === "" ? number : `${section}/${number}`;
  return printOf(content);
};

/** A heading carries no duty: nobody, no document and no date. A numbered row is never one. */
function isHeading({ cells }: SheetLine): boolean {
  const carries: Column[] = ["number", "issuedOn", "deadline", "lead"];
  return carries.every((column) => cells[column] === "") && !/^\d/u.test(cells.stt);
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
  const wrong: Wrong = (column, problem) => {
    errors.push({ row, column, cell: cells[column], problem });
  };

  if (cells.content === "") wrong("content", { kind: "empty" });
  const mark = readMark(cells.stt);
  const said = readSource(cells.number.replace(/\s+/gu, " "));
  const exported = isExported(said);
  const ref = exported ? null : read.document(cells.number);
  const source: Source = ref === null ? said : { of: "document", number: ref.number, issuer: null };
  if (cells.number === "") wrong("number", { kind: "empty" });
  const issuedOn =
    cells.issuedOn === "" && ref?.date ? ref.date : readPastDay(line, "issuedOn", read, wrong);

  const standing = readStanding(line, { read, issuedOn: exported ? null : issuedOn, wrong });
  notes.push(...standing.notes);
  const { status } = standing;

  const days: Days = { read, issuedOn: issuedOn ?? on };
  const open = !CLOSED.has(status);
  const leads = readLeads(cells.lead, days, { row, column: "lead" }, open);
  if (cells.lead === "") wrong("lead", { kind: "empty" });
  else errors.push(...leads.errors);
  const others = readCoordinating(cells.coordinating, days, { row, column: "coordinating" }, open);

  const { deadline, moved } = readDeadlineCell(cells.deadline, issuedOn ?? on, read);
  const deadlineNote = { row, column: "deadline" as const, phrase: cells.deadline };
  if (deadline.kind === "unclear") notes.push({ ...deadlineNote, kind: "deadline-unclear" });
  else if (deadline.sure < UNSURE) notes.push({ ...deadlineNote, kind: "deadline-unsure" });

  if (errors.length > 0 || issuedOn === null) return { kind: "errors", errors };
  const leading = new Set(leads.agencies.map(({ id }) => id));
  const brief = ({ id, name }: Named): Named => ({ id, name });
  const share: SheetShare = {
    row,
    occurrence: mark.occurrence,
    part: mark.part,
    leads: leads.agencies.map(brief),
    deadlineText: cells.deadline,
    deadline,
    moved,
    status,
    percent: status === "done" ? 100 : standing.percent,
    finishedOn: standing.finishedOn,
    result: cells.result || null,
  };
  const task: SheetTask = {
    row,
    key: source.of === "register" ? source.code : keyOf(mark.key, section, cells.content),
    content: cells.content,
    source,
    exported,
    issuedOn,
    leadPhrase: cells.lead,
    coordinating: others.agencies.filter(({ id }) => !leading.has(id)).map(brief),
    references: others.references,
    leaderText: cells.leader || null,
    note: cells.note || null,
    shares: [share],
    notes: [...notes, ...leads.notes, ...others.notes],
  };
  return { kind: "task", task };
}

/** Reads all rows in order. */
export function readRows(lines: readonly SheetLine[], read: CellReaders): RowReading[] {
  let section = "";
  return lines.map((line) => {
    const reading = readRow(line, read, section);
    const number = bareNumber(line.cells.stt);
    if (reading.kind === "skipped" && SECTION.test(number)) section = number;
    return reading;
  });
}
