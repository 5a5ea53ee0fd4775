// Where a sheet says something else of a task than the register does. A row of an export is held
// against each of its agencies; the sheet of an office speaks of many at once, and some of them
// may be further than it says.
import { showDate } from "#src/messages/format.ts";
import type { CellReaders } from "./cell-readers.ts";
import type { Column } from "./columns.ts";
import type { Agencies, RegisterTask } from "./export-rows.ts";
import { noteOf } from "./import-rows.ts";
import { coordinatingOf } from "./join-rows.ts";
import type { Difference } from "./plan-import.ts";
import { cellText, type ShareCells, shareCells } from "./share-cells.ts";
import { leadsOf, type SheetShare, type SheetTask } from "./sheet-row.ts";
import { statusTitles } from "./status-words.ts";

type Pair = [field: Column, was: readonly string[], now: string];

const shown = (words: readonly string[]): string => [...new Set(words)].join(", ");
const day = (cells: ShareCells): string =>
  cells.finishedOn === null ? "" : showDate(cells.finishedOn);

/** What the row says beside what the register has of its agencies, field by field. */
function pairsOf(share: SheetShare, known: readonly ShareCells[]): Pair[] {
  const { status, percent, finishedOn, result } = share;
  return [
    ["deadline", known.map(({ deadline }) => deadline), share.deadlineText],
    ["status", known.map((cells) => statusTitles[cells.status]), statusTitles[status]],
    ["percent", known.map((cells) => `${cells.percent}`), `${percent ?? 0}`],
    ["finishedOn", known.map(day), finishedOn === null ? "" : showDate(finishedOn)],
    ["result", known.map((cells) => cells.result), result ?? ""],
  ];
}

/** In a sheet of an office an empty cell says nothing, and what holds of one agency is right. */
function differsLoosely([field, was, now]: Pair, share: SheetShare, known: readonly ShareCells[]) {
  if (was.includes(now)) return false;
  switch (field) {
    case "deadline":
      return true;
    case "status":
      // Received or not is more than most sheets say.
      return !(share.status === "assigned" && known.some(({ status }) => status === "received"));
    case "percent":
      return share.percent !== null && new Set(was).size === 1;
    case "result":
      // Of what has not begun it went into the notes.
      return now !== "" && known.some(({ status }) => status === share.status) && said(share);
    default:
      return now !== "";
  }
}

const said = ({ status }: SheetShare): boolean =>
  status === "in_progress" || status === "awaiting_confirmation" || status === "done";

/** The register's assignments that a row speaks of; of a sheet of an office, all of its task. */
function knownShares(
  share: SheetShare,
  task: RegisterTask,
  strict: boolean,
  read: CellReaders,
): ShareCells[] {
  const ids = new Set(share.leads.map(({ id }) => id));
  return task.shares
    .filter(({ occurrence }) => occurrence === share.occurrence)
    .filter(({ agencyId }) => !strict || ids.has(agencyId))
    .map((known) => shareCells(known, task.issuedOn, read));
}

function shareDifferences(
  share: SheetShare,
  task: RegisterTask,
  strict: boolean,
  { read, agencies }: { read: CellReaders; agencies: Agencies },
): Omit<Difference, "taskId">[] {
  const known = knownShares(share, task, strict, read);
  const { row } = share;
  const leading = task.shares.filter(({ occurrence }) => occurrence === share.occurrence);
  const missing = share.leads.some(({ id }) => !leading.some(({ agencyId }) => agencyId === id));
  if (strict && missing) {
    const was = shown(leading.map(({ agencyId }) => agencies.get(agencyId).name));
    return [{ row, field: "lead", was, now: shown(share.leads.map(({ name }) => name)) }];
  }
  return pairsOf(share, known)
    .filter((pair) =>
      strict ? pair[1].some((was) => was !== pair[2]) : differsLoosely(pair, share, known),
    )
    .map(([field, was, now]) => ({ row, field, was: shown(was), now }));
}

/** Who leads, in the words of an office's sheet: its own, or others for the same agencies. */
function leadDiffers(task: SheetTask, known: RegisterTask): boolean {
  const named = new Set(leadsOf(task).map(({ id }) => id));
  const there = new Set(known.shares.map(({ agencyId }) => agencyId));
  const same = named.size === there.size && [...named].every((id) => there.has(id));
  return !same && cellText(task.leadPhrase) !== known.leadPhrase;
}

export function compareTask(
  task: SheetTask,
  known: RegisterTask,
  house: { read: CellReaders; agencies: Agencies },
): Difference[] {
  const strict = task.exported;
  const coordinating = [
    ...known.coordinatingIds.map((id) => house.agencies.get(id).name),
    ...known.references,
  ];
  const pairs: [Column, string, string][] = [
    ["content", known.content, task.content],
    ["coordinating", coordinating.sort().join("; "), coordinatingOf(task)],
    ["leader", known.leaderText, task.leaderText ?? ""],
    ["note", known.note, noteOf(task) ?? ""],
    ...(!strict && leadDiffers(task, known)
      ? [["lead", known.leadPhrase, task.leadPhrase] as [Column, string, string]]
      : []),
  ];
  const { taskId } = known;
  return [
    ...pairs
      .filter(([, was, now]) => was !== now)
      .map(([field, was, now]) => ({ row: task.row, taskId, field, was, now })),
    ...task.shares.flatMap((share) =>
      shareDifferences(share, known, strict, house).map((one) => ({ ...one, taskId })),
    ),
  ];
}
