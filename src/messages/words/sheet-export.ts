// Sentences of /xuat: what was exported, what a sheet cannot carry, what is too much.
import { plural } from "../format.ts";
import { phrase } from "../language.ts";

const figure = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ".");

/** The name of the worksheet. */
export const sheetName = phrase({ vi: () => "Nhiệm vụ", en: () => "Nhiệm vụ" });

export const exported = phrase({
  vi: (title: string, tasks: number, leads: number, rows: number) =>
    `${title}: ${figure(tasks)} nhiệm vụ, ${figure(leads)} phân công chủ trì, ${figure(rows)} dòng.`,
  en: (title, tasks, leads, rows) =>
    `${title}: ${plural(tasks, "task")}, ${plural(leads, "lead assignment")}, ${plural(rows, "row")}.`,
});

export const notInSheet = phrase({
  vi: () =>
    "Tệp nhập lại được bằng /nhap. Sổ theo dõi không chứa lịch sử, tệp đính kèm, người phụ trách, lĩnh vực, sản phẩm, dấu hạn chế, đề nghị gia hạn, vướng mắc và phân công đã chuyển đi.",
  en: () =>
    "The file can be taken over again with /nhap. A tracking sheet does not hold history, files, holders, reform areas, deliverables, the restricted mark, requests for extension, blockers, or what was transferred away.",
});

export const nothingToExport = phrase({
  vi: (title: string) => `${title}: không có nhiệm vụ nào để xuất. Ví dụ: `,
  en: (title) => `${title}: there is nothing to export. For example: `,
});

export const tooManyRows = phrase({
  vi: (most: number) =>
    `Danh sách này hơn ${figure(most)} dòng, quá lớn cho một tệp. Xin thu hẹp, ví dụ: `,
  en: (most) =>
    `This list has more than ${plural(most, "row")}, too many for one file. Please narrow it, for example: `,
});

export const tooBigFile = phrase({
  vi: (name: string, megabytes: number) =>
    `Tệp ${name} lớn hơn ${megabytes} MB nên không gửi được; xin thu hẹp danh sách.`,
  en: (name, megabytes) =>
    `The file ${name} is larger than ${megabytes} MB and cannot be sent; please narrow the list.`,
});
