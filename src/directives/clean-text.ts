// The text as it can be read, with the way back: NFC, one kind of space, nothing invisible. Every
// character knows where it came from, so that each span of a reading is a verbatim piece.
import type { Span } from "./reading.ts";

/** One line without its outer spaces; `starts[i]`, `ends[i]` are UTF-16 offsets in the original. */
export type CleanLine = {
  /** As it is read: slips of OCR in dates are mended, so that its length is that of `raw`. */
  text: string;
  /** As it is written. */
  raw: string;
  starts: readonly number[];
  ends: readonly number[];
  /** From 1. */
  number: number;
  /** Where tabs stood between two words: a row of a table that lost its lines. */
  tabs: readonly number[];
};

/** Control and format characters, but not the spaces among them. */
const INVISIBLE = /[\p{Cf}\p{Cc}\ufffe]/u;
const SPACE = /[\s\u3000]/;
const MARK = /\p{M}/u;

/** A letter with its combining marks, or one character. */
function clusterEnd(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  // A mark behind a space, or behind what nobody sees, belongs to no letter.
  if (SPACE.test(text.charAt(at)) || INVISIBLE.test(text.charAt(at))) return end;
  while (end < text.length && text.charCodeAt(end) >= 0x300 && MARK.test(text.charAt(end))) end++;
  return end;
}

/** "15/l0/2021": letters that OCR put for digits of a date; as many as before. */
const mended = (line: string): string =>
  line.replace(/(?<![\p{L}\p{Nd}])[\dlIOo]{1,2}([/.-])[\dlIOo]{1,2}\1\d{4}(?!\d)/gu, (date) =>
    date.replace(/[lI]/g, "1").replace(/[Oo]/g, "0"),
  );

function cleanLine(text: string, from: number, to: number, number: number): CleanLine {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const tabs: number[] = [];
  let space = -1;
  for (let at = from; at < to; ) {
    // Marks of bold type that a web page left behind.
    if (text.startsWith("**", at)) {
      at += 2;
      continue;
    }
    const end = clusterEnd(text, at);
    const piece = text.slice(at, end);
    if (SPACE.test(piece) && piece !== "\ufeff") {
      if (out.length > 0 && space < 0) space = at;
      if (out.length > 0 && piece === "\t") tabs.push(out.length);
    } else if (!INVISIBLE.test(piece)) {
      if (space >= 0) {
        out.push(" ");
        starts.push(space);
        ends.push(at);
        space = -1;
      }
      for (const unit of piece.normalize("NFC").split("")) {
        out.push(unit);
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  const raw = out.join("");
  return { text: mended(raw), raw, starts, ends, number, tabs };
}

/**
 * All lines of a text, empty ones too. A form feed (a new page) or a lone \r ends one as \n does, but
 * lines are counted as editors count them: by \n, and by \r only where there is no \n.
 */
export function cleanLines(text: string): CleanLine[] {
  const lines: CleanLine[] = [];
  let from = 0;
  let number = 1;
  const counted = text.includes("\n") ? "\n" : "\r";
  for (const found of text.matchAll(/\r\n|[\n\r\f\v\u0085]/g)) {
    lines.push(cleanLine(text, from, found.index, number));
    from = found.index + found[0].length;
    if (found[0].includes(counted)) number++;
  }
  lines.push(cleanLine(text, from, text.length, number));
  return lines;
}

/** Lines joined to one text; `lineOf[i]` is the number of the line that character i stands in. */
export type Passage = {
  text: string;
  raw: string;
  starts: number[];
  ends: number[];
  lineOf: number[];
};

export const emptyPassage = (): Passage => ({
  text: "",
  raw: "",
  starts: [],
  ends: [],
  lineOf: [],
});

/** Adds a line, or a part of one, behind a space. */
export function addLine(passage: Passage, line: CleanLine, from = 0): void {
  const last = passage.ends.at(-1);
  if (last !== undefined && from < line.text.length) {
    passage.text += " ";
    passage.raw += " ";
    passage.starts.push(last);
    passage.ends.push(line.starts[from] ?? last);
    passage.lineOf.push(line.number);
  }
  passage.text += line.text.slice(from);
  passage.raw += line.raw.slice(from);
  for (let at = from; at < line.text.length; at++) {
    passage.starts.push(line.starts[at] ?? 0);
    passage.ends.push(line.ends[at] ?? 0);
    passage.lineOf.push(line.number);
  }
}

/** Where characters [from, to) of a passage stand in the original. */
export const spanOf = (passage: Passage, from: number, to: number): Span => {
  let first = from;
  let last = Math.max(from, to - 1);
  // A space may have been a line's end.
  while (first < last && passage.text[first] === " ") first++;
  while (last > first && passage.text[last] === " ") last--;
  const line = passage.lineOf[first] ?? 1;
  return {
    from: passage.starts[first] ?? 0,
    to: passage.ends[last] ?? 0,
    line,
    endLine: passage.lineOf[last] ?? line,
  };
};
