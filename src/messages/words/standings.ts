// What the bot says about standings. “Kết quả thực hiện nhiệm vụ” is never the PAR INDEX.

import { type CivilDate, partsOf } from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import { plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";

const days = ({ from, to }: Window): string =>
  from === to ? showDate(to) : `${showDate(from)} – ${showDate(to)}`;

export const standingTitle = phrase({
  vi: (group: string) => `Kết quả thực hiện nhiệm vụ: ${group}`,
  en: (group) => `Task performance: ${group}`,
});

export const notTheIndex = phrase({
  vi: () => "Đây không phải Chỉ số cải cách hành chính (PAR INDEX).",
  en: () => "This is not the PAR INDEX.",
});

export const yearToDateLabel = phrase({
  vi: (window: Window) => `Lũy kế từ đầu năm (${days(window)})`,
  en: (window) => `Year to date (${days(window)})`,
});

export const weekLabel = phrase({
  vi: (window: Window, week: number) => `Tuần ${week} (${days(window)})`,
  en: (window, week) => `Week ${week} (${days(window)})`,
});

export const monthLabel = phrase({
  vi: (window: Window) => `Tháng ${partsOf(window.from).month} (${days(window)})`,
  en: (window) => `Month ${partsOf(window.from).month} (${days(window)})`,
});

export const quarterLabel = phrase({
  vi: (window: Window, quarter: string) => `Quý ${quarter} (${days(window)})`,
  en: (window, quarter) => `Quarter ${quarter} (${days(window)})`,
});

export const yearLabel = phrase({
  vi: (window: Window) => `Năm ${partsOf(window.from).year}`,
  en: (window) => `Year ${partsOf(window.from).year}`,
});

export const spanButton = phrase({
  vi: (word: string) => word.charAt(0).toUpperCase() + word.slice(1),
  en: (word) => ({ năm: "Year", tuần: "Week", tháng: "Month", quý: "Quarter" })[word] ?? word,
});

export const columns = phrase<
  [],
  Record<"rank" | "agency" | "rate" | "points" | "places" | "cells" | "counted", string>
>({
  vi: () => ({
    rank: "Hạng",
    agency: "Cơ quan",
    rate: "Tỷ lệ đúng hạn",
    points: "± điểm",
    places: "± hạng",
    cells: "Đúng hạn/Trễ/Quá hạn",
    counted: "Số tính",
  }),
  en: () => ({
    rank: "Rank",
    agency: "Agency",
    rate: "On-time rate",
    points: "± points",
    places: "± rank",
    cells: "On time/Late/Overdue",
    counted: "Counted",
  }),
});

export const isNew = phrase({ vi: () => "mới", en: () => "new" });

export const tiedRank = phrase({
  vi: (rank: number) => `${rank} (đồng hạng)`,
  en: (rank) => `${rank} (tied)`,
});

export const tiedCrowd = phrase({
  vi: (many: number, rank: number) => `${many} đơn vị đồng hạng ${rank}`,
  en: (many, rank) => `${plural(many, "agency", "agencies")} tied for rank ${rank}`,
});

export const noEarlier = phrase({
  vi: () => "Chưa có kỳ trước để so sánh.",
  en: () => "There is no earlier period to compare with.",
});

export const comparedWith = phrase({
  vi: (period: string) => `So với kỳ ${period}; ± hạng: dấu + là tăng hạng.`,
  en: (period) => `Compared with ${period}; ± rank: + means moved up.`,
});

export const notEnough = phrase({
  vi: (minimum: number, names: string) =>
    `Chưa đủ số liệu (dưới ${minimum} nhiệm vụ được tính): ${names}.`,
  en: (minimum, names) => `Not enough figures (fewer than ${minimum} counted): ${names}.`,
});

export const notEnoughMany = phrase({
  vi: (minimum: number, many: number) =>
    `${many} đơn vị chưa đủ số liệu (dưới ${minimum} nhiệm vụ được tính)`,
  en: (minimum, many) =>
    `${plural(many, "agency", "agencies")} without enough figures (fewer than ${minimum} counted)`,
});

export const nobodyRanked = phrase({
  vi: () => "Chưa có đơn vị nào đủ số liệu để xếp hạng trong kỳ này.",
  en: () => "No agency has enough figures to be ranked in this period.",
});

export const needsPush = phrase({
  vi: () => "Đơn vị cần đôn đốc",
  en: () => "Agencies to follow up with",
});

export const overdueAt = phrase({
  vi: (agency: string, many: number) => `${agency}: ${many} nhiệm vụ quá hạn chưa hoàn thành`,
  en: (agency, many) => `${agency}: ${plural(many, "task")} overdue and open`,
});

export const formulaLine = phrase({
  vi: (counted: number) =>
    `Tỷ lệ đúng hạn = đúng hạn ÷ (đúng hạn + trễ hạn + quá hạn chưa hoàn thành). Mẫu số: ${counted} phân công chủ trì có thời hạn, hoàn thành hoặc đến hạn trong kỳ, hoặc quá hạn từ trước chuyển sang. Tỷ lệ bằng nhau thì đồng hạng.`,
  en: (counted) =>
    `On-time rate = on time ÷ (on time + late + overdue and open). Denominator: ${plural(counted, "dated lead assignment")} done or due in the period, or carried into it overdue. Equal rates are tied.`,
});

export const openAgency = phrase({
  vi: () => "Xem số liệu từng cơ quan: ",
  en: () => "Figures of one agency: ",
});

export const unknownGroup = phrase({
  vi: (typed: string) => `Không có nhóm xếp hạng nào tên là “${typed}”. Các nhóm hiện có:`,
  en: (typed) => `There is no ranking group called “${typed}”. The groups are:`,
});

export const noGroups = phrase({
  vi: () => "Chưa có nhóm cơ quan nào được xếp hạng.",
  en: () => "No group of agencies is ranked yet.",
});

export const forExample = phrase({ vi: () => "Ví dụ: ", en: () => "For example: " });

export const agencyTitle = phrase({
  vi: (name: string, code: string, on: CivilDate) =>
    `Số liệu nhiệm vụ của ${name} (${code}) đến hết ngày ${showDate(on)}`,
  en: (name, code, on) => `Task figures of ${name} (${code}) at the end of ${showDate(on)}`,
});

type CellName =
  | "head"
  | "number"
  | "total"
  | "doneOnTime"
  | "doneLate"
  | "awaiting"
  | "openInTerm"
  | "openOverdue"
  | "undated";

export const cellNames = phrase<[], Record<CellName, string>>({
  vi: () => ({
    head: "Nhiệm vụ chủ trì",
    number: "Số lượng",
    total: "Tổng số",
    doneOnTime: "Hoàn thành đúng hạn",
    doneLate: "Hoàn thành quá hạn",
    awaiting: "Chờ xác nhận",
    openInTerm: "Chưa hoàn thành, trong hạn",
    openOverdue: "Chưa hoàn thành, quá hạn",
    undated: "Không thời hạn",
  }),
  en: () => ({
    head: "Tasks as lead",
    number: "Number",
    total: "Total",
    doneOnTime: "Done on time",
    doneLate: "Done late",
    awaiting: "Awaiting confirmation",
    openInTerm: "Open, in term",
    openOverdue: "Open, overdue",
    undated: "No due date",
  }),
});

export const apart = phrase({
  vi: (paused: number, cancelled: number, coordinating: number) =>
    `Ngoài tổng số: tạm dừng ${paused}, hủy ${cancelled}; phối hợp ${coordinating}.`,
  en: (paused, cancelled, coordinating) =>
    `Outside the total: paused ${paused}, cancelled ${cancelled}; coordinating ${coordinating}.`,
});

export const awaitingLate = phrase({
  vi: (many: number) =>
    `Trong số chờ xác nhận có ${many} kết quả nộp sau hạn, khi xếp hạng tính là quá hạn.`,
  en: (many) =>
    `Of those awaiting confirmation, ${many} came after the due date: a standing counts ${many === 1 ? "it" : "them"} overdue.`,
});

export const placeInGroup = phrase({
  vi: (rank: string, of: number, group: string) => `Hạng ${rank} trong ${of} đơn vị nhóm ${group}`,
  en: (rank, of, group) => `Rank ${rank} of ${of} in ${group}`,
});

export const rateAndParts = phrase({
  vi: (rate: string, onTime: number, counted: number) =>
    `; tỷ lệ đúng hạn ${rate} (${onTime}/${counted} nhiệm vụ được tính)`,
  en: (rate, onTime, counted) => `; on-time rate ${rate} (${onTime} of ${counted} counted)`,
});

export const changedBy = phrase({
  vi: (points: string, places: string, period: string) =>
    `; so với kỳ ${period}: ${points} điểm, ${places} hạng`,
  en: (points, places, period) => `; since ${period}: ${points} points, ${places} ranks`,
});

export const newlyRanked = phrase({
  vi: (period: string) => `; mới so với kỳ ${period}`,
  en: (period) => `; new since ${period}`,
});

export const agencyUnranked = phrase({
  vi: (group: string, counted: number, minimum: number) =>
    `Chưa xếp hạng trong nhóm ${group}: chưa đủ số liệu (${counted} nhiệm vụ được tính, cần ít nhất ${minimum}).`,
  en: (group, counted, minimum) =>
    `Not ranked in ${group}: not enough figures (${counted} counted, at least ${minimum} needed).`,
});

export const agencyNotInRanking = phrase({
  vi: () => "Cơ quan này không thuộc diện xếp hạng.",
  en: () => "This agency is not part of the ranking.",
});

export const whichAgencyShown = phrase({
  vi: () => "Xin ghi tên hoặc mã của cơ quan cần xem.",
  en: () => "Please name the agency, or give its code.",
});

export const overdueButton = phrase({ vi: () => "Việc quá hạn", en: () => "Overdue tasks" });
export const groupButton = phrase({ vi: () => "Xếp hạng nhóm", en: () => "Group ranking" });
