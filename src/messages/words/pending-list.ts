// The list of what waits for a decision: its groups, its filters, its pages.
import { plural } from "../format.ts";
import { phrase } from "../language.ts";

export const resultUnit = phrase({ vi: () => "kết quả", en: () => "results" });
const otherUnit = phrase({ vi: () => "mục", en: () => "items" });

const waited = phrase({
  vi: (days: number) => (days === 0 ? "từ hôm nay" : `lâu nhất ${days} ngày`),
  en: (days) => (days === 0 ? "since today" : `the oldest for ${plural(days, "day")}`),
});

export const crowd = phrase({
  vi: (count: number, unit: string | null, days: number) =>
    `${count} ${unit ?? otherUnit("vi")} chờ, ${waited("vi", days)}`,
  en: (count, unit, days) => `${count} ${unit ?? otherUnit("en")} waiting, ${waited("en", days)}`,
});

export const confirmAllOf = phrase({
  vi: (code: string) => `Xác nhận tất cả ${code}`,
  en: (code) => `Confirm all of ${code}`,
});

export const pageAndTotal = phrase({
  vi: (page: number, pages: number, count: number, days: number) =>
    `Trang ${page}/${pages} · ${count} mục chờ, ${waited("vi", days)}`,
  en: (page, pages, count, days) =>
    `Page ${page}/${pages} · ${plural(count, "item")} waiting, ${waited("en", days)}`,
});

export const howToFilter = phrase({
  vi: (kind: string) => `Lọc, ví dụ: /choxuly ${kind}; /choxuly STC; /choxuly quá 3 ngày`,
  en: (kind) => `Filter, for example: /choxuly ${kind}; /choxuly STC; /choxuly over 3 days`,
});

export const nothingSuch = phrase({
  vi: () => "Không có mục nào như vậy đang chờ anh/chị quyết định.",
  en: () => "Nothing of the kind awaits your decision.",
});

export const filterUnclear = phrase({
  vi: (typed: string, nearest: readonly string[]) =>
    `Chưa rõ “${typed}”.${nearest.length > 0 ? ` Gần nhất: ${nearest.join("; ")}.` : ""} Lọc được theo mã nhiệm vụ, loại, cơ quan, số ngày chờ (quá 3 ngày).`,
  en: (typed, nearest) =>
    `“${typed}” was not understood.${nearest.length > 0 ? ` The nearest: ${nearest.join("; ")}.` : ""} Filter by a task's code, a kind, an agency, or days of waiting (over 3 days).`,
});
