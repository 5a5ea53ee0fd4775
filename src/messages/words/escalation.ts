// What the ladder of escalation says to whoever is next on it.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WaitingKind } from "#src/escalation/matter.ts";
import type { LadderName } from "#src/office/ladders.ts";
import { plural, showDate } from "../format.ts";
import { type Language, phrase } from "../language.ts";

export const escalationTitle = phrase({
  vi: (today: CivilDate) => `Việc đang chờ, tính đến ngày ${showDate(today)}`,
  en: (today) => `What is waiting, as of ${showDate(today)}`,
});

const titles: Record<LadderName, Record<Language, string>> = {
  unreceived: { vi: "Chưa nhận việc", en: "Not received" },
  overdue: { vi: "Quá hạn, chưa có cập nhật mới", en: "Overdue, without news" },
  unexplained: { vi: "Chờ giải trình", en: "Awaiting an explanation" },
  unanswered: { vi: "Chờ quyết định, trả lời", en: "Awaiting a decision or an answer" },
};

export const ladderTitle = (language: Language, name: LadderName): string => titles[name][language];

/** Since when it waits, and for how many working days. */
export const since = phrase({
  vi: (kind: WaitingKind, began: CivilDate, days: number): string => {
    const day = showDate(began);
    const count = `${days} ngày làm việc`;
    switch (kind) {
      case "unreceived":
        return `giao ngày ${day}, chưa nhận sau ${count}`;
      case "overdue":
        return `hạn ${day}, quá ${count}`;
      case "explanation":
        return `hạn giải trình ${day}, quá ${count}`;
      case "result":
        return `kết quả nộp ngày ${day}, chờ xác nhận ${count}`;
      case "extension":
        return `đề nghị gia hạn gửi ngày ${day}, chờ ${count}`;
      case "blocker":
        return `vướng mắc nêu ngày ${day}, chờ ${count}`;
      case "contradiction":
        return `phản ánh nội dung nhập hộ gửi ngày ${day}, chờ ${count}`;
    }
  },
  en: (kind, began, days) => {
    const day = showDate(began);
    const count = plural(days, "working day");
    switch (kind) {
      case "unreceived":
        return `assigned ${day}, not received after ${count}`;
      case "overdue":
        return `due ${day}, ${count} over`;
      case "explanation":
        return `explanation due ${day}, ${count} over`;
      case "result":
        return `result submitted ${day}, waiting for ${count}`;
      case "extension":
        return `extension asked ${day}, waiting for ${count}`;
      case "blocker":
        return `blocker raised ${day}, waiting for ${count}`;
      case "contradiction":
        return `contradicted ${day}, waiting for ${count}`;
    }
  },
});

export const stepLabels = phrase({
  vi: () => ({ receive: "Đã nhận", answer: "Trả lời", all: "Xem tất cả" }),
  en: () => ({ receive: "Receive", answer: "Answer", all: "See all" }),
});
