// An order laid over what is there: which assignment and which member goes where, and why. Pure.
import { fold } from "#src/language/fold.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { matchesFunction } from "./matches-function.ts";
import { agencyAfter } from "./move-people.ts";
import type { Order, OrderMove } from "./order.ts";
import type { Plan } from "./plan.ts";
import { type Held, type Move, planMoves } from "./plan-moves.ts";
import type { Member, OpenRow } from "./situation-store.ts";

export type Situation = {
  rows: readonly OpenRow[];
  held: readonly Held[];
  members: readonly Member[];
};

export type LayoutProblem =
  | { kind: "not open"; codes: string[] }
  | { kind: "which person"; phrase: string; names: string[] }
  /** A place was named for what has to go: it cannot stay with an agency that ends. */
  | { kind: "nobody takes"; codes: string[] };

export type PersonMove = Member & { toId: number | null };

export type Layout = {
  /** What is stored with the decision. */
  plan: Pick<Plan, "tasks" | "people" | "functions">;
  moves: Move[];
  /** Ids of rows that only stand here because they match a function. */
  proposed: Set<number>;
  people: PersonMove[];
  problems: LayoutProblem[];
};

type Said = { hand: Map<number, number | null>; functions: Map<number, number | null> };

/** Members of that name, or of a name that ends so. */
const called = (members: readonly Member[], words: string): Member[] => {
  const wanted = fold(words);
  const exact = members.filter(({ fullName }) => fold(fullName) === wanted);
  const ending = members.filter(({ fullName }) => ` ${fold(fullName)}`.endsWith(` ${wanted}`));
  const found = exact.length > 0 ? exact : ending;
  return [...new Map(found.map((member) => [member.personId, member])).values()];
};

const sayTasks = (move: OrderMove, rows: readonly OpenRow[], said: Said): LayoutProblem[] => {
  const missing = move.numbers.filter((number) => !rows.some(({ taskId }) => taskId === number));
  for (const { id } of rows.filter(({ taskId }) => move.numbers.includes(taskId))) {
    said.hand.set(id, move.to?.id ?? null);
  }
  return missing.length === 0 ? [] : [{ kind: "not open", codes: missing.map(formatTaskCode) }];
};

const sayFunction = (words: string, toId: number | null, rows: readonly OpenRow[], said: Said) => {
  for (const row of rows) if (matchesFunction(words, row)) said.functions.set(row.id, toId);
};

export const layOut = (order: Order, { rows, held, members }: Situation): Layout => {
  const ended = new Set(order.ended.map(({ id }) => id));
  const restId = order.rest?.id ?? null;
  const said: Said = { hand: new Map(), functions: new Map() };
  const people: Plan["people"] = [];
  const functions: Plan["functions"] = [];
  const problems: LayoutProblem[] = [];
  const [first] = order.to;
  if (order.kind === "move_function" && order.function !== null && first !== undefined) {
    sayFunction(order.function, first.id, rows, said);
    functions.push({ function: order.function, toId: first.id });
  }
  for (const move of order.moves) {
    if (move.numbers.length > 0) {
      problems.push(...sayTasks(move, rows, said));
      continue;
    }
    const [member, ...more] = called(members, move.words);
    if (member === undefined) {
      sayFunction(move.words, move.to?.id ?? null, rows, said);
      if (move.to !== null) functions.push({ function: move.words, toId: move.to.id });
    } else if (more.length > 0) {
      const names = [member, ...more].map(({ fullName }) => fullName);
      problems.push({ kind: "which person", phrase: move.words, names });
    } else if (move.to !== null) people.push({ personId: member.personId, toId: move.to.id });
  }
  const byWord = (id: number): number | null | undefined =>
    said.hand.has(id) ? said.hand.get(id) : said.functions.get(id);
  const byDefault = (row: OpenRow): number | null => (ended.has(row.agencyId) ? restId : null);
  const named = new Map(
    rows.flatMap((row) => {
      const toId = byWord(row.id);
      if (toId === undefined) return [];
      // "Stays" is only where it can: what must go goes with the rest.
      return toId === null && ended.has(row.agencyId) ? [] : [[row.id, toId ?? row.agencyId]];
    }),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const destination = ({ id }: { id: number }): number | null => {
    const row = byId.get(id);
    return row === undefined ? null : (named.get(id) ?? byDefault(row));
  };
  const codes = new Map(rows.map(({ agencyId, code }) => [agencyId, code]));
  const moves = planMoves({ rows, held, destination, tag: (id) => codes.get(id) ?? "" });
  const left = rows.filter((row) => ended.has(row.agencyId) && destination(row) === null);
  if (left.length > 0) {
    const lost = [...new Set(left.map(({ taskId }) => formatTaskCode(taskId)))];
    problems.push({ kind: "nobody takes", codes: lost });
  }
  const following = {
    fromIds: order.from.map(({ id }) => id),
    endedIds: [...ended],
    restId,
    people,
  };
  return {
    plan: { tasks: [...named].map(([id, toId]) => ({ id, toId })), people, functions },
    moves,
    proposed: new Set(
      [...said.functions].flatMap(([id, toId]) => (toId === null || said.hand.has(id) ? [] : [id])),
    ),
    people: members
      .map((member) => ({ ...member, toId: agencyAfter(following, member) }))
      .filter(({ agencyId, toId }) => agencyId !== toId),
    problems,
  };
};
