// Which tasks, people and groups go where, for whoever looks at an order before it is taken.
import { formatTaskCode } from "#src/language/task-code.ts";
import { shorten } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, bold, code, details, list, paragraph, type Run } from "#src/messages/reply.ts";
import * as toldWords from "#src/messages/words/reorganisation.ts";
import * as words from "#src/messages/words/reorganisation-read.ts";
import { labels as taskLabels } from "#src/messages/words/tasks.ts";
import { maySeeContent } from "#src/people/permissions.ts";
import type { Request } from "#src/requests/request.ts";
import type { Considered } from "./consider.ts";
import type { Layout, Situation } from "./lay-out.ts";
import type { Move } from "./plan-moves.ts";

export const line = (label: string, ...value: Run[]): Block =>
  paragraph(bold(`${label}: `), ...value);

/** Names of agencies that are there, and of those that would be made. */
export const nameIn = ({ order, directory }: Considered) => {
  const names = new Map<number, string>(directory.agencies.map(({ id, name }) => [id, name]));
  for (const { id, name } of order.to) names.set(id, name);
  return (id: number | null): string => names.get(id ?? 0) ?? "";
};

const MOST_LISTED = 60;
const SHORT = 70;

export type LaidOut = { layout: Layout; situation: Situation; groups: number };

/** One task a line: content only for those who may see it. */
const taskRuns = (request: Request, { rows }: Situation, { id, taskId }: Move): Run[] => {
  const row = rows.find((one) => one.id === id);
  const seen = maySeeContent(request.actor, row === undefined ? [] : [row.agencyId]);
  const role =
    row?.role === "coordinating" ? ` · ${taskLabels(request.language).coordinating}` : "";
  const content = seen && row !== undefined ? ` ${shorten(row.content, SHORT)}` : "";
  const area = row?.area ? ` · ${row.area}` : "";
  return [code(formatTaskCode(taskId)), ` ${row?.code ?? ""}${role}${content}${area}`];
};

const listed = (request: Request, situation: Situation, moves: readonly Move[]): Block[] => {
  const shown = moves.slice(0, MOST_LISTED);
  const more = moves.length - shown.length;
  return [
    list(shown.map((move) => taskRuns(request, situation, move))),
    ...(more > 0 ? [paragraph(words.andMore(request.language, more))] : []),
  ];
};

const codesOf = (moves: readonly Move[]): string =>
  [...new Set(moves.map(({ taskId }) => formatTaskCode(taskId)))].join(", ");

export const movesBlocks = (
  request: Request,
  { order, ...considered }: Considered,
  { layout, situation }: LaidOut,
): Block[] => {
  const { language } = request;
  const name = nameIn({ order, ...considered });
  const { moves, proposed } = layout;
  const labels = words.labels(language);
  const blocks: Block[] = moves.length === 0 ? [paragraph(toldWords.nothingMoved(language))] : [];
  for (const toId of new Set(moves.map((move) => move.toId))) {
    const there = moves.filter((move) => move.toId === toId);
    const lead = there.filter(({ role }) => role === "lead").length;
    const count = { to: name(toId), lead, coordinating: there.length - lead };
    blocks.push(details(toldWords.movedTo(language, count), ...listed(request, situation, there)));
  }
  const one = (label: string, some: readonly Move[]) => {
    if (some.length > 0) blocks.push(line(label, codesOf(some)));
  };
  one(
    labels.proposed,
    moves.filter(({ id }) => proposed.has(id)),
  );
  one(
    labels.folded,
    moves.filter(({ folds }) => folds),
  );
  one(
    labels.awaiting,
    moves.filter(({ state }) => state === "awaiting_confirmation"),
  );
  for (const agency of order.from) {
    const moving = new Set(moves.map(({ id }) => id));
    const staying = situation.rows.filter(
      ({ id, agencyId }) => agencyId === agency.id && !moving.has(id),
    );
    if (staying.length === 0 || order.ended.includes(agency)) continue;
    blocks.push(paragraph(words.stillOpenThere(language, agency.name, staying.length)));
  }
  return blocks;
};

export const peopleBlocks = (
  language: Language,
  considered: Considered,
  laidOut: LaidOut,
): Block[] => {
  const { layout, groups } = laidOut;
  const name = nameIn(considered);
  const labels = words.labels(language);
  const restId = considered.order.rest?.id ?? null;
  const people = layout.people.map(({ fullName, agencyId, toId }): Run[] => [
    words.personGoes(language, fullName, name(agencyId), toId === null ? null : name(toId)),
  ]);
  const unique = [...new Map(people.map((runs) => [JSON.stringify(runs), runs])).values()];
  return [
    ...(unique.length === 0 ? [] : [paragraph(bold(`${labels.people}:`)), list(unique)]),
    ...(groups === 0
      ? []
      : [
          line(
            labels.groups,
            words.groupsGo(language, groups, restId === null ? null : name(restId)),
          ),
        ]),
  ];
};
