// Which assignment goes where, and what happens to it there. Pure: the same for the preview and
// for the day on which it is carried out.
import type { AssignmentRole, AssignmentState } from "#prisma/generated/enums.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { type Meeting, meet, movableStates } from "./meeting.ts";

export type Held = {
  id: number;
  taskId: number;
  agencyId: number;
  role: AssignmentRole;
  occurrence: string;
  state: AssignmentState;
};

export type Movable = Held & { dueOn: CivilDate | null };

/** An assignment that is there, or the one that comes of an earlier move. */
export type Target = { existing: number } | { of: number };

export type Move = {
  id: number;
  taskId: number;
  fromId: number;
  toId: number;
  role: AssignmentRole;
  state: AssignmentState;
  how: Meeting;
  /** Null for "new" and "beside". */
  target: Target | null;
  /** Two duties of one task become one: people are told. */
  folds: boolean;
  /** The occurrence of what comes of it. */
  occurrence: string;
};

/**
 * A recurring duty before its periods, leads before those who coordinate, the stricter date first:
 * what is folded in yields to it.
 */
const inOrder = (a: Movable, b: Movable): number =>
  a.taskId - b.taskId ||
  Number(a.occurrence !== "") - Number(b.occurrence !== "") ||
  Number(b.role === "lead") - Number(a.role === "lead") ||
  (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999") ||
  a.id - b.id;

const keyOf = (taskId: number, agencyId: number, occurrence: string): string =>
  `${taskId} ${agencyId} ${occurrence}`;

/** An occurrence that is not taken: "SKHDT", "SKHDT 2". */
const freeOccurrence = (base: string, tag: string, taken: (occurrence: string) => boolean) => {
  for (let count = 1; ; count += 1) {
    const name = [base, tag, count === 1 ? "" : String(count)].filter((part) => part !== "");
    if (!taken(name.join(" "))) return name.join(" ");
  }
};

/** A duty that rested and begins again as another of its own rank. */
const isSame = (row: Movable, met: Pick<Held, "role" | "state">): boolean =>
  row.role === met.role && movableStates.includes(met.state);

export type MoveSituation = {
  /** Assignments of the agencies that change. */
  rows: readonly Movable[];
  /** All assignments that those who receive have of the same tasks. */
  held: readonly Held[];
  /** Null: it stays. */
  destination: (row: Movable) => number | null;
  /** Marks a duty that stands beside a finished one: the old agency's code. */
  tag: (agencyId: number) => string;
};

export const planMoves = ({ rows, held, destination, tag }: MoveSituation): Move[] => {
  type There = Pick<Held, "role" | "state"> & { target: Target };
  const there = new Map<string, There>(
    held.map(({ id, taskId, agencyId, role, occurrence, state }) => [
      keyOf(taskId, agencyId, occurrence),
      { role, state, target: { existing: id } },
    ]),
  );
  const moves: Move[] = [];
  for (const row of [...rows].sort(inOrder)) {
    const toId = destination(row);
    if (toId === null || toId === row.agencyId || !movableStates.includes(row.state)) continue;
    const met = there.get(keyOf(row.taskId, toId, row.occurrence)) ?? null;
    const how = meet(row, met);
    const occurrence =
      how === "beside"
        ? freeOccurrence(row.occurrence, tag(row.agencyId), (one) =>
            there.has(keyOf(row.taskId, toId, one)),
          )
        : row.occurrence;
    const { id, taskId, agencyId: fromId, role, state } = row;
    const target = how === "merge" || how === "restart" ? (met?.target ?? null) : null;
    const folds = met !== null && (how === "merge" || (how === "restart" && isSame(row, met)));
    moves.push({ id, taskId, fromId, toId, role, state, how, target, folds, occurrence });
    const key = keyOf(taskId, toId, occurrence);
    if (how === "merge") {
      // A result that waits goes along.
      const awaits = state === "awaiting_confirmation" && met !== null;
      if (awaits && role === "lead") there.set(key, { ...met, state: "awaiting_confirmation" });
    } else there.set(key, { role, state, target: target ?? { of: id } });
    there.set(keyOf(taskId, fromId, row.occurrence), {
      role,
      state: "transferred",
      target: { existing: id },
    });
  }
  return moves;
};
