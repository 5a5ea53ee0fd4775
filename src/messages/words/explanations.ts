// What is said about requests for an explanation (giải trình). Short, no blame.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { asSentence, plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";

/** What is asked where nothing else is said. */
export const usualQuestion = phrase({
  vi: () => "Đề nghị cho biết nguyên nhân, khó khăn và dự kiến thời gian hoàn thành",
  en: () => "Please state the reasons, the difficulties and when it is expected to be done",
});

export const deadlinePast = phrase({
  vi: (on: CivilDate) =>
    `Hạn giải trình ${showDate(on)} đã qua. Anh/chị ghi lại, ví dụ: hạn 25/11/2026`,
  en: (on) => `${showDate(on)} is past. Please give a later day, e.g. hạn 25/11/2026`,
});

export const notYourOwnExplanation = phrase({
  vi: (agency: string) =>
    `Không yêu cầu giải trình với cơ quan mình: việc của ${agency} do lãnh đạo phụ trách yêu cầu.`,
  en: (agency) =>
    `Nobody asks their own agency for an explanation: for ${agency} the leader in charge does.`,
});

export const nobodyToAsk = phrase({
  vi: (code: string) =>
    `Không có cơ quan nào của ${code} phù hợp để yêu cầu giải trình. Ví dụ: /giaitrinh ${code} STC hạn 25/11`,
  en: (code) => `No agency of ${code} fits. For example: /giaitrinh ${code} STC hạn 25/11`,
});

export const leadsNot = phrase({
  vi: (named: string, code: string, leads: string[], more: number) =>
    `${named} không chủ trì ${code} nên chưa gửi yêu cầu giải trình nào. Chủ trì: ${leads.join("; ")}${more > 0 ? ` và ${more} cơ quan khác` : ""}. Để yêu cầu cơ quan chủ trì, anh/chị ghi tên cơ quan đó ngay sau mã, ví dụ: /giaitrinh ${code} STC hạn 25/11`,
  en: (named, code, leads, more) =>
    `${named} does not lead ${code}, so nobody was asked. It is led by ${leads.join("; ")}${more > 0 ? ` and ${plural(more, "other agency", "other agencies")}` : ""}. Name the agency right behind the code, e.g. /giaitrinh ${code} STC hạn 25/11`,
});

export const explanationOpen = phrase({
  vi: (request: string, agency: string) =>
    `${agency} đang có yêu cầu giải trình ${request} chưa đóng. Cần thêm gì, anh/chị ghi: /traloi ${request} nội dung cần bổ sung; hoặc đóng: /dong ${request}`,
  en: (request, agency) =>
    `${request} to ${agency} is still open. Ask for more with /traloi ${request} …, or close it: /dong ${request}`,
});

export const explanationAsked = phrase({
  vi: (request: string, task: string, agency: string, due: CivilDate) =>
    `Đã gửi yêu cầu giải trình ${request} (${task}) đến ${agency}, hạn trả lời ${showDate(due)}.`,
  en: (request, task, agency, due) =>
    `Request ${request} (${task}) sent to ${agency}, to be answered by ${showDate(due)}.`,
});

export const nobodyBound = phrase({
  vi: (agency: string) =>
    `${agency} chưa có ai kết nối với trợ lý, nên anh/chị báo thêm bằng cách khác.`,
  en: (agency) => `Nobody of ${agency} is connected yet: please tell them by other means.`,
});

export const explanationWanted = phrase({
  vi: (request: string, task: string, due: CivilDate, text: string) =>
    `Yêu cầu giải trình ${request} về ${task}, hạn trả lời ${showDate(due)}: ${asSentence(text)} Trả lời bằng: /traloi ${request} nội dung`,
  en: (request, task, due, text) =>
    `Request for an explanation ${request} about ${task}, by ${showDate(due)}: ${asSentence(text)} Answer with /traloi ${request} …`,
});

export const explanationAnswered = phrase({
  vi: (request: string, files: number) =>
    `Đã gửi giải trình ${request}${files > 0 ? `, kèm ${files} tệp` : ""}.`,
  en: (request, files) =>
    `The explanation ${request} was sent${files > 0 ? `, with ${plural(files, "file")}` : ""}.`,
});

