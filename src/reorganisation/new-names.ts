// Names of agencies that are not known yet, out of a list: "Sở Văn hóa và Thể thao, Sở Du lịch".
import { allFolded } from "./folded.ts";

// What a name of an agency begins with.
const BODY =
  /^(?:so|ban|ubnd|uy ban|van phong|vp|thanh tra|cong an|trung tam|chi cuc|cuc|phong|bao|dai|hoi|vien|truong|benh vien|kho bac|thue|toa an|vien kiem sat|xa|phuong|dac khu|thi tran)\s/g;
const SEPARATOR = /\s*[;\n]\s*|\s*,\s*(?:va\s+)?|\s+va\s+|\s*\+\s*/g;

export const startsLikeName = (text: string): boolean => allFolded(text.trim(), BODY).length > 0;

/** A comma or "và" parts two names only where the second begins like one, or is a known code. */
export const splitNewNames = (text: string, isKnownCode: (code: string) => boolean): string[] => {
  const names: string[] = [];
  const isCode = (piece: string): boolean => !/\s/.test(piece) && isKnownCode(piece);
  let start = 0;
  const cut = (end: number, next: number): void => {
    const name = text.slice(start, end).trim();
    if (name !== "") names.push(name);
    start = next;
  };
  for (const { from, to } of allFolded(text, SEPARATOR)) {
    const behind = text.slice(to);
    const [piece = ""] = /^[^,;\n+]*/.exec(behind) ?? [];
    if (/[;\n]/.test(text.slice(from, to)) || startsLikeName(behind) || isCode(piece.trim())) {
      cut(from, to);
    }
  }
  cut(text.length, text.length);
  return names;
};
