// Words about what groups receive and when: rankings, drafts of them, bulletins.

import type { CivilDate } from "#src/calendar/civil-date.ts";
import { showDate } from "../format.ts";
import { phrase } from "../language.ts";

const WEEKDAYS_VI = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
const WEEKDAYS_EN = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export type BindingShown = {
  purpose: "committee" | "agency";
  agency: string | null;
  ranking: boolean;
  approveFirst: boolean;
  alerts: boolean;
  bulletin: boolean;
  /** ISO weekday; null = when the job runs. */
  publishOn: number | null;
  publishAt: string | null;
  /** Names of ranking groups; none = all. */
  groups: readonly string[];
};

const purposeVi = ({ purpose, agency }: BindingShown): string =>
  purpose === "committee" ? "nhóm Ban Chỉ đạo" : `nhóm của ${agency ?? ""}`;

const inBrackets = (details: readonly string[]): string =>
  details.length === 0 ? "" : ` (${details.join("; ")})`;

const whenVi = ({ publishOn, publishAt }: BindingShown): string[] => {
  if (publishOn === null && publishAt === null) return [];
  const day = publishOn === null ? "" : (WEEKDAYS_VI[publishOn - 1] ?? "");
  return [[day, publishAt === null ? "" : `lúc ${publishAt}`].filter((part) => part).join(" ")];
};

const whenEn = ({ publishOn, publishAt }: BindingShown): string[] => {
  if (publishOn === null && publishAt === null) return [];
  const day = publishOn === null ? "" : (WEEKDAYS_EN[publishOn - 1] ?? "");
  return [[day, publishAt === null ? "" : `at ${publishAt}`].filter((part) => part).join(" ")];
};

export const bindingText = phrase({
  vi: (shown: BindingShown) => {
    const details = [
      ...(shown.approveFirst ? ["duyệt trước khi đăng"] : []),
      ...whenVi(shown),
      ...(shown.groups.length > 0 ? [`chỉ ${shown.groups.join(", ")}`] : []),
    ];
    const receives = [
      ...(shown.ranking ? [`xếp hạng tuần${inBrackets(details)}`] : []),
      ...(shown.bulletin ? [`bản tin tuần${shown.ranking ? "" : inBrackets(whenVi(shown))}`] : []),
      ...(shown.alerts ? ["nhắc hạn"] : []),
    ];
    return `Đã đăng ký là ${purposeVi(shown)}; nhận: ${receives.join(", ") || "không có"}.`;
  },
  en: (shown) => {
    const details = [
      ...(shown.approveFirst ? ["approved first"] : []),
      ...whenEn(shown),
      ...(shown.groups.length > 0 ? [`only ${shown.groups.join(", ")}`] : []),
    ];
    const receives = [
      ...(shown.ranking ? [`weekly ranking${inBrackets(details)}`] : []),
      ...(shown.bulletin
        ? [`weekly bulletin${shown.ranking ? "" : inBrackets(whenEn(shown))}`]
        : []),
      ...(shown.alerts ? ["deadline alerts"] : []),
    ];
    const purpose =
      shown.purpose === "committee" ? "a committee group" : `the group of ${shown.agency ?? ""}`;
    return `Registered as ${purpose}; it receives: ${receives.join(", ") || "nothing"}.`;
  },
});

export const wishNotRead = phrase({
  vi: (rest: string) =>
    `Chưa hiểu “${rest}” nên chưa thay đổi gì. Ví dụ: /nhom xếp hạng thứ ba 09:00, duyệt trước, chỉ các sở; /nhom bản tin; /nhom không xếp hạng`,
  en: (rest) =>
    `“${rest}” was not understood; nothing was changed. For example: /nhom ranking tuesday 09:00, approve first, only sở; /nhom bulletin; /nhom no ranking`,
});

export const onWorkingDays = phrase({
  vi: () =>
    "Xếp hạng và bản tin đăng vào ngày làm việc, từ thứ Hai đến thứ Sáu. Ví dụ: /nhom xếp hạng thứ ba 09:00",
  en: () =>
    "Rankings and bulletins are posted on working days, Monday to Friday. For example: /nhom ranking tuesday 09:00",
});

export const onlyForCommittee = phrase({
  vi: (agency: string) =>
    `Nhóm này đăng ký cho ${agency} và nhận nhắc hạn; xếp hạng và bản tin đăng ở nhóm Ban Chỉ đạo. Đổi thành nhóm Ban Chỉ đạo: /nhom ban chỉ đạo`,
  en: (agency) =>
    `This group is that of ${agency} and receives deadline alerts; rankings and bulletins go to committee groups. To make it one: /nhom committee`,
});

