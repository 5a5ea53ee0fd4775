// Nhập hộ: what somebody enters for an agency, and what the agency says about it.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { asSentence, showDate } from "../format.ts";
import { phrase } from "../language.ts";

export const onBehalfLabels = phrase({
  vi: () => ({
    wrong: "Không đúng",
    contradictions: "Phản ánh nội dung nhập hộ",
    uphold: "Chấp nhận",
    reject: "Không chấp nhận",
    withoutReason: "Ghi nhận, không nêu lý do",
  }),
  en: () => ({
    wrong: "Not right",
    contradictions: "Contradicted entries",
    uphold: "Accept",
    reject: "Reject",
    withoutReason: "Record without a reason",
  }),
});

/** Behind a line of the card. */
export const enteredBy = phrase({
  vi: (name: string) => `(nhập hộ bởi ${name})`,
  en: (name) => `(entered on behalf by ${name})`,
});

/** Behind the answer to whoever enters. */
export const enteredFor = phrase({
  vi: (agency: string, told: number) =>
    told === 0
      ? `Nhập hộ ${agency}; cơ quan chưa có người kết nối nên chưa ai được báo.`
      : `Nhập hộ ${agency}; cơ quan đã được báo.`,
  en: (agency, told) =>
    told === 0
      ? `Entered for ${agency}; nobody of it is connected yet, so nobody was told.`
      : `Entered for ${agency}; it was told.`,
});

export const progressEntry = phrase({
  vi: (percent: number | null, note: string) =>
    `tiến độ${percent === null ? "" : ` ${percent}%`}${note === "" ? "" : ` – ${note}`}`,
  en: (percent, note) =>
    `progress${percent === null ? "" : ` ${percent}%`}${note === "" ? "" : ` – ${note}`}`,
});

export const resultEntry = phrase({
  vi: (number: string | null, date: CivilDate | null, note: string) =>
    `kết quả${number === null ? "" : ` số ${number}`}${date === null ? "" : ` ngày ${showDate(date)}`}${note === "" ? "" : ` – ${note}`}`,
  en: (number, date, note) =>
    `result${number === null ? "" : `, document ${number}`}${date === null ? "" : ` of ${showDate(date)}`}${note === "" ? "" : ` – ${note}`}`,
});

export const enteredForYou = phrase({
  vi: (by: string, agency: string, code: string, entry: string, what: string) =>
    `${by} đã nhập hộ ${agency} cho ${code} (${entry}): ${asSentence(what)} Nếu chưa đúng, anh/chị chọn “Không đúng” hoặc gõ: /khongdung ${entry}`,
  en: (by, agency, code, entry, what) =>
    `${by} entered for ${agency} on ${code} (${entry}): ${asSentence(what)} If that is not right, choose “Not right” or type: /khongdung ${entry}`,
});

export const whatIsWrong = phrase({
  vi: (entry: string, code: string, what: string) =>
    `Nội dung ${entry} nhập hộ cho ${code}: ${asSentence(what)} Điểm nào chưa đúng? Anh/chị trả lời tin này, hoặc “có” để ghi nhận mà không nêu lý do, “thôi” để dừng.`,
  en: (entry, code, what) =>
    `${entry} was entered for ${code}: ${asSentence(what)} What is not right? Answer this message, or “yes” to record it without a reason, “cancel” to stop.`,
});

export const contradicted = phrase({
  vi: (contradiction: string, entry: string, code: string) =>
    `Đã ghi phản ánh ${contradiction} về nội dung ${entry} nhập hộ cho ${code}, chờ xem xét.`,
  en: (contradiction, entry, code) =>
    `${contradiction} about ${entry}, entered for ${code}, was recorded and awaits a decision.`,
});

export const contradictedBefore = phrase({
  vi: (contradiction: string, entry: string, open: boolean) =>
    `Nội dung ${entry} đã được phản ánh (${contradiction})${open ? ", đang chờ xem xét" : " và đã xem xét xong"}.`,
  en: (contradiction, entry, open) =>
    `${entry} was contradicted before (${contradiction})${open ? " and awaits a decision" : " and was decided"}.`,
});

export const nothingOnBehalf = phrase({
  vi: (code: string) => `${code} không có nội dung nào được nhập hộ cho cơ quan anh/chị.`,
  en: (code) => `Nothing was entered for your agency on ${code}.`,
});

export const noSuchEntry = phrase({
  vi: (entry: string, code: string) =>
    `${code} không có nội dung ${entry} nhập hộ cho cơ quan anh/chị. Bỏ mã đó để phản ánh nội dung nhập hộ gần nhất:`,
  en: (entry, code) =>
    `There is no ${entry} entered for your agency on ${code}. Leave it out to contradict the latest:`,
});

export const replacedEntry = phrase({
  vi: (entry: string) => `Nội dung ${entry} đã được sửa hoặc rút, không còn hiệu lực.`,
  en: (entry) => `${entry} was corrected or withdrawn and no longer counts.`,
});

export const whichEntry = phrase({
  vi: () => "Anh/chị phản ánh nội dung nhập hộ nào?",
  en: () => "Which entry on behalf is not right?",
});

export const noEntries = phrase({
  vi: () =>
    "Chưa có nội dung nào được nhập hộ cho cơ quan anh/chị mà chưa phản ánh. Ví dụ: /khongdung NV-012 lý do",
  en: () =>
    "Nothing that was entered for your agency is left to contradict. For example: /khongdung NV-012 reason",
});

