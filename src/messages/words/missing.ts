// Who has not reported: a list to be read, or pasted elsewhere.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { MissingGroup, Which } from "#src/tasks/missing.ts";
import { plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";

export const missingTitle = phrase({
  vi: (code: string, missing: number, agencies: number) =>
    `${code}: ${missing}/${agencies} cơ quan chưa báo cáo`,
  en: (code, missing, agencies) =>
    `${code}: ${missing} of ${plural(agencies, "agency", "agencies")} ${missing === 1 ? "has" : "have"} not reported`,
});

export const asOf = phrase({
  vi: (due: string | null, period: string, today: CivilDate) =>
    `${period === "" ? "" : `${period}. `}${due === null ? "" : `Hạn: ${due}. `}Tính đến ${showDate(today)}.`,
  en: (due, period, today) =>
    `${period === "" ? "" : `${period}. `}${due === null ? "" : `Due: ${due}. `}As of ${showDate(today)}.`,
});

const groupNames: Record<MissingGroup, { vi: string; en: string }> = {
  overdue: { vi: "Quá hạn", en: "Overdue" },
  unreceived: { vi: "Chưa nhận", en: "Not received" },
  unreported: { vi: "Đã nhận, chưa báo cáo", en: "Received, not reported" },
};

export const groupTitle = phrase({
  vi: (group: MissingGroup, count: number) => `${groupNames[group].vi} (${count}):`,
  en: (group, count) => `${groupNames[group].en} (${count}):`,
});

/** What stands behind a name where it differs from the rest. */
export const notes = phrase({
  vi: () => ({ due: "hạn", unreceived: "chưa nhận" }),
  en: () => ({ due: "due", unreceived: "not received" }),
});

export const nobodyBoundNote = phrase({
  vi: () => "* Chưa có cán bộ đầu mối kết nối với trợ lý.",
  en: () => "* Nobody of the agency is connected to the bot yet.",
});

export const nobodyMissing = phrase({
  vi: (code: string, agencies: number) => `${code}: cả ${agencies} cơ quan đã báo cáo.`,
  en: (code, agencies) =>
    `${code}: ${agencies === 1 ? "the agency has" : `all ${agencies} agencies have`} reported.`,
});

const asked: Record<Which, { vi: string; en: string }> = {
  all: { vi: "chưa báo cáo", en: "has not reported" },
  unreceived: { vi: "chưa nhận", en: "has not received it" },
  overdue: { vi: "quá hạn", en: "is overdue" },
};

export const noneSuch = phrase({
  vi: (code: string, which: Which, names: readonly string[]) =>
    `${code}: ${names.length === 0 ? "" : `trong ${names.join("; ")} `}không có cơ quan nào ${asked[which].vi}.`,
  en: (code, which, names) =>
    `${code}: no agency${names.length === 0 ? "" : ` among ${names.join("; ")}`} ${asked[which].en}.`,
});

export const notLedBy = phrase({
  vi: (code: string, names: readonly string[]) =>
    `${code} không giao ${names.join("; ")} chủ trì. Gõ /chuabaocao ${code} để xem các cơ quan.`,
  en: (code, names) =>
    `${code} is not led by ${names.join("; ")}. See /chuabaocao ${code} for its agencies.`,
});

export const tasksMissing = phrase({
  vi: (count: number) => `Nhiệm vụ còn cơ quan chưa báo cáo (${count})`,
  en: (count) => `Tasks with missing reports (${count})`,
});

export const taskMissing = phrase({
  vi: (missing: number, agencies: number, overdue: number) =>
    `${missing}/${agencies} chưa báo cáo${overdue > 0 ? `, ${overdue} quá hạn` : ""}`,
  en: (missing, agencies, overdue) =>
    `${missing} of ${agencies} not reported${overdue > 0 ? `, ${overdue} overdue` : ""}`,
});

export const nothingMissing = phrase({
  vi: () => "Không còn nhiệm vụ nào thiếu báo cáo.",
  en: () => "No report is missing.",
});

export const nudgeButton = phrase({
  vi: (which: Which, count: number) =>
    `Đôn đốc ${count} cơ quan${which === "all" ? "" : ` ${asked[which].vi}`}`,
  en: (which, count) => `Nudge ${count} ${which === "all" ? "agencies" : which}`,
});
