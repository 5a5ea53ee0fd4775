// What /caidat shows and says: the office's settings, each with an example that changes it.
import type { Ladder, LadderName, Rung } from "#src/office/ladders.ts";
import type { OfficeSettings } from "#src/office/office-settings.ts";
import type { Range } from "#src/office/read-number.ts";
import type { SettingName } from "#src/office/setting-change.ts";
import { plural } from "../format.ts";
import { type Language, phrase } from "../language.ts";
import { roleName } from "./roles.ts";

export const settingsTitle = phrase({
  vi: () => "Cài đặt của cơ quan thường trực. Gõ hoặc chọn mục cần đổi:",
  en: () => "Settings of the office. Type or choose what to change:",
});

const isQuiet = ({ quietFrom, quietTo }: OfficeSettings): boolean => quietFrom !== quietTo;

/** A setting in words, as it is. */
export const settingText = phrase({
  vi: (name: Exclude<SettingName, "ladder">, s: OfficeSettings): string => {
    switch (name) {
      case "messages":
        return `Mỗi người nhận tối đa ${s.jobMessagesADay} tin nhắc tự động mỗi ngày.`;
      case "quiet":
        return isQuiet(s)
          ? `Giờ yên lặng ${s.quietFrom}–${s.quietTo}: tin nhắc chờ đến hết giờ yên lặng mới gửi.`
          : "Không có giờ yên lặng: tin nhắc được gửi ngay.";
      case "report":
        return `Hạn báo cáo của cơ quan: ngày ${s.reportDueDay} của tháng báo cáo.`;
      case "receive":
        return `Nhiệm vụ cần được nhận trong ${s.receiveWithinWorkingDays} ngày làm việc.`;
    }
  },
  en: (name, s) => {
    switch (name) {
      case "messages":
        return `Nobody gets more than ${plural(s.jobMessagesADay, "automatic message")} a day.`;
      case "quiet":
        return isQuiet(s)
          ? `Quiet hours ${s.quietFrom}–${s.quietTo}: reminders wait until they are over.`
          : "No quiet hours: reminders are sent at once.";
      case "report":
        return `Reports of agencies are due on day ${s.reportDueDay} of the reporting month.`;
      case "receive":
        return `A task is to be received within ${plural(s.receiveWithinWorkingDays, "working day")}.`;
    }
  },
});

const ladderNames: Record<LadderName, Record<Language, string>> = {
  unreceived: { vi: "Chưa nhận", en: "Not received" },
  overdue: { vi: "Quá hạn", en: "Overdue" },
  unexplained: { vi: "Chưa giải trình", en: "Not explained" },
  unanswered: { vi: "Chờ quyết định", en: "Awaiting a decision" },
};

export const ladderLabel = (language: Language, name: LadderName): string =>
  ladderNames[name][language];

type Told = { rung: Rung; days: number };

/** A ladder in words; the official hears of what is overdue every morning. */
export const ladderText = phrase({
  vi: (name: LadderName, told: readonly Told[], ladder: Ladder): string => {
    const rungs = told.map(({ rung, days }) =>
      name === "overdue" && rung === "official"
        ? `${roleName("vi", rung)} mỗi sáng`
        : `${roleName("vi", rung)} sau ${days} ngày`,
    );
    const steps = rungs.length === 0 ? "không báo ai" : rungs.join(", ");
    const often =
      ladder.mostRepeats === 0
        ? "không nhắc lại"
        : `nhắc lại sau ${ladder.repeatEvery} ngày, tối đa ${ladder.mostRepeats} lần`;
    return `${ladderNames[name].vi}: ${steps}; từ ${ladder.from}; ${often}.`;
  },
  en: (name, told, ladder) => {
    const rungs = told.map(({ rung, days }) =>
      name === "overdue" && rung === "official"
        ? `${roleName("en", rung)} every morning`
        : `${roleName("en", rung)} after ${plural(days, "day")}`,
    );
    const steps = rungs.length === 0 ? "nobody is told" : rungs.join(", ");
    const often =
      ladder.mostRepeats === 0
        ? "not repeated"
        : `repeated every ${plural(ladder.repeatEvery, "day")}, ${plural(ladder.mostRepeats, "time")} at most`;
    return `${ladderNames[name].en}: ${steps}; from ${ladder.from}; ${often}.`;
  },
});

export const laddersTitle = phrase({
  vi: () => "Nhắc lên cấp trên (ngày làm việc kể từ khi việc bắt đầu chậm):",
  en: () => "Escalation (working days since it became late):",
});

