// Carries out an edit that was said yes to, and tells the agencies whose task or date changed.
import { formatTaskCode } from "#src/language/task-code.ts";
import { type OutgoingMessage, paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/edit.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { type AssignmentRow, lockAssignments } from "./assignment-store.ts";
import { introducedCard, readerFor } from "./card.ts";
import { causeOf } from "./cause.ts";
import { onePerAgency } from "./current-assignment.ts";
import type { Edit } from "./edit-read.ts";
import { correctDeadline, editTask } from "./edit-task.ts";
import { editBlocks } from "./edit-view.ts";
import { tellAgency } from "./tell.ts";

const tellAbout = (
  request: Request,
  row: AssignmentRow,
  edit: Edit,
  reason: string,
): Promise<OutgoingMessage[]> => {
  const code = formatTaskCode(row.taskId);
  return tellAgency(request, row, {
    // The task's version goes up with every edit.
    key: `edited:${row.id}:${row.task.version}`,
    reply: async (actor) => {
      const text = words.yoursEdited(actor.language, code, row.agency.name);
      const card = await introducedCard(readerFor(request, actor), row.id, text);
      const [title, ...rest] = card.blocks;
      const changes = editBlocks(actor.language, edit, reason, row.agencyId);
      return { ...card, blocks: [...(title === undefined ? [] : [title]), ...changes, ...rest] };
    },
  });
};

export const applyEdit = async (
  request: Request,
  rows: readonly AssignmentRow[],
  edit: Edit,
  reason: string,
): Promise<Outcome> => {
  const { tx, language } = request;
  const cause = causeOf(request);
  const taskId = rows[0]?.taskId ?? 0;
  await tx.$queryRaw`SELECT 1 FROM "Task" WHERE "id" = ${taskId} FOR UPDATE`;
  await lockAssignments(
    tx,
    rows.map(({ id }) => id),
  );
  await editTask(tx, taskId, edit.changes, edit.resolved, cause);
  const authority = words.correctionAuthority("vi", reason);
  for (const row of edit.due) {
    if (edit.deadline !== null) await correctDeadline(tx, row, edit.deadline, authority, cause);
  }
  const concerned = edit.changes.length > 0 ? rows : edit.due;
  const live = concerned.filter(({ state }) => state !== "cancelled" && state !== "transferred");
  const messages: OutgoingMessage[] = [];
  for (const row of onePerAgency(live)) {
    messages.push(...(await tellAbout(request, row, edit, reason)));
  }
  const code = formatTaskCode(taskId);
  return {
    reply: {
      blocks: [paragraph(words.edited(language, code)), ...editBlocks(language, edit, reason)],
      buttons: [[{ label: code, command: `/viec ${code}` }]],
    },
    messages,
    changed: rows.map(({ id }) => id),
  };
};
