// Cells that a spreadsheet would take for a formula (OWASP, "CSV Injection"): an apostrophe before
// them makes them text. What is guarded can always be told from what somebody wrote so.
const DANGEROUS = "[=+\\-@\\t\\r\\n＝＋－＠]";
const FORMULA = new RegExp(`^'*${DANGEROUS}`, "u");
const GUARDED = new RegExp(`^'+${DANGEROUS}`, "u");

/** For CSV, where a cell has no type. */
export const guardCell = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** For XLSX, where a text is a text: only what reading would take an apostrophe from gets one. */
export const guardText = (cell: string): string => (GUARDED.test(cell) ? `'${cell}` : cell);

/** Takes the guard off again, of either kind. */
export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);
