// What is typed behind /duyet NV-012: "đến 20/12 theo 45/UBND-NC ngày 3/11", "theo ý kiến của Chủ
// tịch ngày 3/11". The day that is granted, and the document or person that allows it. Pure.
import { addMonths, type CivilDate } from "#src/calendar/civil-date.ts";
import { type DateContext, type DatedText, takeDate } from "#src/language/dated-text.ts";
import { deadlineItemAt } from "#src/language/deadline-items.ts";
import { readDocumentRef } from "#src/language/document-ref.ts";
import { fold, foldWithMap, originalSpan } from "#src/language/fold.ts";
import { tokenize } from "#src/language/tokens.ts";

export type Authority =
  /** `kind`: "công văn", as typed; "" where only the number was. */
  | { by: "document"; kind: string; number: string; on: CivilDate }
  | { by: "person"; who: string; on: CivilDate };

export type Grant = {
  authority: Authority | null;
  /** What an authority lacks: its day, or one that can be. */
  problem: { kind: "no_day" | "future" | "no_such_day"; of: string } | null;
  /** The day that is granted, where one was named. */
  to: DatedText;
};

const BY = /(^|[\s,;(])(theo|can cu|per|according to)\s+(?=\S)/;
const OPINION =
  /^(y kien|y kien chi dao|chi dao|ket luan|dong y|phe duyet|su dong y|loi)?( dong y| phe duyet)?( cua| tu)?( dong chi| dc| d\/c)?\s+/;

/** What stands before "theo" and behind it; where it is missing a document's number will do. */
const splitAtAuthority = (text: string): { before: string; behind: string } | null => {
  const folded = foldWithMap(text);
  const match = BY.exec(folded.text);
  if (match === null) return null;
  const lead = match[1]?.length ?? 0;
  const [from, to] = originalSpan(folded, match.index + lead, match.index + match[0].length);
  return { before: text.slice(0, from), behind: text.slice(to) };
};

/** A day without a year is the latest such day: nobody allows anything in the future. */
const pastDay = (due: CivilDate, yearless: boolean, today: CivilDate): CivilDate =>
  due > today && yearless ? addMonths(due, -12) : due;

type Reading = Pick<Grant, "authority" | "problem"> & { rest: string };

const document = (text: string, { today }: DateContext): Reading | null => {
  const ref = readDocumentRef(text, today);
  if (ref === null) return null;
  const kind = text.slice(0, ref.from).trim();
  const rest = text.slice(ref.to);
  const { number, date } = ref;
  if (date === null) return { authority: null, problem: { kind: "no_day", of: number }, rest };
  if (date > today) return { authority: null, problem: { kind: "future", of: number }, rest };
  return { authority: { by: "document", kind, number, on: date }, problem: null, rest };
};

const nameOf = (text: string): string => {
  const trimmed = text.trim().replace(/[\s,;:(]+$/u, "");
  const folded = foldWithMap(`${trimmed} `);
  const opinion = OPINION.exec(`${folded.text} `)?.[0].trim() ?? "";
  const cut = opinion === "" ? 0 : originalSpan(folded, 0, opinion.length)[1];
  return trimmed.slice(cut).trim();
};

const person = (text: string, { today, calendar }: DateContext): Reading | null => {
  const source = tokenize(text);
  for (const [at, token] of source.tokens.entries()) {
    const item = deadlineItemAt(source, at, { today, calendar });
    // "đến 20/12" is the day that is granted, not the day on which it was allowed.
    if (item?.kind === "time" && item.boundary !== null) break;
    if (item?.kind !== "time" && item?.kind !== "impossible") continue;
    const who = nameOf(text.slice(0, token.from));
    const rest = text.slice(source.tokens[item.next - 1]?.to ?? text.length);
    if (who === "") return null;
    if (item.kind === "impossible") {
      return { authority: null, problem: { kind: "no_such_day", of: who }, rest };
    }
    const yearless = item.reading.notes.includes("year-guessed");
    const on = pastDay(item.reading.due, yearless, today);
    if (on > today) return { authority: null, problem: { kind: "future", of: who }, rest };
    return { authority: { by: "person", who, on }, problem: null, rest };
  }
  const who = nameOf(text);
  return who === "" ? null : { authority: null, problem: { kind: "no_day", of: who }, rest: "" };
};

/** The day in what stands on either side of the authority. */
const grantedDay = (before: string, behind: string, context: DateContext): DatedText => {
  const first = takeDate(before, context);
  if (first.kind !== "none") return first;
  const second = takeDate(behind, context);
  if (second.kind !== "none") return second;
  return { kind: "none", rest: [first.rest, second.rest].filter((part) => part !== "").join(" ") };
};

export const readGrant = (text: string, context: DateContext): Grant => {
  const split = splitAtAuthority(text);
  if (split === null) {
    const ref = readDocumentRef(text, context.today);
    const read = ref === null ? null : document(text.slice(ref.from), context);
    if (ref === null || read === null) {
      return { authority: null, problem: null, to: takeDate(text, context) };
    }
    const { authority, problem, rest } = read;
    return { authority, problem, to: grantedDay(text.slice(0, ref.from), rest, context) };
  }
  const { before, behind } = split;
  const read = document(behind, context) ?? person(behind, context);
  const to = grantedDay(before, read?.rest ?? "", context);
  return { authority: read?.authority ?? null, problem: read?.problem ?? null, to };
};

/** An answer to "theo văn bản hoặc ý kiến nào?" may leave out the word that leads to it. */
export const asAuthority = (typed: string): string =>
  BY.test(fold(typed)) ? typed : `theo ${typed}`;
