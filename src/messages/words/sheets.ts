// Sentences about the import of tracking sheets. Titles of columns and words of the sheet stay
// Vietnamese in both languages: that is what stands in the file.
import { type Column, columnTitles } from "#src/sheets/columns.ts";
import { MAX_ASSIGNMENTS, MAX_MEGABYTES, MAX_ROWS } from "#src/sheets/limits.ts";
import type { FileProblem } from "#src/sheets/read-sheet.ts";
import type { CellNote, CellProblem } from "#src/sheets/sheet-problems.ts";
import { showDate } from "../format.ts";
import { type Language, phrase } from "../language.ts";

const titles = (columns: readonly Column[]): string =>
  columns.map((column) => `“${columnTitles[column]}”`).join(", ");
const figure = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ".");
const rows = (numbers: readonly number[]): string => numbers.slice(0, 10).join(", ");

export const askFile = phrase({
  vi: () => "Xin gửi tệp sổ theo dõi (XLSX hoặc CSV) với 12 cột quen dùng:",
  en: () => "Please send the tracking sheet (XLSX or CSV) with the twelve usual columns:",
});
export const optionalColumn = phrase({
  vi: () => `Nhiệm vụ đã hoàn thành cần thêm cột thứ 13 “${columnTitles.finishedOn}”.`,
  en: () => `Finished tasks need a 13th column, “${columnTitles.finishedOn}”.`,
});
export const oneFile = phrase({
  vi: () => "Xin gửi mỗi lần một tệp sổ theo dõi.",
  en: () => "Please send one tracking sheet at a time.",
});
export const askIssuer = phrase({
  vi: () => "Các văn bản trong sổ do cơ quan nào ban hành? Ví dụ: UBND tỉnh.",
  en: () => "Who issued the documents in the sheet? For example: UBND tỉnh.",
});

const fileProblems: Record<
  Exclude<FileProblem["kind"], "missing-columns">,
  Record<Language, string>
> = {
  "too-big": {
    vi: `Tệp lớn hơn ${MAX_MEGABYTES} MB. Xin tách thành nhiều tệp nhỏ hơn.`,
    en: `The file is larger than ${MAX_MEGABYTES} MB. Please split it.`,
  },
  bomb: {
    vi: "Tệp giải nén ra quá lớn. Xin lưu lại chỉ gồm bảng theo dõi.",
    en: "The file unpacks to too much. Please save the table alone.",
  },
  "too-many-rows": {
    vi: `Sổ có hơn ${figure(MAX_ROWS)} dòng. Xin tách thành nhiều tệp nhỏ hơn.`,
    en: `The sheet has more than ${MAX_ROWS} rows. Please split it.`,
  },
  "too-many-assignments": {
    vi: `Sổ tạo ra hơn ${figure(MAX_ASSIGNMENTS)} phân công. Xin tách thành nhiều tệp nhỏ hơn.`,
    en: `The sheet makes more than ${MAX_ASSIGNMENTS} assignments. Please split it.`,
  },
  empty: {
    vi: "Tệp không có dòng nhiệm vụ nào.",
    en: "There is no task in the file.",
  },
  broken: {
    vi: "Không đọc được tệp này. Xin mở bằng Excel, lưu lại dạng XLSX rồi gửi lại.",
    en: "The file cannot be read. Please open it in Excel, save it as XLSX and send it again.",
  },
  "not-utf8": {
    vi: "Tệp CSV không phải bảng mã UTF-8. Xin lưu lại dạng “CSV UTF-8” hoặc XLSX.",
    en: "The CSV file is not UTF-8. Please save it as “CSV UTF-8” or XLSX.",
  },
  "old-excel": {
    vi: "Đây là tệp Excel kiểu cũ (.xls). Xin lưu lại dạng XLSX rồi gửi lại.",
    en: "This is an old Excel file (.xls). Please save it as XLSX and send it again.",
  },
  encrypted: {
    vi: "Tệp được đặt mật khẩu. Xin bỏ mật khẩu rồi gửi lại.",
    en: "The file is protected by a password. Please remove it and send the file again.",
  },
  "other-binary": {
    vi: "Tệp này không phải XLSX hay CSV. Xin gửi sổ theo dõi dạng XLSX hoặc CSV.",
    en: "This is neither XLSX nor CSV. Please send the sheet as XLSX or CSV.",
  },
  secret: {
    vi: "Tệp có dấu chỉ độ mật nên không được đưa vào hệ thống này.",
    en: "The file is marked as classified and cannot be taken into this system.",
  },
  "no-header": {
    vi: `Không tìm thấy dòng tiêu đề cột, ví dụ ${titles(["content", "lead", "deadline"])}.`,
    en: `No row of column titles was found, for example ${titles(["content", "lead", "deadline"])}.`,
  },
};

