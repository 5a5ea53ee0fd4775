// What /huy, /tamdung and /tieptuc say.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { asSentence, plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";

export type SetAside = "cancel" | "pause" | "resume";

const names = (agencies: readonly string[]): string =>
  agencies.length <= 5
    ? agencies.join(", ")
    : `${agencies.slice(0, 4).join(", ")} … (${agencies.length})`;

export const whichPart = {
  cancel: phrase({
    vi: (code: string) => `${code} giao nhiều cơ quan. Anh/chị hủy của cơ quan nào, hay tất cả?`,
    en: (code) => `${code} has several agencies. Cancel it for which, or for all?`,
  }),
  pause: phrase({
    vi: (code: string) =>
      `${code} giao nhiều cơ quan. Anh/chị tạm dừng của cơ quan nào, hay tất cả?`,
    en: (code) => `${code} has several agencies. Pause it for which, or for all?`,
  }),
  resume: phrase({
    vi: (code: string) =>
      `${code} tạm dừng ở nhiều cơ quan. Anh/chị tiếp tục của cơ quan nào, hay tất cả?`,
    en: (code) => `${code} is paused at several agencies. Resume it for which, or for all?`,
  }),
};

export const everyAgency = phrase({ vi: () => "Tất cả", en: () => "All" });

export const why = phrase({
  vi: (code: string, what: SetAside) =>
    `Anh/chị cho biết lý do ${what === "cancel" ? "hủy" : "tạm dừng"} ${code} (trả lời tin này), ví dụ: theo Công văn 45/UBND-NC ngày 03/11/2026`,
  en: (code, what) =>
    `Why ${what} ${code}? (answer this message), e.g. theo Công văn 45/UBND-NC ngày 03/11/2026`,
});

export const askCancel = phrase({
  vi: (code: string, agencies: readonly string[], reason: string) =>
    `Hủy ${code} của ${names(agencies)}, lý do: ${asSentence(reason)} Việc đã hủy không mở lại được. Ghi nhận như vậy?`,
  en: (code, agencies, reason) =>
    `Cancel ${code} of ${names(agencies)}, because: ${asSentence(reason)} It cannot be opened again. Record it?`,
});

export const changedMeanwhile = phrase({
  vi: (code: string) => `${code} đã thay đổi trong lúc anh/chị xem. Xin kiểm tra lại:`,
  en: (code) => `${code} has changed meanwhile. Please check again:`,
});

export const done = {
  cancel: phrase({
    vi: (code: string, agencies: readonly string[]) => `Đã hủy ${code} của ${names(agencies)}.`,
    en: (code, agencies) => `${code} of ${names(agencies)} cancelled.`,
  }),
  pause: phrase({
    vi: (code: string, agencies: readonly string[]) =>
      `Đã tạm dừng ${code} của ${names(agencies)}.`,
    en: (code, agencies) => `${code} of ${names(agencies)} paused.`,
  }),
  resume: phrase({
    vi: (code: string, agencies: readonly string[]) =>
      `Đã tiếp tục ${code} của ${names(agencies)}.`,
    en: (code, agencies) => `${code} of ${names(agencies)} resumed.`,
  }),
};

type Closed = { extensions: number; blockers: number; explanations: number };

export const alsoClosed = phrase({
  vi: ({ extensions, blockers, explanations }: Closed) =>
    `Đã đóng kèm:${extensions > 0 ? ` ${extensions} đề nghị gia hạn.` : ""}${blockers > 0 ? ` ${blockers} vướng mắc.` : ""}${explanations > 0 ? ` ${explanations} yêu cầu giải trình.` : ""}`,
  en: ({ extensions, blockers, explanations }) =>
    `Closed with it:${extensions > 0 ? ` ${plural(extensions, "extension request")}.` : ""}${blockers > 0 ? ` ${plural(blockers, "blocker")}.` : ""}${explanations > 0 ? ` ${plural(explanations, "request")} for an explanation.` : ""}`,
});

export const leftOut = phrase({
  vi: (agencies: readonly string[]) =>
    `Chưa thay đổi việc của ${names(agencies)}: đang chờ xác nhận kết quả hoặc đã tạm dừng.`,
  en: (agencies) =>
    `Nothing changed for ${names(agencies)}: a result waits, or it is paused already.`,
});

/** What a pause does to the date: nothing. */
export const dateStays = phrase({
  vi: (due: CivilDate | null) =>
    due === null
      ? "Nhiệm vụ không thời hạn."
      : `Hạn vẫn là ${showDate(due)}: ngày tạm dừng không được cộng vào hạn, và vẫn tính khi xác định quá hạn. Đổi hạn bằng /giahan (gia hạn) hoặc /sua (sửa cho đúng văn bản).`,
  en: (due) =>
    due === null
      ? "It has no date."
      : `It is still due on ${showDate(due)}: days of the pause are not added, and count as days late. Another date is given by /giahan (an extension) or /sua (a correction).`,
});

export const notYours = phrase({
  vi: (agencies: readonly string[], leader: string | null) =>
    `Việc của ${names(agencies)} do lãnh đạo phụ trách${leader === null ? "" : ` (${leader})`} quyết định: không ai quyết định về việc của cơ quan mình.`,
  en: (agencies, leader) =>
    `${names(agencies)} is decided about by the leader in charge${leader === null ? "" : ` (${leader})`}: nobody decides on their own agency.`,
});

export const othersYouMay = phrase({
  vi: () => "Anh/chị quyết định được đối với:",
  en: () => "You may decide about:",
});

export const noneTakesIt = phrase({
  vi: (code: string, states: readonly string[]) =>
    `${code} đang ở trạng thái “${states.join("”, “")}” nên không thực hiện được lệnh này.`,
  en: (code, states) => `${code} is “${states.join("”, “")}” and does not take this command.`,
});

export const yours = {
  cancel: phrase({
    vi: (code: string, agency: string, reason: string) =>
      `${code} (${agency}) đã được hủy, lý do: ${asSentence(reason)}`,
    en: (code, agency, reason) => `${code} (${agency}) was cancelled: ${asSentence(reason)}`,
  }),
  pause: phrase({
    vi: (code: string, agency: string, reason: string) =>
      `${code} (${agency}) được tạm dừng, lý do: ${asSentence(reason)} Trong thời gian tạm dừng không nhắc hạn.`,
    en: (code, agency, reason) =>
      `${code} (${agency}) was paused: ${asSentence(reason)} There are no reminders meanwhile.`,
  }),
  resume: phrase({
    vi: (code: string, agency: string, _reason: string) =>
      `${code} (${agency}) được tiếp tục thực hiện.`,
    en: (code, agency) => `${code} (${agency}) goes on.`,
  }),
};
