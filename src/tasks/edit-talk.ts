// The talk of /sua: which field, its new words, is a later date a correction, why, is it meant.
import { fromDbDate } from "#src/calendar/civil-date.ts";
import { fold } from "#src/language/fold.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { type Button, paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/edit.ts";
import { unclearDeadline } from "#src/messages/words/giao.ts";
import { may } from "#src/people/permissions.ts";
import { cancelledForm, isNo, isYes, notYesOrNo } from "#src/requests/answers.ts";
import { closeForm } from "#src/requests/forms-store.ts";
import type { FormState, Outcome, Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { applyEdit } from "./edit-effect.ts";
import { isLater } from "./edit-plan.ts";
import {
  askField,
  askKind,
  askSure,
  askValue,
  COMMAND,
  type EditData,
  editData,
  openEdit,
} from "./edit-questions.ts";
import { type Edit, readAgainst } from "./edit-read.ts";
import { editKeys, readDeadlineEdit, readEdit, readFieldName } from "./edit-words.ts";
import { namedPart, rowsOfTask } from "./named-part.ts";

/** The task's version and the dates that are put right: an extension meanwhile moves those. */
const stampOf = (task: AssignmentRow["task"], { due }: Edit): string =>
  [task.version, ...due.map(({ id, dueOn }) => `${id}:${dueOn?.getTime() ?? ""}`)].join(" ");

/** `confirmed`: the stamp of what was shown when it was said yes to. */
const carryOn = async (
  request: Request,
  rows: readonly AssignmentRow[],
  data: EditData,
  confirmed: string | null = null,
): Promise<Outcome> => {
  const { language } = request;
  const [first] = rows;
  if (first === undefined) throw new Error("a task without assignments cannot be edited");
  const code = formatTaskCode(data.taskId);
  const edit = await readAgainst(request, rows, data);
  const now = { ...data, stamp: stampOf(first.task, edit) };
  if (edit.deadline?.kind === "unclear") {
    const { phrase, nearest } = edit.deadline;
    const { deadline: _, ...texts } = now.texts;
    const asked = await askValue(request, first, { ...now, texts }, "deadline");
    const why = paragraph(unclearDeadline(language, phrase, nearest));
    return { reply: { ...asked.reply, blocks: [why, ...asked.reply.blocks] } };
  }
  if (edit.changes.length === 0 && edit.due.length === 0) {
    return { reply: say(words.nothingChanges(language, code)) };
  }
  const to = edit.deadline?.dueOn ?? null;
  const later = edit.due.some(({ dueOn }) =>
    isLater(dueOn === null ? null : fromDbDate(dueOn), to),
  );
  if (later && !data.correction) return askKind(request, now, edit);
  if (edit.due.length > 0 && data.reason === "") {
    await openEdit(request, "reason", now);
    return { reply: say(words.whyCorrected(language, code)) };
  }
  if (confirmed !== now.stamp) return askSure(request, now, edit, confirmed !== null);
  return applyEdit(request, rows, edit, data.reason);
};

const isCorrection = (typed: string): boolean =>
  /\b(sua|dung|sai|nham|correct|correction)\b/.test(fold(typed));
const isExtension = (typed: string): boolean => /\b(gia han|giahan|extension)\b/.test(fold(typed));

/** "Gia hạn" alone answers whether a later date is one; it is the name of a command as well. */
export const isExtensionWord = (typed: string): boolean => fold(typed).trim() === "gia han";

/** An extension goes another way: asked by the agency, approved, the original date kept. */
const pointToExtension = async (
  request: Request,
  form: FormState,
  rows: readonly AssignmentRow[],
  data: EditData,
): Promise<Outcome> => {
  const { language, actor } = request;
  await closeForm(request, form);
  const code = formatTaskCode(data.taskId);
  const edit = await readAgainst(request, rows, data);
  const buttons = edit.due
    .filter(({ agencyId, role }) => role === "lead" && may(actor, "enter on behalf", agencyId))
    .slice(0, 5)
    .map(({ agency }): Button[] => {
      const command = `/giahan ${code} ${agency.code} ${data.texts.deadline ?? ""}`;
      return [{ label: `/giahan ${code} ${agency.code}`, command }];
    });
  return { reply: { ...say(words.useExtension(language, code)), buttons } };
};

const takeValue = (data: EditData, typed: string): EditData => {
  const { field } = data;
  if (field !== "deadline") {
    return field === null
      ? data
      : { ...data, field: null, texts: { ...data.texts, [field]: typed } };
  }
  const { deadline, reason } = readDeadlineEdit(typed);
  const texts = { ...data.texts, deadline };
  return { ...data, field: null, texts, reason: reason === "" ? data.reason : reason };
};

export const answerEdit = async (request: Request, form: FormState): Promise<Outcome> => {
  const data = editData.parse(form.data);
  const typed = request.args.trim();
  const rows = await rowsOfTask(request, data.taskId);
  // "Không" is an answer to "is it restricted?", and "by when?".
  const mayBeNo =
    form.step === "value" && (data.field === "restricted" || data.field === "deadline");
  const isNone = mayBeNo && /^(khong|ko|no)\b/.test(fold(typed));
  if (isNo(typed) && !isNone) return cancelledForm(request, form);
  switch (form.step) {
    case "value":
      return carryOn(request, rows, takeValue(data, typed));
    case "kind":
      if (isExtension(typed)) return pointToExtension(request, form, rows, data);
      if (isCorrection(typed)) return carryOn(request, rows, { ...data, correction: true });
      return askKind(request, data, await readAgainst(request, rows, data));
    case "reason":
      return carryOn(request, rows, { ...data, reason: typed });
    default: {
      if (isYes(typed)) {
        await closeForm(request, form);
        return carryOn(request, rows, data, data.stamp);
      }
      const more = readEdit(typed);
      if (Object.keys(more.texts).length === 0) return notYesOrNo(request);
      const texts = { ...data.texts, ...more.texts };
      const reason = more.reason === "" ? data.reason : more.reason;
      const correction = data.correction && more.texts.deadline === undefined;
      return carryOn(request, rows, { ...data, texts, reason, correction });
    }
  }
};

/** `/sua NV-012 [AGENCY] field: value; …` */
export const runEdit = async (request: Request): Promise<Outcome> => {
  const { drawnFrom, tx } = request;
  if (drawnFrom?.of === "form") {
    const form = await tx.form.findUniqueOrThrow({ where: { id: drawnFrom.id } });
    return answerEdit(request, form);
  }
  const { taskId, rows, named, rest } = await namedPart(request, COMMAND);
  const [first] = rows;
  if (first === undefined) throw new Error("a task that is named has assignments");
  const agencyId = named === "all" ? null : named;
  const part = rows.find((row) => row.agencyId === agencyId);
  const { texts, reason, unread } = readEdit(rest);
  const data = { taskId, agencyId, texts, reason, correction: false, field: null, stamp: "" };
  const field = readFieldName(rest);
  if (field !== null) return askValue(request, part ?? first, { ...data, texts: {} }, field);
  // One that is named without its new words is asked for.
  const bare = editKeys.find((key) => texts[key] === "" && key !== "restricted");
  if (bare !== undefined) {
    const { [bare]: _, ...others } = texts;
    return askValue(request, part ?? first, { ...data, texts: others }, bare);
  }
  if (unread !== "" && Object.keys(texts).length > 0) {
    const text = words.notAField(request.language, unread, formatTaskCode(taskId));
    throw new UserError(say(text));
  }
  if (Object.keys(texts).length === 0) {
    return askField(request, data, part?.agency.code ?? "", unread);
  }
  return carryOn(request, rows, data);
};
