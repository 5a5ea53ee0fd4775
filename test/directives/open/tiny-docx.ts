// Word documents by hand: what a test needs of the format, and no more.
import { zipSync } from "fflate";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export const run = (text: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export const paragraph = (text: string, properties = ""): string =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;

export const cell = (text: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text
    .split("\n")
    .map((line) => paragraph(line))
    .join("")}</w:tc>`;

export const row = (...cells: readonly string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
export const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join("")}</w:tbl>`;

/** `<w:numPr>`: this paragraph is numbered. */
export const numbered = (num: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`;

export const level = (at: number, format: string, text: string, more = ""): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

/** Other parts (`word/numbering.xml`) by their content inside of the root element. */
export type Parts = Record<string, string>;

const ROOTS: Readonly<Record<string, string>> = {
  "word/numbering.xml": "w:numbering",
  "word/styles.xml": "w:styles",
};

const rootOf = (name: string): string =>
  ROOTS[name] ?? (name.includes("header") ? "w:hdr" : name.includes("footer") ? "w:ftr" : "");

const part = (name: string, content: string): string => {
  const root = rootOf(name);
  return root === "" ? content : `${HEAD}<${root} ${W} ${MC}>${content}</${root}>`;
};

/** The bytes of a .docx. */
export const docx = (body: string, parts: Parts = {}): Uint8Array => {
  const all: Parts = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "word/document.xml": `${HEAD}<w:document ${W} ${MC}><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, content]) => [name, Buffer.from(part(name, content))]),
    ),
  );
};