/** Why a file cannot be taken, and what to do about it. */
export const fileProblem = phrase({
  vi: (problem: FileProblem) =>
    problem.kind === "missing-columns"
      ? `Sổ thiếu cột ${titles(problem.columns)}.`
      : fileProblems[problem.kind].vi,
  en: (problem) =>
    problem.kind === "missing-columns"
      ? `The sheet lacks the columns ${titles(problem.columns)}.`
      : fileProblems[problem.kind].en,
});

const nearestVi = (names: readonly string[]) =>
  names.length === 0 ? "" : `; gần nhất: ${names.join(", ")}`;
const nearestEn = (names: readonly string[]) =>
  names.length === 0 ? "" : `; the nearest: ${names.join(", ")}`;

/** What is wrong with one cell. */
export const cellProblem = phrase({
  vi: (problem: CellProblem): string => {
    switch (problem.kind) {
      case "empty":
        return "để trống (nếu là ô gộp, xin bỏ gộp và điền vào từng dòng)";
      case "not-a-percent":
        return "không phải số từ 0 đến 100";
      case "unknown-status":
        return "không rõ trạng thái (Chưa thực hiện, Đã nhận, Đang thực hiện, Chờ xác nhận, Hoàn thành, Tạm dừng, Hủy)";
      case "date-without-year":
        return "thiếu năm, xin ghi ngày/tháng/năm";
      case "finish-date-missing":
        return `hoàn thành nhưng không có ngày; xin thêm cột thứ 13 “${columnTitles.finishedOn}”`;
      case "finish-date-unexpected":
        return "có ngày hoàn thành nhưng trạng thái chưa hoàn thành";
      case "not-a-date":
        return `không phải ngày${problem.nearest ? `; có phải ${showDate(problem.nearest)}?` : ""}`;
      case "after-import":
        return `sau ngày nhập sổ ${showDate(problem.on)}`;
      case "before-document":
        return `trước ngày ban hành ${showDate(problem.issuedOn)}`;
      case "unknown-agency":
        return `không rõ cơ quan “${problem.phrase}”${nearestVi(problem.nearest)}`;
      case "ambiguous-agency":
        return `“${problem.phrase}” có thể là ${problem.candidates.join(" hoặc ")}`;
      case "ended-agency":
        return `${problem.name} đã ngừng hoạt động${problem.validTo ? ` sau ngày ${showDate(problem.validTo)}` : ""}, chưa khai cơ quan kế thừa`;
      case "empty-group":
        return `nhóm “${problem.name}” không có cơ quan nào ngày ${showDate(problem.on)}`;
      case "row-twice":
        return `trùng số thứ tự với dòng ${problem.first} của cùng văn bản`;
      case "parts-differ":
        return `khác với dòng ${problem.first} của cùng nhiệm vụ`;
      case "agency-twice":
        return `${problem.name} đã có ở dòng ${problem.first} của cùng nhiệm vụ`;
    }
  },
  en: (problem) => {
    switch (problem.kind) {
      case "empty":
        return "is empty (split merged cells and fill each row)";
      case "not-a-percent":
        return "is not a number from 0 to 100";
      case "unknown-status":
        return "is no status (Chưa thực hiện, Đã nhận, Đang thực hiện, Chờ xác nhận, Hoàn thành, Tạm dừng, Hủy)";
      case "date-without-year":
        return "has no year; write day/month/year";
      case "finish-date-missing":
        return `is finished without a date; add a 13th column “${columnTitles.finishedOn}”`;
      case "finish-date-unexpected":
        return "has a date of completion but is not finished";
      case "not-a-date":
        return `is not a date${problem.nearest ? `; perhaps ${showDate(problem.nearest)}?` : ""}`;
      case "after-import":
        return `is after the day of the import, ${showDate(problem.on)}`;
      case "before-document":
        return `is before the document's date, ${showDate(problem.issuedOn)}`;
      case "unknown-agency":
        return `unknown agency “${problem.phrase}”${nearestEn(problem.nearest)}`;
      case "ambiguous-agency":
        return `“${problem.phrase}” may be ${problem.candidates.join(" or ")}`;
      case "ended-agency":
        return `${problem.name} has ended${problem.validTo ? ` after ${showDate(problem.validTo)}` : ""} and has no registered successor`;
      case "empty-group":
        return `the group “${problem.name}” has no agency on ${showDate(problem.on)}`;
      case "row-twice":
        return `has the number of row ${problem.first} of the same document`;
      case "parts-differ":
        return `is not what row ${problem.first} of the same task says`;
      case "agency-twice":
        return `${problem.name} is in row ${problem.first} of the same task already`;
    }
  },
});

