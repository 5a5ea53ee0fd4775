// Vắng mặt: days of leave, and who stands in.
import { addDays, type CivilDate } from "#src/calendar/civil-date.ts";
import type { WhyNotDays } from "#src/people/absence-rules.ts";
import { showDate } from "../format.ts";
import { phrase } from "../language.ts";

export type DaysShown = { from: CivilDate; to: CivilDate };

/** "24/11/2026", "24/11/2026–28/11/2026". */
export const showDays = ({ from, to }: DaysShown): string =>
  from === to ? showDate(from) : `${showDate(from)}–${showDate(to)}`;

export const absenceLabels = phrase({
  vi: () => ({ end: "Kết thúc", mine: "Anh/chị vắng", standIn: "Anh/chị đang thay" }),
  en: () => ({ end: "End", mine: "You are away", standIn: "You stand in for" }),
});

export const noAbsence = phrase({
  vi: () =>
    "Anh/chị chưa ghi ngày vắng nào và chưa thay ai. Ví dụ: /vangmat 24/11-28/11 thay bởi Nguyễn Văn A",
  en: () =>
    "You have no days of leave and stand in for nobody. For example: /vangmat 24/11-28/11 substitute Nguyễn Văn A",
});

export const mineLine = phrase({
  vi: (days: DaysShown, substitute: string) => `${showDays(days)}: ${substitute} thay`,
  en: (days, substitute) => `${showDays(days)}: ${substitute} stands in`,
});

export const standInLine = phrase({
  vi: (days: DaysShown, absent: string) => `${absent}, ${showDays(days)}`,
  en: (days, absent) => `${absent}, ${showDays(days)}`,
});

export const whichDays = phrase({
  vi: (name: string | null) =>
    `${name === null ? "Anh/chị" : name} vắng từ ngày nào đến ngày nào? Ví dụ: 24/11-28/11; ngày mai; tuần sau`,
  en: (name) =>
    `From when to when ${name === null ? "are you" : `is ${name}`} away? For example: 24/11-28/11; tomorrow`,
});

export const whoStandsIn = phrase({
  vi: (name: string | null, days: DaysShown) =>
    `Ai thay ${name ?? "anh/chị"} ${showDays(days)}? Trả lời bằng tên hoặc @tên.`,
  en: (name, days) =>
    `Who stands in for ${name ?? "you"} on ${showDays(days)}? Answer with a name or @name.`,
});

export const nobodyStandsIn = phrase({
  vi: (name: string | null) =>
    `Chưa có ai cùng cơ quan hoặc cùng vai trò với ${name ?? "anh/chị"} kết nối với trợ lý để thay. Cơ quan thường trực mời bằng /moi.`,
  en: (name) =>
    `Nobody of the same agency or role as ${name ?? "you"} is connected yet. The secretariat invites with /moi.`,
});

export const daysNotUnderstood = phrase({
  vi: (typed: string) => `Chưa hiểu ngày vắng trong “${typed}”. Ghi như 24/11-28/11, ngày mai.`,
  en: (typed) => `No days were understood in “${typed}”. Write like 24/11-28/11, tomorrow.`,
});

export const onlyLength = phrase({
  vi: () => "Anh/chị ghi cả ngày đầu và ngày cuối, ví dụ: 24/11-28/11",
  en: () => "Please give the first and the last day, for example: 24/11-28/11",
});

export const severalDays = phrase({
  vi: () => "Mỗi lần ghi một khoảng ngày liền nhau, ví dụ: 24/11-28/11",
  en: () => "One stretch of days at a time, please, for example: 24/11-28/11",
});

export const noSuchDay = phrase({
  vi: (nearest: CivilDate | null) =>
    `Không có ngày này${nearest === null ? "" : `; gần nhất là ${showDate(nearest)}`}. Anh/chị ghi lại, ví dụ: 24/11-28/11`,
  en: (nearest) =>
    `There is no such day${nearest === null ? "" : `; the nearest is ${showDate(nearest)}`}. For example: 24/11-28/11`,
});

export const badDays = phrase({
  vi: (why: WhyNotDays, { from, to }: DaysShown, most: number) =>
    ({
      backwards: `Ngày cuối ${showDate(to)} trước ngày đầu ${showDate(from)}. Anh/chị ghi lại, ví dụ: 24/11-28/11`,
      "too far": `${showDays({ from, to })} còn hơn một năm nữa mới đến. Anh/chị kiểm tra lại năm.`,
      past: `${showDays({ from, to })} bắt đầu trước hôm nay. Ngày vắng ghi từ hôm nay trở đi.`,
      "too long": `${showDays({ from, to })} dài hơn ${most} ngày. Mỗi lần ghi nhiều nhất ${most} ngày, đến ${showDate(addDays(from, most - 1))}.`,
    })[why],
  en: (why, { from, to }, most) =>
    ({
      backwards: `The last day ${showDate(to)} is before the first, ${showDate(from)}. For example: 24/11-28/11`,
      "too far": `${showDays({ from, to })} lies more than a year ahead. Please check the year.`,
      past: `${showDays({ from, to })} began before today. Leave is noted from today on.`,
      "too long": `${showDays({ from, to })} is longer than ${most} days. At most ${most} at a time, until ${showDate(addDays(from, most - 1))}.`,
    })[why],
});

