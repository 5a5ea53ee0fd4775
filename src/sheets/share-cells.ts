// How one lead assignment of the register stands, as the cells of a row say it.
import type { AssignmentState } from "#prisma/generated/enums.ts";
import { tidyCell } from "#src/agencies/delimited-text.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { showDate } from "#src/messages/format.ts";
import type { CellReaders } from "./cell-readers.ts";
import { deadlineCell, type StoredDeadline } from "./deadline-cell.ts";
import type { SheetStatus } from "./status-words.ts";

export type RegisterResult = {
  note: string;
  documentNumber: string | null;
  documentDate: CivilDate | null;
};

/** One lead assignment; what was transferred away is none. */
export type RegisterShare = {
  assignmentId: number;
  agencyId: number;
  occurrence: string;
  state: Exclude<AssignmentState, "transferred">;
  percent: number;
  deadline: StoredDeadline;
  submittedOn: CivilDate | null;
  completedOn: CivilDate | null;
  /** The one that waits or was confirmed. */
  result: RegisterResult | null;
  /** The last words on its progress, or why it is set aside. */
  lastWord: string;
};

export type ShareCells = {
  deadline: string;
  status: SheetStatus;
  percent: number;
  finishedOn: CivilDate | null;
  result: string;
};

/** Control and other characters that a sheet cannot hold are left out. */
export const cellText = (text: string): string => tidyCell(text.replace(/[\ufffe\uffff]/gu, ""));

/** The words of a result, with its document before them where they do not name it. */
function resultText(
  { note, documentNumber, documentDate }: RegisterResult,
  { document }: Pick<CellReaders, "document">,
): string {
  const ref = document(note);
  const dated = documentDate === null || ref?.date === documentDate;
  if (documentNumber === null || (ref?.number === documentNumber && dated)) return note;
  const number = `số ${documentNumber}`;
  const day = documentDate === null ? number : `${number} ngày ${showDate(documentDate)}`;
  return note === "" ? day : `${day}; ${note}`;
}

function resultCell(share: RegisterShare, read: CellReaders): string {
  switch (share.state) {
    case "done":
    case "awaiting_confirmation":
      return share.result === null ? "" : resultText(share.result, read);
    case "in_progress":
    case "paused":
    case "cancelled":
      return share.lastWord;
    default:
      return "";
  }
}

/** A sheet knows no beginning without progress, and no end at less than 100 %. */
function statusOf({ state, percent }: RegisterShare): SheetStatus {
  const begun = (state === "assigned" || state === "received") && percent > 0;
  return begun ? "in_progress" : state;
}

/** `at`: the day by which the row is read. */
export function shareCells(share: RegisterShare, at: CivilDate, read: CellReaders): ShareCells {
  const { state, percent, submittedOn, completedOn } = share;
  return {
    deadline: cellText(deadlineCell(share.deadline, at, read)),
    status: statusOf(share),
    percent: state === "done" ? 100 : percent,
    finishedOn:
      state === "done" ? completedOn : state === "awaiting_confirmation" ? submittedOn : null,
    result: cellText(resultCell(share, read)),
  };
}

/** The percent as it is written: nothing where nothing has begun. */
export const percentCell = ({ status, percent }: ShareCells): string =>
  status === "assigned" || status === "received" ? "" : String(percent);
