// Reads the words of a decision as of a day: who ends, who takes over, what is still to be asked.
import { type Directory, isValidOn } from "#src/agencies/directory.ts";
import { type AgencyIndex, makeAgencyIndex } from "#src/agencies/name-index.ts";
import { addDays, type CivilDate } from "#src/calendar/civil-date.ts";
import { fold } from "#src/language/fold.ts";
import { findTaskCodes } from "#src/language/task-code.ts";
import { decisionName } from "#src/messages/words/reorganisation.ts";
import {
  agencyCalled,
  completeParties,
  namedAgencies,
  namedParties,
  partyOf,
} from "./name-parties.ts";
import {
  isNew,
  isRemark,
  type KnownOrder,
  type Order,
  type OrderMove,
  type OrderProblem,
  type OrderStep,
  type Party,
} from "./order.ts";
import type { OrderText, Today } from "./order-text.ts";
import { readDecision, readEffective } from "./read-terms.ts";

export type OrderContext = Today & { directory: Directory; known: readonly KnownOrder[] };

/** The same decision about the same agencies, or about one that ends by another. */
const repeated = (order: Order, known: readonly KnownOrder[]): OrderProblem[] => {
  const { decision, effectiveOn, from, kind } = order;
  if (decision === null || effectiveOn === null) return [];
  const ids = from.map(({ id }) => id).sort((a, b) => a - b);
  const same = known.find(
    (one) =>
      one.kind === kind &&
      one.effectiveOn === effectiveOn &&
      one.decision === decisionName(decision) &&
      [...one.fromIds].sort((a, b) => a - b).join() === ids.join() &&
      fold(one.function ?? "") === fold(order.function ?? "") &&
      (kind !== "move_function" || order.to.some(({ id }) => one.toIds.includes(id))),
  );
  if (same !== undefined)
    return [{ kind: "done already", number: same.number, applied: same.applied }];
  return order.ended.flatMap((agency): OrderProblem[] => {
    if (agency.validTo === null) return [];
    const by = known.find(({ fromIds }) => fromIds.includes(agency.id));
    const on = addDays(agency.validTo, 1);
    return [{ kind: "ending", name: agency.name, on, number: by?.number ?? null }];
  });
};

const shapeProblems = ({ kind, from, to }: Order): OrderProblem[] => {
  const problems: OrderProblem[] = [];
  const names = from.map(({ name }) => name);
  const [first] = from;
  const [target] = to;
  if ((kind === "rename" || kind === "split" || kind === "move_function") && from.length > 1) {
    problems.push({ kind: "one only", names });
  }
  if ((kind === "rename" || kind === "merge") && to.length > 1) {
    problems.push({ kind: "one receiver", names: to.map(({ name }) => name) });
  }
  if (kind === "split" && to.length === 1) problems.push({ kind: "two needed" });
  if (kind === "merge" && from.length === 1 && target !== undefined && isNew(target)) {
    problems.push({ kind: "two needed" });
  }
  if (kind === "rename" && first !== undefined && target !== undefined && !isNew(target)) {
    if (target.id === first.id) problems.push({ kind: "same name", name: first.name });
    else problems.push({ kind: "exists", name: target.name, of: first.name });
  }
  const itself = from.find(({ id }) => to.some((party) => party.id === id));
  if (kind === "move_function" && itself !== undefined) {
    problems.push({ kind: "same name", name: itself.name });
  }
  return problems;
};

type Gaps = { from: OrderProblem[]; to: OrderProblem[]; amended: OrderProblem[] };

const nextStep = (order: Order, gaps: Gaps): OrderStep => {
  const { problems, kind, from, to } = order;
  const has = (...kinds: OrderProblem["kind"][]) =>
    problems.some((one) => kinds.includes(one.kind));
  if (from.length === 0 || gaps.from.length > 0 || has("one only")) return "from";
  if (kind === "move_function" && order.function === null) return "function";
  const needsTo = kind !== "dissolve" && to.length === 0;
  if (
    needsTo ||
    gaps.to.some((one) => !isRemark(one)) ||
    has("two needed", "one receiver", "exists", "same name")
  ) {
    return "to";
  }
  if (order.decision === null) return "decision";
  if (order.effectiveOn === null) return "effective";
  return gaps.amended.length > 0 ? "amend" : "confirm";
};

const readTo = (
  text: OrderText,
  first: Order["from"][number] | undefined,
  index: AgencyIndex,
  valid: Directory["agencies"],
) => {
  const none = { found: [] as Party[], near: [] as Order["near"], problems: [] as OrderProblem[] };
  if (text.to.trim() === "" || first === undefined) return none;
  if (!text.into) return namedParties(index, valid, text.to, first);
  const { found, near, problems } = namedAgencies(index, text.to);
  const several: OrderProblem[] =
    found.length > 1 ? [{ kind: "one receiver", names: found.map(({ name }) => name) }] : [];
  return { found: found.slice(0, 1).map(partyOf), near, problems: [...problems, ...several] };
};

