// From what was typed to the one assignment that is meant. In verbs that submit, a bare NV-012
// means one's own agency; in verbs that decide, the agency must be named when several wait.
import type { Prisma } from "#prisma/generated/client.ts";
import type { AssignmentState } from "#prisma/generated/enums.ts";
import { loadDirectory } from "#src/agencies/agencies-store.ts";
import { namesByAgency } from "#src/agencies/former-names.ts";
import { makeNameIndex } from "#src/language/names.ts";
import { findTaskCodes, formatTaskCode } from "#src/language/task-code.ts";
import { type Button, bold, code, paragraph, type Reply } from "#src/messages/reply.ts";
import { type HalfSaid, UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/commands.ts";
import { resultByPeriod } from "#src/messages/words/occurrences.ts";
import { confirmAllOf } from "#src/messages/words/pending-list.ts";
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
import { isDuty } from "./duty.ts";
import { withoutDutiesUnderWay } from "./duty-queries.ts";
import { takePeriod } from "./named-occurrence.ts";
import { behindCode, namedCode, nextPeriodText } from "./occurrence-view.ts";
import { after, openStates, type Verb } from "./state.ts";

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
        label: `${formatTaskCode(row.taskId)}${behindCode(language, row)} · ${row.task.content.slice(0, 40)} · ${deadlineOf(row, language)}`,
        command: `/${command} ${namedCode(row)} ${args}`.trim(),
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

export const refuseState = (request: Request, row: AssignmentRow): UserError =>
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

/**
 * Of the rows of one agency, the one that is meant: the occurrence of a recurring duty that is due
 * next and open, never the duty itself where it has occurrences; else the latest.
 */
export const currentOf = (rows: readonly AssignmentRow[]): AssignmentRow | undefined => {
  const occurrences = rows.filter((row) => !isDuty(row));
  const inOrder = (occurrences.length > 0 ? occurrences : [...rows]).sort(
    (a, b) => Number(a.dueOn) - Number(b.dueOn) || a.id - b.id,
  );
  return inOrder.find(({ state }) => !isOver(state)) ?? inOrder.at(-1);
};

const isOver = (state: AssignmentState): boolean =>
  state === "done" || state === "cancelled" || state === "transferred";

/** One row an agency: of a recurring duty the occurrence that is meant. */
export const onePerAgency = (rows: readonly AssignmentRow[]): AssignmentRow[] => {
  const agencies = [...new Set(rows.map(({ agencyId }) => agencyId))];
  return agencies.flatMap((agencyId) => {
    const row = currentOf(rows.filter((one) => one.agencyId === agencyId));
    return row === undefined ? [] : [row];
  });
};

/**
 * A tapped button names its assignment exactly: which occurrence, for example. A duty's old card
 * names none, once it has occurrences.
 */
const drawnRow = (request: Request, rows: readonly AssignmentRow[]): AssignmentRow | undefined => {
  const { drawnFrom } = request;
  if (drawnFrom?.of !== "assignment") return undefined;
  const drawn = rows.find(({ id }) => id === drawnFrom.id);
  if (drawn === undefined || !isDuty(drawn)) return drawn;
  const replaced = rows.some((row) => row.agencyId === drawn.agencyId && !isDuty(row));
  return replaced ? undefined : drawn;
};

/** Which of a task's rows NV-012 [period] [AGENCY] [period] means, and what is left of the text. */
const narrowed = async (
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

const taskMissing = ({ args }: Request, { command }: { command: string }): HalfSaid => ({
  command,
  missing: "task",
  before: "",
  after: args.trim(),
});

export type Wanted = {
  /** For examples and buttons. */
  command: string;
  /** What the agency's own people need. */
  action: Action;
  /** The state must take it; null = any state. */
  verb: Verb | null;
  /** The secretariat may do it for the agency (nhập hộ). */
  onBehalf?: boolean;
};

export type Meant = {
  /** Locked. */
  assignment: AssignmentRow;
  /** What was typed besides the code and the agency. */
  rest: string;
  /** The agency for which somebody else does it; null for its own people. */
  onBehalfOfId: number | null;
};

const takesIt = async (request: Request, id: number, verb: Verb | null): Promise<AssignmentRow> => {
  const assignment = await lockAssignment(request.tx, id);
  if (verb !== null && after(assignment.state, verb) === null) {
    throw refuseState(request, assignment);
  }
  if (verb === "submit") await refuseDuty(request, assignment);
  return assignment;
};

/** What recurs is handed in period by period; a result of the duty itself would end it. */
const refuseDuty = async (request: Request, row: AssignmentRow): Promise<void> => {
  if (!isDuty(row) || row.frequency.length === 0) return;
  const next = await nextPeriodText(row, request);
  const named = formatTaskCode(row.taskId);
  throw new UserError({ blocks: [paragraph(resultByPeriod(request.language, named, next))] });
};

/** For its own people null; for the secretariat the agency; undefined where neither may. */
const actingFor = (
  { actor }: Request,
  { agencyId }: AssignmentRow,
  { action, onBehalf }: Wanted,
): number | null | undefined => {
  if (may(actor, action, agencyId)) return null;
  return onBehalf === true && may(actor, "enter on behalf", agencyId) ? agencyId : undefined;
};

/** As `ownAssignment`, for a form that was opened before: rights and state are asked again. */
export const ownAssignmentById = async (
  request: Request,
  id: number,
  wanted: Wanted,
): Promise<AssignmentRow & { onBehalfOfId: number | null }> => {
  const assignment = await takesIt(request, id, null);
  const onBehalfOfId = actingFor(request, assignment, wanted);
  if (onBehalfOfId === undefined) throw noSuch(request, assignment.taskId);
  if (wanted.verb !== null && after(assignment.state, wanted.verb) === null) {
    throw refuseState(request, assignment);
  }
  return { ...assignment, onBehalfOfId };
};

/**
 * The assignment that an agency's own people mean by NV-012, or that the secretariat names for
 * them by NV-012 AGENCY; locked, in a state that takes the verb. A bare NV-012 means one's own
 * agency; where somebody enters for others it must be named, unless only one leads the task.
 */
export const ownAssignment = async (request: Request, wanted: Wanted): Promise<Meant> => {
  const { actor, language } = request;
  const read = readTask(request.args);
  if (read === null) {
    throw new UserError(await askWhich(request, wanted.command), taskMissing(request, wanted));
  }
  const rows = await leadsOf(request, read.number);
  const visible = rows.filter((row) => maySeeContent(actor, agenciesOfTask(row)));
  if (visible.length === 0) throw noSuch(request, read.number);

  const meant = await narrowed(request, visible, read.rest);
  const candidates = onePerAgency(meant.rows);
  const named = candidates.find((row) => row.agencyId === meant.agencyId);
  const own = candidates.find((row) => may(actor, wanted.action, row.agencyId));
  // Another agency has the period that was named, one's own has not: says so.
  const mine = visible.filter((row) => may(actor, wanted.action, row.agencyId));
  if (own === undefined && named === undefined) takePeriod(mine, read.rest, request);
  const drawn = drawnRow(request, visible);
  // Whoever gave it up to another agency is no other to ask about.
  const [only, ...more] = candidates.filter(({ state }) => state !== "transferred");
  const chosen = drawn ?? named ?? own ?? (wanted.onBehalf && more.length === 0 ? only : undefined);
  if (chosen === undefined) {
    const mayForOthers = wanted.onBehalf === true && may(actor, "enter on behalf");
    if (mayForOthers) throw askAgency(request, wanted.command, candidates, meant.rest, "onBehalf");
    const text = words.notYourAgency(language, formatTaskCode(read.number));
    throw new UserError({ blocks: [paragraph(text)] });
  }
  const onBehalfOfId = actingFor(request, chosen, wanted);
  if (onBehalfOfId === undefined) {
    const text = words.notYourAgency(language, formatTaskCode(read.number));
    throw new UserError({ blocks: [paragraph(text)] });
  }
  const rest = named === undefined || named.agencyId === chosen.agencyId ? meant.rest : read.rest;
  return { assignment: await takesIt(request, chosen.id, wanted.verb), rest, onBehalfOfId };
};

/** The longest run of words at the start that names one of the agencies, and what follows. */
export const leadingAgency = async (
  request: Request,
  rows: readonly AssignmentRow[],
  text: string,
): Promise<{ row: AssignmentRow; rest: string } | null> => {
  const calledBy = namesByAgency(await loadDirectory(request.tx), rows, request.today);
  const index = makeNameIndex(
    rows.flatMap(({ id, agencyId }) => {
      const names = calledBy.get(agencyId);
      return names === undefined ? [] : [{ id, names }];
    }),
  );
  const ends = [...text.matchAll(/\S+/g)].slice(0, 12).map((word) => word.index + word[0].length);
  const named = ends
    .map((end, at) => ({ end, words: at + 1, found: index.resolve(nameIn(text, end)) }))
    .reverse();
  // A slip is only looked for where nothing is written right: "X-HH đã" is no typo of "X-HH".
  const meant =
    named.find(({ found }) => found.kind === "exact") ??
    named.find(({ found, words: many }) => found.kind === "near" && many >= 2);
  if (meant === undefined) return null;
  const { found, end } = meant;
  const row = "id" in found ? rows.find(({ id }) => id === found.id) : undefined;
  return row === undefined ? null : { row, rest: text.slice(end).replace(/^[\s:,;–-]+/, "") };
};

const nameIn = (text: string, end: number): string => text.slice(0, end).replace(/[:,;]+$/, "");

const askAgency = (
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

/**
 * The one assignment that NV-012 [AGENCY] names among the lead assignments that `fits` (rights and
 * state), locked: the named agency's, the one of the tapped card, or the only one; else it asks
 * which. Where none fits `refuse` says why, given the rows that were named.
 */
export const namedAssignment = async (
  request: Request,
  { command, fits, refuse }: NamedWanted,
): Promise<{ assignment: AssignmentRow; rest: string }> => {
  const read = readTask(request.args);
  if (read === null) {
    const text = words.whichTask(request.language, `/${command} NV-012`);
    throw new UserError({ blocks: [paragraph(text)] }, taskMissing(request, { command }));
  }
  const rows = await leadsOf(request, read.number);
  const visible = rows.filter((row) => maySeeContent(request.actor, agenciesOfTask(row)));
  if (visible.length === 0) throw noSuch(request, read.number);
  const meant = await narrowed(request, visible, read.rest);
  const ofAgency = meant.rows;
  const fitting = ofAgency.filter(fits);
  const drawn = drawnRow(request, fitting);
  const candidates = drawn === undefined ? onePerAgency(fitting) : [drawn];
  const [first] = candidates;
  if (first === undefined) throw refuse(onePerAgency(ofAgency));
  const { rest } = meant;
  if (candidates.length > 1) throw askAgency(request, command, candidates, rest, "any");
  return { assignment: await lockAssignment(request.tx, first.id), rest };
};

export type NamedWanted = {
  command: string;
  fits: (row: AssignmentRow) => boolean;
  refuse: (rows: readonly AssignmentRow[]) => UserError;
};

/** Those of the assignments whose waiting result this very person submitted, perhaps on behalf. */
const enteredBy = async (
  { tx, actor }: Request,
  rows: readonly AssignmentRow[],
): Promise<Set<number>> => {
  const results = await tx.result.findMany({
    where: {
      assignmentId: { in: rows.map(({ id }) => id) },
      decision: "pending",
      submittedById: actor.personId,
    },
    select: { assignmentId: true },
  });
  return new Set(results.map(({ assignmentId }) => assignmentId));
};

/** The assignment whose result waits for this person's decision, locked. */
export const assignmentToDecide = async (
  request: Request,
  { command }: { command: string },
): Promise<{ assignment: AssignmentRow; rest: string }> => {
  const { actor, language } = request;
  const read = readTask(request.args);
  if (read === null) {
    const example = `/${command} NV-012`;
    const reply = {
      blocks: [paragraph(words.whichTask(language, example))],
      buttons: [[{ label: "/choxuly", command: "/choxuly" }]],
    };
    throw new UserError(reply, taskMissing(request, { command }));
  }
  const named = formatTaskCode(read.number);
  const rows = await leadsOf(request, read.number);
  if (rows.length === 0) throw noSuch(request, read.number);
  const meant = await narrowed(request, rows, read.rest);
  const drawn = drawnRow(request, rows);
  const waiting = (drawn === undefined ? meant.rows : [drawn]).filter(
    (row) => row.state === "awaiting_confirmation",
  );
  const entered = await enteredBy(request, waiting);
  const decidable = waiting.filter(
    (row) => may(actor, "decide", row.agencyId) && !entered.has(row.id),
  );
  const [first] = decidable;
  if (first === undefined) {
    const [own] = waiting;
    if (own === undefined) {
      throw new UserError({ blocks: [paragraph(words.nothingToDecide(language, named))] });
    }
    const text = entered.has(own.id) ? words.notWhatYouEntered : words.notOnYourOwn;
    throw new UserError({ blocks: [paragraph(text(language, own.agency.name))] });
  }
  const { rest } = meant;
  if (decidable.length > 1) throw askAgency(request, command, decidable, rest, "decide");
  return { assignment: await lockAssignment(request.tx, first.id), rest };
};

/** Marks a code and an agency in a sentence. */
export const named = (row: AssignmentRow) => [
  code(formatTaskCode(row.taskId)),
  " · ",
  bold(row.agency.name),
];
