// Texts that make careless readers slow: whatever a rule repeats or looks back over, again and again.

const upTo = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const PIECES: Readonly<Record<string, string>> = {
  "open brackets": "(",
  "quotation marks": "“",
  "numbers with dots": "1.1.1.1.",
  "and and and": "và ",
  commas: ",",
  spaces: " ",
  "empty lines": "\n",
  "line breaks in a word": "a\n",
  digits: "1",
  "figures with dots": "1.000.",
  letters: "a",
  syllables: "nguyễn ",
  "one endless sentence": "thực hiện rà soát các nhiệm vụ được giao và báo cáo kết quả ",
  "agencies, one after another": "Sở Nội vụ, Sở Tài chính, UBND các huyện, ",
  "heads of agencies": "Giám đốc các sở, Trưởng các ban, ngành, Chủ tịch UBND ",
  departments: "Sở Sở ",
  dates: "trước ngày 30/11/2023, ",
  "dates without a space": "30/11/2023",
  "years and phases": "giai đoạn 2021 - 2025, đến năm 2030 ",
  quarters: "quý IV/2023 ",
  frequencies: "hằng tháng, hằng quý, 6 tháng, hằng năm ",
  events: "ngay sau khi ",
  durations: "trong 5 ngày làm việc kể từ ngày ",
  percentages: "tối thiểu 20%, 30%, 40%; ",
  "percent signs": "%",
  escalators: "mỗi năm tăng tối thiểu 20% cho đến khi đạt 100% ",
  citations: "Quyết định số 12/QĐ-UBND ngày 01/02/2023 của UBND tỉnh ",
  "numbers of documents": "12/QĐ-UBND/",
  slashes: "1/",
  "capital letters": "A",
  headings: "I. MỤC TIÊU\n",
  "letters of a list": "a) ",
  bullets: "- ",
  "short bullets": "- Sở Nội vụ:\n",
  "duties by lines": "1. Sở Nội vụ rà soát, báo cáo trước ngày 30/11/2023.\n",
  "duties by paragraphs": "1. Sở Nội vụ rà soát, báo cáo trước ngày 30/11/2023.\n\n",
  "headings with a year": "- Đến năm 2025:\n+ Tối thiểu 80% hồ sơ trực tuyến.\n",
  "nested outline": "I. A\n1. B\n1.1. C\na) D\n- E\n+ F\n",
  "rows of a table": "| 1 | Rà soát văn bản | Sở Tư pháp | Sở Nội vụ | Quý IV/2023 |\n",
  "cells of a table": "| ",
  "addressees by lines": "- Như trên;\nNơi nhận:\n",
  "marks on one letter": "\u0301",
  "letters without spaces": "SởNộivụ",
  colons: "chủ trì: ",
  "hyphens and dashes": "-–—",
  "coordinating for ever": "chủ trì, phối hợp với ",
  "assign assign": "Giao Sở Nội vụ giao ",
  "half an outline": "1.1.1.1.1.1.1.1.1. ",
  stops: ". ",
};

/** What frames a document: only behind it much of a reader comes to work. */
const FRAME = `ỦY BAN NHÂN DÂN
TỈNH AN THƯỢNG
Số: 12/CT-UBND
An Thượng, ngày 01 tháng 02 năm 2023
CHỈ THỊ
Về việc tăng cường kỷ luật, kỷ cương hành chính
Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Sở Nội vụ chủ trì, phối hợp với các sở, ngành rà soát, báo cáo trước ngày 30/11/2023.
2. `;

export type Pathological = { name: string; make: (length: number) => string };

/** Each alone, and each as what follows the head of a directive. */
export const pathological: readonly Pathological[] = Object.entries(PIECES).flatMap(
  ([name, piece]) => [
    { name, make: (length: number) => upTo(piece, length) },
    {
      name: `${name}, in a directive`,
      make: (length: number) => FRAME + upTo(piece, Math.max(0, length - FRAME.length)),
    },
  ],
);
