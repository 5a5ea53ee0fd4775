// What /sua asks, one question a step of its form.
import { z } from "zod";
import { formatTaskCode } from "#src/language/task-code.ts";
import { type Block, type Button, paragraph, type Reply, say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/edit.ts";
import { deadlineText, labels } from "#src/messages/words/tasks.ts";
import { openForm } from "#src/requests/forms-store.ts";
import type { FormState, Outcome, Request } from "#src/requests/request.ts";
import { type AssignmentRow, deadlineShown } from "./assignment-store.ts";
import { type Edit, wordingOf } from "./edit-read.ts";
import { editBlocks, latestDue } from "./edit-view.ts";
import { type EditKey, editKeys, editWords } from "./edit-words.ts";

export const COMMAND = "sua";

export const editData = z.object({
  taskId: z.number(),
  agencyId: z.number().nullable(),
  texts: z.partialRecord(z.enum(editKeys), z.string()),
  reason: z.string(),
  /** It was said that a later date is a correction. */
  correction: z.boolean(),
  /** Whose value is asked for. */
  field: z.enum(editKeys).nullable(),
  /** As the task and its dates stood when they were shown. */
  stamp: z.string(),
});

export type EditData = z.infer<typeof editData>;

export const openEdit = async (
  request: Request,
  step: string,
  data: EditData,
): Promise<FormState> => openForm(request, { command: COMMAND, step, data });

/** Fields to tap. */
export const askField = (
  { language }: Request,
  { taskId }: EditData,
  agency: string,
  unread: string,
): Outcome => {
  const code = formatTaskCode(taskId);
  const names = words.fieldNames(language);
  const text =
    unread === "" ? words.whichField(language, code) : words.notAField(language, unread, code);
  const button = (key: EditKey): Button => ({
    label: names[key],
    command: `/${COMMAND} ${code} ${agency} ${editWords[key]}`.replace(/\s+/g, " "),
  });
  const rows = [editKeys.slice(0, 3), editKeys.slice(3, 6), editKeys.slice(6)];
  return { reply: { ...say(text), buttons: rows.map((row) => row.map(button)) } };
};

export const askValue = async (
  request: Request,
  row: AssignmentRow,
  data: EditData,
  field: EditKey,
): Promise<Outcome> => {
  const { language } = request;
  const code = formatTaskCode(row.taskId);
  await openEdit(request, "value", { ...data, field });
  if (field === "restricted") return { reply: say(words.newRestricted(language, code)) };
  if (field === "deadline") {
    return {
      reply: say(words.newDeadline(language, code, deadlineText(language, deadlineShown(row)))),
    };
  }
  const now = wordingOf(row.task)[field] ?? words.empty(language);
  return { reply: say(words.newValue(language, code, words.fieldNames(language)[field], now)) };
};

export const askKind = async (request: Request, data: EditData, edit: Edit): Promise<Outcome> => {
  const { language } = request;
  const form = await openEdit(request, "kind", data);
  const drawnFrom = { of: "form" as const, id: form.id, version: form.version };
  const from = latestDue(edit.due);
  if (from === null) throw new Error("nothing is later than no date");
  const text = words.correctionOrExtension(language, from, edit.deadline?.dueOn ?? null);
  return {
    reply: {
      ...say(text),
      buttons: [
        [{ label: words.isCorrection(language), command: `/${COMMAND} sua dung`, drawnFrom }],
        [{ label: words.isExtension(language), command: `/${COMMAND} gia han`, drawnFrom }],
      ],
    },
  };
};

export const askSure = async (
  request: Request,
  data: EditData,
  edit: Edit,
  again: boolean,
): Promise<Outcome> => {
  const { language } = request;
  const code = formatTaskCode(data.taskId);
  const form = await openEdit(request, "confirm", data);
  const drawnFrom = { of: "form" as const, id: form.id, version: form.version };
  const title = again ? words.changedMeanwhile(language, code) : words.readBack(language, code);
  const blocks: Block[] = [
    paragraph(title),
    ...editBlocks(language, edit, data.reason),
    ...(edit.documentAsText ? [paragraph(words.documentAsText(language))] : []),
    paragraph(words.howToAmend(language)),
  ];
  const reply: Reply = {
    blocks,
    buttons: [
      [
        { label: labels(language).register, command: "/dongy", drawnFrom, style: "primary" },
        { label: labels(language).stop, command: "/thoi", drawnFrom },
      ],
    ],
  };
  return { reply };
};
