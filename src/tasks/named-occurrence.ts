// Which period of a recurring duty somebody names behind its code: /hoanthanh NV-012 Quý III …
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { periodOfKey } from "#src/calendar/reporting-periods.ts";
import { type ReportPeriod, readReportPeriod } from "#src/language/report-period.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import type { Language } from "#src/messages/language.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { noSuchPeriod } from "#src/messages/words/occurrences.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { periodOf } from "./occurrence-view.ts";
import { openStates } from "./state.ts";

type Row = Pick<AssignmentRow, "occurrence" | "state" | "dueOn">;

// Where reports merge, one stands for both: that of June for the second quarter as well.
const STANDS_FOR: Readonly<Record<string, readonly string[]>> = {
  Q2: ["H1"],
  Q4: ["H2", "Y"],
  H2: ["Y"],
};

/**
 * The key among these occurrences that a period means; null where none fits. Without a year: of
 * those that are open the one that is due first, else the latest.
 */
export const keyMeant = (rows: readonly Row[], { name, year }: ReportPeriod): string | null => {
  for (const one of [name, ...(STANDS_FOR[name] ?? [])]) {
    const fitting = rows
      .filter(({ occurrence }) =>
        year === null ? occurrence.endsWith(`-${one}`) : occurrence === `${year}-${one}`,
      )
      .sort((a, b) => Number(a.dueOn) - Number(b.dueOn));
    const meant = fitting.find(({ state }) => openStates.includes(state)) ?? fitting.at(-1);
    if (meant !== undefined) return meant.occurrence;
  }
  return null;
};

type Asking = { today: CivilDate; language: Language };

const refuse = (
  rows: readonly AssignmentRow[],
  { typed }: ReportPeriod,
  language: Language,
): UserError => {
  const code = formatTaskCode(rows[0]?.taskId ?? 0);
  const known = [...new Map(rows.map((row) => [row.occurrence, row])).values()]
    .filter(({ occurrence }) => occurrence !== "")
    .sort((a, b) => Number(b.dueOn) - Number(a.dueOn))
    .slice(0, 6);
  const names = known.map((row) => periodOf(language, row));
  return new UserError({
    blocks: [paragraph(noSuchPeriod(language, code, typed, names.join("; ")))],
    buttons: known.map((row) => [
      { label: periodOf(language, row), command: `/viec ${code} ${row.occurrence}` },
    ]),
  });
};

/** The key itself, as buttons hold it; what came of a merger has one that is no period. */
const named = <R extends Row>(
  occurrences: readonly R[],
  text: string,
): { rows: readonly R[]; rest: string } | null => {
  const keys = [...new Set(occurrences.map(({ occurrence }) => occurrence))];
  const typed = text.trim().toLowerCase();
  const key = keys
    .sort((a, b) => b.length - a.length)
    .find((one) => `${typed} `.startsWith(`${one.toLowerCase()} `));
  if (key === undefined) return null;
  const rest = text.trim().slice(key.length).trim();
  return { rows: occurrences.filter(({ occurrence }) => occurrence === key), rest };
};

/**
 * Takes a period off the start of what was typed and keeps only its rows; everything as it was
 * where the task has no occurrences or no period is named.
 * @throws UserError where the task recurs but has no such period
 */
export const takePeriod = <R extends AssignmentRow>(
  rows: readonly R[],
  text: string,
  { today, language }: Asking,
): { rows: readonly R[]; rest: string } => {
  const occurrences = rows.filter(({ occurrence }) => occurrence !== "");
  const exact = named(occurrences, text);
  if (exact !== null) return exact;
  const periods = occurrences.filter(({ occurrence }) => periodOfKey(occurrence) !== null);
  const read = periods.length === 0 ? null : readReportPeriod(text, today);
  if (read === null) return { rows, rest: text };
  const key = keyMeant(occurrences, read);
  if (key === null) throw refuse(rows, read, language);
  return { rows: occurrences.filter(({ occurrence }) => occurrence === key), rest: read.rest };
};
