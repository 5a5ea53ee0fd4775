// An edit read back, from → to: to whoever makes it, and to the agencies that it concerns.
import { fromDbDate } from "#src/calendar/civil-date.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, bold, paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/edit.ts";
import { deadlineText } from "#src/messages/words/tasks.ts";
import { type AssignmentRow, deadlineShown } from "./assignment-store.ts";
import { type FieldChange, YES } from "./edit-plan.ts";
import type { Edit } from "./edit-read.ts";

const shown = (language: Language, { field }: FieldChange, value: string | null): string => {
  if (value === null || value === "") return words.empty(language);
  if (field !== "restricted") return value;
  return value === YES ? words.yes(language) : words.no(language);
};

const changeBlock = (language: Language, change: FieldChange): Block =>
  paragraph(
    bold(`${words.fieldNames(language)[change.field]}: `),
    words.changes(
      language,
      shown(language, change, change.from),
      shown(language, change, change.to),
    ),
  );

const MOST_NAMED = 4;

const namesOf = (rows: readonly AssignmentRow[]): string => {
  const names = [...new Set(rows.map(({ agency }) => agency.name))];
  const more = names.length > MOST_NAMED ? ` … (${names.length})` : "";
  return `${names.slice(0, MOST_NAMED).join(", ")}${more}`;
};

/** One line for all whose deadline was the same before. */
const dueBlocks = (language: Language, { deadline, due }: Edit, named: boolean): Block[] => {
  if (deadline === null) return [];
  const before = new Map<string, AssignmentRow[]>();
  for (const row of due) {
    const text = deadlineText(language, deadlineShown(row));
    before.set(text, [...(before.get(text) ?? []), row]);
  }
  const to = deadlineText(language, deadline);
  return [...before].map(([from, rows]) => {
    const label = named
      ? words.dueOf(language, namesOf(rows))
      : words.fieldNames(language).deadline;
    return paragraph(bold(`${label}: `), words.changes(language, from, to));
  });
};

/** All that changes; `ofAgency`: as one agency is told of it, without the names. */
export const editBlocks = (
  language: Language,
  edit: Edit,
  reason: string,
  ofAgency: number | null = null,
): Block[] => {
  const due =
    ofAgency === null ? edit.due : edit.due.filter(({ agencyId }) => agencyId === ofAgency);
  return [
    ...edit.changes.map((change) => changeBlock(language, change)),
    ...dueBlocks(language, { ...edit, due }, ofAgency === null),
    ...(due.length === 0 ? [] : [paragraph(words.becauseOf(language, reason))]),
  ];
};

/** The latest of the dates that are put right: what a new one is compared with. */
export const latestDue = (rows: readonly AssignmentRow[]) =>
  rows.reduce<ReturnType<typeof fromDbDate> | null>((latest, { dueOn }) => {
    if (dueOn === null) return latest;
    const due = fromDbDate(dueOn);
    return latest === null || due > latest ? due : latest;
  }, null);
