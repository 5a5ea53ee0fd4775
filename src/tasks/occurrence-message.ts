// What an agency's person hears when periods of its recurring duties open: one message for all.
import { formatTaskCode } from "#src/language/task-code.ts";
import { shorten } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { bold, code, paragraph, type Reply } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/occurrences.ts";
import { deadlineText } from "#src/messages/words/tasks.ts";
import { type AssignmentRow, deadlineShown } from "./assignment-store.ts";
import { namedCode, periodOf } from "./occurrence-view.ts";

const MOST_LINES = 12;
const MOST_BUTTONS = 4;
const SHORT = 90;

const inOrder = (a: AssignmentRow, b: AssignmentRow): number =>
  Number(a.dueOn) - Number(b.dueOn) || a.taskId - b.taskId || a.agencyId - b.agencyId;

/** Each line is about its assignment: what is done before it is read is left out. */
export const openedReply = (language: Language, rows: readonly AssignmentRow[]): Reply => {
  const sorted = [...rows].sort(inOrder);
  const several = new Set(rows.map(({ agencyId }) => agencyId)).size > 1;
  const items = sorted.map((row) => {
    const { content } = row.task;
    const due = deadlineText(language, deadlineShown(row));
    return {
      about: row.id,
      runs: [
        code(formatTaskCode(row.taskId)),
        several ? ` ${row.agency.name}: ` : " ",
        shorten(content, SHORT),
        " · ",
        bold(periodOf(language, row)),
        ` · ${words.dueIs(language, due)}`,
      ],
    };
  });
  return {
    blocks: [paragraph(words.opened(language, rows.length)), { kind: "list", items }],
    limit: { lines: MOST_LINES, language, command: "/viec" },
    buttons: sorted.slice(0, MOST_BUTTONS).map((row) => {
      const agency = several ? ` ${row.agency.code}` : "";
      const label = `${formatTaskCode(row.taskId)}${agency} · ${periodOf(language, row)}`;
      return [{ label, command: `/viec ${namedCode(row)}${agency}`, about: row.id }];
    }),
  };
};
