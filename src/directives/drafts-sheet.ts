// The drafts of a directive as a sheet to take to a meeting.
import { writeXlsxTable, type XlsxTable } from "#src/sheets/write-xlsx.ts";

/** One draft, as it is to be read: every value a text, "" where there is none. */
export type DraftSheetRow = {
  /** The clause that it stands in: "1.1.a". */
  clause: string;
  text: string;
  leads: string;
  coordinating: string;
  /** The date, or what stands in its place: "hằng quý", "thường xuyên". */
  deadline: string;
  /** The document's own words of the deadline. */
  phrase: string;
  area: string;
  targets: string;
  question: string;
  status: string;
  /** Page or line of the document. */
  source: string;
};

const COLUMNS: readonly { key: keyof DraftSheetRow; title: string; width: number }[] = [
  { key: "clause", title: "Mục", width: 10 },
  { key: "text", title: "Nội dung", width: 60 },
  { key: "leads", title: "Cơ quan chủ trì", width: 28 },
  { key: "coordinating", title: "Phối hợp", width: 28 },
  { key: "deadline", title: "Hạn", width: 16 },
  { key: "phrase", title: "Nguyên văn hạn", width: 26 },
  { key: "area", title: "Lĩnh vực", width: 20 },
  { key: "targets", title: "Chỉ tiêu", width: 30 },
  { key: "question", title: "Câu hỏi", width: 34 },
  { key: "status", title: "Trạng thái", width: 16 },
  { key: "source", title: "Trang/dòng nguồn", width: 14 },
];

const table = (rows: readonly DraftSheetRow[]): XlsxTable => ({
  name: "Dự thảo nhiệm vụ",
  columns: [{ title: "STT", width: 6 }, ...COLUMNS],
  rows: rows.map((row, at) => [String(at + 1), ...COLUMNS.map(({ key }) => row[key])]),
});

/** The bytes of the XLSX, numbered in the order given; every cell is a text, never a formula. */
export const draftsSheet = (rows: readonly DraftSheetRow[]): Promise<Uint8Array> =>
  writeXlsxTable(table(rows));
