// What the commands about tasks say.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { asSentence, plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";
import type { NamedTask } from "./tasks.ts";

export const noSuchTask = phrase({
  vi: (code: string) => `Không tìm thấy nhiệm vụ ${code} trong phạm vi của anh/chị.`,
  en: (code) => `There is no task ${code} that you may see.`,
});

export const contentHidden = phrase({
  vi: () => "Nội dung chỉ hiển thị với cơ quan chủ trì, phối hợp, cơ quan thường trực và lãnh đạo.",
  en: () => "The content is shown to its agencies, the secretariat and leaders only.",
});

export const whichTask = phrase({
  vi: (example: string) => `Anh/chị cho biết mã nhiệm vụ, ví dụ: ${example}`,
  en: (example) => `Please give the task's code, for example: ${example}`,
});

export const yourOpenTasks = phrase({
  vi: () => "Các việc đang mở của cơ quan anh/chị:",
  en: () => "Open tasks of your agency:",
});

export const notYourAgency = phrase({
  vi: (code: string) => `${code} không do cơ quan của anh/chị chủ trì.`,
  en: (code) => `${code} is not led by your agency.`,
});

export const stateForbids = phrase({
  vi: (code: string, state: string) =>
    `${code} đang ở trạng thái “${state}” nên không thực hiện được lệnh này.`,
  en: (code, state) => `${code} is “${state}” and does not take this command.`,
});

export const nothingSaid = phrase({
  vi: ({ code, typed }: NamedTask) =>
    `Anh/chị cho biết tiến độ của ${code}: tỷ lệ phần trăm, hoặc một câu, ví dụ: /tiendo ${typed} 70% đã lấy ý kiến`,
  en: ({ code, typed }) =>
    `What is the progress of ${code}? A percentage or a sentence, e.g. /tiendo ${typed} 70% comments collected`,
});

export const impossiblePercent = phrase({
  vi: (typed: string) =>
    `“${typed}” không phải tỷ lệ từ 0% đến 100%, nên chưa ghi nhận. Ví dụ: /tiendo NV-012 70% đã lấy ý kiến`,
  en: (typed) =>
    `“${typed}” is not a percentage from 0% to 100%; nothing was recorded. For example: /tiendo NV-012 70% comments collected`,
});

export const progressSaved = phrase({
  vi: (code: string, percent: number | null, files: number) =>
    `Đã ghi tiến độ ${code}${percent === null ? " (không kèm tỷ lệ)" : `: ${percent}%`}${files > 0 ? `, kèm ${files} tệp` : ""}.`,
  en: (code, percent, files) =>
    `Progress of ${code} recorded${percent === null ? " (no percentage)" : `: ${percent}%`}${files > 0 ? `, with ${plural(files, "file")}` : ""}.`,
});

export const progressCorrected = phrase({
  vi: (code: string, percent: number | null) =>
    `Đã sửa tiến độ ${code}${percent === null ? "" : `: ${percent}%`} theo tin nhắn đã sửa.`,
  en: (code, percent) =>
    `Progress of ${code} corrected${percent === null ? "" : `: ${percent}%`} as edited.`,
});

export const percentDrops = phrase({
  vi: (code: string, was: number, now: number) =>
    `Tiến độ ${code} giảm từ ${was}% xuống ${now}%. Ghi nhận như vậy?`,
  en: (code, was, now) => `Progress of ${code} would fall from ${was}% to ${now}%. Record it?`,
});

export const howToFinish = phrase({
  vi: ({ code, typed }: NamedTask) =>
    `Nộp kết quả ${code}: số, ngày văn bản và nội dung (kèm tệp nếu có), ví dụ: /hoanthanh ${typed} số 123/BC-STC ngày 14/10 đã báo cáo UBND tỉnh`,
  en: ({ code, typed }) =>
    `Submit the result of ${code}: number and date of the document and a note, e.g. /hoanthanh ${typed} số 123/BC-STC ngày 14/10 reported`,
});

export const resultSaved = phrase({
  vi: (code: string, number: string | null, date: CivilDate | null, files: number) =>
    `Đã nộp kết quả ${code}${number === null ? "" : `, văn bản số ${number}`}${date === null ? "" : ` ngày ${showDate(date)}`}${files > 0 ? `, kèm ${files} tệp` : ""}. Đang chờ xác nhận.`,
  en: (code, number, date, files) =>
    `Result of ${code} submitted${number === null ? "" : `, document ${number}`}${date === null ? "" : ` of ${showDate(date)}`}${files > 0 ? `, with ${plural(files, "file")}` : ""}. Awaiting confirmation.`,
});

export const resultToDecide = phrase({
  vi: (code: string, agency: string) => `${agency} nộp kết quả ${code}, đề nghị xem xét.`,
  en: (code, agency) => `${agency} submitted the result of ${code} for decision.`,
});

export const resultsComeIn = phrase({
  vi: (code: string, agencies: number) =>
    `Hôm nay bắt đầu có kết quả ${code} chờ xác nhận (${agencies} cơ quan cùng thực hiện). Xem và xác nhận tất cả: /choxuly ${code}`,
  en: (code, agencies) =>
    `Results of ${code} are coming in today (${plural(agencies, "agency", "agencies")}). See and confirm them all: /choxuly ${code}`,
});

export const documentInFuture = phrase({
  vi: (date: CivilDate) =>
    `Ngày văn bản ${showDate(date)} sau ngày hôm nay. Anh/chị kiểm tra lại ngày ký.`,
  en: (date) => `The document date ${showDate(date)} lies in the future. Please check it.`,
});

export const noSuchDocumentDay = phrase({
  vi: (typed: string) => `Không có ngày ${typed}. Anh/chị kiểm tra lại ngày ký văn bản.`,
  en: (typed) => `There is no ${typed}. Please check the document's date.`,
});