/** A line that changes it when typed as it stands. */
export const exampleOf = phrase({
  vi: (name: SettingName, ladder: LadderName | null): string => {
    switch (name) {
      case "messages":
        return "/caidat tin mỗi ngày 3";
      case "quiet":
        return "/caidat giờ yên lặng 21:00-06:30";
      case "report":
        return "/caidat hạn báo cáo ngày 15";
      case "receive":
        return "/caidat nhận trong 2 ngày";
      case "ladder":
        return `/caidat leo thang ${ladderNames[ladder ?? "overdue"].vi.toLowerCase()}: cán bộ 1, lãnh đạo đơn vị 3, thường trực 5, lãnh đạo 10, lúc 9:00, nhắc lại 5 ngày 3 lần`;
    }
  },
  en: (name, ladder) => {
    switch (name) {
      case "messages":
        return "/caidat messages 3";
      case "quiet":
        return "/caidat quiet 21:00-06:30";
      case "report":
        return "/caidat report day 15";
      case "receive":
        return "/caidat receive within 2 days";
      case "ladder":
        return `/caidat escalation ${ladderNames[ladder ?? "overdue"].en.toLowerCase()}: official 1, head 3, secretariat 5, leader 10, at 9:00, repeat 5 days 3 times`;
    }
  },
});

export const settingLabel = phrase({
  vi: (name: SettingName): string => {
    switch (name) {
      case "messages":
        return "Tin mỗi ngày";
      case "quiet":
        return "Giờ yên lặng";
      case "report":
        return "Hạn báo cáo";
      case "receive":
        return "Hạn nhận việc";
      case "ladder":
        return "Nhắc lên cấp trên";
    }
  },
  en: (name) => {
    switch (name) {
      case "messages":
        return "Messages a day";
      case "quiet":
        return "Quiet hours";
      case "report":
        return "Report day";
      case "receive":
        return "Receipt";
      case "ladder":
        return "Escalation";
    }
  },
});

export const askValue = phrase({
  vi: (name: SettingName): string => {
    switch (name) {
      case "messages":
        return "Tối đa bao nhiêu tin mỗi ngày? Ví dụ: 3";
      case "quiet":
        return "Yên lặng từ mấy giờ đến mấy giờ? Ví dụ: 21:00-06:30; hoặc: không";
      case "report":
        return "Ngày mấy của tháng? Ví dụ: 15";
      case "receive":
        return "Trong mấy ngày làm việc? Ví dụ: 2";
      case "ladder":
        return "Báo ai, sau mấy ngày làm việc? Ví dụ: cán bộ 1, lãnh đạo đơn vị 3, thường trực 5, lãnh đạo không";
    }
  },
  en: (name) => {
    switch (name) {
      case "messages":
        return "How many messages a day at most? E.g. 3";
      case "quiet":
        return "Quiet from when until when? E.g. 21:00-06:30; or: none";
      case "report":
        return "On which day of the month? E.g. 15";
      case "receive":
        return "Within how many working days? E.g. 2";
      case "ladder":
        return "Who is told after how many working days? E.g. official 1, head 3, secretariat 5, leader none";
    }
  },
});

export const changed = phrase({
  vi: (now: string) => `Đã đổi. ${now}`,
  en: (now) => `Changed. ${now}`,
});

export const unchanged = phrase({
  vi: (now: string) => `Vẫn như trước. ${now}`,
  en: (now) => `As before. ${now}`,
});

export const outside = phrase({
  vi: (typed: string, { least, most }: Range) =>
    `Chưa đổi: “${typed}” cần là số nguyên từ ${least} đến ${most}.`,
  en: (typed, { least, most }) =>
    `Nothing was changed: “${typed}” must be a whole number from ${least} to ${most}.`,
});

export const notRead = phrase({
  vi: (setting: string, typed: string) => `Chưa đổi “${setting}”: chưa hiểu “${typed}”.`,
  en: (setting, typed) => `“${setting}” was not changed: “${typed}” was not understood.`,
});

export const mustClimb = phrase({
  vi: () =>
    "Chưa đổi: không báo cấp trên sớm hơn cấp dưới (cán bộ, lãnh đạo cơ quan, cơ quan thường trực, lãnh đạo Ban Chỉ đạo).",
  en: () =>
    "Nothing was changed: nobody is told before those below (official, head, secretariat, leader).",
});

export const whichLadder = phrase({
  vi: () => "Nhắc lên cấp trên về việc gì?",
  en: () => "Escalation of what?",
});

export const unknownSetting = phrase({
  vi: (typed: string) => `Không có mục cài đặt “${typed}”. Các mục hiện có:`,
  en: (typed) => `There is no setting “${typed}”. The settings are:`,
});
