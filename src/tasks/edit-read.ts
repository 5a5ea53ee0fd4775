// An edit as it stands against the register: what it changes, whose dates it moves, and whether this
// person may.
import { fromDbDate } from "#src/calendar/civil-date.ts";
import type { Deadline } from "#src/language/deadline.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { showDate } from "#src/messages/format.ts";
import { type Button, paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { notYours, othersYouMay } from "#src/messages/words/set-aside.ts";
import { may } from "#src/people/permissions.ts";
import type { Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { currentOf } from "./current-assignment.ts";
import {
  differs,
  type FieldChange,
  fieldChanges,
  readCorrection,
  rowsOfDeadline,
  type TaskWording,
} from "./edit-plan.ts";
import type { Resolved } from "./edit-task.ts";
import { type EditTexts, editWords } from "./edit-words.ts";
import { namedDocument, namedLeader } from "./named-in-draft.ts";

export type Edit = {
  changes: FieldChange[];
  resolved: Resolved;
  /** The named document is not in the register: its words are kept in the clause. */
  documentAsText: boolean;
  deadline: Deadline | null;
  /** Assignments whose deadline is put right. */
  due: AssignmentRow[];
};

type Task = AssignmentRow["task"];

export const documentText = ({ document }: Task): string | null =>
  document === null
    ? null
    : `${document.number} ngày ${showDate(fromDbDate(document.issuedOn))}, ${document.issuer}`;

export const wordingOf = (task: Task): TaskWording => ({
  content: task.content,
  area: task.area,
  deliverable: task.deliverable,
  leader: task.leaderInCharge?.fullName ?? task.leaderText,
  document: documentText(task),
  clause: task.clause,
  note: task.note,
  restricted: task.restricted,
});

/** A document that is known by exactly one row is linked; any other is kept as words. */
const withDocument = (
  changes: readonly FieldChange[],
  task: Task,
  documentId: number | null,
): FieldChange[] => {
  const named = changes.find(({ field, to }) => field === "document" && to !== null);
  if (named === undefined) return [...changes];
  if (documentId !== null) {
    return changes.filter((change) => change !== named || documentId !== task.documentId);
  }
  const others = changes.filter(({ field }) => field !== "document" && field !== "clause");
  const clause = changes.find(({ field }) => field === "clause");
  const kept = clause === undefined ? task.clause : clause.to;
  const to = [kept, named.to].filter((part) => part !== null).join("; ");
  return [
    ...others,
    ...(named.from === null ? [] : [{ field: "document" as const, from: named.from, to: null }]),
    { field: "clause" as const, from: task.clause, to },
  ];
};

const planned = (row: AssignmentRow) => ({
  row,
  id: row.id,
  agencyId: row.agencyId,
  occurrence: row.occurrence,
  state: row.state,
  dueOn: row.dueOn === null ? null : fromDbDate(row.dueOn),
  kind: row.deadlineKind,
  boundary: row.boundary,
});

/** Nobody moves a date of their own agency: says who does, and whose this person may move. */
const refuseOwn = (request: Request, rows: readonly AssignmentRow[], typed: string): void => {
  const { actor, language } = request;
  const counted = rows.some(({ role }) => role === "lead")
    ? rows.filter(({ role }) => role === "lead")
    : rows;
  const own = counted.filter(({ agencyId }) => !may(actor, "change assignment", agencyId));
  const [first] = own;
  if (first === undefined) return;
  const others = counted.filter((row) => !own.includes(row));
  const leader = first.task.leaderInCharge?.fullName ?? first.task.leaderText;
  const names = own.map(({ agency }) => agency.name);
  const buttons = others.slice(0, 10).map(({ agency, taskId }): Button[] => [
    {
      label: agency.name,
      command: `/sua ${formatTaskCode(taskId)} ${agency.code} ${editWords.deadline} ${typed}`,
    },
  ]);
  throw new UserError({
    blocks: [
      paragraph(notYours(language, names, leader)),
      ...(others.length === 0 ? [] : say(othersYouMay(language)).blocks),
    ],
    buttons,
  });
};

export const readAgainst = async (
  request: Request,
  rows: readonly AssignmentRow[],
  { texts, agencyId }: { texts: EditTexts; agencyId: number | null },
): Promise<Edit> => {
  const { today, calendar } = request;
  const [first] = rows;
  if (first === undefined) throw new Error("a task without assignments cannot be edited");
  const { task } = first;
  const changes = fieldChanges(wordingOf(task), texts);
  const to = (field: FieldChange["field"]) =>
    changes.find((change) => change.field === field)?.to ?? null;
  const resolved = {
    documentId: await namedDocument(request, to("document")),
    leaderInChargeId: await namedLeader(request, to("leader")),
  };
  const whole = {
    changes: withDocument(changes, task, resolved.documentId),
    resolved,
    documentAsText: to("document") !== null && resolved.documentId === null,
  };
  if (texts.deadline === undefined) return { ...whole, deadline: null, due: [] };
  const registeredOn = fromDbDate(task.registeredOn);
  const deadline = readCorrection(texts.deadline, { today, registeredOn }, calendar);
  const ofAgency = rows.filter((row) => agencyId === null || row.agencyId === agencyId);
  const current = (some: readonly ReturnType<typeof planned>[]) => {
    const row = currentOf(some.map((one) => one.row));
    return some.find(({ id }) => id === row?.id);
  };
  const concerned = rowsOfDeadline(ofAgency.map(planned), deadline, current);
  refuseOwn(
    request,
    concerned.map(({ row }) => row),
    texts.deadline,
  );
  const due = concerned.filter((row) => differs(row, deadline)).map(({ row }) => row);
  return { ...whole, deadline, due };
};
