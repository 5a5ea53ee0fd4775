// Where a row says that its task stands: status, percent and the day on which it was finished.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { readPercent } from "#src/language/percent.ts";
import type { CellReaders } from "./cell-readers.ts";
import type { Column } from "./columns.ts";
import type { SheetLine } from "./read-sheet.ts";
import type { CellNote, CellProblem } from "./sheet-problems.ts";
import { readStatus, type SheetStatus } from "./status-words.ts";

/** Notes what is wrong with a cell of the row. */
export type Wrong = (column: Column, problem: CellProblem) => void;

export type Standing = {
  status: SheetStatus;
  percent: number | null;
  finishedOn: CivilDate | null;
  notes: CellNote[];
};

/** "50", "50 %", "50,5": whole percents, since that is what officials report. */
function readWholePercent(cell: string): number | null | undefined {
  if (/^[-–]?$/u.test(cell)) return null;
  const bare = /^\d{1,3}(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(",", ".")) : null;
  const value = bare ?? readPercent(cell);
  return value === null || value > 100 ? undefined : Math.round(value);
}

/** A day that must not lie ahead. */
export function readPastDay(
  { cells }: SheetLine,
  column: "issuedOn" | "finishedOn",
  { day, on }: Pick<CellReaders, "day" | "on">,
  wrong: Wrong,
): CivilDate | null {
  const reading = day(cells[column]);
  if ("problem" in reading) wrong(column, reading.problem);
  else if (reading.day > on) wrong(column, { kind: "after-import", on });
  else return reading.day;
  return null;
}

/** `issuedOn`: nothing can be finished before it; null where that is not to be checked. */
export function readStanding(
  line: SheetLine,
  { read, issuedOn, wrong }: { read: CellReaders; issuedOn: CivilDate | null; wrong: Wrong },
): Standing {
  const { row, cells } = line;
  const said = readStatus(cells.status);
  if (said === undefined) wrong("status", { kind: "unknown-status" });
  const percent = readWholePercent(cells.percent);
  if (percent === undefined) wrong("percent", { kind: "not-a-percent" });
  const finishedOn = cells.finishedOn === "" ? null : readPastDay(line, "finishedOn", read, wrong);
  const started = (percent ?? 0) > 0;
  const implied: SheetStatus =
    cells.finishedOn !== "" ? "done" : started ? "in_progress" : "assigned";
  const raised = (said === "assigned" || said === "received") && started;
  const status = raised ? "in_progress" : (said ?? implied);
  if (status === "done" && cells.finishedOn === "") {
    wrong("finishedOn", { kind: "finish-date-missing" });
  }
  const ends = status === "done" || status === "awaiting_confirmation";
  if (!ends && cells.finishedOn !== "") wrong("finishedOn", { kind: "finish-date-unexpected" });
  if (finishedOn && issuedOn && finishedOn < issuedOn) {
    wrong("finishedOn", { kind: "before-document", issuedOn });
  }
  const notes: CellNote[] = raised ? [{ row, column: "status", kind: "status-from-percent" }] : [];
  return { status, percent: percent ?? null, finishedOn, notes };
}
