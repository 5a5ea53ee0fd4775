// Đôn đốc: what an agency hears, and what whoever sends it is told. Formal, no blame.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { MissingGroup } from "#src/tasks/missing.ts";
import { plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";

/** "Cơ quan thường trực", "Lãnh đạo Ban Chỉ đạo": at the beginning of a sentence. */
const begins = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const requests: Record<MissingGroup, { vi: string; en: string }> = {
  unreceived: { vi: "xác nhận tiếp nhận và triển khai", en: "to receive and begin" },
  unreported: { vi: "quan tâm thực hiện và báo cáo kết quả", en: "to carry out and report on" },
  overdue: { vi: "sớm hoàn thành và báo cáo kết quả", en: "to complete and report on" },
};

export type NudgeSaid = {
  sender: string;
  agency: string;
  code: string;
  group: MissingGroup;
  due: CivilDate | null;
};

export const pleaseReport = phrase({
  vi: ({ sender, agency, code, group, due }: NudgeSaid) =>
    `${begins(sender)} đề nghị ${agency} ${requests[group].vi} ${code}${due === null ? "" : ` (hạn ${showDate(due)})`}.`,
  en: ({ sender, agency, code, group, due }) =>
    `The ${sender} asks ${agency} ${requests[group].en} ${code}${due === null ? "" : ` (due ${showDate(due)})`}.`,
});

export const theirMessage = phrase({
  vi: (text: string) => `Lời nhắn: ${text}`,
  en: (text) => `Message: ${text}`,
});

export const nudgeThese = phrase({
  vi: (code: string, count: number) => `Đôn đốc ${count} cơ quan về ${code}?`,
  en: (code, count) => `Nudge ${plural(count, "agency", "agencies")} about ${code}?`,
});

export const whichAgencies = phrase({ vi: () => "Các cơ quan:", en: () => "The agencies:" });

export const nudged = phrase({
  vi: (code: string, names: readonly string[]) =>
    names.length <= 3
      ? `Đã đôn đốc ${names.join("; ")} về ${code}.`
      : `Đã đôn đốc ${names.length} cơ quan về ${code}.`,
  en: (code, names) =>
    names.length <= 3
      ? `Nudged about ${code}: ${names.join("; ")}.`
      : `${plural(names.length, "agency was", "agencies were")} nudged about ${code}.`,
});

export const nobodyReached = phrase({
  vi: (code: string) => `Chưa gửi được đôn đốc nào về ${code}.`,
  en: (code) => `No nudge about ${code} was sent.`,
});

export const nudgedToday = phrase({
  vi: (names: readonly string[]) =>
    `Hôm nay đã đôn đốc, không nhắc lại (${names.length}): ${names.join("; ")}.`,
  en: (names) => `Nudged today already, not again (${names.length}): ${names.join("; ")}.`,
});

export const toPhone = phrase({
  vi: (names: readonly string[]) =>
    `Chưa có cán bộ kết nối, đề nghị liên hệ bằng điện thoại (${names.length}): ${names.join("; ")}.`,
  en: (names) => `Nobody connected, please phone (${names.length}): ${names.join("; ")}.`,
});

export const reportedMeanwhile = phrase({
  vi: (count: number) => `${count} cơ quan đã báo cáo từ lúc hỏi.`,
  en: (count) => `${plural(count, "agency has", "agencies have")} reported since the question.`,
});

export const messageTooLong = phrase({
  vi: (most: number) => `Lời nhắn dài quá ${most} ký tự. Anh/chị rút gọn rồi gửi lại.`,
  en: (most) => `The message is longer than ${most} characters. Please shorten it.`,
});

export const send = phrase({ vi: () => "Gửi", en: () => "Send" });
export const cancel = phrase({ vi: () => "Thôi", en: () => "Cancel" });