export const documentOfLastYear = phrase({
  vi: (date: CivilDate) =>
    `Ngày văn bản không ghi năm nên hiểu là ${showDate(date)}, trước khi giao nhiệm vụ. Nếu đúng, anh/chị ghi rõ cả năm.`,
  en: (date) =>
    `Without a year the document's date was read as ${showDate(date)}, before the task was assigned. If that is right, please write the year.`,
});

export const confirmed = phrase({
  vi: (code: string, agency: string, on: CivilDate, late: number) =>
    `Đã xác nhận ${code} của ${agency}: hoàn thành ngày ${showDate(on)}${late > 0 ? `, trễ ${late} ngày` : ""}.`,
  en: (code, agency, on, late) =>
    `${code} of ${agency} confirmed: done on ${showDate(on)}${late > 0 ? `, ${plural(late, "day")} late` : ""}.`,
});

export const yourResultConfirmed = phrase({
  vi: (code: string, on: CivilDate) =>
    `Kết quả ${code} đã được xác nhận, ngày hoàn thành ${showDate(on)}.`,
  en: (code, on) => `The result of ${code} was confirmed, done on ${showDate(on)}.`,
});

export const returned = phrase({
  vi: (code: string, agency: string) => `Đã trả lại kết quả ${code} cho ${agency}.`,
  en: (code, agency) => `The result of ${code} was returned to ${agency}.`,
});

export const yourResultReturned = phrase({
  vi: (code: string, reason: string) =>
    `Kết quả ${code} được trả lại: ${asSentence(reason)} Đề nghị hoàn thiện và nộp lại.`,
  en: (code, reason) =>
    `The result of ${code} was returned: ${asSentence(reason)} Please complete it and submit again.`,
});

export const whyReturned = phrase({
  vi: (code: string) =>
    `Anh/chị cho biết lý do trả lại ${code} (trả lời tin này), ví dụ: thiếu phụ lục số liệu`,
  en: (code) => `Why is the result of ${code} returned? (answer this message)`,
});

export const nothingToDecide = phrase({
  vi: (code: string) => `${code} không có kết quả nào đang chờ xác nhận.`,
  en: (code) => `${code} has no result awaiting confirmation.`,
});

export const whichAgency = phrase({
  vi: (code: string, _example: string) =>
    `${code} có nhiều cơ quan đang chờ xác nhận. Anh/chị chọn cơ quan:`,
  en: (code) => `Several agencies await confirmation on ${code}. Which one?`,
});

export const whichAgencyOfTask = phrase({
  vi: (code: string, example: string) =>
    `${code} giao nhiều cơ quan. Anh/chị chọn cơ quan, hoặc ghi tên sau mã: ${example}`,
  en: (code, example) =>
    `${code} is led by several agencies. Choose one, or name it after the code: ${example}`,
});

export const notOnYourOwn = phrase({
  vi: (agency: string) =>
    `Kết quả của ${agency} do lãnh đạo phụ trách xem xét: không ai quyết định về việc của cơ quan mình.`,
  en: (agency) =>
    `Results of ${agency} are decided by the leader in charge: nobody decides on their own.`,
});

export const notWhatYouEntered = phrase({
  vi: (agency: string) =>
    `Kết quả của ${agency} do chính anh/chị nhập, nên cần người khác xác nhận hoặc trả lại.`,
  en: (agency) => `You entered the result of ${agency} yourself: somebody else decides about it.`,
});

export const listTitles = phrase({
  vi: () => ({
    open: "Việc đang thực hiện",
    overdue: "Việc quá hạn",
    due: "Việc sắp đến hạn",
    awaiting: "Việc chờ xác nhận",
    done: "Việc đã hoàn thành",
    unclear: "Việc chưa rõ hạn",
    all: "Tất cả nhiệm vụ",
    coordinating: "phối hợp",
  }),
  en: () => ({
    open: "Open tasks",
    overdue: "Overdue tasks",
    due: "Tasks due soon",
    awaiting: "Tasks awaiting confirmation",
    done: "Finished tasks",
    unclear: "Tasks with an unclear date",
    all: "All tasks",
    coordinating: "coordinating",
  }),
});

export const nothingListed = phrase({
  vi: () => "Không có nhiệm vụ nào.",
  en: () => "There are none.",
});

export const pageOf = phrase({
  vi: (page: number, pages: number) => `Trang ${page}/${pages}`,
  en: (page, pages) => `Page ${page}/${pages}`,
});

export const badCompletion = phrase({
  vi: (typed: string) =>
    `Chưa hiểu “${typed}”. Sau mã nhiệm vụ chỉ ghi cơ quan đang chờ xác nhận hoặc ngày hoàn thành (không sau hôm nay), ví dụ: ngày 14/10/2026.`,
  en: (typed) =>
    `“${typed}” was not understood. After the code give the agency that waits or the day of completion (not after today), like 14/10/2026.`,
});

export const notYourFigures = phrase({
  vi: (agency: string) =>
    `Danh mục việc của ${agency} chỉ dành cho cơ quan đó, cơ quan thường trực và lãnh đạo; anh/chị xem được số liệu:`,
  en: (agency) =>
    `The tasks of ${agency} are for that agency, the secretariat and leaders; you may see its figures:`,
});

export const withinDays = phrase({
  vi: (days: number) => `trong ${days} ngày tới`,
  en: (days) => `within ${plural(days, "day")}`,
});

export const severalAgencies = phrase({
  vi: (code: string, agencies: number) => `${code} giao ${agencies} cơ quan:`,
  en: (code, agencies) => `${code} is led by ${plural(agencies, "agency", "agencies")}:`,
});
