// Documents that nobody wrote: lines lost, doubled and shuffled, brackets, digits and bullets put in
// anywhere. A reader must make something of each, or nothing, at once.
import type { Random } from "#src/sample/random.ts";

const PIECES = [
  ...["(", ")", "“", "”", "[", "]", "{", "|", "| |", ";", ",", ":", ".", "...", "…", "/", "%", "–"],
  ...["- ", "+ ", "- + ", "• ", "a) ", "đ) ", "1. ", "1.1. ", "1.1.1.1.1 ", "IV. ", "Điều 7. "],
  ...[
    "\n",
    "\n\n",
    "\t",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\r\n",
    "\u2028",
    "\u0000",
    "\ud800",
    "\u0301",
  ],
  ...[
    "31/02/2023",
    "trước ngày",
    "ngày 30/11",
    "quý V/2018",
    "năm 0000",
    "năm 99999",
    "00/00/0000",
  ],
  ...["trong 999999999 ngày làm việc kể từ ngày 01/01/2023", "đến năm", "giai đoạn 2025 - 2021"],
  ...["hằng", "hằng quý", "định kỳ", "thường xuyên", "ngay sau khi", "theo lộ trình", "6 tháng"],
  ...["Sở", "Sở Nội vụ", "UBND các", "Giao", "chủ trì, phối hợp với", "và", "Các sở, ban, ngành"],
  ...["tối thiểu 20%", "trên 1.000.000.000", "từ 30% trở lên", "mỗi năm tăng", "cho đến khi đạt"],
  ...["số 12/QĐ-UBND ngày", "Kế hoạch số", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "Nhiệm vụ | Hạn"],
];

type Mutation = (lines: string[], random: Random) => string[];

const somewhere = (lines: readonly string[], random: Random): number =>
  random.whole(0, Math.max(0, lines.length - 1));

const withLine = (lines: string[], random: Random, change: (line: string) => string): string[] => {
  const at = somewhere(lines, random);
  return lines.map((line, index) => (index === at ? change(line) : line));
};

const inserted = (line: string, piece: string, random: Random): string => {
  const at = random.whole(0, line.length);
  return line.slice(0, at) + piece + line.slice(at);
};

const mutations: readonly Mutation[] = [
  (lines, random) => lines.toSpliced(somewhere(lines, random), random.whole(1, 4)),
  (lines, random) => {
    const at = somewhere(lines, random);
    return lines.toSpliced(at, 0, ...lines.slice(at, at + random.whole(1, 4)));
  },
  (lines, random) => {
    const [from, to] = [somewhere(lines, random), somewhere(lines, random)];
    const moved = lines[from] ?? "";
    return lines.toSpliced(from, 1).toSpliced(to, 0, moved);
  },
  (lines, random) => withLine(lines, random, (line) => inserted(line, random.pick(PIECES), random)),
  (lines, random) => {
    const many = random.pick(PIECES).repeat(random.whole(2, 40));
    return withLine(lines, random, (line) => inserted(line, many, random));
  },
  (lines, random) => withLine(lines, random, (line) => line.slice(0, random.whole(0, line.length))),
  (lines, random) => withLine(lines, random, (line) => line.replaceAll(" ", "")),
  (lines, random) => withLine(lines, random, (line) => line.toUpperCase()),
  (lines, random) =>
    withLine(lines, random, (line) => line.replace(/\d/g, () => String(random.whole(0, 9)))),
  (lines) => [lines.join(" ")],
  (lines, random) => {
    const at = somewhere(lines, random);
    return [...lines.slice(at), ...lines.slice(0, at)];
  },
];

/** A piece of the document, changed in one to eight places. */
export const mutated = (document: string, random: Random): string => {
  const all = document.split("\n");
  const from = somewhere(all, random);
  let lines = all.slice(from, from + random.whole(1, 40));
  for (let left = random.whole(1, 8); left > 0; left--) {
    lines = random.pick(mutations)(lines, random);
  }
  return lines.join("\n");
};

/** Pieces in any order. */
export const piecedTogether = (random: Random): string =>
  Array.from({ length: random.whole(0, 80) }, () => random.pick(PIECES)).join(
    random.pick([" ", "", "\n", ", "]),
  );
