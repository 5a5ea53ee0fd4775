// A deadline with its extension in one cell: "30/11/2026; gia hạn đến 15/12/2026".
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Frequency } from "#src/calendar/reporting-periods.ts";
import { cutWords } from "#src/language/cut-words.ts";
import type { Deadline, DeadlineKind } from "#src/language/deadline.ts";
import { showDate } from "#src/messages/format.ts";
import type { CellReaders } from "./cell-readers.ts";

/** The day that holds now; `times` 0: it was put right, without anybody asking. */
export type Moved = { to: CivilDate; times: number };

/** What an assignment holds of its deadline. */
export type StoredDeadline = {
  kind: DeadlineKind;
  dueOn: CivilDate | null;
  originalDueOn: CivilDate | null;
  boundary: string | null;
  frequency: readonly string[];
  phrase: string;
  extensionCount: number;
};

const MOVED =
  /[\s;,.(]*\b(gia han|dieu chinh)(?: (\d{1,2}) lan| lan (\d{1,2}))? (?:den|thanh)(?: het)?(?: ngay)? (\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\)?$/;

// Folding every cell takes its time: most cannot hold it.
const PERHAPS_MOVED = /(?:h[aạ]n|ch[iỉ]nh).*\d{4}\)?$/isu;

/** A cell's deadline, and the day to which it was moved; only what had a date can be moved. */
export function readDeadlineCell(
  cell: string,
  at: CivilDate,
  read: Pick<CellReaders, "deadline" | "day">,
): { deadline: Deadline; moved: Moved | null } {
  const cut = PERHAPS_MOVED.test(cell.normalize("NFC")) ? cutWords(cell, MOVED) : null;
  if (cut !== null && cut.before !== "") {
    const [, how, many, nth, day = ""] = cut.found;
    const to = read.day(day);
    const deadline = read.deadline(cut.before, at);
    if ("day" in to && deadline.dueOn !== null) {
      const times = how === "gia han" ? Number(many ?? nth ?? 1) : 0;
      return { deadline, moved: { to: to.day, times } };
    }
  }
  return { deadline: read.deadline(cell, at), moved: null };
}

const movedWords = ({ to, times }: Moved): string =>
  [
    times === 0 ? "điều chỉnh" : "gia hạn",
    times > 1 ? `${times} lần` : "",
    times === 0 ? "thành" : "đến",
    showDate(to),
  ]
    .filter((word) => word !== "")
    .join(" ");

const BOUNDARY_WORDS: Readonly<Record<string, string>> = { before: "trước ngày", by: "đến ngày" };

const FREQUENCY_WORDS: Readonly<Record<Frequency, string>> = {
  weekly: "hàng tuần",
  monthly: "hàng tháng",
  quarterly: "hàng quý",
  "half-yearly": "6 tháng",
  yearly: "hàng năm",
};

/** The plainest words for a deadline whose own would be read as another one. */
function plainWords({ kind, originalDueOn, boundary, frequency, phrase }: StoredDeadline): string {
  if (originalDueOn !== null) {
    const word = BOUNDARY_WORDS[boundary ?? ""];
    return word === undefined ? showDate(originalDueOn) : `${word} ${showDate(originalDueOn)}`;
  }
  if (kind !== "recurrence") return phrase;
  const named = Object.entries(FREQUENCY_WORDS).filter(([name]) => frequency.includes(name));
  return named.length === 0 ? phrase : named.map(([, words]) => words).join(", ");
}

// What programs write and people do not.
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The cell from which the same deadline is read again on the document's day: in its own words
 * where they still say it.
 */
export function deadlineCell(
  stored: StoredDeadline,
  at: CivilDate,
  read: Pick<CellReaders, "deadline" | "day">,
): string {
  const { dueOn, originalDueOn, extensionCount } = stored;
  const moved =
    dueOn !== null && (dueOn !== originalDueOn || extensionCount > 0)
      ? { to: dueOn, times: extensionCount }
      : null;
  const again = readDeadlineCell(stored.phrase, at, read);
  const { deadline } = again;
  const says =
    again.moved === null &&
    deadline.kind === stored.kind &&
    deadline.dueOn === originalDueOn &&
    (moved !== null || deadline.boundary === stored.boundary) &&
    [...deadline.frequency].sort().join() === [...stored.frequency].sort().join();
  const base = says && !ISO.test(stored.phrase) ? stored.phrase : plainWords(stored);
  return moved === null ? base : `${base}; ${movedWords(moved)}`;
}