export const alertsNeedAgency = phrase({
  vi: () =>
    "Nhắc hạn gửi vào nhóm riêng của một cơ quan. Ví dụ: /nhom Sở Tư pháp; /nhom Sở Tư pháp không nhắc hạn",
  en: () =>
    "Deadline alerts go to an agency's own group. For example: /nhom STP; /nhom STP no alerts",
});

export const groupsAre = phrase({
  vi: (typed: string) => `Không có nhóm xếp hạng nào tên là “${typed}”. Các nhóm hiện có:`,
  en: (typed) => `There is no ranking group called “${typed}”. The groups are:`,
});

export const preview = phrase({
  vi: (chat: string) => `Xem trước bảng xếp hạng cho ${chat}. Chưa đăng, chưa chốt số liệu.`,
  en: (chat) => `Preview of the ranking for ${chat}. Nothing is posted or fixed.`,
});

export const draftWaits = phrase({
  vi: (chat: string, period: string) =>
    `Bảng xếp hạng kỳ ${period} của ${chat} đã chốt, đang chờ duyệt đăng:`,
  en: (chat, period) => `The ranking of ${period} for ${chat} is fixed and waits to be approved:`,
});

export const soFar = phrase({
  vi: (on: CivilDate) => `Tuần chưa kết thúc: số liệu tính đến hết ngày ${showDate(on)}.`,
  en: (on) => `The week still runs: figures up to ${showDate(on)}.`,
});

export const anyGroup = phrase({
  vi: () => "mọi nhóm nhận đủ các nhóm cơ quan",
  en: () => "every group that gets all groups of agencies",
});

export const onlyThese = phrase({
  vi: (groups: string) => `nhóm cơ quan ${groups}`,
  en: (groups) => `the agencies of ${groups}`,
});

export const whichChat = phrase({
  vi: () => "Xem trước cho nhóm nào?",
  en: () => "Preview for which group?",
});

export const noSuchChat = phrase({
  vi: (typed: string) =>
    `Không có nhóm nào nhận xếp hạng tên là “${typed}”, cũng không có nhóm cơ quan nào tên như vậy. Ví dụ: /xemtruoc; /xemtruoc sở`,
  en: (typed) =>
    `No group that receives rankings is called “${typed}”, and no group of agencies either. For example: /xemtruoc; /xemtruoc sở`,
});

export const nothingRanked = phrase({
  vi: () => "Chưa có cơ quan nào được xếp hạng nên chưa có bảng nào để đăng.",
  en: () => "No agency is ranked, so there is nothing to post.",
});

export const scheduled = phrase({
  vi: (period: string, on: CivilDate, at: string) =>
    `Đã duyệt, xếp hạng ${period} sẽ được đăng vào nhóm lúc ${at} ngày ${showDate(on)}.`,
  en: (period, on, at) => `Approved: ranking ${period} will be posted at ${at} on ${showDate(on)}.`,
});

export const whichDraft = phrase({
  vi: () => "Có nhiều bảng xếp hạng đang chờ đăng. Xin chọn một:",
  en: () => "Several rankings wait to be posted. Please choose one:",
});

export const dropped = phrase({
  vi: (period: string, chat: string) =>
    `Đã bỏ bảng xếp hạng ${period} của ${chat}; bảng này không đăng nữa. Số liệu đã chốt vẫn giữ để so sánh.`,
  en: (period, chat) =>
    `The ranking of ${period} for ${chat} is dropped and will not be posted. Its figures are kept to compare with.`,
});

export const droppedBefore = phrase({
  vi: (period: string) => `Bảng xếp hạng ${period} đã được bỏ, không đăng.`,
  en: (period) => `The ranking of ${period} was dropped; it is not posted.`,
});

export const noSuchDraft = phrase({
  vi: () =>
    "Không có bảng xếp hạng nào chờ đăng như vậy nên không bỏ bảng nào. Gõ /choxuly để xem. Ví dụ: /dang bỏ 2026-W47",
  en: () =>
    "There is no such ranking waiting, so none was dropped. See /choxuly. For example: /dang drop 2026-W47",
});

export const unnamedGroup = phrase({
  vi: () => "nhóm chưa có tên",
  en: () => "a group without a title",
});

export const weekNotPublished = phrase({
  vi: (period: string, published: string) =>
    `Kết quả kỳ ${period} chưa công bố.${published === "" ? "" : ` Các kỳ gần nhất đã công bố: ${published}.`}`,
  en: (period, published) =>
    `The ranking of ${period} is not published.${published === "" ? "" : ` Published lately: ${published}.`}`,
});

export const asPublished = phrase({
  vi: (period: string, amended: boolean) =>
    `Kết quả đã công bố kỳ ${period}${amended ? " (đã được đính chính, xem cuối bảng)" : ""}.`,
  en: (period, amended) =>
    `As published for ${period}${amended ? " (amended since, see below)" : ""}.`,
});
