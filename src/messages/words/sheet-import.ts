// Sentences of /nhap: what a sheet holds, what would be stored, what was.

import type { DeadlineKind } from "#src/language/deadline.ts";
import { type Column, columnTitles } from "#src/sheets/columns.ts";
import { plural } from "../format.ts";
import { type Language, phrase } from "../language.ts";

export type SheetCounts = {
  tasks: number;
  leads: number;
  coordinating: number;
  deadlines: Partial<Record<DeadlineKind, number>>;
};

export const previewTitle = phrase({
  vi: (issuer: string) =>
    issuer === "" ? "Đọc sổ theo dõi" : `Đọc sổ theo dõi, văn bản của ${issuer}`,
  en: (issuer) =>
    issuer === ""
      ? "Reading of the tracking sheet"
      : `Reading of the tracking sheet, documents of ${issuer}`,
});

export const counts = phrase({
  vi: ({ tasks, leads, coordinating }: SheetCounts) =>
    `${tasks} nhiệm vụ mới, ${leads} phân công chủ trì, ${coordinating} phân công phối hợp.`,
  en: ({ tasks, leads, coordinating }) =>
    `${plural(tasks, "new task")}, ${plural(leads, "lead assignment")}, ${plural(coordinating, "coordinating assignment")}.`,
});

const kinds: Record<DeadlineKind, Record<Language, string>> = {
  date: { vi: "có ngày", en: "dated" },
  period: { vi: "theo kỳ", en: "by a period" },
  recurrence: { vi: "định kỳ", en: "recurring" },
  continuous: { vi: "thường xuyên", en: "continuous" },
  event: { vi: "chờ sự kiện", en: "on an event" },
  none: { vi: "không thời hạn", en: "without a date" },
  unclear: { vi: "chưa rõ hạn", en: "unclear" },
};

const deadlineList = (language: Language, { deadlines }: SheetCounts): string =>
  (Object.keys(kinds) as DeadlineKind[])
    .filter((kind) => (deadlines[kind] ?? 0) > 0)
    .map((kind) => `${deadlines[kind]} ${kinds[kind][language]}`)
    .join(", ");

export const deadlines = phrase({
  vi: (found: SheetCounts) => `Thời hạn: ${deadlineList("vi", found)}.`,
  en: (found) => `Deadlines: ${deadlineList("en", found)}.`,
});

export const deadlineKind = phrase({
  vi: (kind: DeadlineKind) => kinds[kind].vi,
  en: (kind) => kinds[kind].en,
});

export const firstRows = phrase({
  vi: (shown: number, all: number) => (shown < all ? `${shown} dòng đầu` : "Các dòng"),
  en: (shown, all) => (shown < all ? `The first ${shown} rows` : "The rows"),
});

export const tableHeader = phrase<[], string[]>({
  vi: () => ["STT", "Nhiệm vụ", "Chủ trì", "Hạn"],
  en: () => ["No", "Task", "Lead", "Due"],
});

export const agencies = phrase({
  vi: (count: number) => `${count} cơ quan`,
  en: (count) => `${plural(count, "agency", "agencies")}`,
});

export const toCheck = phrase({
  vi: (count: number) => `${count} điểm cần xem lại`,
  en: (count) => `${plural(count, "point")} to look at`,
});

export const hasErrors = phrase({
  vi: (count: number) => `Chưa ghi nhận gì: sổ còn ${count} chỗ cần sửa.`,
  en: (count) => `Nothing was stored: the sheet has ${plural(count, "error")}.`,
});

export const andMore = phrase({
  vi: (count: number) => `… và ${count} điểm nữa.`,
  en: (count) => `… and ${count} more.`,
});

export const mendAndSend = phrase({
  vi: () => "Xin sửa trong tệp rồi gửi lại tại đây; những dòng đã đúng không cần làm lại.",
  en: () =>
    "Please mend the file and send it here again; rows that are right may stay as they are.",
});

export const nothingNew = phrase({
  vi: (same: number) => `Không có gì mới: ${same} nhiệm vụ trong tệp đã có trong sổ.`,
  en: (same) => `Nothing new: the register already has the ${plural(same, "task")} of the file.`,
});

export const alreadyThere = phrase({
  vi: (same: number) => `${same} nhiệm vụ đã có trong sổ, không nhập lại.`,
  en: (same) =>
    `${plural(same, "task is", "tasks are")} in the register already and ${same === 1 ? "is" : "are"} not entered again.`,
});

export const differences = phrase({
  vi: (count: number) => `${count} chỗ tệp khác với sổ (không tự sửa)`,
  en: (count) => `${plural(count, "difference")} from the register (nothing is changed by itself)`,
});

const shown = (value: string): string => (value === "" ? "–" : value);

export const difference = phrase({
  vi: (row: number, task: string, field: Column, was: string, now: string) =>
    `Dòng ${row}, ${task}, ${columnTitles[field]}: sổ ghi “${shown(was)}”, tệp ghi “${shown(now)}”`,
  en: (row, task, field, was, now) =>
    `Row ${row}, ${task}, ${columnTitles[field]}: register “${shown(was)}”, file “${shown(now)}”`,
});

export const confirm = phrase({ vi: () => "Ghi nhận", en: () => "Register" });
export const cancel = phrase({ vi: () => "Thôi", en: () => "Cancel" });

export const howToConfirm = phrase({
  vi: () => "Gõ /dongy để ghi nhận tất cả, /thoi để bỏ.",
  en: () => "Type /dongy to register all of it, /thoi to drop it.",
});

export const imported = phrase({
  vi: (tasks: number, leads: number, first: string, last: string) =>
    `Đã ghi nhận ${tasks} nhiệm vụ (${first} đến ${last}), ${leads} phân công chủ trì.`,
  en: (tasks, leads, first, last) =>
    `${plural(tasks, "task")} registered (${first} to ${last}), ${plural(leads, "lead assignment")}.`,
});
