// The file behind a result: a short report in plain text.
import { written } from "../plan/days.ts";
import type { Told } from "../store/told.ts";

/** Name and text; null where the act names no file. */
export const resultFile = (
  { task, act }: Told,
  agencyName: string,
): { name: string; text: string } | null => {
  if (act.deed.kind !== "submitted" || act.deed.file === null) return null;
  const { file, note, number } = act.deed;
  const lines = [
    agencyName.toUpperCase(),
    ...(number === null ? [] : [`Số: ${number}, ngày ${written(act.on)}`]),
    "",
    "BÁO CÁO KẾT QUẢ",
    task.content,
    "",
    `Kết quả: ${note}.`,
    "Cơ quan chịu trách nhiệm về số liệu báo cáo./.",
    "",
  ];
  return { name: `${file}.txt`, text: lines.join("\n") };
};
