// What /giao reads back and asks.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";

export const readBack = phrase({
  vi: (proposal: boolean) =>
    proposal ? "Đề xuất nhiệm vụ, xin kiểm tra:" : "Giao nhiệm vụ, xin kiểm tra:",
  en: (proposal) => (proposal ? "Proposed task, please check:" : "New task, please check:"),
});

export const fieldNames = phrase({
  vi: () => ({
    leads: "Chủ trì",
    content: "Nội dung",
    deadline: "Hạn",
    coordinating: "Phối hợp",
    area: "Lĩnh vực",
    leader: "Lãnh đạo phụ trách",
    deliverable: "Sản phẩm",
    document: "Văn bản",
    clause: "Mục",
    note: "Ghi chú",
    restricted: "Hạn chế: chỉ cơ quan liên quan xem được nội dung",
  }),
  en: () => ({
    leads: "Lead",
    content: "Task",
    deadline: "Due",
    coordinating: "Coordinating",
    area: "Area",
    leader: "Leader in charge",
    deliverable: "Deliverable",
    document: "Document",
    clause: "Clause",
    note: "Note",
    restricted: "Restricted: only the agencies concerned see its content",
  }),
});

export const agenciesCount = phrase({
  vi: (said: string, count: number) => `${said} (${count} cơ quan)`,
  en: (said, count) => `${said} (${plural(count, "agency", "agencies")})`,
});

export const aimAt = phrase({
  vi: (aim: CivilDate) => `cần xong ${showDate(aim)}`,
  en: (aim) => `aim at ${showDate(aim)}`,
});

export const understoodAs = phrase({
  vi: (typed: string, name: string) => `“${typed}” hiểu là ${name}.`,
  en: (typed, name) => `“${typed}” was read as ${name}.`,
});

export const howToAmend = phrase({
  vi: () => "Nếu cần sửa, trả lời chỗ cần sửa, ví dụ: hạn 15/12; phối hợp STC",
  en: () => "To change something, answer with it, e.g. hạn 15/12; phối hợp STC",
});

export const askLeads = phrase({
  vi: () => "Cơ quan nào chủ trì? Ví dụ: Sở Tư pháp, hoặc: Các sở, ban, ngành",
  en: () => "Which agency leads? For example: Sở Tư pháp",
});

export const askContent = phrase({
  vi: (agencies: string) => `Nhiệm vụ giao ${agencies} là gì?`,
  en: (agencies) => `What is the task of ${agencies}?`,
});

export const askDeadline = phrase({
  vi: () => "Hạn đến khi nào? Ví dụ: 30/11, cuối tháng, quý 4; hoặc: không",
  en: () => "By when? For example: 30/11, end of month; or: none",
});

export const unknownAgency = phrase({
  vi: (typed: string, nearest: readonly string[]) =>
    `Chưa biết cơ quan “${typed}”.${nearest.length > 0 ? ` Gần nhất: ${nearest.join("; ")}.` : ""}`,
  en: (typed, nearest) =>
    `No agency “${typed}” is known.${nearest.length > 0 ? ` The nearest: ${nearest.join("; ")}.` : ""}`,
});

export const ambiguousAgency = phrase({
  vi: (typed: string, names: readonly string[]) =>
    `“${typed}” có thể là: ${names.join("; ")}. Anh/chị ghi rõ hơn.`,
  en: (typed, names) => `“${typed}” may be: ${names.join("; ")}. Please be more precise.`,
});

export const unclearDeadline = phrase({
  vi: (typed: string, nearest: CivilDate | null) =>
    `Chưa hiểu hạn “${typed}”.${nearest === null ? " Ghi như 30/11, 30/11/2026, cuối tháng, quý 4, hoặc: không." : ` Không có ngày này; gần nhất là ${showDate(nearest)}.`}`,
  en: (typed, nearest) =>
    `The date “${typed}” was not understood.${nearest === null ? " Write it like 30/11, or: none." : ` There is no such day; the nearest is ${showDate(nearest)}.`}`,
});

