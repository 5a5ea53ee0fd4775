// Reads a directive: paragraphs → outline → duties → drafts with what is to be asked.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { fold } from "#src/language/fold.ts";
import { cleanLines } from "./clean-text.ts";
import { dependencies } from "./dependencies.ts";
import type { Distribution } from "./distribution.ts";
import { citationsOf, ownHead } from "./document-head.ts";
import { dutiesOf } from "./duties.ts";
import type { Duty } from "./duty.ts";
import { type Lead, NOBODY } from "./leads.ts";
import { outlineOf } from "./outline.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { questionsOf } from "./questions.ts";
import type { Draft, Reading } from "./reading.ts";

/** `at`: the day to read as of (the document's own date where it is known). */
export type ReadingContext = { at: CivilDate; calendar: WorkCalendar };

const RECIPIENTS = /^[*_\s]*nơi nhận/iu;
const ANNEX =
  /^(?:PHỤ LỤC|Phụ lục|KẾ HOẠCH|CHƯƠNG TRÌNH|QUY ĐỊNH|QUY CHẾ|ĐỀ ÁN|DANH MỤC|BẢNG|BIỂU)(?![\p{Ll}])/u;

/** Without the list of recipients and the signature; an annex behind them is read again. */
function bodyOf(paragraphs: readonly Paragraph[]): Paragraph[] {
  let inside = true;
  return paragraphs.filter(({ passage }) => {
    if (RECIPIENTS.test(passage.text)) inside = false;
    else if (ANNEX.test(passage.text)) inside = true;
    return inside;
  });
}

const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/giu;
const COMMON =
  /(?<!\p{L})(?:va|cac|cua|trong|thuc hien|co quan|don vi|hanh chinh|so|tinh|nam|ngay|bao cao|cho|duoc)(?!\p{L})/gu;

/** Vietnamese with its diacritics, or without them by its commonest words. */
function isVietnamese(text: string): boolean {
  const sample = text.slice(0, 20_000).normalize("NFC");
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 10) return false;
  const marked = sample.match(VIETNAMESE)?.length ?? 0;
  if (marked / letters > 0.08) return true;
  const words = fold(sample);
  return (
    (words.match(COMMON)?.length ?? 0) / words.split(" ").length > 0.12 &&
    !/[a-z]*(?:tion|ing|ment)(?![a-z])/u.test(words.slice(0, 4000))
  );
}

/** By the heading's area; where no heading names one, by what the words speak of, less surely. */
function givenTo({ headingArea, area }: Duty, distribution: Distribution): Lead {
  const given = distribution.get(headingArea ?? area);
  if (given === undefined) return NOBODY;
  return headingArea === null ? { ...given, sure: 0.6 } : given;
}

function draftsOf(duty: Duty, distribution: Distribution): Omit<Draft, "dependsOn">[] {
  const lead = duty.lead.source === "nobody" ? givenTo(duty, distribution) : duty.lead;
  const { clause, text, coordinating, deadline, targets, area, span } = duty;
  const draft = {
    clause,
    text,
    coordinating,
    deadline,
    targets,
    area,
    span,
    leadSource: lead.source,
    leadSure: lead.sure,
  };
  // Each of several named agencies answers for itself: one lead a draft.
  const each =
    lead.every || lead.names.length < 2 ? [lead.names] : lead.names.map((name) => [name]);
  return each.map((leads) => ({ ...draft, leads, everyAgency: lead.every }));
}

/** A text as far as it is the same on every day. */
function opened(text: string) {
  const lines = cleanLines(text);
  const paragraphs = paragraphsOf(lines);
  return { text, paragraphs, head: ownHead(lines, paragraphs) };
}

function readOpened(
  { text, paragraphs, head }: ReturnType<typeof opened>,
  { at, calendar }: ReadingContext,
): Reading {
  const document = { ...head, cited: citationsOf(paragraphs, head.number, at) };
  if (!isVietnamese(text)) {
    return { language: "other", document, drafts: [], questions: [] };
  }
  const context = { today: at, calendar };
  const { duties, distribution } = dutiesOf(outlineOf(bodyOf(paragraphs)), context);
  const drafts = dependencies(duties.flatMap((duty) => draftsOf(duty, distribution)));
  return { language: "vi", document, drafts, questions: questionsOf(document, drafts, at) };
}

/**
 * Reads a directive's duties out of its text, as of a day. The same text gives the same reading
 * whatever its Unicode form, its spaces and its line breaks inside sentences. Pure; never throws.
 */
export const readDirective = (text: string, context: ReadingContext): Reading =>
  readOpened(opened(text), context);

/** A reading and the day that it was made as of. */
export type ReadOnItsDay = { reading: Reading; at: CivilDate };

/**
 * Reads a document as of the day that it bears: what "năm nay" and a date without a year mean
 * follows from that. As of `today` where it bears none.
 */
export function readOnItsDay(
  text: string,
  { today, calendar }: { today: CivilDate; calendar: WorkCalendar },
): ReadOnItsDay {
  const document = opened(text);
  const at = document.head.issuedOn ?? today;
  return { reading: readOpened(document, { at, calendar }), at };
}
