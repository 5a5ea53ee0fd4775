// From what was typed to the one assignment that is meant. In verbs that submit, a bare NV-012
// means one's own agency; in verbs that decide, the agency must be named when several wait.
import type { Prisma } from "#prisma/generated/client.ts";
import { loadDirectory } from "#src/agencies/agencies-store.ts";
import { makeNameIndex } from "#src/language/names.ts";
import { findTaskCodes, formatTaskCode } from "#src/language/task-code.ts";
import { bold, code, paragraph, type Reply } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/commands.ts";
import { deadlineText, stateName } from "#src/messages/words/tasks.ts";
import { ownAgencies } from "#src/people/actor.ts";
import { type Action, may, maySeeContent } from "#src/people/permissions.ts";
import type { Request } from "#src/requests/request.ts";
import {
  type AssignmentRow,
  deadlineShown,
  findAssignments,
  lockAssignment,
} from "./assignment-store.ts";
import { agenciesOfTask } from "./card.ts";
import { after, type Verb } from "./state.ts";

const OPEN = ["assigned", "received", "in_progress"] as const;

/** A task's number and what was typed besides it; null where there is none. */
export const readTask = (args: string): { number: number; rest: string } | null => {
  const [first] = findTaskCodes(args);
  if (first === undefined) return null;
  const before = args.slice(0, first.from).trim();
  const behind = args
    .slice(first.to)
    .replace(/^[\s:,–-]+/, "")
    .trim();
  return { number: first.number, rest: [before, behind].filter((part) => part !== "").join(" ") };
};

const deadlineOf = (row: AssignmentRow, language: Request["language"]): string =>
  deadlineText(language, deadlineShown(row));

/** "Which task?", with one's own open tasks to tap; the rest of the line is kept. */
const askWhich = async (request: Request, command: string): Promise<Reply> => {
  const { language, tx, args } = request;
  const rows = await findAssignments(
    tx,
    { role: "lead", state: { in: [...OPEN] }, agencyId: { in: ownAgencies(request.actor) } },
    { skip: 0, take: 5, orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }] },
  );
  const example = `/${command} NV-012 ${args}`.trim();
  return {
    blocks: [
      paragraph(words.whichTask(language, example)),
      ...(rows.length === 0 ? [] : [paragraph(words.yourOpenTasks(language))]),
    ],
    buttons: rows.map((row) => [
      {
        label: `${formatTaskCode(row.taskId)} · ${row.task.content.slice(0, 40)} · ${deadlineOf(row, language)}`,
        command: `/${command} ${formatTaskCode(row.taskId)} ${args}`.trim(),
      },
    ]),
  };
};

const noSuch = (request: Request, number: number): UserError =>
  new UserError({
    blocks: [paragraph(words.noSuchTask(request.language, formatTaskCode(number)))],
    buttons: [[{ label: "/viec", command: "/viec" }]],
  });

const leadsOf = (request: Request, taskId: number, where: Prisma.AssignmentWhereInput = {}) =>
  findAssignments(request.tx, { taskId, role: "lead", task: { status: "registered" }, ...where });

const refuseState = (request: Request, row: AssignmentRow): UserError =>
  new UserError({
    blocks: [
      paragraph(
        words.stateForbids(
          request.language,
          formatTaskCode(row.taskId),
          stateName(request.language, row.state),
        ),
      ),
    ],
    buttons: [
      [{ label: formatTaskCode(row.taskId), command: `/viec ${formatTaskCode(row.taskId)}` }],
    ],
  });

type Wanted = { command: string; action: Action; verb: Verb };

/** As `ownAssignment`, for a form that was opened before: rights and state are asked again. */
export const ownAssignmentById = async (
  request: Request,
  id: number,
  { action, verb }: Wanted,
): Promise<AssignmentRow> => {
  const assignment = await lockAssignment(request.tx, id);
  if (!may(request.actor, action, assignment.agencyId)) throw noSuch(request, assignment.taskId);
  if (after(assignment.state, verb) === null) throw refuseState(request, assignment);
  return assignment;
};

