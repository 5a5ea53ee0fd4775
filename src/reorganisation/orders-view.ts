// What is planned and what was done: the list, and one of it.
import { fromDbDate } from "#src/calendar/civil-date.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { showDate } from "#src/messages/format.ts";
import {
  type Block,
  type Button,
  bold,
  code,
  details,
  list,
  paragraph,
  type Reply,
  type Run,
} from "#src/messages/reply.ts";
import * as toldWords from "#src/messages/words/reorganisation.ts";
import * as askWords from "#src/messages/words/reorganisation-asked.ts";
import * as words from "#src/messages/words/reorganisation-done.ts";
import * as readWords from "#src/messages/words/reorganisation-read.ts";
import type { Request } from "#src/requests/request.ts";
import { describe } from "./described.ts";
import { allOrders, type Stored } from "./reorganisations-store.ts";
import { countsOf } from "./tell-reorganised.ts";

const MOST_SHOWN = 15;

export const stateOf = ({ applied, plan }: Stored): "planned" | "done" | "cancelled" =>
  plan.cancelled !== undefined ? "cancelled" : applied ? "done" : "planned";

const lineOf = async ({ tx, language }: Request, order: Stored): Promise<Run[]> => {
  const said = await describe(tx, order);
  const state = words.stateOf(language, stateOf(order));
  return [
    bold(words.numbered(language, order.id)),
    ` · ${showDate(order.effectiveOn)} · ${toldWords.changeText(language, said)} (${order.decision}) · ${state}`,
  ];
};

const cancelTap = ({ language }: Request, { id }: Stored): Button => ({
  label: words.cancelButton(language, id),
  command: `/sapxep hủy ${id}`,
});

/** Planned first, then the latest that were done; how to enter one. */
export const showOrders = async (request: Request): Promise<Reply> => {
  const { tx, language } = request;
  const orders = await allOrders(tx);
  const planned = orders.filter((order) => stateOf(order) === "planned").reverse();
  const others = orders.filter((order) => stateOf(order) !== "planned").slice(0, MOST_SHOWN);
  const lines: Run[][] = [];
  for (const order of [...planned, ...others]) lines.push(await lineOf(request, order));
  return {
    blocks: [
      ...(lines.length === 0
        ? [paragraph(words.noneYet(language))]
        : [paragraph(bold(readWords.labels(language).all)), list(lines)]),
      paragraph(askWords.howTo(language)),
      ...askWords.examples.map((example) => paragraph(code(example))),
    ],
    buttons: planned
      .slice(0, MOST_SHOWN)
      .map((order) => [
        { label: words.seeButton(language, order.id), command: `/sapxep ${order.id}` },
        cancelTap(request, order),
      ]),
  };
};

const movedBlocks = async (request: Request, order: Stored): Promise<Block[]> => {
  const { tx, language } = request;
  const { name } = await describe(tx, order);
  const moved = order.plan.moved ?? [];
  const left = order.plan.left ?? [];
  const open = await tx.assignment.findMany({
    where: { id: { in: left } },
    select: { taskId: true },
  });
  return [
    ...countsOf(order.plan, name).map((count) => paragraph(toldWords.movedTo(language, count))),
    ...(moved.length === 0
      ? []
      : [
          details(
            readWords.labels(language).change,
            list(
              moved.map(({ taskId, fromId, toId, folds }) => [
                words.taskWent(language, formatTaskCode(taskId), name(fromId), name(toId), folds),
              ]),
            ),
          ),
        ]),
    ...(open.length === 0
      ? []
      : [
          paragraph(
            toldWords.nobodyTook(
              language,
              open.map(({ taskId }) => formatTaskCode(taskId)),
            ),
          ),
        ]),
  ];
};

/** What was said by hand and waits for the day. */
const plannedBlocks = async (request: Request, order: Stored): Promise<Block[]> => {
  const { tx, language } = request;
  const { name } = await describe(tx, order);
  const rows = await tx.assignment.findMany({
    where: { id: { in: order.plan.tasks.map(({ id }) => id) } },
    include: { agency: { select: { name: true } } },
  });
  const people = await tx.person.findMany({
    where: { id: { in: order.plan.people.map(({ personId }) => personId) } },
    select: { id: true, fullName: true },
  });
  const tasks = order.plan.tasks.flatMap(({ id, toId }): Run[][] => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) return [];
    const taskCode = formatTaskCode(row.taskId);
    return [[words.taskWent(language, taskCode, row.agency.name, name(toId), false)]];
  });
  const members = order.plan.people.flatMap(({ personId, toId }): Run[][] => {
    const person = people.find(({ id }) => id === personId);
    const from = name(order.plan.fromIds[0] ?? 0);
    return person === undefined
      ? []
      : [[readWords.personGoes(language, person.fullName, from, name(toId))]];
  });
  const lines = [...tasks, ...members];
  return lines.length === 0 ? [] : [list(lines)];
};

/** One decision: what it says, what was done or is to be done by it. */
export const showStored = async (request: Request, order: Stored): Promise<Reply> => {
  const { tx, language } = request;
  const state = stateOf(order);
  const row = await tx.reorganisation.findUniqueOrThrow({ where: { id: order.id } });
  const author =
    row.createdById === null
      ? null
      : await tx.person.findUnique({ where: { id: row.createdById }, select: { fullName: true } });
  const since = showDate(fromDbDate(row.effectiveOn));
  return {
    blocks: [
      paragraph(
        bold(words.numbered(language, order.id)),
        ` · ${since} · ${words.stateOf(language, state)}${author === null ? "" : ` · ${author.fullName}`}`,
      ),
      paragraph(toldWords.headline(language, await describe(tx, order))),
      ...(state === "done"
        ? await movedBlocks(request, order)
        : await plannedBlocks(request, order)),
    ],
    ...(state === "planned" ? { buttons: [[cancelTap(request, order)]] } : {}),
  };
};
