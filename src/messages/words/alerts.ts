import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { AlertReason } from "#src/tasks/timeliness.ts";
import { showDate } from "../format.ts";
import { type Language, phrase } from "../language.ts";

export const alertTitle = phrase({
  vi: (today: CivilDate) => `Nhắc hạn ngày ${showDate(today)}`,
  en: (today) => `Deadlines, ${showDate(today)}`,
});

const reasons: Record<AlertReason, Record<Language, string>> = {
  overdue: { vi: "Quá hạn", en: "Overdue" },
  today: { vi: "Đến hạn hôm nay", en: "Due today" },
  in_1: { vi: "Còn 1 ngày làm việc", en: "1 working day left" },
  in_3: { vi: "Còn 3 ngày làm việc", en: "3 working days left" },
  in_7: { vi: "Còn 7 ngày làm việc", en: "7 working days left" },
};

export const alertReasonText = (language: Language, reason: AlertReason): string =>
  reasons[reason][language];

export const andMore = phrase({
  vi: (count: number, command: string) => `… và ${count} việc nữa, gõ ${command} để xem.`,
  en: (count, command) => `… and ${count} more, see ${command}.`,
});

export const reportButton = phrase({ vi: () => "Báo tiến độ", en: () => "Report" });
export const allButton = phrase({ vi: () => "Xem tất cả", en: () => "See all" });
