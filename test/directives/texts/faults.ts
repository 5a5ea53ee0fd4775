// What is wrong with a reading, whatever was read: a place outside the text, a line miscounted, words
// that do not stand where they are said to stand.
import type { Reading, Span } from "#src/directives/reading.ts";

/** Letters alone, composed: spaces, and what has no width, may have been mended away. */
const squeezed = (text: string): string => text.normalize("NFC").replace(/[\s\p{C}]+/gu, "");
const words = (text: string): string[] =>
  text.normalize("NFC").replace(/\p{C}/gu, " ").trim().split(/\s+/u);

/** The numbers of the lines at two offsets, counted from 1. */
const linesAt = (text: string): ((offset: number) => number) => {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
};

/** Whether all words stand in the text in their order; line breaks and page numbers may lie between. */
const isMadeOf = (said: string, text: string): boolean => {
  const there = squeezed(text);
  let at = 0;
  return words(said).every((word) => {
    const found = there.indexOf(word, at);
    at = found + word.length;
    return found !== -1;
  });
};

/** One line for each fault; none for a sound reading. */
export const faultsOf = (text: string, reading: Reading): string[] => {
  const lineAt = linesAt(text);
  const faults: string[] = [];
  const checkSpan = (what: string, { from, to, line, endLine }: Span): string => {
    const inside =
      Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from < to && to <= text.length;
    if (!inside) faults.push(`${what}: [${from}, ${to}) of ${text.length}`);
    else if (line !== lineAt(from) || endLine !== lineAt(to - 1)) {
      faults.push(`${what}: lines ${line}–${endLine}, not ${lineAt(from)}–${lineAt(to - 1)}`);
    }
    return text.slice(from, to);
  };
  const checkWords = (what: string, said: string, span: Span): void => {
    const slice = checkSpan(what, span);
    if (!squeezed(slice).includes(squeezed(said)) && !isMadeOf(said, slice)) {
      faults.push(`${what}: “${said}” is not “${slice}”`);
    }
  };
  // A number is given as it is officially written, whatever its case in a heading.
  for (const { number, span } of reading.document.cited) {
    const slice = checkSpan("citation", span);
    if (!squeezed(slice.toLowerCase()).includes(squeezed(number.toLowerCase()))) {
      faults.push(`citation: “${number}” is not “${slice}”`);
    }
  }
  const clauses = new Set(reading.drafts.map(({ clause }) => clause));
  for (const draft of reading.drafts) {
    const { clause, deadline, targets, dependsOn } = draft;
    const slice = checkSpan(`draft ${clause}`, draft.span);
    if (!isMadeOf(draft.text, slice)) faults.push(`draft ${clause}: “${draft.text}” in “${slice}”`);
    if (deadline.span !== null) checkWords("deadline", deadline.phrase, deadline.span);
    else if (deadline.phrase !== "") faults.push(`“${deadline.phrase}” stands nowhere`);
    for (const { phrase, span } of targets) checkWords("target", phrase, span);
    for (const each of dependsOn) {
      if (!clauses.has(each)) faults.push(`draft ${clause} depends on ${each}, which is none`);
    }
    if (deadline.sure < 0 || deadline.sure > 1) faults.push(`sure ${deadline.sure}`);
    if (draft.leadSure < 0 || draft.leadSure > 1) faults.push(`leadSure ${draft.leadSure}`);
  }
  for (const { draft } of reading.questions) {
    if (draft !== null && reading.drafts[draft] === undefined) faults.push(`no draft ${draft}`);
  }
  return faults;
};
