// CSV that spreadsheets open: UTF-8 with its mark, quoted, and never a formula.

import { plainLetters } from "#src/messages/plain-letters.ts";

/** A cell that a spreadsheet would compute is told to be text. */
const harmless = (cell: string): string =>
  /^\s*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;

const quoted = (cell: string): string =>
  /[",;\n\r\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => cells.map((cell) => quoted(harmless(plainLetters(cell)))).join(",")).join("\r\n")}\r\n`;
