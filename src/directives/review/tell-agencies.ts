// Whoever is concerned by a directive hears of it once: one message with all that is now theirs.
import type { Tx } from "#src/database/client.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { shorten } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import {
  type Block,
  type Button,
  bold,
  list,
  type OutgoingMessage,
  paragraph,
  type Reply,
  type Run,
} from "#src/messages/reply.ts";
import * as words from "#src/messages/words/directive-register.ts";
import { yourNewTask } from "#src/messages/words/giao.ts";
import { receptionLabels } from "#src/messages/words/reception.ts";
import { deadlineText } from "#src/messages/words/tasks.ts";
import type { Actor } from "#src/people/actor.ts";
import { actorsOf, agencyReceivers } from "#src/people/people-store.ts";
import type { Request } from "#src/requests/request.ts";
import { introducedCard, readerFor } from "#src/tasks/card.ts";
import { type GivenAssignment, givenAssignments } from "./given-assignments.ts";
import { inRows } from "./in-rows.ts";

/** So that it is one message of Telegram, whatever the tasks say. */
const MOST_LINES = 20;
const MOST_BUTTONS = 6;
const COLUMNS = 2;
const SHORT = 110;

type Given = { document: string; rows: readonly GivenAssignment[] };

const taskLine = (language: Language, row: GivenAssignment, withLead: boolean): Run[] => [
  bold(formatTaskCode(row.taskId)),
  ` ${shorten(row.content, SHORT)}`,
  withLead
    ? ` · ${words.ledBy(language, shorten(row.leadPhrase, SHORT))}`
    : ` · ${deadlineText(language, row.deadline)}`,
];

const sectionsOf = (language: Language, { document, rows }: Given): Block[] =>
  [...Map.groupBy(rows, ({ agencyId }) => agencyId).values()].flatMap((ofAgency) => {
    const name = ofAgency[0]?.agencyName ?? "";
    const leads = ofAgency.filter(({ role }) => role === "lead");
    const others = ofAgency.filter(({ role }) => role === "coordinating");
    const said = (given: readonly GivenAssignment[], title: typeof words.yourTasks): Block[] =>
      given.length === 0
        ? []
        : [
            paragraph(bold(title(language, name, given.length, document))),
            list(given.map((row) => taskLine(language, row, row.role === "coordinating"))),
          ];
    return [...said(leads, words.yourTasks), ...said(others, words.youCoordinate)];
  });

const buttonsOf = (language: Language, rows: readonly GivenAssignment[]): Button[][] => {
  const leads = rows.filter(({ role }) => role === "lead");
  const { receive, receiveAll } = receptionLabels(language);
  // Of many tasks buttons for some would be no choice: all at once, or each by its words.
  const single = leads.length > MOST_BUTTONS ? [] : leads;
  const each = single.map((row): Button => {
    const code = formatTaskCode(row.taskId);
    return {
      label: `${receive} ${code}`,
      command: `/nhan ${code} ${row.agencyCode}`,
      drawnFrom: { of: "assignment", id: row.id, version: row.version },
    };
  });
  const all: Button[][] =
    leads.length > 1 ? [[{ label: receiveAll, command: "/nhan tất cả", style: "primary" }]] : [];
  return [
    ...all,
    ...inRows(each, COLUMNS),
    [{ label: words.seeTasks(language), command: "/viec" }],
  ];
};

/** One new task and nothing else comes as its card, as if it had been given by itself. */
const replyFor = async (request: Request, actor: Actor, given: Given): Promise<Reply> => {
  const { language } = actor;
  const [only, ...more] = given.rows;
  if (only !== undefined && more.length === 0 && only.role === "lead") {
    const text = yourNewTask(language, only.agencyName);
    return introducedCard(readerFor(request, actor), only.id, text);
  }
  return {
    blocks: sectionsOf(language, given),
    buttons: buttonsOf(language, given.rows),
    limit: { lines: MOST_LINES, language, command: "/viec" },
  };
};

/** Who hears of which assignments: a person of two agencies, or who stands in, hears of all. */
const receiversOf = async (
  { tx, today }: { tx: Tx; today: Request["today"] },
  rows: readonly GivenAssignment[],
) => {
  const heard = new Map<number, GivenAssignment[]>();
  let unreachable = 0;
  for (const [agencyId, ofAgency] of Map.groupBy(rows, (row) => row.agencyId)) {
    const people = await agencyReceivers(tx, { agencyId, holderId: null }, today);
    const leads = ofAgency.some(({ role }) => role === "lead");
    if (people.length === 0 && leads) unreachable += 1;
    for (const personId of people) {
      heard.set(personId, [...(heard.get(personId) ?? []), ...ofAgency]);
    }
  }
  return { heard, unreachable };
};

export type Told = { messages: OutgoingMessage[]; unreachable: number };

/** `key`: of this registering, unique for ever. */
export const tellAgencies = async (
  request: Request,
  { taskIds, document, key }: { taskIds: readonly number[]; document: string; key: string },
): Promise<Told> => {
  const { tx, today } = request;
  const rows = await givenAssignments(tx, taskIds);
  const { heard, unreachable } = await receiversOf({ tx, today }, rows);
  const messages: OutgoingMessage[] = [];
  for (const actor of await actorsOf(tx, [...heard.keys()], today)) {
    const theirs = heard.get(actor.personId) ?? [];
    messages.push({
      to: { personId: actor.personId },
      kind: "notice",
      key: `${key}:${actor.personId}`,
      reply: await replyFor(request, actor, { document, rows: theirs }),
    });
  }
  return { messages, unreachable };
};
