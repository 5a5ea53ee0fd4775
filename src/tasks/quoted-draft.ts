// Words of somebody else as the content of a draft: a message that was answered with /giao, or was
// forwarded. They are taken verbatim, never as fields or a command; the date that they name is
// proposed as the deadline. Pure.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { readDeadline } from "#src/language/deadline.ts";
import { deadlineMentions } from "#src/language/deadline-mentions.ts";
import { leniently, type Source, textOf, tokenize } from "#src/language/tokens.ts";
import type { DraftText } from "./task-draft.ts";

type Days = { today: CivilDate; calendar: WorkCalendar };

/** A deadline that still lies ahead, and nothing but that. */
const readable = (phrase: string, { today, calendar }: Days): boolean => {
  const { kind, dueOn, reasons } = readDeadline(phrase, today, calendar);
  return (
    (kind === "date" || kind === "period") &&
    dueOn !== null &&
    dueOn >= today &&
    !reasons.includes("words-not-read") &&
    !reasons.includes("next-year-taken")
  );
};

/** What running words say is due, in order. */
const dueIn = (source: Source, days: Days): string[] =>
  deadlineMentions(source, days)
    .filter(({ kind }) => kind === "due")
    .map(({ from, next }) => textOf(source, from, next));

/** The last deadline that a text names, as it stands there; null where there is none. */
export const deadlineWithin = (text: string, days: Days): string | null => {
  const source = tokenize(text.normalize("NFC"));
  const tries = source.strict ? [source, leniently(source)] : [source];
  for (const each of tries) {
    const phrase = dueIn(each, days).findLast((one) => readable(one, days));
    if (phrase !== undefined) return phrase.replace(/^(thời )?hạn\s*:?\s+/iu, "");
  }
  return null;
};

/** The deadline of a draft proposed from its content, where nothing was said about it. */
export const withProposedDeadline = (text: DraftText, days: Days): DraftText => {
  if (text.deadline !== null) return text;
  const deadline = deadlineWithin(text.content, days);
  return deadline === null ? text : { ...text, deadline, deadlineProposed: true };
};

/** The quoted words become the whole content. */
export const withQuoted = (text: DraftText, quoted: string, days: Days): DraftText =>
  withProposedDeadline({ ...text, content: quoted.normalize("NFC").trim() }, days);

const BARE_DEADLINE = /^(?:thời hạn|hạn|thoi han|han|deadline)\s*:?\s+(.+)$/isu;

/** "/giao Sở Tài chính hạn 30/11": what is left besides the agency is a deadline, not a content. */
export const takeBareDeadline = (text: DraftText, { today, calendar }: Days): DraftText => {
  if (text.deadline !== null || text.leads === "") return text;
  const said = BARE_DEADLINE.exec(text.content.normalize("NFC").trim())?.[1];
  if (said === undefined) return text;
  const { kind, nearest } = readDeadline(said, today, calendar);
  if (kind === "unclear" && nearest === null) return text;
  return { ...text, content: "", deadline: said };
};

const VERBATIM = /^nguy[eê]n\s+v[aă]n\s*:\s*(\S.*)$/isu;

/** "nguyên văn: …": whatever follows is the content, colons and semicolons included. */
export const readVerbatim = (args: string): string | null =>
  VERBATIM.exec(args.normalize("NFC").trim())?.[1] ?? null;
