// A row of a table as one line: `| cell | cell |`.
import { oneLine } from "./one-line.ts";

/** Paragraphs of a cell: what is not ended by a mark of its own, and not continued, gets one. */
const inCell = (text: string): string =>
  text
    .split("\n")
    .map(oneLine)
    .filter((line) => line !== "")
    .reduce((before, line) => {
      if (before === "") return line;
      const goesOn = /[.;:,!?–-]$/.test(before) || /^\p{Ll}(?![).])/u.test(line);
      return `${before}${goesOn ? " " : "; "}${line}`;
    }, "");

/** A bar inside a cell would be taken for its end. */
export const tableRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => inCell(cell).replaceAll("|", "/")).join(" | ")} |`;
