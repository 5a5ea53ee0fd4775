// "/giaitrinh NV-012 các xã chưa báo cáo hạn 25/11: …": one request to each, read back first.

import { takeDate } from "#src/language/dated-text.ts";
import { fold } from "#src/language/fold.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { type OutgoingMessage, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/explanations.ts";
import { labels } from "#src/messages/words/tasks.ts";
import { may } from "#src/people/permissions.ts";
import { openForm } from "#src/requests/forms-store.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { lockAssignments } from "./assignment-store.ts";
import { openExplanationsOf } from "./explanation-store.ts";
import type { Question } from "./explanation-talk.ts";
import { ask, readQuestion } from "./explanation-talk.ts";
import { missingIn } from "./missing-in.ts";
import { readMissing } from "./missing-words.ts";
import { openStates } from "./state.ts";

/** Whether several agencies are meant: "các xã …", "tất cả …". */
export const meansMany = (typed: string): boolean =>
  /^(tat ca|toan bo|cac|nhung|all)( |$)/.test(fold(typed));

/** Which of a task's agencies, and what is asked of them. */
const readMany = (request: Request, typed: string): { who: string; question: Question } => {
  const { today, calendar } = request;
  const colon = typed.search(/[:：](?!\d)/u);
  const head = colon < 0 ? typed : typed.slice(0, colon);
  const message = colon < 0 ? "" : typed.slice(colon + 1).trim();
  const dated = takeDate(head, { today, calendar });
  if (dated.kind === "none") return { who: head, question: readQuestion(request, message) };
  return { who: dated.rest, question: readQuestion(request, `${dated.said} ${message}`) };
};

/** Reads it back; nothing is sent before the yes. */
export const askAboutMany = async (
  request: Request,
  taskId: number,
  typed: string,
): Promise<Outcome> => {
  const { tx, actor, language } = request;
  const task = formatTaskCode(taskId);
  const { who, question } = readMany(request, typed);
  const named = readMissing(`${task} ${who}`);
  const { chosen } = await missingIn(
    request,
    taskId,
    named,
    (names) => `/giaitrinh ${task} ${names}`,
  );
  const open = await openExplanationsOf(
    tx,
    chosen.map(({ id }) => id),
  );
  const asked = new Set(open.map(({ assignmentId }) => assignmentId));
  const fitting = chosen.filter(
    ({ id, agencyId }) => may(actor, "ask explanation", agencyId) && !asked.has(id),
  );
  if (fitting.length === 0) {
    throw new UserError({ blocks: [paragraph(words.nobodyToAsk(language, task))] });
  }
  const data = { taskId, assignmentIds: fitting.map(({ id }) => id), ...question };
  const form = await openForm(request, { command: "giaitrinh", step: "confirm", data });
  const drawnFrom = { of: "form" as const, id: form.id, version: form.version };
  const names = fitting.map(({ agency }) => agency.name).join("; ");
  const { dueOn, text } = question;
  const lines = words.askManyFirst(language, task, fitting.length, names, dueOn, text);
  return {
    reply: {
      blocks: lines.split("\n").map((line) => paragraph(line)),
      buttons: [
        [
          { label: labels(language).register, command: "/dongy", drawnFrom, style: "primary" },
          { label: labels(language).stop, command: "/thoi", drawnFrom },
        ],
      ],
    },
  };
};

/** After the yes: each of those that are still open, and whom this person may still ask. */
export const askMany = async (
  request: Request,
  taskId: number,
  assignmentIds: readonly number[],
  question: Question,
): Promise<Outcome> => {
  const { tx, actor, language } = request;
  const rows = (await lockAssignments(tx, assignmentIds)).filter(
    ({ state, agencyId }) => openStates.includes(state) && may(actor, "ask explanation", agencyId),
  );
  const messages: OutgoingMessage[] = [];
  const unbound: string[] = [];
  for (const row of rows) {
    const sent = await ask(request, row, question);
    messages.push(...sent.messages);
    if (sent.messages.length === 0) unbound.push(row.agency.name);
  }
  const task = formatTaskCode(taskId);
  return {
    reply: {
      blocks: [
        paragraph(words.askedMany(language, task, rows.length, question.dueOn)),
        ...(unbound.length === 0
          ? []
          : [paragraph(words.unboundAgencies(language, unbound.join("; ")))]),
      ],
    },
    messages,
    changed: rows.map(({ id }) => id),
  };
};
