import { type CivilDate, partsOf, tryCivilOf } from "#src/calendar/civil-date.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { dayRules } from "./day-rules.ts";
import { longest } from "./time-reading.ts";
import { afterPhrase, isWord, type Source, skipAny, tokenize } from "./tokens.ts";

/**
 * A document named in a text. `number` is mended ("111/KH- UBND" → "111/KH-UBND"); `date` is null
 * where none is given or it does not exist; `rest` is the text without the reference.
 */
export type DocumentRef = {
  number: string;
  date: CivilDate | null;
  rest: string;
  from: number;
  to: number;
};

const SYMBOL =
  "[\\p{L}\\p{M}&]+(?:\\s?-\\s?[\\p{L}\\p{M}&]+(?:\\.[\\p{L}\\p{M}]+)?)*(?:\\/[\\p{L}\\p{M}]+)?";
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{Nd}/])(\\d{1,6})\\s?(\\/\\s?\\d{4}\\s?\\/|\\/|-(?=\\p{L}+\\/))\\s?(${SYMBOL})`,
  "u",
);
const NUMBERS = new RegExp(NUMBER.source, "gu");
const NO_DAY_OFFS = makeWorkCalendar([]);

// Kinds of document whose đ is lost when they are typed without accents.
const KINDS: Readonly<Record<string, string>> = { QD: "QĐ", ND: "NĐ", TTR: "TTr", CTR: "CTr" };

function mendSymbol(symbol: string): string {
  const tight = symbol.normalize("NFC").replace(/\s/g, "");
  const typedLow = tight === tight.toLowerCase();
  const raised = typedLow ? tight.toUpperCase() : tight;
  const [kind = "", ...others] = raised.split("-");
  const mended = KINDS[kind] && (typedLow || !kind.includes("r")) ? KINDS[kind] : kind;
  return [mended, ...others].join("-");
}

/** Of days without a year the latest that is not after `today`. */
function latestPast(date: CivilDate, today: CivilDate): CivilDate {
  const { month, day } = partsOf(date);
  for (let { year } = partsOf(today); ; year--) {
    const past = tryCivilOf(year, month, day);
    if (past !== null && past <= today) return past;
  }
}

/** The date at a token and the token after it; the date is null if the calendar lacks it. */
function dateAt(source: Source, at: number, today: CivilDate) {
  const start = skipAny(source, at, [",", "(", "đề", "ký", ", ký", "( ký"]);
  const context = { today, calendar: NO_DAY_OFFS };
  const day = longest(dayRules, source, start, context);
  if (!day || day.reading?.form === "day-of-month") return null;
  const next = isWord(source, start - 1, "(") ? skipAny(source, day.next, [")"]) : day.next;
  if (!day.reading) return { date: null, next };
  const { due, notes } = day.reading;
  return { date: notes.includes("year-guessed") ? latestPast(due, today) : due, next };
}

/** Where "số" or "văn bản số" before the number begins. */
function leadStart(source: Source, at: number): number {
  const colon = isWord(source, at - 1, ":") ? at - 1 : at;
  const word = isWord(source, colon - 1, "số") ? colon - 1 : at;
  const kind = isWord(source, word - 1, "vb") ? word - 1 : word;
  return afterPhrase(source, word - 2, "văn bản") === word ? word - 2 : kind;
}

/**
 * The first document number in a text, with the date that follows it. A date with a year is taken
 * as given, even in the future; `today` only completes one without. Null where there is no number.
 */
export function readDocumentRef(text: string, today: CivilDate): DocumentRef | null {
  const found = NUMBER.exec(text);
  if (!found) return null;
  const [whole, serial = "", link = "", symbol = ""] = found;
  const source = tokenize(text);
  const end = found.index + whole.length;
  const first = source.tokens.findIndex((token) => token.from >= found.index);
  const after = source.tokens.findIndex((token) => token.from >= end);
  const from = source.tokens[leadStart(source, first)]?.from ?? found.index;
  const dated = after < 0 ? null : dateAt(source, after, today);
  const to = dated ? (source.tokens[dated.next - 1]?.to ?? end) : end;
  const rest = `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`.trim();
  return {
    number: `${serial}${link.replace(/\s/g, "")}${mendSymbol(symbol)}`,
    date: dated?.date ?? null,
    rest,
    from,
    to,
  };
}

/** A reference in running text: tokens [from, next) from its "số" to its date. */
export type DocumentMention = {
  number: string;
  date: CivilDate | null;
  from: number;
  next: number;
};

/** All document numbers of a text, each with the date that follows it, in order. */
export function documentMentions(source: Source, today: CivilDate): DocumentMention[] {
  const mentions: DocumentMention[] = [];
  let at = 0;
  for (const found of source.text.matchAll(NUMBERS)) {
    const [whole, serial = "", link = "", symbol = ""] = found;
    const end = found.index + whole.length;
    while ((source.tokens[at]?.from ?? Infinity) < found.index) at++;
    let after = at;
    while ((source.tokens[after]?.from ?? Infinity) < end) after++;
    // "80%/năm", "3/tháng": a rate is no number of a document.
    if (!/\p{Lu}/u.test(symbol)) continue;
    const dated = dateAt(source, after, today);
    mentions.push({
      number: `${serial}${link.replace(/\s/g, "")}${mendSymbol(symbol)}`,
      date: dated?.date ?? null,
      from: leadStart(source, at),
      next: dated?.next ?? after,
    });
    at = after;
  }
  return mentions;
}
