// Results of one task that are confirmed together.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";

const on = (completedOn: CivilDate | null, word: string): string =>
  completedOn === null ? "" : `, ${word} ${showDate(completedOn)}`;

const listed = (names: readonly string[], of: string): string =>
  names.length === 0 ? "" : ` ${of} ${names.join("; ")}`;

export const confirmThese = phrase({
  vi: (code: string, count: number, only: readonly string[], completedOn: CivilDate | null) =>
    `Xác nhận ${count} kết quả của ${code}${listed(only, "của")}${on(completedOn, "ngày hoàn thành")}?`,
  en: (code, count, only, completedOn) =>
    `Confirm ${plural(count, "result")} of ${code}${listed(only, "of")}${on(completedOn, "done on")}?`,
});

export const exceptThese = phrase({
  vi: (names: readonly string[]) => `Trừ: ${names.join("; ")}.`,
  en: (names) => `Except: ${names.join("; ")}.`,
});

export const whoseResults = phrase({
  vi: () => "Kết quả của:",
  en: () => "Results of:",
});

const reasons = {
  own: {
    vi: "việc của cơ quan mình, do lãnh đạo phụ trách xem xét",
    en: "of your own agency, decided by the leader in charge",
  },
  entered: {
    vi: "do chính anh/chị nhập, cần người khác xem xét",
    en: "entered by you, decided by somebody else",
  },
  contradicted: {
    vi: "cơ quan đang có phản ánh, cần xem từng kết quả",
    en: "contradicted by the agency, to be looked at one by one",
  },
};

export const leftFor = phrase({
  vi: (why: keyof typeof reasons, names: readonly string[]) =>
    `Để lại (${reasons[why].vi}): ${names.join("; ")}.`,
  en: (why, names) => `Left (${reasons[why].en}): ${names.join("; ")}.`,
});

export const nothingForYou = phrase({
  vi: (code: string) => `${code} không có kết quả nào anh/chị xác nhận được lúc này.`,
  en: (code) => `${code} has no result that you may confirm now.`,
});

export const confirmedMany = phrase({
  vi: (code: string, count: number, late: number) =>
    `Đã xác nhận ${count} kết quả của ${code}${late > 0 ? `, trong đó ${late} kết quả quá hạn` : ""}.`,
  en: (code, count, late) =>
    `${plural(count, "result")} of ${code} confirmed${late > 0 ? `, ${late} of them late` : ""}.`,
});

export const decidedMeanwhile = phrase({
  vi: (count: number) => `${count} kết quả đã thay đổi từ lúc hỏi nên không xác nhận lần này.`,
  en: (count) =>
    `${plural(count, "result")} changed since the question and ${count === 1 ? "was" : "were"} not confirmed now.`,
});

export const exceptNobody = phrase({
  vi: (code: string) =>
    `Trừ cơ quan nào? Chưa xác nhận gì. Ví dụ: /xacnhan ${code} tất cả trừ STC, xã Bình Hòa`,
  en: (code) =>
    `Except whom? Nothing was confirmed. For example: /xacnhan ${code} all except STC, STP`,
});

export const yes = phrase({ vi: () => "Xác nhận", en: () => "Confirm" });
export const no = phrase({ vi: () => "Thôi", en: () => "Cancel" });
