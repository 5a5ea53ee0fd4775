// What came of a reorganisation, and of calling one off.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";

export const planned = phrase({
  vi: (number: number, on: CivilDate) =>
    `Đã ghi nhận việc sắp xếp số ${number}; thực hiện vào sáng ${showDate(on)}. Hủy trước ngày đó: /sapxep hủy ${number}`,
  en: (number, on) =>
    `Number ${number} is registered and will be carried out in the morning of ${showDate(on)}. To call it off: /sapxep hủy ${number}`,
});

export const carriedOut = phrase({
  vi: (number: number, people: number) =>
    `Đã thực hiện việc sắp xếp số ${number}${people === 0 ? "" : `; ${people} cán bộ chuyển theo`}.`,
  en: (number, people) =>
    `Number ${number} was carried out${people === 0 ? "" : `; ${plural(people, "person", "people")} went along`}.`,
});

export const stateOf = phrase({
  vi: (state: "planned" | "done" | "cancelled") =>
    ({ planned: "chờ đến ngày", done: "đã thực hiện", cancelled: "đã hủy" })[state],
  en: (state) => ({ planned: "planned", done: "done", cancelled: "called off" })[state],
});

export const numbered = phrase({
  vi: (number: number) => `Số ${number}`,
  en: (number) => `Number ${number}`,
});

export const noneYet = phrase({
  vi: () => "Chưa có việc sắp xếp nào.",
  en: () => "There is no reorganisation yet.",
});

export const noSuch = phrase({
  vi: (number: number) => `Không có việc sắp xếp số ${number}.`,
  en: (number) => `There is no number ${number}.`,
});

export const cannotCancel = phrase({
  vi: (number: number, state: "done" | "cancelled") =>
    state === "done"
      ? `Việc sắp xếp số ${number} đã thực hiện, không hủy được. Nếu cần, anh/chị ghi một việc sắp xếp mới.`
      : `Việc sắp xếp số ${number} đã hủy từ trước.`,
  en: (number, state) =>
    state === "done"
      ? `Number ${number} was carried out and cannot be called off; please enter a new one.`
      : `Number ${number} was called off before.`,
});

export const othersRestOnIt = phrase({
  vi: (number: number) => `Chưa hủy được số ${number}: một việc khác đã dựa vào cơ quan mới này.`,
  en: (number) => `Number ${number} cannot be called off: something else rests on its new agency.`,
});

export const askCancel = phrase({
  vi: (number: number) => `Hủy việc sắp xếp số ${number}?`,
  en: (number) => `Call off number ${number}?`,
});

export const cancelledOrder = phrase({
  vi: (number: number) => `Đã hủy việc sắp xếp số ${number}; các cơ quan giữ nguyên.`,
  en: (number) => `Number ${number} was called off; the agencies stay as they are.`,
});

export const seeButton = phrase({
  vi: (number: number) => `Xem số ${number}`,
  en: (number) => `See number ${number}`,
});

export const cancelButton = phrase({
  vi: (number: number) => `Hủy số ${number}`,
  en: (number) => `Call off number ${number}`,
});

export const taskWent = phrase({
  vi: (code: string, from: string, to: string, folds: boolean) =>
    `${code}: ${from} → ${to}${folds ? " (gộp)" : ""}`,
  en: (code, from, to, folds) => `${code}: ${from} → ${to}${folds ? " (joined)" : ""}`,
});
