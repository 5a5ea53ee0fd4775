// What the weekly ranking says beside the rankings themselves.
import type { Window } from "#src/calendar/periods.ts";
import { plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";

export const weeklyTitle = phrase({
  vi: (week: number, window: Window) =>
    `Kết quả thực hiện nhiệm vụ tuần ${week} (${showDate(window.from)} – ${showDate(window.to)})`,
  en: (week, window) =>
    `Task performance, week ${week} (${showDate(window.from)} – ${showDate(window.to)})`,
});

export const newInWeek = phrase({
  vi: (overdue: number, done: number) =>
    `Trong tuần: ${overdue} phân công mới quá hạn, ${done} phân công mới hoàn thành.`,
  en: (overdue, done) =>
    `In the week: ${plural(overdue, "assignment")} newly overdue, ${done} newly done.`,
});

export const newlyOverdue = phrase({
  vi: (many: number) => `Mới quá hạn (${many})`,
  en: (many) => `Newly overdue (${many})`,
});

export const newlyDone = phrase({
  vi: (many: number) => `Mới hoàn thành (${many})`,
  en: (many) => `Newly done (${many})`,
});

export const agenciesMany = phrase({
  vi: (many: number) => `${many} đơn vị`,
  en: (many) => `${plural(many, "agency", "agencies")}`,
});

export const previewFor = phrase({
  vi: (chat: string, period: string) =>
    `Bản xem trước kết quả kỳ ${period}, chờ đăng vào ${chat}. Chọn “Đăng” bên dưới, hoặc gõ: `,
  en: (chat, period) =>
    `Preview of the standings of ${period}, waiting to be posted in ${chat}. Choose “Post” below, or type: `,
});

export const unnamedChat = phrase({
  vi: () => "nhóm chưa có tên",
  en: () => "a group without a title",
});
export const postButton = phrase({ vi: () => "Đăng", en: () => "Post" });
export const dropButton = phrase({ vi: () => "Bỏ, không đăng", en: () => "Drop" });