export const pastDeadline = phrase({
  vi: (due: CivilDate) => `Hạn ${showDate(due)} đã qua. Anh/chị ghi lại hạn.`,
  en: (due) => `${showDate(due)} is already past. Please give another date.`,
});

export const nextYearTaken = phrase({
  vi: (typed: string, due: CivilDate) =>
    `“${typed}” của năm nay đã qua, nên hiểu là ${showDate(due)}.`,
  en: (typed, due) => `“${typed}” of this year is past, so it was read as ${showDate(due)}.`,
});

export const unknownArea = phrase({
  vi: (typed: string) => `Lĩnh vực “${typed}” chưa có trong danh mục, ghi nguyên văn.`,
  en: (typed) => `“${typed}” is none of the known areas and is kept as typed.`,
});

export const onlyOwnProposal = phrase({
  vi: () =>
    "Anh/chị đề xuất được nhiệm vụ cho cơ quan mình; giao cơ quan khác do cơ quan thường trực hoặc lãnh đạo thực hiện.",
  en: () =>
    "You may propose tasks for your own agency; others are assigned by the secretariat or a leader.",
});

export const registered = phrase({
  vi: (code: string, agencies: number) =>
    agencies > 1 ? `Đã ghi nhận ${code}, giao ${agencies} cơ quan.` : `Đã ghi nhận ${code}.`,
  en: (code, agencies) =>
    agencies > 1
      ? `${code} registered for ${plural(agencies, "agency", "agencies")}.`
      : `${code} registered.`,
});

export const proposed = phrase({
  vi: (code: string) => `Đã gửi đề xuất ${code} đến cơ quan thường trực.`,
  en: (code) => `Proposal ${code} was sent to the secretariat.`,
});

export const unreachable = phrase({
  vi: (count: number) =>
    `${count} cơ quan chưa có cán bộ kết nối với trợ lý; cần thông báo theo cách khác.`,
  en: (count) =>
    `${plural(count, "agency has", "agencies have")} nobody bound yet and must be told another way.`,
});

export const yourNewTask = phrase({
  vi: (agency: string) => `${agency} được giao nhiệm vụ mới:`,
  en: (agency) => `A new task for ${agency}:`,
});

export const youCoordinate = phrase({
  vi: (code: string, lead: string, content: string) =>
    `Cơ quan anh/chị phối hợp thực hiện ${code} (${lead} chủ trì): ${content}`,
  en: (code, lead, content) => `Your agency coordinates ${code} (lead: ${lead}): ${content}`,
});

export const proposalToDecide = phrase({
  vi: (code: string, agency: string, content: string) =>
    `${agency} đề xuất nhiệm vụ ${code}: ${content}`,
  en: (code, agency, content) => `${agency} proposes task ${code}: ${content}`,
});

export const proposalAccepted = phrase({
  vi: (code: string) => `Đã chấp nhận đề xuất ${code} vào danh mục nhiệm vụ.`,
  en: (code) => `Proposal ${code} was accepted into the register.`,
});

export const proposalDeclined = phrase({
  vi: (code: string) => `Không chấp nhận đề xuất ${code}.`,
  en: (code) => `Proposal ${code} was declined.`,
});

export const yourProposalDeclined = phrase({
  vi: (code: string, reason: string) => `Đề xuất ${code} không được chấp nhận: ${reason}`,
  en: (code, reason) => `Proposal ${code} was declined: ${reason}`,
});

export const whyDeclined = phrase({
  vi: (code: string) =>
    `Anh/chị cho biết lý do không chấp nhận đề xuất ${code} (trả lời tin này), ví dụ: đã có nhiệm vụ tương tự`,
  en: (code) => `Why is proposal ${code} declined? (answer this message)`,
});

export const whatAmended = phrase({
  vi: () => "Anh/chị trả lời “có” để ghi nhận, “thôi” để dừng, hoặc chỗ cần sửa, ví dụ: hạn 15/12",
  en: () => "Please answer “yes”, “cancel”, or what to change, e.g. hạn 15/12",
});

export const examples = phrase({
  vi: () => "Ví dụ:",
  en: () => "For example:",
});
