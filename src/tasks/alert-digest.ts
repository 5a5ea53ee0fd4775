// The morning's alert: one message for a person or a group, the overdue first. Each line is
// tagged with its assignment, so that what is finished before it is sent is left out.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { shorten } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, type Button, bold, paragraph, type Reply } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/alerts.ts";
import { receptionLabels } from "#src/messages/words/reception.ts";
import { deadlineText, timelinessText } from "#src/messages/words/tasks.ts";
import { type AssignmentRow, deadlineShown, factsOf } from "./assignment-store.ts";
import { lineStart, namedCode, shownCode } from "./occurrence-view.ts";
import { after } from "./state.ts";
import { type AlertReason, alertReason, timelinessOf } from "./timeliness.ts";

export type Alerted = { row: AssignmentRow; reason: AlertReason };

/** Those of the candidates that an alert of that day speaks of. */
export const alertedOn = (
  rows: readonly AssignmentRow[],
  today: CivilDate,
  calendar: WorkCalendar,
): Alerted[] =>
  rows.flatMap((row) => {
    const reason = alertReason(factsOf(row), today, calendar);
    return reason === null ? [] : [{ row, reason }];
  });

const ORDER: readonly AlertReason[] = ["overdue", "today", "in_1", "in_3", "in_7"];
const MOST_LINES = 12;
const LONGEST = 90;

type Audience = {
  language: Language;
  today: CivilDate;
  calendar: WorkCalendar;
  /** In a group a restricted task shows its code only. */
  inGroup: boolean;
  /** Several agencies in one message: each line names its own. */
  severalAgencies: boolean;
};

const lineOf = (row: AssignmentRow, audience: Audience) => {
  const { language, today, calendar, inGroup, severalAgencies } = audience;
  const content = inGroup && row.task.restricted ? "…" : row.task.content;
  const due = deadlineText(language, deadlineShown(row));
  const stands = timelinessText(language, timelinessOf(factsOf(row), today, calendar));
  return {
    about: row.id,
    runs: [
      ...lineStart(language, row, severalAgencies ? row.agency.name : null),
      shorten(content, LONGEST),
      ` · ${due} · ${stands}`,
    ],
  };
};

const receiveRow = (row: AssignmentRow, language: Language): Button[][] =>
  after(row.state, "receive") === null
    ? []
    : [
        [
          {
            label: `${receptionLabels(language).receive} ${shownCode(language, row)}`,
            command: `/nhan ${namedCode(row)}`,
            about: row.id,
          },
        ],
      ];

/** One digest; the caller makes none where there is nothing to say. */
export const alertDigest = (alerted: readonly Alerted[], audience: Audience): Reply => {
  const { language } = audience;
  const sorted = [...alerted].sort(
    (a, b) =>
      ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason) ||
      Number(a.row.dueOn) - Number(b.row.dueOn) ||
      a.row.taskId - b.row.taskId,
  );
  const blocks: Block[] = [paragraph(bold(words.alertTitle(language, audience.today)))];
  for (const reason of ORDER) {
    const items = sorted.filter((one) => one.reason === reason);
    if (items.length === 0) continue;
    blocks.push({ kind: "heading", runs: [words.alertReasonText(language, reason)] });
    blocks.push({ kind: "list", items: items.map(({ row }) => lineOf(row, audience)) });
  }
  const limit = { lines: MOST_LINES, language, command: "/viec" };
  const [first] = sorted;
  if (audience.inGroup || first === undefined) return { blocks, limit };
  return {
    blocks,
    limit,
    buttons: [
      ...receiveRow(first.row, language),
      [
        {
          label: `${words.reportButton(language)} ${shownCode(language, first.row)}`,
          command: `/tiendo ${namedCode(first.row)}`,
          about: first.row.id,
        },
        { label: words.allButton(language), command: "/viec" },
      ],
    ],
  };
};
