// A sample as an office prints it: A4, a Times-like letter, page numbers in the top margin.
import type { Browser } from "playwright-core";
import { type Block, isHeading } from "./blocks.ts";

const STYLE = `
  body { font: 13pt/1.55 "Times New Roman", "Liberation Serif", "DejaVu Serif Condensed", serif; }
  p { margin: 4pt 0; text-align: justify; white-space: pre-wrap; tab-size: 8; }
  .scanned { white-space: pre; font-size: 12pt; }
  .middle { text-align: center; }
  .strong { font-weight: bold; }
  table { width: 100%; border-collapse: collapse; }
  td { vertical-align: top; padding: 2pt 4pt; }
  .head td:first-child { width: 40%; }
  .head p { font-size: 11.5pt; }
  .grid { table-layout: fixed; }
  tr { break-inside: avoid; }
  .grid td { border: 0.5pt solid; }
  .grid td:first-child { width: 6%; }
  .grid td:nth-child(2) { width: 30%; }
  .grid p { text-align: left; font-size: 10.5pt; margin: 0; }`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const line = (text: string, look = ""): string => `<p class="${look}">${escaped(text)}</p>`;

const cell = (lines: readonly string[], look = ""): string =>
  `<td>${lines.map((text) => line(text, look)).join("")}</td>`;

const grid = (rows: readonly string[][]): string =>
  rows.map((row) => `<tr>${row.map((one) => cell([one])).join("")}</tr>`).join("");

const written = (block: Block): string => {
  switch (block.kind) {
    case "head":
      return `<table class="head"><tr>${cell(block.left, "middle strong")}${cell(block.right, "middle strong")}</tr>
        <tr>${cell(block.number, "middle")}${cell([block.date], "middle")}</tr></table>`;
    case "title":
      return block.lines.map((text) => line(text, "middle strong")).join("");
    case "paragraph":
      return line(block.text, isHeading(block.text) ? "strong" : "");
    case "scanned":
      return line(block.text, "scanned");
    case "table":
      return `<table class="grid">${grid(block.rows)}</table>`;
    case "close":
      return `<table class="head"><tr>${cell(block.recipients)}${cell(block.signature, "middle strong")}</tr></table>`;
  }
};

/** The bytes of a PDF with these blocks; `numbered` puts a page number above each page. */
export const asPdf = async (
  browser: Browser,
  blocks: readonly Block[],
  numbered: boolean,
): Promise<Buffer> => {
  const page = await browser.newPage();
  await page.setContent(`<style>${STYLE}</style>${blocks.map(written).join("\n")}`);
  const bytes = await page.pdf({
    format: "A4",
    margin: { top: "20mm", bottom: "20mm", left: "30mm", right: "18mm" },
    displayHeaderFooter: numbered,
    headerTemplate: `<p style="font-size:11pt;width:100%;text-align:center" class="pageNumber"></p>`,
    footerTemplate: "<p></p>",
    tagged: false,
    outline: false,
  });
  await page.close();
  return bytes;
};
