// Why a reorganisation cannot be taken as it was typed.
import type { SuccessionKind } from "#prisma/generated/enums.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";

type Candidate = { name: string; code: string };

const named = (agencies: readonly Candidate[]): string =>
  agencies.map(({ name, code }) => `${name} (${code})`).join("; ");

export const unknownAgency = phrase({
  vi: (typed: string, nearest: readonly Candidate[]) =>
    `Chưa biết cơ quan “${typed}”.${nearest.length > 0 ? ` Gần nhất: ${named(nearest)}.` : ""}`,
  en: (typed, nearest) =>
    `No agency “${typed}” is known.${nearest.length > 0 ? ` The nearest: ${named(nearest)}.` : ""}`,
});

export const ambiguousAgency = phrase({
  vi: (typed: string, agencies: readonly Candidate[]) =>
    `“${typed}” có thể là: ${named(agencies)}. Anh/chị ghi rõ hơn.`,
  en: (typed, agencies) => `“${typed}” may be: ${named(agencies)}. Please be more precise.`,
});

export const endedAgency = phrase({
  vi: (name: string, heirs: readonly Candidate[]) =>
    `${name} đã kết thúc hoạt động trước ngày này.${heirs.length > 0 ? ` Nay là: ${named(heirs)}.` : ""}`,
  en: (name, heirs) =>
    `${name} had ended before that day.${heirs.length > 0 ? ` It is now: ${named(heirs)}.` : ""}`,
});

export const endingAgency = phrase({
  vi: (name: string, on: CivilDate, number: number | null) =>
    `${name} đã được sắp xếp từ ngày ${showDate(on)}${number === null ? "" : ` (việc sắp xếp số ${number})`}.`,
  en: (name, on, number) =>
    `${name} ends before ${showDate(on)} already${number === null ? "" : ` (number ${number})`}.`,
});

export const standsAlready = phrase({
  vi: (number: number, applied: boolean) =>
    applied
      ? `Việc này đã ghi nhận và đã thực hiện (số ${number}); không làm lại.`
      : `Việc này đã ghi nhận (số ${number}) và đang chờ đến ngày.`,
  en: (number, applied) =>
    applied
      ? `This stands already and was carried out (number ${number}).`
      : `This stands already (number ${number}) and waits for its day.`,
});

export const tooYoung = phrase({
  vi: (name: string, since: CivilDate) =>
    `${name} có từ ngày ${showDate(since)}, nên ngày hiệu lực phải sau ngày đó.`,
  en: (name, since) => `${name} began on ${showDate(since)}: the day must be later.`,
});

export const existsAlready = phrase({
  vi: (name: string) =>
    `${name} đang hoạt động. Nếu là sáp nhập vào cơ quan này, xin chọn bên dưới.`,
  en: (name) => `${name} exists. If this is a merger into it, please choose that below.`,
});

export const mergeInstead = phrase({
  vi: (of: string, name: string) => `Sáp nhập ${of} vào ${name}`,
  en: (of, name) => `Merge ${of} into ${name}`,
});

export const sameName = phrase({
  vi: (name: string) => `${name} chính là cơ quan được sắp xếp; xin ghi tên khác.`,
  en: (name) => `That is ${name} itself; please name another.`,
});

export const oneOnly = phrase({
  vi: (names: readonly string[]) => `Mỗi lần một cơ quan; ở đây có ${names.join(", ")}.`,
  en: (names) => `One agency at a time; here are ${names.join(", ")}.`,
});

export const oneReceiver = phrase({
  vi: (names: readonly string[]) => `Chỉ một cơ quan tiếp nhận; ở đây có ${names.join(", ")}.`,
  en: (names) => `Only one agency takes over; here are ${names.join(", ")}.`,
});

export const twoNeeded = phrase({
  vi: (kind: SuccessionKind) =>
    kind === "split"
      ? "Chia tách cần ít nhất hai cơ quan."
      : "Hợp nhất cần ít nhất hai cơ quan, hoặc một cơ quan sáp nhập vào cơ quan đang có.",
  en: (kind) =>
    kind === "split"
      ? "A split needs at least two agencies."
      : "A merger needs at least two agencies, or one that joins an existing one.",
});

export const undatedDecision = phrase({
  vi: (number: string) => `${number} ký ngày nào? Ví dụ: ${number} ngày 3/11/2026`,
  en: (number) => `When was ${number} signed? For example: ${number} ngày 3/11/2026`,
});

export const futureDecision = phrase({
  vi: (date: CivilDate) => `Văn bản không thể ký ngày ${showDate(date)}, là ngày chưa đến.`,
  en: (date) => `A document cannot be signed on ${showDate(date)}, which is still to come.`,
});

export const unclearDay = phrase({
  vi: (typed: string, nearest: CivilDate | null) =>
    `Chưa hiểu ngày hiệu lực “${typed}”.${nearest === null ? "" : ` Không có ngày này; gần nhất là ${showDate(nearest)}.`}`,
  en: (typed, nearest) =>
    `The day “${typed}” was not understood.${nearest === null ? "" : ` There is no such day; the nearest is ${showDate(nearest)}.`}`,
});

export const codeTaken = phrase({
  vi: (code: string, by: string) => `Mã ${code} đang của ${by}; xin ghi mã khác, ví dụ: mã SNM`,
  en: (code, by) => `The code ${code} is ${by}'s; please give another, e.g. mã SNM`,
});

export const codeMissing = phrase({
  vi: (name: string) => `${name} cần một mã, ví dụ: mã ${name}: SNM`,
  en: (name) => `${name} needs a code, e.g. mã ${name}: SNM`,
});

export const whichNew = phrase({
  vi: (typed: string, names: readonly string[]) =>
    names.length === 0
      ? `“${typed}”: việc này không lập cơ quan mới nào.`
      : `“${typed}” là của cơ quan nào: ${names.join("; ")}? Ví dụ: mã ${names[0]}: SNM`,
  en: (typed, names) =>
    names.length === 0
      ? `“${typed}”: no agency is made here.`
      : `“${typed}” is of which: ${names.join("; ")}? For example: mã ${names[0]}: SNM`,
});

export const unknownGroup = phrase({
  vi: (typed: string, names: readonly string[]) =>
    `Chưa có nhóm “${typed}”. Các nhóm: ${names.join("; ")}.`,
  en: (typed, names) => `There is no group “${typed}”. The groups: ${names.join("; ")}.`,
});

export const likeAnother = phrase({
  vi: (name: string, other: Candidate) =>
    `${name} sẽ là cơ quan mới; tên gần giống ${other.name} (${other.code}) đang có.`,
  en: (name, other) =>
    `${name} will be a new agency; ${other.name} (${other.code}) is much like it.`,
});

export const notOpen = phrase({
  vi: (codes: readonly string[]) =>
    `${codes.join(", ")} không phải việc đang mở của các cơ quan này.`,
  en: (codes) => `${codes.join(", ")} is no open task of these agencies.`,
});

export const whichPerson = phrase({
  vi: (typed: string, names: readonly string[]) =>
    `“${typed}” có thể là: ${names.join("; ")}. Anh/chị ghi đủ họ tên.`,
  en: (typed, names) => `“${typed}” may be: ${names.join("; ")}. Please write the full name.`,
});

export const nobodyTakes = phrase({
  vi: (codes: readonly string[]) =>
    `Chưa có cơ quan nhận ${codes.length} việc đang mở: ${codes.join(", ")}.`,
  en: (codes) => `Nobody takes ${plural(codes.length, "open task")}: ${codes.join(", ")}.`,
});
