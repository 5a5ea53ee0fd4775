// Purpose: an agency's people say that they have received a task.
// Grammar:  /nhan NV-012     /nhan tất cả     /nhan (what is not received yet, each to tap)
import { fold } from "#src/language/fold.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import type { Language } from "#src/messages/language.ts";
import { type Button, bold, list, paragraph, type Reply } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/reception.ts";
import { labels, stateName } from "#src/messages/words/tasks.ts";
import { ownAgencies } from "#src/people/actor.ts";
import { may, rolesFor } from "#src/people/permissions.ts";
import type { Command, Outcome, Request } from "#src/requests/request.ts";
import { type AssignmentRow, lockAssignments } from "#src/tasks/assignment-store.ts";
import { causeOf } from "#src/tasks/cause.ts";
import { taskLine } from "#src/tasks/list-view.ts";
import { refuseState } from "#src/tasks/named-rows.ts";
import { namedCode, shownCode } from "#src/tasks/occurrence-view.ts";
import { readTask } from "#src/tasks/read-task.ts";
import { receiveAssignment } from "#src/tasks/receive-assignment.ts";
import { toReceive } from "#src/tasks/unreceived-store.ts";
import { ownAssignment } from "#src/tasks/which-assignment.ts";

const MOST_SHOWN = 10;
const ALL = /^(tat ca|het|all|toan bo|tat)$/;

const waiting = (request: Request): Promise<AssignmentRow[]> => {
  const own = ownAgencies(request.actor).filter((id) => may(request.actor, "receive task", id));
  return toReceive(request.tx, own);
};

const tap = (language: Language, row: AssignmentRow, label: string): Button => ({
  label: `${label} ${shownCode(language, row)}`,
  command: `/nhan ${namedCode(row)} ${row.agency.code}`,
  drawnFrom: { of: "assignment", id: row.id, version: row.version },
});

/** What has not been received, for the asker's eyes: it says what the tasks are about. */
const listed = async (request: Request): Promise<Reply> => {
  const { language } = request;
  const rows = await waiting(request);
  if (rows.length === 0) return { blocks: [paragraph(words.nothingToReceive(language))] };
  const shown = rows.slice(0, MOST_SHOWN);
  const several = new Set(rows.map(({ agencyId }) => agencyId)).size > 1;
  const more = rows.length - shown.length;
  const { receive, receiveAll } = words.receptionLabels(language);
  return {
    blocks: [
      paragraph(bold(words.toReceiveTitle(language, rows.length))),
      list(shown.map((row) => taskLine(row, request, several))),
      ...(more > 0 ? [paragraph(words.moreToReceive(language, more))] : []),
      paragraph(words.howToReceive(language)),
    ],
    buttons: [
      ...shown.map((row) => [tap(language, row, receive)]),
      ...(rows.length > 1 ? [[{ label: receiveAll, command: "/nhan tất cả" }]] : []),
    ],
  };
};

const all = async (request: Request): Promise<Outcome> => {
  const { tx, language } = request;
  const ids = (await waiting(request)).map(({ id }) => id);
  const changed: number[] = [];
  for (const row of ids.length === 0 ? [] : await lockAssignments(tx, ids)) {
    if (await receiveAssignment(tx, row, causeOf(request))) changed.push(row.id);
  }
  const text =
    changed.length === 0
      ? words.nothingToReceive(language)
      : words.receivedAll(language, changed.length);
  return { reply: { blocks: [paragraph(text)] }, changed };
};

const one = async (request: Request): Promise<Outcome> => {
  const { language, tx } = request;
  const wanted = { command: "nhan", action: "receive task", verb: null } as const;
  const { assignment } = await ownAssignment(request, wanted);
  const code = namedCode(assignment);
  const next = [{ label: labels(language).report, command: `/tiendo ${code}` }];
  if (await receiveAssignment(tx, assignment, causeOf(request))) {
    const { takeUp } = words.receptionLabels(language);
    const hold = { label: takeUp, command: `/phutrach ${code} tôi` };
    return {
      reply: {
        blocks: [
          paragraph(
            words.received(language, shownCode(language, assignment), assignment.agency.name),
          ),
        ],
        buttons: [assignment.holderId === null ? [hold, ...next] : next],
      },
      changed: [assignment.id],
    };
  }
  const { state } = assignment;
  if (state === "paused" || state === "cancelled" || state === "transferred") {
    throw refuseState(request, assignment);
  }
  const before = words.receivedBefore(
    language,
    shownCode(language, assignment),
    stateName(language, state),
  );
  const open = state === "received" || state === "in_progress";
  return {
    reply: { blocks: [paragraph(before)], ...(open ? { buttons: [next] } : {}) },
  };
};

export const nhan: Command = {
  name: "nhan",
  aliases: ["danhan", "receive"],
  summary: { vi: "Báo đã nhận nhiệm vụ", en: "Say that a task was received" },
  example: "/nhan NV-012",
  roles: rolesFor("receive task"),
  chats: ["private", "group"],
  kind: "write",
  audience: "chat",
  run: async (request) => {
    const typed = request.args.trim();
    if (readTask(typed) !== null) return one(request);
    // "đã nhận" in answer to the card.
    const answered = request.repliedToBot === true ? readTask(request.repliedTo ?? "") : null;
    if (typed === "" && answered !== null) {
      return one({ ...request, args: formatTaskCode(answered.number) });
    }
    if (ALL.test(fold(typed))) return all(request);
    const reply = await listed(request);
    if (typed === "") throw new UserError(reply);
    const sorry = paragraph(words.receiveNotUnderstood(request.language, typed));
    throw new UserError({ ...reply, blocks: [sorry, ...reply.blocks] });
  },
};