export const explanationArrived = phrase({
  vi: (request: string, task: string, agency: string, answer: string) =>
    `${agency} giải trình ${request} (${task}): ${asSentence(answer)} Nếu đạt yêu cầu, anh/chị đóng bằng /dong ${request}; nếu chưa đủ, ghi /traloi ${request} nội dung cần bổ sung`,
  en: (request, task, agency, answer) =>
    `${agency} explains ${request} (${task}): ${asSentence(answer)} Close it with /dong ${request}, or ask for more with /traloi ${request} …`,
});

export const answeredForYou = phrase({
  vi: (request: string, by: string, answer: string) =>
    `${by} đã nhập hộ trả lời ${request}: ${asSentence(answer)} Nếu cần, anh/chị bổ sung bằng /traloi ${request}`,
  en: (request, by, answer) =>
    `${by} answered ${request} on your behalf: ${asSentence(answer)} Add to it with /traloi ${request}`,
});

export const agencyAnswers = phrase({
  vi: (request: string, agency: string) =>
    `${request} đang chờ ${agency} trả lời; anh/chị là bên yêu cầu nên không trả lời thay được. Có thể đóng: /dong ${request}`,
  en: (request, agency) =>
    `${request} awaits the answer of ${agency}; you asked, so you cannot answer for them. You can close it: /dong ${request}`,
});

export const moreAsked = phrase({
  vi: (request: string, agency: string, due: CivilDate) =>
    `Đã đề nghị ${agency} bổ sung ${request}, hạn trả lời ${showDate(due)}.`,
  en: (request, agency, due) => `${agency} was asked to add to ${request} by ${showDate(due)}.`,
});

export const moreWanted = phrase({
  vi: (request: string, task: string, due: CivilDate, text: string) =>
    `Giải trình ${request} (${task}) cần bổ sung trước hết ngày ${showDate(due)}: ${asSentence(text)} Trả lời bằng: /traloi ${request} nội dung`,
  en: (request, task, due, text) =>
    `Please add to ${request} (${task}) by ${showDate(due)}: ${asSentence(text)} Answer with /traloi ${request} …`,
});

export const explanationNowClosed = phrase({
  vi: (request: string) => `Đã đóng yêu cầu giải trình ${request}.`,
  en: (request) => `Request ${request} is closed.`,
});

export const explanationClosedBy = phrase({
  vi: (request: string, task: string, note: string) =>
    `Yêu cầu giải trình ${request} (${task}) đã được đóng${note === "" ? "." : `: ${asSentence(note)}`}`,
  en: (request, task, note) =>
    `Request ${request} (${task}) was closed${note === "" ? "." : `: ${asSentence(note)}`}`,
});

export const explanationDue = phrase({
  vi: (due: CivilDate) => `hạn ${showDate(due)}`,
  en: (due) => `due ${showDate(due)}`,
});

export const overdueSince = phrase({
  vi: (due: CivilDate) => `chưa trả lời, quá hạn ${showDate(due)}`,
  en: (due) => `unanswered, was due ${showDate(due)}`,
});

export const askManyFirst = phrase({
  vi: (task: string, count: number, agencies: string, due: CivilDate, text: string) =>
    `Gửi yêu cầu giải trình ${task}, hạn trả lời ${showDate(due)}, đến ${count} cơ quan: ${agencies}.\nNội dung: ${text}`,
  en: (task, count, agencies, due, text) =>
    `Ask ${plural(count, "agency", "agencies")} to explain ${task} by ${showDate(due)}: ${agencies}.\nText: ${text}`,
});

export const askedMany = phrase({
  vi: (task: string, count: number, due: CivilDate) =>
    `Đã gửi yêu cầu giải trình ${task} đến ${count} cơ quan, hạn trả lời ${showDate(due)}.`,
  en: (task, count, due) =>
    `${plural(count, "agency was", "agencies were")} asked to explain ${task} by ${showDate(due)}.`,
});

export const unboundAgencies = phrase({
  vi: (names: string) =>
    `Chưa có ai kết nối với trợ lý, anh/chị báo thêm bằng cách khác: ${names}.`,
  en: (names) => `Nobody is connected yet, please tell them by other means: ${names}.`,
});

export const explanationEntered = phrase({
  vi: (request: string, agency: string) => `Đã nhập hộ giải trình ${request} cho ${agency}.`,
  en: (request, agency) => `The explanation ${request} was entered on behalf of ${agency}.`,
});
