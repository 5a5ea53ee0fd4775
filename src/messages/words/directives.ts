// The review of a directive in chat: what was read of the document, and of each of its drafts.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Frequency } from "#src/calendar/reporting-periods.ts";
import type { DeadlineNote, DocumentHead } from "#src/directives/reading.ts";
import { plural, shorten, showDate } from "../format.ts";
import { type Language, phrase } from "../language.ts";

/** Of what somebody typed: whoever did knows the rest. */
const QUOTED = 80;

const capital = (kind: string): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

export const documentName = phrase({
  vi: ({ kind, number, issuedOn, issuer }: DocumentHead) =>
    `${kind === null ? "Văn bản" : capital(kind)}${number === null ? "" : ` số ${number}`}${issuedOn === null ? "" : ` ngày ${showDate(issuedOn)}`}${issuer === null ? "" : ` của ${issuer}`}`,
  en: ({ kind, number, issuedOn, issuer }) =>
    `${kind === null ? "Document" : capital(kind)}${number === null ? "" : ` no. ${number}`}${issuedOn === null ? "" : ` of ${showDate(issuedOn)}`}${issuer === null ? "" : ` by ${issuer}`}`,
});

export type ReadingCounts = {
  all: number;
  dated: number;
  recurring: number;
  toLookAt: number;
  dropped: number;
  registered: number;
};

export const counts = phrase({
  vi: ({ all, dated, recurring, toLookAt }: ReadingCounts) =>
    `${all} nhiệm vụ, ${dated} có hạn, ${recurring} định kỳ; ${toLookAt === 0 ? "không còn chỗ nào cần xem riêng" : `${toLookAt} chỗ cần anh/chị xem`}.`,
  en: ({ all, dated, recurring, toLookAt }) =>
    `${plural(all, "task")}, ${dated} dated, ${recurring} recurring; ${toLookAt === 0 ? "nothing left to look at" : `${plural(toLookAt, "place")} for you to look at`}.`,
});

export const moreToLookAt = phrase({
  vi: (count: number) => `… và ${count} chỗ nữa.`,
  en: (count) => `… and ${plural(count, "more place")}.`,
});

export const doneCounts = phrase({
  vi: ({ dropped, registered }: ReadingCounts) =>
    [
      registered > 0 ? `Đã ghi nhận ${registered}` : null,
      dropped > 0 ? `${registered > 0 ? "đã" : "Đã"} bỏ ${dropped}` : null,
    ]
      .filter((part) => part !== null)
      .join(", ")
      .concat("."),
  en: ({ dropped, registered }) =>
    [registered > 0 ? `${registered} registered` : null, dropped > 0 ? `${dropped} dropped` : null]
      .filter((part) => part !== null)
      .join(", ")
      .concat("."),
});

export const titles = phrase({
  vi: () => ({
    title: "Trích yếu",
    signer: "Người ký",
    toLookAt: "Cần anh/chị xem",
    source: "Nguyên văn",
    content: "Nội dung (đã sửa)",
    lead: "Chủ trì",
    coordinating: "Phối hợp",
    deadline: "Hạn",
    targets: "Chỉ tiêu",
    area: "Lĩnh vực",
    needs: "Cần có trước kết quả của",
    question: "Cần xem",
  }),
  en: () => ({
    title: "Subject",
    signer: "Signed by",
    toLookAt: "For you to look at",
    source: "As written",
    content: "Task (edited)",
    lead: "Lead",
    coordinating: "Coordinating",
    deadline: "Deadline",
    targets: "Targets",
    area: "Area",
    needs: "Needs the result of",
    question: "To look at",
  }),
});

