// Words of somebody else as the content of a draft: a message that was answered with /giao, or was
// forwarded. They are taken verbatim, never as fields or a command; the date that they name is
// proposed as the deadline. Pure.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { readDeadline } from "#src/language/deadline.ts";
import { foldWithMap, originalSpan } from "#src/language/fold.ts";
import type { DraftText } from "./task-draft.ts";

type Days = { today: CivilDate; calendar: WorkCalendar };

const STRONG = /(?<![\p{L}\p{Nd}])(?:thoi han|han|deadline|cham nhat|truoc|den het|het)(?= )/gu;
const WEAK = /(?<![\p{L}\p{Nd}])(?:trong|den|due|by)(?= )/gu;
const SENTENCES = /\n+|(?<=[.;!?])\s+/u;
const MOST_WORDS = 12;

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

/** The longest beginning of a text that is a deadline: "trước 30/11 để tổng hợp" → "trước 30/11". */
const longestDeadline = (text: string, days: Days): string | null => {
  const words = [...text.matchAll(/\S+/gu)].slice(0, MOST_WORDS);
  for (const last of words.reverse()) {
    const phrase = text.slice(0, last.index + last[0].length).replace(/[\s.,;:!?)]+$/u, "");
    if (readable(phrase, days)) return phrase;
  }
  return null;
};

const cuesIn = (sentence: string, cue: RegExp): number[] => {
  const folded = foldWithMap(sentence);
  return [...folded.text.matchAll(cue)].map(
    ({ index, 0: word }) => originalSpan(folded, index, index + word.length)[0],
  );
};

/** The last deadline that a text names, as it stands there; null where there is none. */
export const deadlineWithin = (text: string, days: Days): string | null => {
  const sentences = text.normalize("NFC").split(SENTENCES);
  for (const cue of [STRONG, WEAK]) {
    for (const sentence of sentences.toReversed()) {
      for (const from of cuesIn(sentence, cue)) {
        const phrase = longestDeadline(sentence.slice(from), days);
        if (phrase !== null) return phrase.replace(/^(thời )?hạn\s*:?\s+/iu, "");
      }
    }
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
