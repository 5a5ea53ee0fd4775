// Sentences about agencies: which one is meant, and what an import file of agencies has wrong.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { showDate } from "../format.ts";
import { phrase } from "../language.ts";
import { type Block, bold, code, list, paragraph } from "../reply.ts";

type Candidate = { name: string; code: string };

const candidates = (agencies: readonly Candidate[]): Block[] =>
  agencies.length === 0
    ? []
    : [list(agencies.map((agency) => [agency.name, " (", code(agency.code), ")"]))];

export const whichAgency = phrase({
  vi: (typed: string, agencies: readonly Candidate[]): Block[] => [
    paragraph("“", bold(typed), "” có thể là nhiều cơ quan. Xin chọn một:"),
    ...candidates(agencies),
  ],
  en: (typed, agencies) => [
    paragraph("“", bold(typed), "” may be several agencies. Please choose one:"),
    ...candidates(agencies),
  ],
});

export const unknownAgency = phrase({
  vi: (typed: string, nearest: readonly Candidate[]): Block[] => [
    paragraph(
      "Không có cơ quan nào tên là “",
      bold(typed),
      nearest.length > 0 ? "”. Gần nhất là:" : "”. Xin ghi tên đầy đủ hoặc mã của cơ quan.",
    ),
    ...candidates(nearest),
  ],
  en: (typed, nearest) => [
    paragraph(
      "There is no agency called “",
      bold(typed),
      nearest.length > 0 ? "”. The nearest are:" : "”. Please write its full name or its code.",
    ),
    ...candidates(nearest),
  ],
});

export const agencyEnded = phrase({
  vi: (name: string, validTo: CivilDate | null): Block[] => [
    paragraph(
      bold(name),
      ` đã ngừng hoạt động${validTo ? ` từ sau ngày ${showDate(validTo)}` : ""} và chưa khai cơ quan kế thừa.`,
    ),
  ],
  en: (name, validTo) => [
    paragraph(
      bold(name),
      ` has ended${validTo ? ` after ${showDate(validTo)}` : ""} and no successor is registered.`,
    ),
  ],
});
