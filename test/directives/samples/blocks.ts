// A sample's text as the pieces of an office's page: head, title, paragraphs, tables, close.

export type Block =
  | { kind: "head"; left: string[]; right: string[]; number: string[]; date: string }
  | { kind: "title"; lines: string[] }
  | { kind: "paragraph"; text: string }
  | { kind: "scanned"; text: string }
  | { kind: "table"; rows: string[][] }
  | { kind: "close"; recipients: string[]; signature: string[] };

const RULE = /^[-_]+$/;
const MOTTO = /^CỘNG HÒA/;
const PLACE_AND_DATE = /, ngày .* năm \d{4}$/;

const asHead = (lines: string[]): Block => {
  const said = lines.filter((line) => !RULE.test(line));
  const motto = said.findIndex((line) => MOTTO.test(line));
  const number = said.findIndex((line) => line.startsWith("Số:"));
  const below = said.slice(number);
  return {
    kind: "head",
    left: said.slice(0, motto),
    right: said.slice(motto, number),
    number: below.filter((line) => !PLACE_AND_DATE.test(line)),
    date: below.find((line) => PLACE_AND_DATE.test(line)) ?? "",
  };
};

const asClose = (lines: string[]): Block => {
  const last = lines.findIndex((line) => line.startsWith("- Lưu")) + 1;
  return { kind: "close", recipients: lines.slice(0, last), signature: lines.slice(last) };
};

const asRow = (line: string): string[] =>
  line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());

const isCapitals = (line: string): boolean =>
  line === line.toUpperCase() && /\p{Lu}{2}/u.test(line);

const asBlocks = (lines: string[]): Block[] => {
  const [first = ""] = lines;
  if (lines.some((line) => MOTTO.test(line))) return [asHead(lines)];
  if (first === "Nơi nhận:") return [asClose(lines)];
  if (first.startsWith("|")) return [{ kind: "table", rows: lines.map(asRow) }];
  if (isCapitals(first) && !/^[IVX]+\. /.test(first)) return [{ kind: "title", lines }];
  return lines.map((text) => ({ kind: "paragraph", text }));
};

/** Empty lines part the pieces; a line of a piece is a paragraph of its own. */
export const blocksOf = (text: string): Block[] =>
  text
    .split(/\n{2,}/)
    .map((piece) => piece.split("\n").filter((line) => line !== ""))
    .filter((lines) => lines.length > 0)
    .flatMap(asBlocks);

/** What a scanner's software makes of a page: a paragraph for every line, tabs and all. */
export const scannedLines = (text: string): Block[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({ kind: "scanned", text: line }));

/** Headings are bold: parts, articles, and clauses that only name somebody. */
export const isHeading = (text: string): boolean =>
  /^([IVX]+\.|Điều \d+\.) /.test(text) ? text.length < 90 : /^\d+\. [^.;:]{1,90}$/.test(text);
