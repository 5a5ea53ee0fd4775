// Lists of agencies that a person names, and those of them that nobody knows.
import { phrase } from "../language.ts";

export const notAnAgency = phrase({
  vi: (typed: string, nearest: readonly string[]) =>
    `Chưa rõ “${typed}” là cơ quan nào.${nearest.length > 0 ? ` Gần nhất: ${nearest.join("; ")}.` : ""}`,
  en: (typed, nearest) =>
    `It is not clear which agency “${typed}” is.${nearest.length > 0 ? ` The nearest: ${nearest.join("; ")}.` : ""}`,
});

export const nothingDone = phrase({
  vi: () => "Chưa thực hiện gì. Anh/chị ghi lại tên hoặc mã cơ quan.",
  en: () => "Nothing was done. Please write the agency's name or code again.",
});
