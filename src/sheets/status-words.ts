import type { AssignmentState } from "#prisma/generated/enums.ts";
import { fold } from "#src/language/fold.ts";

/** What a sheet can say about where a task stands. */
export type SheetStatus = Extract<
  AssignmentState,
  | "assigned"
  | "received"
  | "in_progress"
  | "awaiting_confirmation"
  | "done"
  | "paused"
  | "cancelled"
>;

/** The words of the sheet itself, whatever language the reader uses. */
export const statusTitles: Record<SheetStatus, string> = {
  assigned: "Chưa thực hiện",
  received: "Đã nhận",
  in_progress: "Đang thực hiện",
  awaiting_confirmation: "Chờ xác nhận",
  done: "Hoàn thành",
  paused: "Tạm dừng",
  cancelled: "Hủy",
};

const WORDS: Record<SheetStatus, readonly string[]> = {
  assigned: ["chua thuc hien", "chua bat dau", "moi giao", "chua", "chua trien khai"],
  received: ["da nhan", "da tiep nhan", "da nhan viec"],
  in_progress: [
    "dang thuc hien",
    "dang xu ly",
    "dang trien khai",
    "dang lam",
    "chua hoan thanh",
    "chua xong",
  ],
  awaiting_confirmation: ["cho xac nhan", "cho duyet", "cho phe duyet", "da bao cao", "da trinh"],
  done: [
    "hoan thanh",
    "da hoan thanh",
    "da thuc hien",
    "da xong",
    "xong",
    "hoan thanh dung han",
    "hoan thanh truoc han",
    "hoan thanh qua han",
    "hoan thanh tre han",
  ],
  paused: ["tam dung", "tam hoan", "tam ngung"],
  cancelled: ["huy", "huy bo", "da huy", "dung thuc hien"],
};
// They say whether it is late, which is computed, and leave open how far it is.
const TIMELINESS = new Set(["", "trong han", "qua han", "den han", "sap den han", "tre han"]);

/** The status that a cell states; null: it states none; undefined: it is not understood. */
export function readStatus(cell: string): SheetStatus | null | undefined {
  const bare = fold(cell)
    .replace(/[^a-z]+/g, " ")
    .trim();
  if (TIMELINESS.has(bare)) return null;
  return (Object.keys(WORDS) as SheetStatus[]).find((status) => WORDS[status].includes(bare));
}
