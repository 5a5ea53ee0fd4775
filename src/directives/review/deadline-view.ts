// How a draft's deadline and targets are said: what was understood, and the words that say so.
import { showDate } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import * as words from "#src/messages/words/directives.ts";
import { deadlineText } from "#src/messages/words/tasks.ts";
import type { DraftDeadline, DraftTarget } from "../reading.ts";

/** The reading alone: "trước 30/11/2018", "định kỳ hằng quý", "không thời hạn". */
export const deadlineRead = (language: Language, deadline: DraftDeadline): string => {
  if (deadline.kind === "recurrence") return words.recurring(language, deadline.frequency);
  return deadlineText(language, deadline);
};

const isSaidAlready = (reading: string, phrase: string): boolean =>
  phrase.trim() === "" || reading.includes(phrase);

/** The reading, the words that it comes from, and why it was read so. */
export const deadlineWhole = (language: Language, deadline: DraftDeadline): string => {
  const { phrase, notes } = deadline;
  const reading = deadlineRead(language, deadline);
  const said = isSaidAlready(reading, phrase)
    ? reading
    : words.verbatim(language, reading, phrase.replace(/\s+/g, " ").trim());
  const why = notes.map((note) => words.noteText(language, note));
  return why.length === 0 ? said : `${said} (${why.join("; ")})`;
};

const figure = (value: number): string => String(value).replace(".", ",");

/** "≥ 60% …, cấp xã (đến 31/12/2018)". */
export const targetText = (language: Language, target: DraftTarget): string => {
  const { operator, value, upTo, unit, metric, level, by } = target;
  const amount =
    operator === "range" && upTo !== null
      ? words.upTo(language, figure(value), figure(upTo))
      : `${operator === "range" ? "≥" : operator} ${figure(value)}`;
  const measured = unit === "%" ? `${amount}%` : `${amount} ${unit}`.trim();
  const isSaid = level === null || metric.includes(level);
  const what = [metric, isSaid ? "" : level].filter((part) => part !== "").join(", ");
  const said = what === "" ? measured : `${measured}: ${what}`;
  return by === null ? said : words.targetBy(language, said, by);
};

/** For a list: the day, or the shortest words for what there is instead of one. */
export const deadlineShort = (language: Language, deadline: DraftDeadline): string =>
  deadline.dueOn !== null && deadline.boundary !== "before"
    ? showDate(deadline.dueOn)
    : deadlineRead(language, deadline);