export const errorLine = phrase({
  vi: (row: number, column: string, cell: string, what: string) =>
    `Dòng ${row}, cột “${column}”${cell === "" ? "" : `, “${cell}”`}: ${what}`,
  en: (row, column, cell, what) =>
    `Row ${row}, column “${column}”${cell === "" ? "" : `, “${cell}”`}: ${what}`,
});

/** How one cell was understood. */
export const cellNote = phrase({
  vi: (note: CellNote): string => {
    const at = `Dòng ${note.row}: `;
    switch (note.kind) {
      case "near-agency":
        return `${at}“${note.phrase}” hiểu là ${note.name}`;
      case "taken-over":
        return `${at}“${note.phrase}” nay là ${note.name}`;
      case "not-moved":
        return `${at}${note.name} đã kết thúc hoạt động và chưa xác định được cơ quan kế thừa`;
      case "kept-as-phrase":
        return `${at}phối hợp “${note.phrase}” được giữ nguyên văn`;
      case "deadline-unclear":
        return `${at}chưa rõ hạn “${note.phrase}”`;
      case "deadline-unsure":
        return `${at}hạn “${note.phrase}” đọc chưa chắc, xin kiểm tra`;
      case "status-from-percent":
        return `${at}đã có tiến độ nên hiểu là đang thực hiện`;
    }
  },
  en: (note) => {
    const at = `Row ${note.row}: `;
    switch (note.kind) {
      case "near-agency":
        return `${at}“${note.phrase}” is taken as ${note.name}`;
      case "taken-over":
        return `${at}“${note.phrase}” is now ${note.name}`;
      case "not-moved":
        return `${at}${note.name} has ended and no single successor is known`;
      case "kept-as-phrase":
        return `${at}coordinating “${note.phrase}” is kept as written`;
      case "deadline-unclear":
        return `${at}deadline “${note.phrase}” is not clear`;
      case "deadline-unsure":
        return `${at}deadline “${note.phrase}” was read without certainty, please check`;
      case "status-from-percent":
        return `${at}there is progress, so it is taken as under way`;
    }
  },
});

export const skippedRows = phrase({
  vi: (numbers: readonly number[]) => `Bỏ qua dòng đề mục, ghi chú: ${rows(numbers)}.`,
  en: (numbers) => `Headings and remarks left out, rows: ${rows(numbers)}.`,
});
