// What is said when the drafts of a directive become tasks: to whoever registers them, and to the
// agencies.
import { plural } from "../format.ts";
import { phrase } from "../language.ts";

export const stillToSee = phrase({
  vi: (count: number, certain: number) =>
    `Chưa ghi nhận: còn ${count} chỗ cần anh/chị xem (chọn Đúng, sửa, hoặc bỏ).${certain > 0 ? ` Có thể ghi nhận trước ${certain} chỗ chắc chắn.` : ""}`,
  en: (count, certain) =>
    `Nothing was registered: ${plural(count, "place")} still to be looked at (right, change or drop).${certain > 0 ? ` The ${certain} certain can be registered first.` : ""}`,
});

export const nothingToRegister = phrase({
  vi: (code: string) => `${code} không còn nhiệm vụ dự thảo nào để ghi nhận.`,
  en: (code) => `${code} has no draft left to register.`,
});

export const headFirst = phrase({
  vi: () => "Trước khi ghi nhận, cần biết văn bản nào:",
  en: () => "Before anything is registered the document must be known:",
});

export const registered = phrase({
  vi: (tasks: number, leads: number, codes: string, document: string) =>
    `Đã ghi nhận ${tasks} nhiệm vụ (${codes}), ${leads} phân công chủ trì, theo ${document}.`,
  en: (tasks, leads, codes, document) =>
    `${plural(tasks, "task")} registered (${codes}), ${plural(leads, "lead assignment")}, by ${document}.`,
});

export const codesFromTo = phrase({
  vi: (first: string, last: string) => (first === last ? first : `${first} đến ${last}`),
  en: (first, last) => (first === last ? first : `${first} to ${last}`),
});

export const told = phrase({
  vi: (people: number) => `Đã gửi tin đến ${people} người của các cơ quan.`,
  en: (people) => `${plural(people, "person", "people")} of the agencies were told.`,
});

export const stillOpen = phrase({
  vi: (count: number, code: string) =>
    `Còn ${count} nhiệm vụ dự thảo chưa ghi nhận: /vanban ${code}`,
  en: (count, code) => `${plural(count, "draft")} not registered yet: /vanban ${code}`,
});

export const seeTasks = phrase({ vi: () => "Xem việc", en: () => "See tasks" });

export const yourTasks = phrase({
  vi: (agency: string, count: number, document: string) =>
    `${agency} được giao ${count} nhiệm vụ theo ${document}:`,
  en: (agency, count, document) => `${agency} was given ${plural(count, "task")} by ${document}:`,
});

export const youCoordinate = phrase({
  vi: (agency: string, count: number, document: string) =>
    `${agency} phối hợp thực hiện ${count} nhiệm vụ theo ${document}:`,
  en: (agency, count, document) => `${agency} coordinates ${plural(count, "task")} by ${document}:`,
});

export const ledBy = phrase({
  vi: (lead: string) => `${lead} chủ trì`,
  en: (lead) => `led by ${lead}`,
});

export const escalates = phrase({
  vi: (step: string, until: string | null) =>
    until === null ? `mỗi năm tăng ${step}` : `mỗi năm tăng ${step}, đến khi đạt ${until}`,
  en: (step, until) =>
    until === null ? `${step} more every year` : `${step} more every year until ${until}`,
});