export const contradictionToDecide = phrase({
  vi: (contradiction: string, agency: string, code: string, what: string, by: string | null) =>
    `${contradiction}: ${agency} phản ánh nội dung nhập hộ cho ${code} chưa đúng. Nội dung${by === null ? "" : ` do ${by} nhập`}: ${asSentence(what)}`,
  en: (contradiction, agency, code, what, by) =>
    `${contradiction}: ${agency} says that what was entered for it on ${code} is not right. Entered${by === null ? "" : ` by ${by}`}: ${asSentence(what)}`,
});

export const reasonGiven = phrase({
  vi: (reason: string | null) => (reason === null ? "Lý do: không nêu." : `Lý do: ${reason}`),
  en: (reason) => (reason === null ? "Reason: none given." : `Reason: ${reason}`),
});

export const confirmedAlready = phrase({
  vi: (on: CivilDate) => `Lưu ý: kết quả này đã được xác nhận, hoàn thành ngày ${showDate(on)}.`,
  en: (on) => `Note: this result was confirmed, done on ${showDate(on)}.`,
});

/** A line of the card. */
export const underContradiction = phrase({
  vi: (contradiction: string, entry: string) =>
    `Cơ quan phản ánh nội dung ${entry} nhập hộ chưa đúng (${contradiction}, chờ xem xét).`,
  en: (contradiction, entry) =>
    `The agency says that ${entry}, entered for it, is not right (${contradiction}, undecided).`,
});

export const noSuchContradiction = phrase({
  vi: (contradiction: string) => `Không có phản ánh ${contradiction}. Gõ /choxuly để xem.`,
  en: (contradiction) => `There is no ${contradiction}. See /choxuly.`,
});

export const contradictionClosed = phrase({
  vi: (contradiction: string, upheld: boolean) =>
    `Phản ánh ${contradiction} đã được xem xét: ${upheld ? "chấp nhận" : "không chấp nhận"}.`,
  en: (contradiction, upheld) =>
    `${contradiction} was decided already: ${upheld ? "accepted" : "rejected"}.`,
});

export const notYourContradiction = phrase({
  vi: (contradiction: string, agency: string) =>
    `${contradiction} là phản ánh của ${agency}: không ai quyết định về việc của cơ quan mình. Việc này do cơ quan thường trực hoặc lãnh đạo của cơ quan khác xem xét.`,
  en: (contradiction, agency) =>
    `${contradiction} is of ${agency}: nobody decides on their own agency. The secretariat or a leader of another agency decides.`,
});

export const enteredItYourself = phrase({
  vi: (contradiction: string) =>
    `${contradiction} là về nội dung do chính anh/chị nhập, nên người khác của cơ quan thường trực hoặc lãnh đạo xem xét.`,
  en: (contradiction) =>
    `${contradiction} is about what you entered yourself: somebody else of the secretariat or a leader decides.`,
});

export const confirmedStays = phrase({
  vi: (contradiction: string, code: string, on: CivilDate, agency: string, content: string) =>
    `Kết quả ${code} đã được xác nhận, hoàn thành ngày ${showDate(on)}, nên không rút lại được theo phản ánh ${contradiction}. Nếu việc chưa xong, anh/chị giao tiếp phần còn lại (ví dụ: /giao ${agency}: ${content}; hạn cuối tháng) rồi trả lời cơ quan bằng /tuchoi ${contradiction} lý do.`,
  en: (contradiction, code, on, agency, content) =>
    `The result of ${code} was confirmed, done on ${showDate(on)}; ${contradiction} cannot undo that. If work is left, register it anew (for example /giao ${agency}: ${content}; due 31/12) and answer the agency with /tuchoi ${contradiction} and why.`,
});

export const rightedPercent = phrase({
  vi: (contradiction: string, code: string, percent: number) =>
    `Đã chấp nhận ${contradiction}: tiến độ ${code} trở lại ${percent}%.`,
  en: (contradiction, code, percent) =>
    `${contradiction} accepted: progress of ${code} is back at ${percent}%.`,
});

export const resultTakenBack = phrase({
  vi: (contradiction: string, code: string) =>
    `Đã chấp nhận ${contradiction}: kết quả nhập hộ của ${code} được rút; nhiệm vụ tiếp tục thực hiện.`,
  en: (contradiction, code) =>
    `${contradiction} accepted: the result entered for ${code} was withdrawn; the task goes on.`,
});

export const acceptedOnly = phrase({
  vi: (contradiction: string, entry: string) =>
    `Đã chấp nhận ${contradiction}: nội dung ${entry} không còn hiệu lực từ trước, số liệu giữ nguyên.`,
  en: (contradiction, entry) =>
    `${contradiction} accepted: ${entry} no longer counted anyway, the figures stay.`,
});

export const rejected = phrase({
  vi: (contradiction: string, code: string) =>
    `Đã trả lời ${contradiction}: nội dung nhập hộ cho ${code} giữ nguyên.`,
  en: (contradiction, code) => `${contradiction} rejected: what was entered for ${code} stays.`,
});

export const whyRejected = phrase({
  vi: (contradiction: string) =>
    `Anh/chị cho biết lý do không chấp nhận ${contradiction} (trả lời tin này), ví dụ: đúng theo báo cáo đã gửi`,
  en: (contradiction) => `Why is ${contradiction} rejected? (answer this message)`,
});

export const decidedTold = phrase({
  vi: (by: string, decision: string, note: string | null) =>
    `${by}: ${decision}${note === null ? "" : ` Ý kiến: ${note}`}`,
  en: (by, decision, note) => `${by}: ${decision}${note === null ? "" : ` Remark: ${note}`}`,
});

/** Stored with the row that puts the figure right. */
export const rightingNote = phrase({
  vi: (entry: string, contradiction: string) =>
    `Đính chính nội dung nhập hộ ${entry} theo phản ánh ${contradiction}`,
  en: (entry, contradiction) => `Puts ${entry}, entered on behalf, right after ${contradiction}`,
});
