// A sample as Word keeps it: layout tables without borders, real tables, automatic numbers.
import {
  AlignmentType,
  BorderStyle,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { type Block, isHeading } from "./blocks.ts";

const FONT = "Times New Roman";
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};
/** The markers that Word writes by itself, from the outermost level to the innermost. */
const MARKERS = [/^(?:[IVX]+\.|Điều \d+\.) /, /^\d+\. /, /^[a-d]\) /, /^- /];

export type Numbering = "typed" | "parts" | "articles";

const runs = (text: string): (string | Tab)[] =>
  text.split("\t").flatMap((piece, at) => (at === 0 ? [piece] : [new Tab(), piece]));

const line = (text: string, look: { bold?: boolean; centred?: boolean } = {}): Paragraph =>
  new Paragraph({
    alignment: look.centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    children: [new TextRun({ children: runs(text), bold: look.bold ?? false })],
  });

const body = (text: string, numbering: Numbering): Paragraph => {
  const level = numbering === "typed" ? -1 : MARKERS.findIndex((marker) => marker.test(text));
  const marker = MARKERS[level];
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: { before: 60, after: 60 },
    ...(marker === undefined ? {} : { numbering: { reference: numbering, level } }),
    children: [
      new TextRun({
        children: runs(marker === undefined ? text : text.replace(marker, "")),
        bold: isHeading(text),
      }),
    ],
  });
};

const cell = (lines: string[], look: { bold?: boolean; centred?: boolean } = {}): TableCell =>
  new TableCell({ children: lines.map((text) => line(text, look)) });

const layout = (rows: TableCell[][]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: NO_BORDERS,
    rows: rows.map((children) => new TableRow({ children })),
  });

const written = (block: Block, numbering: Numbering): (Paragraph | Table)[] => {
  const centred = { centred: true };
  const strong = { bold: true, centred: true };
  switch (block.kind) {
    case "head":
      return [
        layout([
          [cell(block.left, strong), cell(block.right, strong)],
          [cell(block.number, centred), cell([block.date], centred)],
        ]),
        line(""),
      ];
    case "title":
      return [...block.lines.map((text) => line(text, strong)), line("")];
    case "paragraph":
      return [body(block.text, numbering)];
    case "scanned":
      return [line(block.text)];
    case "table":
      return [
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: block.rows.map((row) => new TableRow({ children: row.map((one) => cell([one])) })),
        }),
      ];
    case "close":
      return [layout([[cell(block.recipients), cell(block.signature, strong)]]), line("")];
  }
};

const levels = (outermost: {
  format: (typeof LevelFormat)["DECIMAL" | "UPPER_ROMAN"];
  text: string;
}) =>
  [
    outermost,
    { format: LevelFormat.DECIMAL, text: "%2." },
    { format: LevelFormat.LOWER_LETTER, text: "%3)" },
    { format: LevelFormat.BULLET, text: "-" },
  ].map((one, level) => ({ ...one, level, alignment: AlignmentType.LEFT }));

/** The bytes of a DOCX with these blocks. */
export const asDocx = async (blocks: readonly Block[], numbering: Numbering): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      styles: { default: { document: { run: { font: FONT, size: 27 } } } },
      numbering: {
        config: [
          { reference: "parts", levels: levels({ format: LevelFormat.UPPER_ROMAN, text: "%1." }) },
          {
            reference: "articles",
            levels: levels({ format: LevelFormat.DECIMAL, text: "Điều %1." }),
          },
        ],
      },
      sections: [{ children: blocks.flatMap((block) => written(block, numbering)) }],
    }),
  );
