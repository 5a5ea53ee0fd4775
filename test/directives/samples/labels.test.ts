// The labels speak of what stands in the samples, and the three forms of a sample say the same.
import { readFileSync, statSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { sampleLabels } from "./labels.ts";
import { SAMPLES } from "./names.ts";

const place = (file: string): URL => new URL(file, import.meta.url);
const labels = sampleLabels();
const linesOf = new Map(
  SAMPLES.map(({ name }) => [
    `${name}.txt`,
    readFileSync(place(`${name}.txt`), "utf8").split("\n"),
  ]),
);

const DATED = /^(BEFORE_DATE|BY_DATE|BY_YEAR|PERIOD|PHASE|END_OF_YEAR|DURATION)/;
const WITHOUT_DATE =
  /^(RECUR_|CONTINUOUS|EVENT_TRIGGERED|URGEN|IMMEDIATE|QUALITATIVE|UNDATED|ROADMAP_REF|SCHEDULE_REF|NOT_A_DEADLINE)/;
const DUE = /(?:due|date) (\d{4}-\d{2}-\d{2})/;

/** Letters and digits alone: how a form breaks its lines and sets its signs counts for nothing. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");
/** The lines of a text without the numbers that Word may write by itself. */
const duties = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => letters(line.replace(/^(Điều \d+\.|[IVX]+\.|\d+\.|[a-d]\)) /, "")))
    .filter((line) => line !== "");

const wordText = (name: string): string => {
  const parts = unzipSync(readFileSync(place(`${name}.docx`)));
  return strFromU8(parts["word/document.xml"] ?? new Uint8Array()).replace(/<[^>]*>/g, "");
};

const printedText = async (name: string): Promise<string> => {
  const bytes = new Uint8Array(readFileSync(place(`${name}.pdf`)));
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false });
  return text.map((page) => page.replace(/\n?\d+$/, "")).join("\n");
};

describe("labels of the samples", () => {
  it("quote each what stands in the line they name", () => {
    const wrong = [...labels.deadlines, ...labels.targets, ...labels.negatives].filter(
      ({ file, line, quote }) => !linesOf.get(file)?.[line - 1]?.includes(quote),
    );
    expect(wrong).toEqual([]);
  });

  it("give a day of the calendar, not before the document, to every dated phrase and to no other", () => {
    const issued = new Map(labels.documents.map((one) => [one.file, one.issuedOn]));
    const wrong = labels.deadlines.filter(({ file, kind, parsed }) => {
      const due = DUE.exec(parsed)?.[1];
      if (WITHOUT_DATE.test(kind)) return due !== undefined;
      const day = new Date(`${due}T00:00:00Z`);
      const real = !Number.isNaN(day.valueOf()) && day.toISOString().slice(0, 10) === due;
      return !(DATED.test(kind) && real && (due ?? "") > (issued.get(file) ?? "9"));
    });
    expect(wrong).toEqual([]);
  });

  it("have a number of their own each, and phrases of all six documents", () => {
    const ids = [...labels.deadlines, ...labels.targets].map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    const files = [...linesOf.keys()].sort();
    expect(labels.documents.map((one) => one.file).sort()).toEqual(files);
    for (const kind of [labels.deadlines, labels.targets, labels.negatives])
      expect([...new Set(kind.map((one) => one.file))].sort()).toEqual(files);
  });
});

describe.each(SAMPLES)("sample $name", ({ name }) => {
  const text = (linesOf.get(`${name}.txt`) ?? []).join("\n");

  it("says in Word what its text says", () => {
    const word = letters(wordText(name));
    expect(duties(text).filter((line) => !word.includes(line))).toEqual([]);
  });

  it("says in print what its text says", async () => {
    const printed = letters(await printedText(name));
    // The cells of a row stand beside each other on the page: each is looked for by itself.
    const pieces = duties(text.replaceAll("|", "\n").replaceAll("\t", "\n"));
    expect(pieces.filter((piece) => !printed.includes(piece))).toEqual([]);
  });

  it.each(["docx", "pdf"])("is small as %s", (form) => {
    expect(statSync(place(`${name}.${form}`)).size).toBeLessThan(60_000);
  });
});
