// Sets assignments aside, or takes them up again, and tells each agency once.
import { fromDbDate } from "#src/calendar/civil-date.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { type OutgoingMessage, paragraph, say } from "#src/messages/reply.ts";
import { unreachable } from "#src/messages/words/giao.ts";
import * as words from "#src/messages/words/set-aside.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { type AssignmentRow, type Cause, lockAssignments } from "./assignment-store.ts";
import { introducedCard, readerFor } from "./card.ts";
import { causeOf } from "./cause.ts";
import { onePerAgency } from "./current-assignment.ts";
import type { ClosedMatters } from "./open-matters.ts";
import { cancelAssignment, pauseAssignment, resumeAssignment } from "./set-aside.ts";
import { tellAgency } from "./tell.ts";

const NOTHING: ClosedMatters = { extensions: 0, blockers: 0, explanations: 0 };

const plus = (a: ClosedMatters, b: ClosedMatters): ClosedMatters => ({
  extensions: a.extensions + b.extensions,
  blockers: a.blockers + b.blockers,
  explanations: a.explanations + b.explanations,
});

/** Null where the assignment's state refuses: somebody else was quicker. */
const change = async (
  { tx }: Request,
  row: AssignmentRow,
  { what, reason, cause }: { what: words.SetAside; reason: string; cause: Cause },
): Promise<ClosedMatters | null> => {
  if (what === "cancel") return cancelAssignment(tx, row, reason, cause);
  const isDone =
    what === "pause"
      ? await pauseAssignment(tx, row, reason, cause)
      : (await resumeAssignment(tx, row, cause)) !== null;
  return isDone ? NOTHING : null;
};

const dueText = (language: Request["language"], row: AssignmentRow): string =>
  words.dateStays(language, row.dueOn === null ? null : fromDbDate(row.dueOn));

const tellAbout = (
  request: Request,
  row: AssignmentRow,
  what: words.SetAside,
  reason: string,
): Promise<OutgoingMessage[]> => {
  const code = formatTaskCode(row.taskId);
  return tellAgency(request, row, {
    key: `${what}:${row.id}:${row.version}`,
    reply: (actor) => {
      const { language } = actor;
      const text = words.yours[what](language, code, row.agency.name, reason);
      const lines = what === "cancel" ? text : `${text} ${dueText(language, row)}`;
      return introducedCard(readerFor(request, actor), row.id, lines);
    },
  });
};

/** Every row in one transaction; whoever was changed is told, each agency once. */
export const setAside = async (
  request: Request,
  what: words.SetAside,
  rows: readonly AssignmentRow[],
  reason: string,
): Promise<Outcome> => {
  const { language, tx } = request;
  const cause = causeOf(request);
  const changed: AssignmentRow[] = [];
  let closed = NOTHING;
  const ids = rows.map(({ id }) => id);
  for (const row of await lockAssignments(tx, ids)) {
    const done = await change(request, row, { what, reason, cause });
    if (done === null) continue;
    closed = plus(closed, done);
    changed.push(row);
  }
  const messages: OutgoingMessage[] = [];
  let unheard = 0;
  for (const row of onePerAgency(changed)) {
    const told = await tellAbout(request, row, what, reason);
    if (told.length === 0 && row.role === "lead") unheard += 1;
    messages.push(...told);
  }
  const [first] = changed;
  const code = formatTaskCode(first?.taskId ?? 1);
  const names = [...new Set(changed.map(({ agency }) => agency.name))];
  const hasClosed = closed.extensions + closed.blockers + closed.explanations > 0;
  return {
    reply: {
      blocks: [
        paragraph(words.done[what](language, code, names)),
        ...(what === "cancel" || first === undefined ? [] : [paragraph(dueText(language, first))]),
        ...(hasClosed ? [paragraph(words.alsoClosed(language, closed))] : []),
        ...(unheard === 0 ? [] : say(unreachable(language, unheard)).blocks),
      ],
      buttons: [[{ label: code, command: `/viec ${code}` }]],
    },
    messages,
    changed: changed.map(({ id }) => id),
  };
};
