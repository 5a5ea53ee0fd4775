// The sample documents of invented provinces, as text, DOCX and PDF, each through the reader of files.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { openDocument } from "#src/directives/open/open-document.ts";
import { readDirective } from "#src/directives/read-directive.ts";
import { expectReached } from "./reaches.ts";
import { pooledScore, scoreReading } from "./score.ts";
import { type Labelled, readLabelled } from "./scoring/labels.ts";

const folder = path.join(import.meta.dirname, "samples");
const calendar = makeWorkCalendar(productDayOffs());
const samples = readLabelled(folder);

const textOf = async (file: string): Promise<string> => {
  const opened = await openDocument(readFileSync(path.join(folder, file)), file);
  if (opened.kind !== "text") throw new Error(`${file} was not opened: ${JSON.stringify(opened)}`);
  return opened.text;
};

const score = async (labelled: Labelled, form: string) => {
  const text = await textOf(labelled.file.replace(/\.txt$/, form));
  const reading = readDirective(text, { at: labelled.at, calendar });
  return scoreReading(labelled, text, reading);
};

describe("documents of invented provinces", () => {
  it("are six at least", () => expect(samples.length).toBeGreaterThanOrEqual(6));

  it.each([".txt", ".docx", ".pdf"])("are read right as %s", async (form) => {
    expectReached(pooledScore(await Promise.all(samples.map((sample) => score(sample, form)))));
  });

  it("say who issued them, when and under which number", () => {
    const wrong = samples.flatMap((labelled) => {
      const reading = readDirective(labelled.text, { at: labelled.at, calendar });
      const { misses } = scoreReading(labelled, labelled.text, reading);
      return misses
        .filter(({ what }) => what.startsWith("document"))
        .map(({ what, expected, got }) => `${labelled.file}: ${what}: ${expected} → ${got}`);
    });
    expect(wrong).toEqual([]);
  });
});
