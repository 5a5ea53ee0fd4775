// An order as it would be carried out now: read, laid over what is there. What was said besides
// and cannot be used is left out, and said.
import { loadDirectory } from "#src/agencies/agencies-store.ts";
import type { Directory } from "#src/agencies/directory.ts";
import { makeAgencyIndex } from "#src/agencies/name-index.ts";
import { splitNames } from "#src/language/name-list.ts";
import { findTaskCodes, formatTaskCode } from "#src/language/task-code.ts";
import type { Request } from "#src/requests/request.ts";
import { type Layout, layOut, type Situation } from "./lay-out.ts";
import type { Order, OrderProblem, OrderStep } from "./order.ts";
import type { OrderText } from "./order-text.ts";
import type { Problem } from "./problem-view.ts";
import { type OrderContext, readOrder } from "./read-order.ts";
import { readOrderText } from "./read-order-text.ts";
import { knownOrders } from "./reorganisations-store.ts";
import { heldOf, membersOf, openRows, sourcesOf } from "./situation-store.ts";

export type Considered = {
  /** Without what could not be used. */
  text: OrderText;
  order: Order;
  step: OrderStep;
  directory: Directory;
  /** Null until the order is whole. */
  laidOut: { layout: Layout; situation: Situation; groups: number } | null;
  problems: Problem[];
};

const contextOf = async (request: Request): Promise<OrderContext> => ({
  directory: await loadDirectory(request.tx),
  known: await knownOrders(request.tx),
  today: request.today,
  calendar: request.calendar,
});

/** Cuts the typed line where the names that are known allow it; null where no verb is in it. */
export const orderTextOf = async (request: Request, typed: string): Promise<OrderText | null> => {
  const { tx, today, calendar } = request;
  const index = makeAgencyIndex(await loadDirectory(tx), today);
  const knows = (names: string): boolean => {
    const { parts } = splitNames(names, index.agencyNames);
    return parts.length > 0 && parts.every(({ result }) => result.kind === "exact");
  };
  return readOrderText(typed, { today, calendar }, knows);
};

/** Without receivers and columns that nobody could make out. */
const withoutUnread = (text: OrderText, order: Order): OrderText => {
  const unread = order.problems.flatMap((one) =>
    one.kind === "which new" || one.kind === "unknown group" ? [one.phrase] : [],
  );
  return {
    ...text,
    moves: text.moves.filter(({ to }, at) => to === "" || order.moves[at]?.to != null),
    columns: text.columns.filter(({ of, value }) => !unread.includes(of === "" ? value : of)),
  };
};

const situationOf = async (
  request: Request,
  order: Order,
  directory: Directory,
): Promise<Situation> => {
  const { tx, today } = request;
  const ids = {
    fromIds: order.from.map(({ id }) => id),
    endedIds: order.ended.map(({ id }) => id),
  };
  const rows = await openRows(tx, sourcesOf(directory, ids, order.effectiveOn ?? today));
  const receivers = [
    ...order.to,
    ...(order.rest === null ? [] : [order.rest]),
    ...order.moves.flatMap(({ to }) => (to === null ? [] : [to])),
  ];
  const held = await heldOf(
    tx,
    rows.map(({ taskId }) => taskId),
    receivers.map(({ id }) => id),
  );
  return { rows, held, members: await membersOf(tx, ids.fromIds) };
};

/** Without codes that are not open there, and names that fit several people. */
const withoutMisplaced = (text: OrderText, { problems }: Layout): OrderText => {
  const closed = new Set(problems.flatMap((one) => (one.kind === "not open" ? one.codes : [])));
  const people = problems.flatMap((one) => (one.kind === "which person" ? [one.phrase] : []));
  const moves = text.moves.flatMap((move) => {
    if (people.includes(move.what)) return [];
    const codes = findTaskCodes(move.what).map(({ number }) => formatTaskCode(number));
    if (!codes.some((code) => closed.has(code))) return [move];
    const open = codes.filter((code) => !closed.has(code));
    return open.length === 0 ? [] : [{ ...move, what: open.join(", ") }];
  });
  return { ...text, moves };
};

const asked = (order: Order, layout: Layout): OrderStep =>
  layout.problems.some(({ kind }) => kind === "nobody takes") ? "to" : order.step;

export const consider = async (request: Request, typed: OrderText): Promise<Considered> => {
  const context = await contextOf(request);
  const { directory } = context;
  const first = readOrder(typed, context);
  const kept = withoutUnread(typed, first);
  const order = readOrder(kept, context);
  const said: OrderProblem[] = first.problems.filter(
    (one) => !order.problems.some((other) => JSON.stringify(other) === JSON.stringify(one)),
  );
  const problems: Problem[] = [...said, ...order.problems];
  if (order.step !== "confirm" && order.step !== "amend") {
    return { text: kept, order, step: order.step, directory, laidOut: null, problems };
  }
  const situation = await situationOf(request, order, directory);
  const layout = layOut(order, situation);
  const text = withoutMisplaced(kept, layout);
  const groups = await request.tx.chatBinding.count({
    where: { agencyId: { in: order.ended.map(({ id }) => id) }, endedAt: null },
  });
  return {
    text,
    order,
    step: asked(order, layout),
    directory,
    laidOut: { layout, situation, groups },
    problems: [...problems, ...layout.problems],
  };
};