export const overlapping = phrase({
  vi: (name: string | null, days: DaysShown, substitute: string) =>
    `${name ?? "Anh/chị"} đã ghi vắng ${showDays(days)}, ${substitute} thay. Nếu đổi, kết thúc lần đó trước.`,
  en: (name, days, substitute) =>
    `${name ?? "You"} ${name === null ? "are" : "is"} away on ${showDays(days)} already, ${substitute} stands in. To change that, end it first.`,
});

export const substituteAway = phrase({
  vi: (name: string, days: DaysShown) =>
    `${name} cũng vắng ${showDays(days)}. Anh/chị chọn người khác:`,
  en: (name, days) => `${name} is away on ${showDays(days)} as well. Please choose somebody else:`,
});

export const notYourself = phrase({
  vi: () => "Người thay phải là người khác. Anh/chị chọn:",
  en: () => "Somebody else must stand in. Please choose:",
});

export const notYourselfForOthers = phrase({
  vi: () =>
    "Anh/chị không tự ghi mình thay người khác: người vắng tự ghi, hoặc một người khác có thẩm quyền ghi.",
  en: () =>
    "You cannot name yourself for somebody else: the absent person does, or another who may.",
});

export const notRelated = phrase({
  vi: (name: string) =>
    `${name} không cùng cơ quan hoặc cùng vai trò với người vắng nên không thay được. Anh/chị chọn:`,
  en: (name) => `${name} shares neither agency nor role with the absent person. Please choose:`,
});

export const notForOthers = phrase({
  vi: () =>
    "Ghi vắng mặt thay người khác do lãnh đạo cơ quan của người đó, cơ quan thường trực hoặc quản trị thực hiện. Cho mình: /vangmat 24/11-28/11 thay bởi Nguyễn Văn A",
  en: () =>
    "Leave of others is noted by the head of their agency, the secretariat or an administrator. For yourself: /vangmat 24/11-28/11 substitute Nguyễn Văn A",
});

export const absenceSaved = phrase({
  vi: (name: string | null, days: DaysShown, substitute: string) =>
    `Đã ghi: ${name ?? "anh/chị"} vắng ${showDays(days)}, ${substitute} thay. Quyền và tin nhắn chuyển sang ${substitute} trong những ngày đó.`,
  en: (name, days, substitute) =>
    `Noted: ${name ?? "you"} ${name === null ? "are" : "is"} away on ${showDays(days)}, ${substitute} stands in, with the rights and messages of those days.`,
});

export const alsoStandsIn = phrase({
  vi: (absent: string, days: DaysShown) =>
    `Lưu ý: ${showDays(days)} người vắng đang thay ${absent}; việc của ${absent} cần người khác thay.`,
  en: (absent, days) =>
    `Note: on ${showDays(days)} ${absent} is stood in for by the same person; somebody else is needed.`,
});

export const youStandIn = phrase({
  vi: (absent: string, days: DaysShown) =>
    `Anh/chị thay ${absent} ${showDays(days)}: trong những ngày đó anh/chị nhận tin nhắn và làm được việc của ${absent}. Xem: /vangmat`,
  en: (absent, days) =>
    `You stand in for ${absent} on ${showDays(days)}: you get the messages and rights of ${absent} on those days. See /vangmat`,
});

export const notedForYou = phrase({
  vi: (by: string, days: DaysShown, substitute: string) =>
    `${by} đã ghi anh/chị vắng ${showDays(days)}, ${substitute} thay. Nếu chưa đúng: /vangmat hủy`,
  en: (by, days, substitute) =>
    `${by} noted that you are away on ${showDays(days)}; ${substitute} stands in. If that is not right: /vangmat cancel`,
});

export const absenceEnded = phrase({
  vi: (name: string | null, days: DaysShown, substitute: string) =>
    `Đã kết thúc lần vắng ${showDays(days)}${name === null ? "" : ` của ${name}`}; ${substitute} không còn thay.`,
  en: (name, days, substitute) =>
    `The leave of ${showDays(days)}${name === null ? "" : ` of ${name}`} has ended; ${substitute} no longer stands in.`,
});

export const standInEnded = phrase({
  vi: (absent: string, days: DaysShown) => `Anh/chị không còn thay ${absent} (${showDays(days)}).`,
  en: (absent, days) => `You no longer stand in for ${absent} (${showDays(days)}).`,
});

export const endedForYou = phrase({
  vi: (by: string, days: DaysShown) => `${by} đã kết thúc lần vắng ${showDays(days)} của anh/chị.`,
  en: (by, days) => `${by} ended your leave of ${showDays(days)}.`,
});

export const nothingToEnd = phrase({
  vi: (name: string | null) => `${name ?? "Anh/chị"} không có ngày vắng nào đang hoặc sắp tới.`,
  en: (name) => `${name ?? "You"} ${name === null ? "have" : "has"} no leave now or to come.`,
});

export const whichToEnd = phrase({
  vi: () => "Kết thúc lần vắng nào?",
  en: () => "Which leave is to be ended?",
});

/** Behind a role in /toi. */
export const insteadOf = phrase({
  vi: (name: string, until: CivilDate | null) =>
    ` (thay ${name}${until === null ? "" : ` đến ${showDate(until)}`})`,
  en: (name, until) => ` (for ${name}${until === null ? "" : ` until ${showDate(until)}`})`,
});