export const deeds = phrase({
  vi: () => ({
    lookAt: (count: number) => `Xem chỗ cần xem (${count})`,
    oneByOne: "Xem từng nhiệm vụ",
    list: "Danh sách",
    registerCertain: (count: number) => `Ghi nhận tất cả chỗ chắc chắn (${count})`,
    register: (count: number) => `Ghi nhận (${count})`,
    sheet: "Tải XLSX",
    right: "Đúng",
    lead: "Sửa cơ quan",
    deadline: "Sửa hạn",
    split: "Tách",
    join: "Gộp",
    drop: "Bỏ",
    restore: "Lấy lại",
    back: "‹ Trước",
    next: "Sau ›",
    summary: "Tổng hợp",
    splitBehind: (piece: number) => `Tách sau phần ${piece}`,
    read: "Đọc",
    stop: "Thôi",
  }),
  en: () => ({
    lookAt: (count: number) => `Look at what is unsure (${count})`,
    oneByOne: "One by one",
    list: "List",
    registerCertain: (count: number) => `Register all that is certain (${count})`,
    register: (count: number) => `Register (${count})`,
    sheet: "Get XLSX",
    right: "Right",
    lead: "Change agency",
    deadline: "Change deadline",
    split: "Split",
    join: "Join",
    drop: "Drop",
    restore: "Take back",
    back: "‹ Back",
    next: "Next ›",
    summary: "Summary",
    splitBehind: (piece: number) => `Split behind part ${piece}`,
    read: "Read",
    stop: "Cancel",
  }),
});

export type DraftStatusShown = "unseen" | "right" | "edited" | "dropped" | "registered";

const statusNames: Record<DraftStatusShown, Record<Language, string>> = {
  unseen: { vi: "chưa xem", en: "not looked at" },
  right: { vi: "đúng", en: "right" },
  edited: { vi: "đã sửa", en: "edited" },
  dropped: { vi: "đã bỏ", en: "dropped" },
  registered: { vi: "đã ghi nhận", en: "registered" },
};

export const statusName = (language: Language, status: DraftStatusShown): string =>
  statusNames[status][language];

export const clauseName = phrase({
  vi: (clause: string) => (clause === "" ? "không đánh số mục" : `mục ${clause}`),
  en: (clause) => (clause === "" ? "no clause" : `clause ${clause}`),
});

export const place = phrase({
  vi: (at: number, all: number, line: number) => `${at}/${all}, dòng ${line} của văn bản`,
  en: (at, all, line) => `${at}/${all}, line ${line} of the document`,
});

export const sourceLine = phrase({
  vi: (line: number) => `dòng ${line}`,
  en: (line) => `line ${line}`,
});

export const agencyCount = phrase({
  vi: (said: string, count: number) => `${said} (${count} cơ quan)`,
  en: (said, count) => `${said} (${plural(count, "agency", "agencies")})`,
});

export const nowCalled = phrase({
  vi: (said: string, name: string) => `${said} (nay là ${name})`,
  en: (said, name) => `${said} (now ${name})`,
});

const frequencies: Record<Frequency, Record<Language, string>> = {
  weekly: { vi: "hằng tuần", en: "weekly" },
  monthly: { vi: "hằng tháng", en: "monthly" },
  quarterly: { vi: "hằng quý", en: "quarterly" },
  "half-yearly": { vi: "6 tháng", en: "half-yearly" },
  yearly: { vi: "hằng năm", en: "yearly" },
};

export const recurring = phrase({
  vi: (often: readonly Frequency[]) =>
    often.length === 0
      ? "định kỳ, chưa rõ bao lâu một lần"
      : `định kỳ ${often.map((one) => frequencies[one].vi).join(", ")}`,
  en: (often) =>
    often.length === 0
      ? "recurring, how often is not said"
      : `recurring: ${often.map((one) => frequencies[one].en).join(", ")}`,
});

export const verbatim = phrase({
  vi: (reading: string, words: string) => `${reading}, từ “${words}”`,
  en: (reading, words) => `${reading}, from “${words}”`,
});

const notes: Record<DeadlineNote, Record<Language, string>> = {
  inherited: { vi: "theo đề mục ở trên", en: "from a heading above" },
  "plan-of-next-year": {
    vi: "kế hoạch của năm phải có trước khi năm bắt đầu",
    en: "a year's plan must stand before the year begins",
  },
  "no-frequency": { vi: "chưa rõ bao lâu một lần", en: "how often is not said" },
  "also-on-request": { vi: "và khi có yêu cầu", en: "and on request" },
  "also-after-event": { vi: "và sau một sự kiện", en: "and after an event" },
  "year-guessed": { vi: "văn bản không ghi năm", en: "the year is not written" },
  "next-year-taken": { vi: "hiểu là năm sau", en: "next year was taken" },
  "already-past": { vi: "đã qua vào ngày ban hành", en: "past on the day of issue" },
  "several-dates": { vi: "có nhiều ngày", en: "several dates" },
  "no-such-day": { vi: "lịch không có ngày này", en: "there is no such day" },
  "only-urgency": { vi: "chỉ ghi làm gấp", en: "only urgency is said" },
  "refers-to-a-schedule": { vi: "theo lộ trình, kế hoạch khác", en: "refers to a schedule" },
  "by-phases": { vi: "theo từng giai đoạn", en: "phase by phase" },
  "counted-from-receipt": { vi: "tính từ ngày nhận", en: "counted from receipt" },
  "moved-to-working-day": { vi: "đã dời sang ngày làm việc", en: "moved to a working day" },
  "before-a-period": { vi: "trước khi kỳ bắt đầu", en: "before the period begins" },
};

