// How a recurring duty and its periods are named and shown.
import { type CivilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import { periodOfKey } from "#src/calendar/reporting-periods.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Store } from "#src/database/client.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, bold, code, paragraph, type Run } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/occurrences.ts";
import type { NamedTask } from "#src/messages/words/tasks.ts";
import { readOfficeSettings } from "#src/office/office-settings.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { dutyOf, isDuty } from "./duty.ts";
import { nextOccurrence } from "./occurrences.ts";

/** "Quý III/2026"; "" for what is done once. */
export const periodOf = (language: Language, { occurrence }: { occurrence: string }): string => {
  const period = periodOfKey(occurrence);
  return period === null ? occurrence : words.periodName(language, period);
};

/** " · Quý III/2026", to be put behind a code or a name. */
export const behindCode = (language: Language, row: { occurrence: string }): string =>
  row.occurrence === "" ? "" : ` · ${periodOf(language, row)}`;

/** As people read it: "NV-012", "NV-012 · Quý III/2026". */
export const shownCode = (
  language: Language,
  row: { taskId: number; occurrence: string },
): string => `${formatTaskCode(row.taskId)}${behindCode(language, row)}`;

/** How a line about an assignment begins: its code, its period, whose it is where that is said. */
export const lineStart = (
  language: Language,
  row: { taskId: number; occurrence: string },
  agency: string | null,
): Run[] => {
  const period = behindCode(language, row);
  const whose = agency === null ? "" : `${period === "" ? "" : " ·"} ${agency}`;
  return [
    code(formatTaskCode(row.taskId)),
    `${period}${whose}${period === "" && agency === null ? "" : ":"} `,
  ];
};

/** What names this very assignment of its agency in a command: "NV-012", "NV-012 2026-Q3". */
export const namedCode = ({ taskId, occurrence }: { taskId: number; occurrence: string }): string =>
  `${formatTaskCode(taskId)} ${occurrence}`.trim();

/** Both, for a sentence that says also what to type. */
export const namedTask = (
  language: Language,
  row: { taskId: number; occurrence: string },
): NamedTask => ({ code: shownCode(language, row), typed: namedCode(row) });

type Looking = { language: Language; today: CivilDate; calendar: WorkCalendar; tx: Store };

/** "kỳ tới là Quý III/2026, mở ngày …, hạn …"; "" where the duty has no frequency. */
export const nextPeriodText = async (row: AssignmentRow, looking: Looking): Promise<string> => {
  const { reportDueDay } = await readOfficeSettings(looking.tx);
  const next = nextOccurrence(dutyOf(row, looking.calendar), { ...looking, reportDueDay });
  if (next === null) return "";
  const period = periodOf(looking.language, { occurrence: next.key });
  return words.nextPeriod(looking.language, period, next.opensOn, next.dueOn);
};

/** The line of a card about its period: which one, or which comes next. */
export const periodBlocks = async (row: AssignmentRow, looking: Looking): Promise<Block[]> => {
  const { language } = looking;
  const line = (text: string): Block[] => [
    paragraph(bold(`${words.periodLabel(language)}: `), text),
  ];
  const period = periodOfKey(row.occurrence);
  if (period !== null) {
    const { window } = period;
    // A duty with a day of its own ("trước 15/3 hằng năm") says nothing about the figures.
    const told = row.dueOn !== null && window.to < fromDbDate(row.dueOn);
    const figures =
      told || period.frequency === "weekly"
        ? words.figuresOf(language, window.from, window.to)
        : "";
    return line(`${words.periodName(language, period)}${figures}`);
  }
  if (!isDuty(row) || row.role !== "lead") return [];
  const next = await nextPeriodText(row, looking);
  return line(next === "" ? words.noFrequency(language) : next);
};
