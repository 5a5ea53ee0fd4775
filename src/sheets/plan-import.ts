import { fold } from "#src/language/fold.ts";
import type { Column } from "./columns.ts";
import type { CellError, CellNote } from "./sheet-problems.ts";
import type { RowReading, SheetTask } from "./sheet-row.ts";
import { type SheetStatus, statusTitles } from "./status-words.ts";

/** A task of the register that came from a sheet, as far as a sheet can be compared with it. */
export type KnownTask = {
  taskId: number;
  number: string;
  issuedOn: string;
  key: string;
  content: string;
  leadPhrase: string;
  deadlinePhrase: string;
  coordinating: string[];
  leaderText: string;
  note: string;
  /** Of the lead assignments; what was transferred is left out. */
  statuses: SheetStatus[];
  percents: number[];
};

/** Where the sheet (`now`) says something else than the register has (`was`). */
export type Difference = { row: number; taskId: number; field: Column; was: string; now: string };

export type ImportPlan = {
  create: SheetTask[];
  /** Rows that the register has already, whether or not they differ. */
  same: number;
  differences: Difference[];
  errors: CellError[];
  notes: CellNote[];
  /** Rows that are headings or remarks. */
  skipped: number[];
};

type Identity = Pick<KnownTask, "number" | "issuedOn" | "key">;

const identity = ({ number, issuedOn, key }: Identity): string =>
  [fold(number), issuedOn, key].join("\n");

const inOrder = (words: readonly string[]): string => [...words].sort().join("; ");

const coordinatingOf = ({ coordinating, references }: SheetTask): string =>
  inOrder([...coordinating.map(({ name }) => name), ...references.map(({ phrase }) => phrase)]);

function compare(task: SheetTask, known: KnownTask): Difference[] {
  const pairs: [Column, string, string][] = [
    ["content", known.content, task.content],
    ["deadline", known.deadlinePhrase, task.deadline.phrase],
    ["lead", known.leadPhrase, task.leadPhrase],
    ["coordinating", inOrder(known.coordinating), coordinatingOf(task)],
    ["leader", known.leaderText, task.leaderText ?? ""],
    ["note", known.note, task.note ?? ""],
  ];
  // An agency of many may be further than its sheet says of all.
  if (known.statuses.length > 0 && !known.statuses.includes(task.status)) {
    const was = [...new Set(known.statuses)].map((status) => statusTitles[status]).join(", ");
    pairs.push(["status", was, statusTitles[task.status]]);
  }
  const [percent, ...others] = [...new Set(known.percents)];
  if (task.percent !== null && percent !== undefined && others.length === 0) {
    pairs.push(["percent", `${percent}`, `${task.percent}`]);
  }
  return pairs
    .filter(([, was, now]) => was !== now)
    .map(([field, was, now]) => ({ row: task.row, taskId: known.taskId, field, was, now }));
}

/** Sorts the rows of a sheet into what is new, what is known and what is wrong. Pure. */
export function planImport(
  readings: readonly RowReading[],
  register: readonly KnownTask[],
): ImportPlan {
  const known = new Map(register.map((task) => [identity(task), task]));
  const firstRows = new Map<string, number>();
  const plan: ImportPlan = {
    create: [],
    same: 0,
    differences: [],
    errors: [],
    notes: [],
    skipped: [],
  };
  for (const reading of readings) {
    if (reading.kind === "skipped") plan.skipped.push(reading.row);
    if (reading.kind === "errors") plan.errors.push(...reading.errors);
    if (reading.kind !== "task") continue;
    const { task } = reading;
    const id = identity(task);
    const first = firstRows.get(id);
    if (first !== undefined) {
      const problem = { kind: "row-twice" as const, first };
      plan.errors.push({ row: task.row, column: "stt", cell: task.key, problem });
      continue;
    }
    firstRows.set(id, task.row);
    const already = known.get(id);
    if (already === undefined) {
      plan.create.push(task);
      plan.notes.push(...task.notes);
    } else {
      plan.same += 1;
      plan.differences.push(...compare(task, already));
    }
  }
  return plan;
}
