// What holds for whatever is read. Thousands of inputs here; a hundred thousand in growth-program.ts.
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { readDirective } from "#src/directives/read-directive.ts";
import type { Reading } from "#src/directives/reading.ts";
import { randomFor } from "#src/sample/random.ts";
import { faultsOf } from "./texts/faults.ts";
import { FOREIGN } from "./texts/foreign.ts";
import { mutated, piecedTogether } from "./texts/mutated.ts";
import { decomposed, rebroken, respaced } from "./texts/rewritten.ts";
import { withoutPlaces } from "./texts/without-places.ts";

const calendar = makeWorkCalendar(productDayOffs());
const read = (text: string): Reading =>
  readDirective(text, { at: civilDate("2023-02-01"), calendar });

const documents = globSync("samples/*.txt", { cwd: import.meta.dirname })
  .sort()
  .map((file) => readFileSync(path.join(import.meta.dirname, file), "utf8"));

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const anyDocument = fc.constantFrom(...documents);

describe("reading anything", () => {
  it("there are documents to change, and duties in each", () => {
    expect(documents.length).toBeGreaterThanOrEqual(6);
    for (const text of documents) expect(read(text).drafts.length).toBeGreaterThan(5);
  });

  it("never throws, and says of each piece where it stands", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.string({ unit: "grapheme", maxLength: 400 }),
      seeds.map((seed) => piecedTogether(randomFor(seed, "pieces"))),
      fc.tuple(anyDocument, seeds).map(([text, seed]) => mutated(text, randomFor(seed, "changes"))),
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(faultsOf(text, read(text))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("says of each piece of a whole document where it stands", () => {
    for (const text of documents) expect(faultsOf(text, read(text))).toEqual([]);
  });
});

describe("the same document otherwise written", () => {
  const same = (text: string, otherwise: string): void => {
    const reading = read(otherwise);
    expect(withoutPlaces(reading)).toEqual(withoutPlaces(read(text)));
    expect(faultsOf(otherwise, reading)).toEqual([]);
  };

  it("is read the same with its letters taken apart", () => {
    for (const text of documents) same(text, decomposed(text));
  });

  it("is read the same with other spaces", () => {
    fc.assert(
      fc.property(anyDocument, seeds, (text, seed) =>
        same(text, respaced(text, randomFor(seed, "spaces"))),
      ),
      { numRuns: 30 },
    );
  });

  it("is read the same with its sentences broken over lines at any space", () => {
    fc.assert(
      fc.property(anyDocument, seeds, (text, seed) =>
        same(text, rebroken(text, randomFor(seed, "lines"))),
      ),
      { numRuns: 30 },
    );
  });

  it("is read the same with other ends of lines", () => {
    for (const text of documents) same(text, text.replaceAll("\n", "\r\n"));
  });
});

describe("a text in another language", () => {
  const nothing = { language: "other", drafts: [], questions: [] };

  it.each(Object.entries(FOREIGN))("gives no duties and says so: %s", (_language, text) => {
    expect(read(text)).toMatchObject(nothing);
    expect(read(text.repeat(20))).toMatchObject(nothing);
  });

  it("gives no duties and says so: words of Latin letters", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcdeghijklmnopqrstuvwxyz"), minLength: 1 });
    const line = fc.array(word, { minLength: 3, maxLength: 20 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        expect(read(`1. ${lines.join(".\n- ")} 30/11/2023`)).toMatchObject(nothing);
      }),
      { numRuns: 200 },
    );
  });
});
