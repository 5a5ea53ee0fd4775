// What a document loses when it is otherwise written: each sample and each real document with its
// lines broken elsewhere, with other spaces, taken apart; how many readings differ, and where first.
//   node test/directives/rewritten-program.ts [times]
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { civilDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { readDirective } from "#src/directives/read-directive.ts";
import { type Random, randomFor } from "#src/sample/random.ts";
import { decomposed, rebroken, respaced } from "./texts/rewritten.ts";
import { withoutPlaces } from "./texts/without-places.ts";

const times = Number(process.argv[2] ?? 10);
const MOST_SHOWN = 12;
const LONGEST = 240;

const WAYS: Readonly<Record<string, (text: string, random: Random) => string>> = {
  "lines broken elsewhere": rebroken,
  "other spaces": respaced,
  "letters taken apart": decomposed,
};

const context = { at: civilDate("2023-02-01"), calendar: makeWorkCalendar(productDayOffs()) };
const read = (text: string): unknown => withoutPlaces(readDirective(text, context));

const isParts = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
const worded = (value: unknown): string => (JSON.stringify(value) ?? "nothing").slice(0, LONGEST);

/** The first place at which two readings differ, and what stands there in each. */
const firstDifference = (one: unknown, other: unknown, at = ""): string | null => {
  if (!isParts(one) || !isParts(other)) {
    return one === other ? null : `${at}\n      ${worded(one)}\n    → ${worded(other)}`;
  }
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = firstDifference(one[key], other[key], `${at}.${key}`);
    if (found !== null) return found;
  }
  return null;
};

const files = [
  ...globSync(path.join(import.meta.dirname, "samples/*.txt")),
  ...globSync(path.join(import.meta.dirname, "../../../shared/directives/*.txt")),
].sort();

for (const [name, way] of Object.entries(WAYS)) {
  const causes = new Map<string, number>();
  let differ = 0;
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const reading = read(text);
    for (let seed = 0; seed < times; seed++) {
      const found = firstDifference(reading, read(way(text, randomFor(seed, name))));
      if (found === null) continue;
      differ += 1;
      const cause = `${path.basename(file)}${found}`;
      causes.set(cause, (causes.get(cause) ?? 0) + 1);
    }
  }
  console.log(`${name}: ${differ} of ${files.length * times} readings differ`);
  const most = [...causes].sort(([, a], [, b]) => b - a).slice(0, MOST_SHOWN);
  for (const [cause, many] of most) console.log(`  ${many} × ${cause}`);
}