type Receiving = { parties: readonly Party[]; endedIds: ReadonlySet<number>; index: AgencyIndex };

/** The receiver of a move: one of those that take over, or any agency that goes on. */
const receiver = (
  typed: string,
  { parties, endedIds, index }: Receiving,
): { party: Party | null; near: Order["near"]; problems: OrderProblem[] } => {
  const [own, ...more] = parties.filter(
    ({ name, code }) => fold(name) === fold(typed) || fold(code) === fold(typed),
  );
  if (own !== undefined && more.length === 0) return { party: own, near: [], problems: [] };
  const { found, near, problems } = namedAgencies(index, typed);
  const [agency] = found;
  if (agency !== undefined && endedIds.has(agency.id)) {
    const heirs = parties.map(({ name, code }) => ({ name, code }));
    return { party: null, near: [], problems: [{ kind: "ended", name: agency.name, heirs }] };
  }
  return { party: agency === undefined ? null : partyOf(agency), near, problems };
};

/** It is not known on the day before because it begins on that day or later. */
const orTooYoung = (
  problem: OrderProblem,
  { agencies }: Directory,
  eve: CivilDate,
): OrderProblem => {
  if (problem.kind !== "unknown") return problem;
  const young = agencies.filter(({ validFrom }) => validFrom !== null && validFrom > eve);
  const agency = agencyCalled(young, problem.phrase);
  if (agency === undefined || agency.validFrom === null) return problem;
  return { kind: "too young", name: agency.name, since: agency.validFrom };
};

/** Reads a decision as of today; names of those that change hold on the day before it. */
export const readOrder = (text: OrderText, context: OrderContext): Order => {
  const { directory, today } = context;
  const { decision, problems: ofDecision } = readDecision(text, context);
  const { effectiveOn, problems: ofDay } = readEffective(text, decision, context);
  const eve = effectiveOn === null ? today : addDays(effectiveOn, -1);
  const day = effectiveOn ?? today;
  const after = makeAgencyIndex(directory, day);
  const valid = directory.agencies.filter((agency) => isValidOn(agency, day));

  const from = namedAgencies(makeAgencyIndex(directory, eve), text.from);
  const [first] = from.found;
  const to = readTo(text, first, after, valid);
  const stays = new Set(to.found.map(({ id }) => id));
  const ended = text.kind === "move_function" ? [] : from.found.filter(({ id }) => !stays.has(id));
  const endedIds = new Set(ended.map(({ id }) => id));

  const complete =
    first === undefined
      ? { parties: to.found, problems: [] }
      : completeParties(to.found, text.columns, {
          predecessor: first,
          groups: directory.groups,
          taken: (code) =>
            agencyCalled(
              valid.filter(({ id }) => !endedIds.has(id)),
              code,
            )?.name ?? null,
        });

  const receiving = { parties: complete.parties, endedIds, index: after };
  const near = [...from.near, ...to.near];
  const ofMoves: OrderProblem[] = [];
  const moves = text.moves.map((move): OrderMove => {
    const numbers = findTaskCodes(move.what).map(({ number }) => number);
    if (move.to === "") return { numbers, words: move.what, to: null };
    const found = receiver(move.to, receiving);
    near.push(...found.near);
    ofMoves.push(...found.problems);
    return { numbers, words: move.what, to: found.party };
  });
  const rest = text.rest === null ? null : receiver(text.rest, receiving);
  const staying = complete.parties.find(({ id }) => from.found.some((one) => one.id === id));
  const ownRest = text.kind === "split" ? (staying ?? complete.parties[0]) : complete.parties[0];

  const order: Order = {
    kind: text.kind,
    from: from.found,
    ended,
    to: complete.parties,
    rest: text.kind === "move_function" ? null : (rest?.party ?? ownRest ?? null),
    function: text.function === "" ? null : text.function,
    decision,
    effectiveOn,
    moves,
    near,
    problems: [],
    step: "confirm",
  };
  const amended = [...complete.problems, ...ofMoves, ...(rest?.problems ?? [])];
  const ofFrom = from.problems.map((one) => orTooYoung(one, directory, eve));
  const gaps: Gaps = { from: ofFrom, to: to.problems, amended };
  // Where it stands already nothing else about it is worth saying.
  const hopeless = repeated(order, context.known);
  if (hopeless.length > 0) return { ...order, problems: hopeless, step: "refused" };
  const problems = [
    ...gaps.from,
    ...gaps.to,
    ...ofDecision,
    ...ofDay,
    ...amended,
    ...shapeProblems(order),
  ];
  const read = { ...order, problems };
  return { ...read, step: nextStep(read, gaps) };
};