export const noteText = (language: Language, note: DeadlineNote): string => notes[note][language];

export const upTo = phrase({
  vi: (from: string, to: string) => `từ ${from} đến ${to}`,
  en: (from, to) => `${from} to ${to}`,
});

export const targetBy = phrase({
  vi: (target: string, by: CivilDate) => `${target} (đến ${showDate(by)})`,
  en: (target, by) => `${target} (by ${showDate(by)})`,
});

export const nobodyNamed = phrase({
  vi: () => "Chưa rõ cơ quan nào chủ trì. Anh/chị cho biết cơ quan chủ trì.",
  en: () => "Nobody is named as the lead. Please say which agency leads.",
});

export const unknownLead = phrase({
  vi: (name: string, nearest: readonly string[]) =>
    `“${name}” chưa có trong danh mục cơ quan.${nearest.length > 0 ? ` Gần nhất: ${nearest.join("; ")}.` : ""}`,
  en: (name, nearest) =>
    `“${name}” is none of the agencies of the register.${nearest.length > 0 ? ` The nearest: ${nearest.join("; ")}.` : ""}`,
});

export const severalLeads = phrase({
  vi: (name: string, candidates: readonly string[]) =>
    `“${name}” có thể là: ${candidates.join("; ")}. Anh/chị chọn cơ quan chủ trì.`,
  en: (name, candidates) => `“${name}” may be: ${candidates.join("; ")}. Please choose the lead.`,
});

export const endedLead = phrase({
  vi: (name: string) =>
    `“${name}” không còn hoạt động, chưa rõ cơ quan nào tiếp nhận. Anh/chị cho biết cơ quan chủ trì.`,
  en: (name) => `“${name}” has ended and nobody is known to have taken over. Please name the lead.`,
});

export const emptyGroup = phrase({
  vi: (name: string) => `Danh mục chưa có cơ quan nào thuộc “${name}”.`,
  en: (name) => `The register has no agency of “${name}”.`,
});

export const districtsEnded = phrase({
  vi: (name: string) =>
    `“${name}” là cấp huyện, đã kết thúc từ ngày 01/7/2025. Anh/chị cho biết cơ quan nào thực hiện.`,
  en: (name) =>
    `“${name}” is the district level, which ended on 1 July 2025. Please say who carries it out.`,
});

export const readAs = phrase({
  vi: (written: string, name: string) => `“${written}” hiểu là ${name}.`,
  en: (written, name) => `“${written}” was read as ${name}.`,
});

export const pastDeadline = phrase({
  vi: (due: CivilDate) => `Hạn ${showDate(due)} đã qua. Anh/chị sửa hạn, hoặc chọn Đúng để giữ.`,
  en: (due) => `${showDate(due)} is past. Change the deadline, or say Right to keep it.`,
});

export const unsureLead = phrase({
  vi: () => "Chưa chắc cơ quan chủ trì. Anh/chị kiểm tra giúp.",
  en: () => "The lead is not certain. Please check.",
});

export const unsureDeadline = phrase({
  vi: () => "Chưa chắc cách hiểu thời hạn. Anh/chị kiểm tra giúp.",
  en: () => "The deadline is not certain. Please check.",
});

export const howToEdit = phrase({
  vi: (code: string) =>
    `Sửa bằng lệnh, mỗi lần một việc: /duthao ${code} hạn 30/11 (hoặc: đúng, cơ quan …, phối hợp …, lĩnh vực …, nội dung …, tách, gộp, bỏ, lấy lại)`,
  en: (code) =>
    `By command, one thing at a time: /duthao ${code} hạn 30/11 (or: right, cơ quan …, phối hợp …, lĩnh vực …, nội dung …, split, join, drop, restore)`,
});

