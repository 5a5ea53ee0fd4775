// A paragraph cut at the ends of its sentences and at its semicolons.

/** Characters [from, to) of a passage; `sentence` counts the full stops passed. */
export type Segment = { from: number; to: number; sentence: number };

const ABBREVIATION = /(?:^|[\s(])(?:tp|tx|tt|ts|ths|pgs|gs|đ\/c|v\.v|st|p|q|h|số)\.?$/iu;
const CUT = /;|[.!?…](?=\s+["“(]?[\p{Lu}\d+-])/gu;

/** Signs inside brackets and quotation marks don't cut. */
function depthAt(text: string): Uint8Array {
  const depth = new Uint8Array(text.length);
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === "(" || sign === "“") open = Math.min(open + 1, 200);
    else if ((sign === ")" || sign === "”") && open > 0) open--;
    // A bracket that is never closed must not swallow the rest.
    else if (sign === "." && open > 0 && /\s\p{Lu}/u.test(text.slice(at + 1, at + 3))) open = 0;
    depth[at] = open;
  }
  return depth;
}

/** The segments of text [from, end); outer spaces left out. */
export function segmentsOf(text: string, from: number): Segment[] {
  const segments: Segment[] = [];
  const depth = depthAt(text);
  let start = from;
  let sentence = 0;
  const add = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const length = raw.trim().length;
    if (length > 0) segments.push({ from: start + lead, to: start + lead + length, sentence });
  };
  for (const { index, 0: sign } of text.matchAll(CUT)) {
    if (index < from || (depth[index] ?? 0) > 0) continue;
    if (sign === "." && ABBREVIATION.test(text.slice(Math.max(0, index - 8), index))) continue;
    add(index + 1);
    start = index + 1;
    if (sign !== ";") sentence++;
  }
  add(text.length);
  return segments;
}
