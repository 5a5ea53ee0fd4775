// "Đơn vị chủ trì: Sở Nội vụ; phối hợp: các sở; thời gian: Quý III": what a plan says of a duty
// beside its words, on lines of its own or behind them.
import { foldWithMap } from "#src/language/fold.ts";

export type FieldName = "lead" | "coordinating" | "deadline" | "deliverable";

/** What stands behind the label, characters [from, to) of the text that was searched. */
export type LabelledField = { name: FieldName; labelFrom: number; from: number; to: number };

const LABELS: readonly (readonly [FieldName, string])[] = [
  [
    "lead",
    "(?:(?:cac )?(?:co quan|don vi|bo phan|so, nganh|cap)(?:, don vi)? )?(?:chu tri|chiu trach nhiem chinh|dau moi|phu trach|tham muu)(?: thuc hien| tham muu| trien khai)?|(?:co quan|don vi)(?:, don vi)? (?:thuc hien|chiu trach nhiem|duoc giao)|phan cong thuc hien|trach nhiem thuc hien",
  ],
  ["coordinating", "(?:(?:cac )?(?:co quan|don vi)(?:, don vi)? )?phoi hop(?: thuc hien)?"],
  [
    "deadline",
    "(?:thoi gian|thoi han|tien do|han|moc thoi gian)(?: (?:hoan thanh|thuc hien|bao cao|trinh|xong|gui|gui bao cao))*|hoan thanh|xong",
  ],
  ["deliverable", "(?:san pham|ket qua)(?: dau ra| du kien| hoan thanh)?"],
];

const LABEL = new RegExp(
  `(?<=^|[;.,(+*-] ?)(?:${LABELS.map(([name, pattern]) => `(?<${name}>${pattern})`).join("|")}) ?:`,
  "gu",
);

/** The fields that a text holds, in order; each ends where the next begins, or at its full stop. */
export function labelledFields(text: string): LabelledField[] {
  if (!text.includes(":")) return [];
  const folded = foldWithMap(text);
  const found = [...folded.text.matchAll(LABEL)];
  return found.map((match, at) => {
    const name =
      LABELS.map(([each]) => each).find((each) => match.groups?.[each] !== undefined) ??
      "deliverable";
    const labelFrom = folded.starts[match.index] ?? 0;
    const from = folded.ends[match.index + match[0].length - 1] ?? 0;
    const following = found[at + 1];
    const end =
      following === undefined ? text.length : (folded.starts[following.index] ?? text.length);
    const value = text.slice(from, end);
    const stop = /[.](?=\s+\p{Lu})/u.exec(value)?.index ?? value.length;
    const lead = value.length - value.trimStart().length;
    const kept = value.slice(0, stop).replace(/[\s;,.)(+*-]+$/u, "");
    return { name, labelFrom, from: from + lead, to: Math.max(from + lead, from + kept.length) };
  });
}
