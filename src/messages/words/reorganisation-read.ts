// How a reorganisation is read back before it is taken.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { showDate } from "../format.ts";
import { phrase } from "../language.ts";

export const readBack = phrase({
  vi: () => "Sắp xếp cơ quan, xin kiểm tra:",
  en: () => "Reorganisation, please check:",
});

export const labels = phrase({
  vi: () => ({
    change: "Nội dung",
    decision: "Theo",
    from: "Hiệu lực từ",
    made: "Cơ quan mới",
    ends: "Kết thúc hoạt động",
    people: "Cán bộ",
    groups: "Nhóm trò chuyện",
    folded: "Gộp với phân công đã có của cùng nhiệm vụ",
    awaiting: "Kết quả đang chờ xác nhận chuyển theo, vẫn chờ quyết định",
    proposed: "Đề xuất theo chức năng, xin xem từng việc",
    cancel: "Hủy kế hoạch",
    all: "Các việc sắp xếp",
  }),
  en: () => ({
    change: "What",
    decision: "By",
    from: "From",
    made: "New agency",
    ends: "Ends",
    people: "People",
    groups: "Groups",
    folded: "Joined with an assignment of the same task",
    awaiting: "Results that await confirmation go along and still wait",
    proposed: "Proposed by the function, please look at each",
    cancel: "Call off",
    all: "All reorganisations",
  }),
});

export const whenDone = phrase({
  vi: (effectiveOn: CivilDate, today: CivilDate) =>
    effectiveOn > today
      ? `${showDate(effectiveOn)} (thực hiện vào sáng ngày đó)`
      : effectiveOn === today
        ? `${showDate(effectiveOn)} (thực hiện ngay)`
        : `${showDate(effectiveOn)} (đã qua: thực hiện ngay, tính từ ngày đó; bảng đã công bố không đổi)`,
  en: (effectiveOn, today) =>
    effectiveOn > today
      ? `${showDate(effectiveOn)} (carried out that morning)`
      : effectiveOn === today
        ? `${showDate(effectiveOn)} (carried out at once)`
        : `${showDate(effectiveOn)} (past: carried out at once, counted from then; published rankings stay)`,
});

export const newAgency = phrase({
  vi: (name: string, code: string, type: string, group: string | null) =>
    `${name} (mã ${code}${type === "" ? "" : `, loại ${type}`}${group === null ? "" : `, nhóm ${group}`})`,
  en: (name, code, type, group) =>
    `${name} (code ${code}${type === "" ? "" : `, type ${type}`}${group === null ? "" : `, group ${group}`})`,
});

export const personGoes = phrase({
  vi: (name: string, from: string, to: string | null) =>
    `${name}: ${from} → ${to ?? "kết thúc vai trò"}`,
  en: (name, from, to) => `${name}: ${from} → ${to ?? "role ends"}`,
});

export const groupsGo = phrase({
  vi: (count: number, to: string | null) =>
    to === null ? `${count} nhóm, thôi nhận tin` : `${count} nhóm → ${to}`,
  en: (count, to) => (to === null ? `${count}, which end` : `${count} → ${to}`),
});

export const understoodAs = phrase({
  vi: (typed: string, name: string) => `“${typed}” hiểu là ${name}.`,
  en: (typed, name) => `“${typed}” was read as ${name}.`,
});

export const andMore = phrase({
  vi: (count: number) => `… và ${count} việc khác`,
  en: (count) => `… and ${count} more`,
});

export const stillOpenThere = phrase({
  vi: (agency: string, count: number) => `Ở lại ${agency}: ${count} việc đang mở`,
  en: (agency, count) => `Staying with ${agency}: ${count} open`,
});