export const listTitle = phrase({
  vi: (code: string, count: number) => `${code}: các nhiệm vụ dự thảo (${count})`,
  en: (code, count) => `${code}: draft tasks (${count})`,
});

export const readingsTitle = phrase({
  vi: (count: number) => `Văn bản đang xem (${count})`,
  en: (count) => `Documents under review (${count})`,
});

export const noReadings = phrase({
  vi: () => "Hiện không có văn bản nào đang xem. Gửi tệp văn bản (DOCX, PDF, TXT), hoặc gõ:",
  en: () => "No document is under review. Send its file (DOCX, PDF, TXT), or type:",
});

export const readingLine = phrase({
  vi: (seen: number, all: number) => `đã xem ${seen}/${all}`,
  en: (seen, all) => `${seen} of ${all} looked at`,
});

const readingStates: Record<"open" | "registered" | "dropped", Record<Language, string>> = {
  open: { vi: "đang xem", en: "under review" },
  registered: { vi: "đã ghi nhận", en: "registered" },
  dropped: { vi: "đã bỏ", en: "dropped" },
};

export const readingState = (
  language: Language,
  state: "open" | "registered" | "dropped",
): string => readingStates[state][language];

export const noSuchReading = phrase({
  vi: (code: string) => `Không có văn bản ${code}. Xem các văn bản: /vanban`,
  en: (code) => `There is no document ${code}. See the documents: /vanban`,
});

export const noSuchDraft = phrase({
  vi: (code: string) => `Không còn nhiệm vụ dự thảo ${code} (có thể đã gộp).`,
  en: (code) => `There is no draft ${code} any more (it may have been joined).`,
});

export const howToFillHead = phrase({
  vi: (code: string) =>
    `Trả lời tin này, hoặc gõ: /duthao ${code} 18/CT-UBND ngày 26/9/2018 (cơ quan ban hành: /duthao ${code} cơ quan ban hành UBND tỉnh).`,
  en: (code) =>
    `Answer this message, or type: /duthao ${code} 18/CT-UBND ngày 26/9/2018 (the issuer: /duthao ${code} issuer UBND tỉnh).`,
});

export const draftRight = phrase({
  vi: (code: string) => `${code}: đúng.`,
  en: (code) => `${code}: right.`,
});

export const draftDropped = phrase({
  vi: (code: string) => `Đã bỏ ${code}. Lấy lại: /duthao ${code} lấy lại`,
  en: (code) => `${code} was dropped. To take it back: /duthao ${code} restore`,
});

export const draftRestored = phrase({
  vi: (code: string) => `${code} nay như khi mới đọc.`,
  en: (code) => `${code} is as it was first read.`,
});

export const draftEdited = phrase({
  vi: (code: string) => `Đã sửa ${code}.`,
  en: (code) => `${code} was changed.`,
});

export const draftSplit = phrase({
  vi: (code: string, other: string) =>
    `Đã tách thành ${code} và ${other}. Xem tiếp: /vanban ${other}`,
  en: (code, other) => `Split into ${code} and ${other}. The other one: /vanban ${other}`,
});

export const draftsJoined = phrase({
  vi: (code: string, other: string) => `Đã gộp ${other} vào ${code}.`,
  en: (code, other) => `${other} was joined to ${code}.`,
});

export const nextOne = phrase({ vi: () => "Tiếp theo:", en: () => "Next:" });

export const allSeen = phrase({
  vi: () => "Đã xem hết các nhiệm vụ dự thảo.",
  en: () => "All drafts were looked at.",
});

export const unsureSeen = phrase({
  vi: () => "Đã xem hết các chỗ cần xem; còn lại là các chỗ chắc chắn.",
  en: () => "All that was unsure was looked at; what is left is certain.",
});

export const askLead = phrase({
  vi: (code: string) =>
    `Cơ quan nào chủ trì ${code}? Ví dụ: Sở Tài chính, hoặc: các sở, ban, ngành (trả lời tin này)`,
  en: (code) => `Which agency leads ${code}? For example: Sở Tài chính (answer this message)`,
});

export const askDeadline = phrase({
  vi: (code: string) =>
    `Hạn của ${code} đến khi nào? Ví dụ: trước ngày 30/11, quý 4, hằng tháng; hoặc: không (trả lời tin này)`,
  en: (code) => `By when is ${code} due? For example: 30/11, quý 4; or: none (answer this message)`,
});

