// The rows of a task that NV-012 [period] [AGENCY] names, and what is said where it names too many
// or none.
import { formatTaskCode } from "#src/language/task-code.ts";
import { beginning } from "#src/messages/format.ts";
import { type Button, paragraph, type Reply } from "#src/messages/reply.ts";
import { type HalfSaid, UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/commands.ts";
import { confirmAllOf } from "#src/messages/words/pending-list.ts";
import { deadlineText, stateName } from "#src/messages/words/tasks.ts";
import { ownAgencies } from "#src/people/actor.ts";
import { maySeeContent } from "#src/people/permissions.ts";
import type { Request } from "#src/requests/request.ts";
import { type AssignmentRow, deadlineShown, findAssignments } from "./assignment-store.ts";
import { agenciesOfTask } from "./card.ts";
import { onePerAgency } from "./current-assignment.ts";
import { isDuty } from "./duty.ts";
import { withoutDutiesUnderWay } from "./duty-queries.ts";
import { leadingAgency } from "./leading-agency.ts";
import { takePeriod } from "./named-occurrence.ts";
import { behindCode, namedCode, shownCode } from "./occurrence-view.ts";
import { openStates } from "./state.ts";

const deadlineOf = (row: AssignmentRow, language: Request["language"]): string =>
  deadlineText(language, deadlineShown(row));

/** "Which task?", with one's own open tasks to tap; the rest of the line is kept. */
export const askWhich = async (request: Request, command: string): Promise<Reply> => {
  const { language, tx, args } = request;
  const rows = await findAssignments(
    tx,
    {
      role: "lead",
      state: { in: [...openStates] },
      agencyId: { in: ownAgencies(request.actor) },
      ...withoutDutiesUnderWay,
    },
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
        label: `${shownCode(language, row)} · ${beginning(row.task.content, 40)} · ${deadlineOf(row, language)}`,
        command: `/${command} ${namedCode(row)} ${args}`.trim(),
      },
    ]),
  };
};

export const noSuch = (request: Request, number: number): UserError =>
  new UserError({
    blocks: [paragraph(words.noSuchTask(request.language, formatTaskCode(number)))],
    buttons: [[{ label: "/viec", command: "/viec" }]],
  });

export const refuseState = (request: Request, row: AssignmentRow): UserError =>
  new UserError({
    blocks: [
      paragraph(
        words.stateForbids(
          request.language,
          shownCode(request.language, row),
          stateName(request.language, row.state),
        ),
      ),
    ],
    buttons: [[{ label: shownCode(request.language, row), command: `/viec ${namedCode(row)}` }]],
  });

/** The lead assignments of a registered task. */
export const leadsOf = (request: Request, taskId: number): Promise<AssignmentRow[]> =>
  findAssignments(request.tx, { taskId, role: "lead", task: { status: "registered" } });

/** Those whose content the person may see. @throws UserError where there are none. */
export const visibleLeads = async (request: Request, taskId: number): Promise<AssignmentRow[]> => {
  const rows = await leadsOf(request, taskId);
  const visible = rows.filter((row) => maySeeContent(request.actor, agenciesOfTask(row)));
  if (visible.length === 0) throw noSuch(request, taskId);
  return visible;
};

/**
 * A tapped button names its assignment exactly: which occurrence, for example. A duty's old card
 * names none, once it has occurrences.
 */
export const drawnRow = (
  request: Request,
  rows: readonly AssignmentRow[],
): AssignmentRow | undefined => {
  const { drawnFrom } = request;
  if (drawnFrom?.of !== "assignment") return undefined;
  const drawn = rows.find(({ id }) => id === drawnFrom.id);
  if (drawn === undefined || !isDuty(drawn)) return drawn;
  const replaced = rows.some((row) => row.agencyId === drawn.agencyId && !isDuty(row));
  return replaced ? undefined : drawn;
};

/** Which of a task's rows NV-012 [period] [AGENCY] [period] means, and what is left of the text. */
export const narrowed = async (
  request: Request,
  rows: readonly AssignmentRow[],
  text: string,
): Promise<{ rows: readonly AssignmentRow[]; agencyId: number | null; rest: string }> => {
  const first = takePeriod(rows, text, request);
  const named = await leadingAgency(request, onePerAgency(rows), first.rest);
  if (named === null) return { ...first, agencyId: null };
  const { agencyId } = named.row;
  const ofAgency = rows.filter((row) => row.agencyId === agencyId);
  const before = first.rest !== text;
  const own = takePeriod(ofAgency, before ? text : named.rest, request);
  return { rows: own.rows, agencyId, rest: before ? named.rest : own.rest };
};

export const taskMissing = ({ args }: Request, { command }: { command: string }): HalfSaid => ({
  command,
  missing: "task",
  before: "",
  after: args.trim(),
});

export const askAgency = (
  request: Request,
  command: string,
  rows: readonly AssignmentRow[],
  rest: string,
  why: "decide" | "onBehalf" | "any",
) => {
  const { language } = request;
  const code = formatTaskCode(rows[0]?.taskId ?? 1);
  const text = why === "decide" ? words.whichAgency : words.whichAgencyOfTask;
  const one = rows.slice(0, 20).map((row): Button[] => [
    {
      label: `${row.agency.name}${behindCode(language, row)}`,
      command: `/${command} ${namedCode(row)} ${row.agency.code} ${rest}`.trim(),
      drawnFrom: { of: "assignment", id: row.id, version: row.version },
    },
  ]);
  const all = { label: confirmAllOf(language, code), command: `/xacnhan ${code} tất cả` };
  const reply: Reply = {
    blocks: [paragraph(text(language, code, `/${command} ${code} STC ${rest}`.trim()))],
    buttons: command === "xacnhan" && rest === "" ? [...one, [all]] : one,
  };
  return new UserError(reply, { command, missing: "agency", before: code, after: rest });
};
