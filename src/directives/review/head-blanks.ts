// What a document leaves blank about itself, and what somebody answers. Pure.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { cutWords } from "#src/language/cut-words.ts";
import { readDeadline } from "#src/language/deadline.ts";
import { readDocumentRef } from "#src/language/document-ref.ts";
import type { DocumentHead } from "../reading.ts";

export type Blank = "number" | "issuer" | "date";

/** In the order in which they are asked for. A document is known by all three of them. */
export const blanksOf = ({ number, issuer, issuedOn }: DocumentHead): Blank[] => [
  ...(number === null ? ["number" as const] : []),
  ...(issuedOn === null ? ["date" as const] : []),
  ...(issuer === null ? ["issuer" as const] : []),
];

const tidy = (text: string): string =>
  text.replace(/\s+/gu, " ").replace(/^[\s,;:]+|[\s,;.]+$/gu, "");

const ISSUER = /^(?:co quan ban hanh|noi ban hanh|do|cua|issuer)(?=[\s:])[\s:]*/;
/** With its marks: "sở" and "số" are alike without. */
const OFFICE =
  /^(?:UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Chủ tịch|Thường trực|Ban |Sở |Văn phòng|Tỉnh ủy|Thành ủy|Bộ |Chính phủ|Thủ tướng|Cục |Thanh tra)/iu;
const DATE = /^(?:ban hanh )?(?:ngay|date|ky ngay)(?=[\s:])[\s:]*/;

/** One day, written whole: a directive's own date is not guessed. */
const dayIn = (typed: string, today: CivilDate, calendar: WorkCalendar): CivilDate | null => {
  const text = cutWords(typed, DATE)?.behind ?? typed;
  const read = readDeadline(text, today, calendar);
  const isGuessed = read.reasons.some((one) => one === "year-guessed" || one === "words-not-read");
  if (read.kind !== "date" || isGuessed) return null;
  return read.dueOn;
};

/**
 * The head with what was typed put into it ("18/CT-UBND ngày 26/9/2018", "ngày 26/9/2018", "UBND
 * tỉnh"); null where nothing in it was understood. What names neither a number nor a day is the
 * issuer, where that is what is asked for, or it begins as an office does.
 */
export const fillHead = (
  head: DocumentHead,
  typed: string,
  { today, calendar }: { today: CivilDate; calendar: WorkCalendar },
): DocumentHead | null => {
  const text = tidy(typed);
  const issuer = cutWords(text, ISSUER);
  if (issuer !== null && issuer.behind !== "") return { ...head, issuer: tidy(issuer.behind) };
  const reference = readDocumentRef(text, today);
  if (reference !== null) {
    const rest = tidy(cutWords(tidy(reference.rest), ISSUER)?.behind ?? reference.rest);
    return {
      ...head,
      number: reference.number,
      issuedOn: reference.date ?? head.issuedOn,
      issuer: head.issuer ?? (rest === "" ? null : rest),
    };
  }
  const issuedOn = dayIn(text, today, calendar);
  if (issuedOn !== null) return { ...head, issuedOn };
  if (head.issuer !== null || /\d/.test(text)) return null;
  const isAsked = blanksOf(head)[0] === "issuer" && /\p{L}{2,}/u.test(text);
  return isAsked || OFFICE.test(text.normalize("NFC")) ? { ...head, issuer: text } : null;
};