export const askCoordinating = phrase({
  vi: (code: string) => `Cơ quan nào phối hợp thực hiện ${code}? Hoặc: không (trả lời tin này)`,
  en: (code) => `Which agencies coordinate ${code}? Or: none (answer this message)`,
});

export const askContent = phrase({
  vi: (code: string) => `Nội dung của ${code} ghi thế nào? (trả lời tin này)`,
  en: (code) => `How is ${code} to be worded? (answer this message)`,
});

export const askArea = phrase({
  vi: (code: string, areas: readonly string[]) =>
    `${code} thuộc lĩnh vực nào: ${areas.join("; ")}? (trả lời tin này)`,
  en: (code, areas) => `Which area is ${code} of: ${areas.join("; ")}? (answer this message)`,
});

export const unknownArea = phrase({
  vi: (typed: string, areas: readonly string[]) =>
    `Chưa có lĩnh vực “${typed}”. Các lĩnh vực: ${areas.join("; ")}.`,
  en: (typed, areas) => `“${typed}” is none of the areas: ${areas.join("; ")}.`,
});

export const whereToSplit = phrase({
  vi: (code: string) => `Tách ${code} ở đâu? Các phần, theo nguyên văn:`,
  en: (code) => `Where is ${code} to be split? Its parts, as written:`,
});

export const cannotSplit = phrase({
  vi: (code: string) =>
    `${code} chỉ có một câu nên không tách được. Nếu cần, sửa nội dung: /duthao ${code} nội dung …`,
  en: (code) =>
    `${code} is one sentence and cannot be split. Its wording can be changed: /duthao ${code} nội dung …`,
});

export const cannotSplitEdited = phrase({
  vi: (code: string) =>
    `Nội dung ${code} đã sửa khác nguyên văn nên không tách được. Lấy lại nguyên văn trước: /duthao ${code} lấy lại`,
  en: (code) =>
    `The wording of ${code} was changed, so it cannot be split. Take the original back first: /duthao ${code} restore`,
});

export const nothingToJoin = phrase({
  vi: (code: string) => `Sau ${code} không còn nhiệm vụ dự thảo nào để gộp.`,
  en: (code) => `There is no draft behind ${code} to join.`,
});

export const draftIsOver = phrase({
  vi: (code: string, status: string) => `${code} ${status}, không sửa được nữa.`,
  en: (code, status) => `${code} is ${status} and cannot be changed any more.`,
});

export const draftNotUnderstood = phrase({
  vi: (typed: string) =>
    `Chưa hiểu “${shorten(typed, QUOTED)}”. Anh/chị ghi một trong các việc sau:`,
  en: (typed) => `“${shorten(typed, QUOTED)}” was not understood. Please say one of these:`,
});

export const whichDraft = phrase({
  vi: () => "Anh/chị cho biết nhiệm vụ dự thảo nào, ví dụ:",
  en: () => "Please say which draft, for example:",
});

export const readingIsOver = phrase({
  vi: (code: string, state: string) => `${code} ${state}, không sửa được nữa.`,
  en: (code, state) => `${code} is ${state} and cannot be changed any more.`,
});

export const readingDropped = phrase({
  vi: (code: string) => `Đã bỏ ${code}; chưa có nhiệm vụ nào được ghi nhận thêm từ văn bản này.`,
  en: (code) => `${code} was dropped; nothing more of it was registered.`,
});

export const headFilled = phrase({
  vi: () => "Đã ghi thông tin văn bản.",
  en: () => "The document's details were noted.",
});

export const headNotUnderstood = phrase({
  vi: (typed: string) =>
    `Chưa hiểu “${shorten(typed, QUOTED)}”. Anh/chị ghi số, ngày hoặc cơ quan ban hành, ví dụ: 18/CT-UBND ngày 26/9/2018 (chưa biết thì gõ: thôi)`,
  en: (typed) =>
    `“${shorten(typed, QUOTED)}” was not understood. Please give number, date or issuer, e.g. 18/CT-UBND ngày 26/9/2018 (or type: cancel)`,
});

export const readAgain = phrase({
  vi: (count: number) => `Thời hạn của ${count} nhiệm vụ chưa sửa được đọc lại theo ngày ban hành.`,
  en: (count) =>
    `The deadlines of ${plural(count, "untouched draft")} were read again as of the date of issue.`,
});
