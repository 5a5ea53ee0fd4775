// What the secretariat is asked about a directive that was read, and what would answer it.

import type { Question, QuestionAbout } from "#src/directives/reading.ts";
import { shorten } from "../format.ts";
import { type Language, phrase } from "../language.ts";

const LONGEST_QUOTE = 160;

const quoted = (words: string): string => `“${shorten(words, LONGEST_QUOTE)}”`;

const sentences: Record<QuestionAbout, (language: Language, words: string) => string> = {
  number: phrase({
    vi: () =>
      "Văn bản không ghi số, ký hiệu (hoặc để trống). Xin anh/chị cho biết, ví dụ: 18/CT-UBND.",
    en: () => "The document has no number (or it was left blank). Please give it, e.g. 18/CT-UBND.",
  }),
  issuer: phrase({
    vi: () => "Văn bản không ghi cơ quan ban hành. Xin anh/chị cho biết, ví dụ: UBND tỉnh.",
    en: () => "The document does not say who issued it. Please say who did, e.g. UBND tỉnh.",
  }),
  date: phrase({
    vi: () =>
      "Văn bản không ghi ngày ban hành (hoặc để trống). Xin anh/chị cho biết, ví dụ: 26/9/2018.",
    en: () =>
      "The document has no date of issue (or it was left blank). Please give it, e.g. 26/9/2018.",
  }),
  "lead-missing": phrase({
    vi: (words: string) =>
      `${words === "" ? "Nội dung này" : quoted(words)} không nêu cơ quan chủ trì. Xin anh/chị cho biết cơ quan nào chủ trì.`,
    en: (words) =>
      `${words === "" ? "This duty" : quoted(words)} names no lead agency. Please say who leads it.`,
  }),
  "lead-unsure": phrase({
    vi: (words: string) =>
      `Chưa chắc ${words === "" ? "cơ quan nào chủ trì" : `cơ quan chủ trì là ${quoted(words)}`}. Xin anh/chị kiểm tra, sửa nếu chưa đúng.`,
    en: (words) =>
      `It is not certain ${words === "" ? "who leads" : `that ${quoted(words)} leads`}. Please check, and correct it if it is wrong.`,
  }),
  frequency: phrase({
    vi: (words: string) =>
      `${words === "" ? "Nội dung định kỳ này" : quoted(words)} không ghi bao lâu một lần. Xin anh/chị cho biết: hằng tuần, hằng tháng, hằng quý, 6 tháng hay hằng năm (báo cáo cải cách hành chính: hằng quý, 6 tháng, hằng năm).`,
    en: (words) =>
      `${words === "" ? "This recurring duty" : quoted(words)} does not say how often. Please say: weekly, monthly, quarterly, half-yearly or yearly (reports of administrative reform: quarterly, half-yearly, yearly).`,
  }),
  "deadline-unsure": phrase({
    vi: (words: string) =>
      `Hạn đọc từ ${words === "" ? "nội dung này" : quoted(words)} chưa chắc đúng. Xin anh/chị kiểm tra, sửa nếu chưa đúng, ví dụ: hạn 30/11.`,
    en: (words) =>
      `The deadline read from ${words === "" ? "this duty" : quoted(words)} is not certain. Please check, and correct it if it is wrong, e.g. hạn 30/11.`,
  }),
  "deadline-past": phrase({
    vi: (words: string) =>
      `Hạn ${words === "" ? "của nội dung này" : quoted(words)} đã qua từ trước ngày đọc văn bản. Xin anh/chị cho biết hạn đúng, hoặc giữ nguyên.`,
    en: (words) =>
      `The deadline ${words === "" ? "of this duty" : quoted(words)} was already past on the day that the document is read at. Please give the right one, or keep it.`,
  }),
  "no-such-day": phrase({
    vi: (words: string) =>
      `Lịch không có ngày ghi tại ${words === "" ? "nội dung này" : quoted(words)}. Xin anh/chị cho biết hạn đúng, ví dụ: hạn 30/11.`,
    en: (words) =>
      `The calendar has no such day as ${words === "" ? "this duty says" : quoted(words)}. Please give the right deadline, e.g. hạn 30/11.`,
  }),
  schedule: phrase({
    vi: (words: string) =>
      `${words === "" ? "Nội dung này" : quoted(words)} dẫn đến lộ trình, kế hoạch khác, không ghi ngày. Nếu nhiệm vụ có hạn, xin anh/chị cho biết.`,
    en: (words) =>
      `${words === "" ? "This duty" : quoted(words)} refers to another schedule or plan and gives no day. If the task has a deadline, please give it.`,
  }),
  urgency: phrase({
    vi: (words: string) =>
      `${words === "" ? "Nội dung này" : quoted(words)} yêu cầu làm gấp nhưng không ghi ngày. Xin anh/chị cho biết hạn, hoặc để không thời hạn.`,
    en: (words) =>
      `${words === "" ? "This duty" : quoted(words)} is urgent but gives no day. Please give a deadline, or leave it without one.`,
  }),
  event: phrase({
    vi: (words: string) =>
      `Hạn tính từ một sự kiện: ${words === "" ? "chưa rõ sự kiện nào" : quoted(words)}, nên chưa có ngày. Khi biết ngày, xin anh/chị bổ sung hạn.`,
    en: (words) =>
      `The deadline counts from an event: ${words === "" ? "which one is not clear" : quoted(words)}, so there is no day yet. Please give the deadline when the day is known.`,
  }),
  phases: phrase({
    vi: (words: string) =>
      `${words === "" ? "Nội dung này" : quoted(words)} giao theo từng giai đoạn, không ghi ngày. Xin anh/chị cho biết hạn của từng giai đoạn nếu có.`,
    en: (words) =>
      `${words === "" ? "This duty" : quoted(words)} is set phase by phase and gives no day. Please give a deadline for each phase if there is one.`,
  }),
  escalator: phrase({
    vi: (words: string) =>
      `Mức tăng hằng năm ${words === "" ? "của chỉ tiêu này" : quoted(words)} được hiểu là tăng theo điểm phần trăm, cộng dồn qua từng năm. Xin anh/chị kiểm tra.`,
    en: (words) =>
      `The yearly increase ${words === "" ? "of this target" : quoted(words)} was read as percentage points, added up from year to year. Please check.`,
  }),
  "district-level": phrase({
    vi: (words: string) =>
      `${words === "" ? "Nội dung này" : quoted(words)} nêu cấp huyện; từ ngày 01/7/2025 không còn cấp này. Xin anh/chị cho biết cơ quan nào thực hiện.`,
    en: (words) =>
      `${words === "" ? "This duty" : quoted(words)} speaks of the district level, which ended on 1 July 2025. Please say who carries it out.`,
  }),
};

/** What is asked, as one or two sentences; the clause is said beside it. */
export const questionText = (
  language: Language,
  { about, phrase: words }: Pick<Question, "about" | "phrase">,
): string => sentences[about](language, words.trim());