/** The own agency's assignment of the task, locked, in a state that takes the verb. */
export const ownAssignment = async (
  request: Request,
  { command, action, verb }: Wanted,
): Promise<{ assignment: AssignmentRow; rest: string }> => {
  const read = readTask(request.args);
  if (read === null) throw new UserError(await askWhich(request, command));
  const rows = await leadsOf(request, read.number);
  const visible = rows.filter((row) => maySeeContent(request.actor, agenciesOfTask(row)));
  if (visible.length === 0) throw noSuch(request, read.number);
  const own = visible.find((row) => may(request.actor, action, row.agencyId));
  if (own === undefined) {
    const text = words.notYourAgency(request.language, formatTaskCode(read.number));
    throw new UserError({ blocks: [paragraph(text)] });
  }
  const assignment = await lockAssignment(request.tx, own.id);
  if (after(assignment.state, verb) === null) throw refuseState(request, assignment);
  return { assignment, rest: read.rest };
};

/** The longest run of words at the start that names one of the agencies, and what follows. */
const leadingAgency = async (
  request: Request,
  rows: readonly AssignmentRow[],
  text: string,
): Promise<{ row: AssignmentRow; rest: string } | null> => {
  const { agencies } = await loadDirectory(request.tx);
  const known = new Map(agencies.map((agency) => [agency.id, agency]));
  const index = makeNameIndex(
    rows.map((row) => ({
      id: row.id,
      names: [row.agency.name, row.agency.code, ...(known.get(row.agencyId)?.aliases ?? [])],
    })),
  );
  const parts = [...text.matchAll(/\S+/g)];
  for (let count = Math.min(parts.length, 12); count >= 1; count -= 1) {
    const last = parts[count - 1];
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
    const found = index.resolve(text.slice(0, end).replace(/[:,;]+$/, ""));
    const exact = found.kind === "exact" || (found.kind === "near" && count >= 2);
    const row = exact ? rows.find(({ id }) => id === found.id) : undefined;
    if (row !== undefined) return { row, rest: text.slice(end).replace(/^[\s:,;–-]+/, "") };
  }
  return null;
};

const askAgency = (
  request: Request,
  command: string,
  rows: readonly AssignmentRow[],
  rest: string,
) =>
  new UserError({
    blocks: [paragraph(words.whichAgency(request.language, formatTaskCode(rows[0]?.taskId ?? 1)))],
    buttons: rows.slice(0, 20).map((row) => [
      {
        label: row.agency.name,
        command: `/${command} ${formatTaskCode(row.taskId)} ${row.agency.code} ${rest}`.trim(),
        drawnFrom: { of: "assignment", id: row.id, version: row.version },
      },
    ]),
  });

/** The assignment whose result waits for this person's decision, locked. */
export const assignmentToDecide = async (
  request: Request,
  { command }: { command: string },
): Promise<{ assignment: AssignmentRow; rest: string }> => {
  const { actor, language } = request;
  const read = readTask(request.args);
  if (read === null) {
    const example = `/${command} NV-012`;
    throw new UserError({
      blocks: [paragraph(words.whichTask(language, example))],
      buttons: [[{ label: "/choxuly", command: "/choxuly" }]],
    });
  }
  const named = formatTaskCode(read.number);
  const rows = await leadsOf(request, read.number);
  if (rows.length === 0) throw noSuch(request, read.number);
  const chosen = await leadingAgency(request, rows, read.rest);
  const waiting = (chosen === null ? rows : [chosen.row]).filter(
    (row) => row.state === "awaiting_confirmation",
  );
  const decidable = waiting.filter((row) => may(actor, "decide", row.agencyId));
  const [first] = decidable;
  if (first === undefined) {
    const [own] = waiting;
    const text =
      own === undefined
        ? words.nothingToDecide(language, named)
        : words.notOnYourOwn(language, own.agency.name);
    throw new UserError({ blocks: [paragraph(text)] });
  }
  const rest = chosen?.rest ?? read.rest;
  if (decidable.length > 1) throw askAgency(request, command, decidable, rest);
  return { assignment: await lockAssignment(request.tx, first.id), rest };
};

/** Marks a code and an agency in a sentence. */
export const named = (row: AssignmentRow) => [
  code(formatTaskCode(row.taskId)),
  " · ",
  bold(row.agency.name),
];
