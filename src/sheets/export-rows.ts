// The register as rows of a tracking sheet: one for each task, or for each part of its agencies
// that stands apart. Whatever the importer would read in another way than it is meant is written
// in the plainest words that it reads right. Pure.
import type { AgencyValue } from "#src/agencies/directory.ts";
import { type CivilDate, compareDates } from "#src/calendar/civil-date.ts";
import { showDate } from "#src/messages/format.ts";
import type { CellReaders } from "./cell-readers.ts";
import { type Column, columns } from "./columns.ts";
import { datedName } from "./dated-agencies.ts";
import { markCell, type Source, sourceCell } from "./row-marks.ts";
import { percentCell, type RegisterShare, type ShareCells, shareCells } from "./share-cells.ts";
import { type Days, readCoordinating, readLeads } from "./sheet-assignees.ts";
import { printOf } from "./sheet-row.ts";
import { statusTitles } from "./status-words.ts";

/** A task of the register as far as a sheet can tell of it. Its texts are tidy (`cellText`). */
export type RegisterTask = {
  taskId: number;
  key: string;
  content: string;
  source: Source;
  issuedOn: CivilDate;
  leadPhrase: string;
  coordinatingIds: number[];
  /** Groups and phrases that coordinate. */
  references: string[];
  leaderText: string;
  note: string;
  shares: RegisterShare[];
};

export type ExportRow = { cells: Record<Column, string>; assignmentIds: number[] };

/** Agencies in the order of their list, which does not depend on the register. */
export type Agencies = { get: (id: number) => AgencyValue; place: (id: number) => number };

export function agencyOrder(all: readonly AgencyValue[]): Agencies {
  const places = new Map(all.map(({ id }, at) => [id, at]));
  return {
    place: (id) => places.get(id) ?? all.length,
    get: (id) => {
      const found = all[places.get(id) ?? -1];
      if (found === undefined) throw new Error(`no such agency: ${id}`);
      return found;
    },
  };
}

type House = { read: CellReaders; agencies: Agencies };
type Group = { occurrence: string; cells: ShareCells; shares: RegisterShare[] };

const sameIds = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && new Set([...a, ...b]).size === a.length;

const idsOf = ({ shares }: Group): number[] => shares.map(({ agencyId }) => agencyId);

/** Agencies that stand alike, each period by itself; groups and agencies in the order of the list. */
function groupsOf(task: RegisterTask, { read, agencies }: House): Group[] {
  const groups = new Map<string, Group>();
  const inOrder = [...task.shares].sort(
    (a, b) =>
      (a.occurrence < b.occurrence ? -1 : a.occurrence > b.occurrence ? 1 : 0) ||
      agencies.place(a.agencyId) - agencies.place(b.agencyId),
  );
  for (const share of inOrder) {
    const { occurrence } = share;
    const cells = shareCells(share, task.issuedOn, read);
    const key = JSON.stringify([occurrence, cells]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { occurrence, cells, shares: [share] });
    else group.shares.push(share);
  }
  return [...groups.values()];
}

const CLOSED = new Set(["done", "cancelled"]);
const PLACE = { row: 0, column: "lead" as const };

type Reads = (list: string) => number[];

/** A list of names from which the importer reads these very agencies, each with its day if need be. */
function namesOf(ids: readonly number[], { agencies }: House, reads: Reads): string {
  const named = [...ids].sort((a, b) => agencies.place(a) - agencies.place(b)).map(agencies.get);
  const list = (write: (agency: AgencyValue) => string) => named.map(write).join("; ");
  const plain = list(({ name }) => name);
  if (sameIds(reads(plain), ids)) return plain;
  const some = list((agency) =>
    sameIds(reads(agency.name), [agency.id]) ? agency.name : datedName(agency),
  );
  // In one list an ended agency may be read as of another day than alone.
  return sameIds(reads(some), ids) ? some : list(datedName);
}

/** `phrase`: words that may say the same. */
function leadCell(group: Group, phrase: string, issuedOn: CivilDate, house: House): string {
  const days: Days = { read: house.read, issuedOn };
  const open = !CLOSED.has(group.cells.status);
  const reads: Reads = (list) => {
    const { agencies, errors } = readLeads(list, days, PLACE, open);
    return errors.length > 0 ? [] : agencies.map(({ id }) => id);
  };
  const ids = idsOf(group);
  return phrase !== "" && sameIds(reads(phrase), ids) ? phrase : namesOf(ids, house, reads);
}

function coordinatingCell(task: RegisterTask, house: House): string {
  const days: Days = { read: house.read, issuedOn: task.issuedOn };
  const phrases = [...task.references].sort();
  const listed = (names: string) => [...(names === "" ? [] : [names]), ...phrases].join("; ");
  const readIn = (list: string, open: boolean): number[] =>
    readCoordinating(list, days, PLACE, open).agencies.map(({ id }) => id);
  // Some rows of a task may be closed and others open.
  const reads: Reads = (names) => {
    const ids = readIn(listed(names), true);
    return sameIds(ids, readIn(listed(names), false)) ? ids : [];
  };
  return listed(namesOf(task.coordinatingIds, house, reads));
}

const numberOf = ({ key, content }: RegisterTask, plain: boolean): string =>
  plain && key === printOf(content) ? "" : key;

/** The rows of one task. */
export function taskRows(task: RegisterTask, house: House): ExportRow[] {
  const groups = groupsOf(task, house);
  const [first, second] = groups.filter(({ occurrence }) => occurrence === "");
  const whole = first !== undefined && second === undefined ? first : null;
  const wholeLead = whole === null ? "" : leadCell(whole, task.leadPhrase, task.issuedOn, house);
  const coordinating = coordinatingCell(task, house);
  const counts = new Map<string, number>();
  return groups.map((group): ExportRow => {
    const { occurrence, cells } = group;
    const number = (counts.get(occurrence) ?? 0) + 1;
    counts.set(occurrence, number);
    const alone = groups.filter((one) => one.occurrence === occurrence).length === 1;
    const mark = {
      key: numberOf(task, alone && occurrence === ""),
      occurrence,
      part: alone ? 0 : number,
    };
    return {
      assignmentIds: group.shares.map(({ assignmentId }) => assignmentId),
      cells: {
        stt: markCell(mark),
        content: task.content,
        number: sourceCell(task.source),
        issuedOn: showDate(task.issuedOn),
        deadline: cells.deadline,
        lead: group === whole ? wholeLead : leadCell(group, wholeLead, task.issuedOn, house),
        coordinating,
        leader: task.leaderText,
        percent: percentCell(cells),
        status: statusTitles[cells.status],
        result: cells.result,
        note: task.note,
        finishedOn: cells.finishedOn === null ? "" : showDate(cells.finishedOn),
      },
    };
  });
}

const collator = new Intl.Collator("vi", { numeric: true });
const byWords = (a: string, b: string): number =>
  collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);

/** By document, the oldest first, and within it as its sheet numbers the tasks. */
const inSheetOrder = (a: RegisterTask, b: RegisterTask): number =>
  compareDates(a.issuedOn, b.issuedOn) ||
  byWords(sourceCell(a.source), sourceCell(b.source)) ||
  byWords(a.key, b.key);

export const exportRows = (tasks: readonly RegisterTask[], house: House): ExportRow[] =>
  [...tasks].sort(inSheetOrder).flatMap((task) => taskRows(task, house));

/** The cells in the order of the columns. */
export const cellsInOrder = ({ cells }: ExportRow): string[] =>
  columns.map((column) => cells[column]);
