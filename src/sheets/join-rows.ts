// Rows of an export that speak of one task become one again.
import type { Column } from "./columns.ts";
import type { CellError } from "./sheet-problems.ts";
import type { SheetShare, SheetTask } from "./sheet-row.ts";

const inOrder = (words: readonly string[]): string => [...words].sort().join("; ");

export const coordinatingOf = ({ coordinating, references }: SheetTask): string =>
  inOrder([...coordinating.map(({ name }) => name), ...references.map(({ phrase }) => phrase)]);

/** What every row of a task must say alike. */
const shared: readonly [Column, (task: SheetTask) => string][] = [
  ["content", ({ content }) => content],
  ["coordinating", coordinatingOf],
  ["leader", ({ leaderText }) => leaderText ?? ""],
  ["note", ({ note }) => note ?? ""],
];

const isTwice = (a: SheetShare, b: SheetShare): boolean =>
  a.occurrence === b.occurrence && a.part === b.part;

/** Why a further row cannot be a part of the task; none: it can. */
function problemsOf(task: SheetTask, next: SheetTask): CellError[] {
  const { row, key } = next;
  const [share] = next.shares;
  if (share === undefined) return [];
  const twin = task.shares.find((one) => isTwice(one, share));
  if (twin !== undefined) {
    return [{ row, column: "stt", cell: key, problem: { kind: "row-twice", first: twin.row } }];
  }
  const differ = shared.filter(([, of]) => of(task) !== of(next));
  const beside = task.shares.filter(({ occurrence }) => occurrence === share.occurrence);
  const again = share.leads.flatMap(({ id, name }) => {
    const first = beside.find(({ leads }) => leads.some((lead) => lead.id === id))?.row;
    return first === undefined ? [] : [{ name, first }];
  });
  return [
    ...differ.map(([column, of]): CellError => {
      return { row, column, cell: of(next), problem: { kind: "parts-differ", first: task.row } };
    }),
    ...again.map(({ name, first }): CellError => {
      return { row, column: "lead", cell: name, problem: { kind: "agency-twice", name, first } };
    }),
  ];
}

/** Who leads, in the words of the rows of the duty itself; periods say it only where nothing else does. */
function phraseOf(task: SheetTask, next: SheetTask): string {
  if (next.shares.every(({ occurrence }) => occurrence !== "")) return task.leadPhrase;
  const said = task.shares.some(({ occurrence }) => occurrence === "");
  return said ? `${task.leadPhrase}; ${next.leadPhrase}` : next.leadPhrase;
}

/** Joins a further row to its task, or says why not. Pure. */
export function joinRow(
  task: SheetTask,
  next: SheetTask,
): { task: SheetTask } | { errors: CellError[] } {
  const errors = problemsOf(task, next);
  if (errors.length > 0) return { errors };
  return {
    task: {
      ...task,
      leadPhrase: phraseOf(task, next),
      shares: [...task.shares, ...next.shares],
      notes: [...task.notes, ...next.notes],
    },
  };
}
