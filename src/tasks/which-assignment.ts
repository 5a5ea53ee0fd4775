// From what was typed to the one assignment that is meant. In verbs that submit, a bare NV-012
// means one's own agency; in verbs that decide, the agency must be named when several wait.
import { formatTaskCode } from "#src/language/task-code.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/commands.ts";
import { resultByPeriod } from "#src/messages/words/occurrences.ts";
import { type Action, may } from "#src/people/permissions.ts";
import type { Request } from "#src/requests/request.ts";
import { type AssignmentRow, lockAssignment } from "./assignment-store.ts";
import { onePerAgency } from "./current-assignment.ts";
import { isDuty } from "./duty.ts";
import { takePeriod } from "./named-occurrence.ts";
import {
  askAgency,
  askWhich,
  drawnRow,
  leadsOf,
  narrowed,
  noSuch,
  refuseState,
  taskMissing,
  visibleLeads,
} from "./named-rows.ts";
import { nextPeriodText } from "./occurrence-view.ts";
import { readTask } from "./read-task.ts";
import { after, type Verb } from "./state.ts";

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
export const actingFor = (
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
  const visible = await visibleLeads(request, read.number);

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
  const visible = await visibleLeads(request, read.number);
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
