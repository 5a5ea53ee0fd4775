// Reads every document of a folder with labels and says how much of it was read right.
//   node test/directives/score-program.ts [FOLDER] [--short]     (FOLDER: ../shared/directives)
import path from "node:path";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { readDirective } from "#src/directives/read-directive.ts";
import { MEASURES, pooledScore, type Score, scoreReading } from "./score.ts";
import { readLabelled } from "./scoring/labels.ts";
import { type Count, share } from "./scoring/tally.ts";

const root = path.join(import.meta.dirname, "../..");
const words = process.argv.slice(2);
const short = words.includes("--short");
const folder = path.resolve(
  words.find((word) => !word.startsWith("--")) ?? path.join(root, "../shared/directives"),
);

const figure = (counted: Count): string =>
  `${share(counted).toFixed(3)} (${counted.right}/${counted.all})`.padEnd(18);

const print = (name: string, { tallies, falseDates, negatives }: Score): void => {
  console.log(`\n${name}`);
  for (const measure of MEASURES) {
    const { recall, precision } = tallies[measure];
    console.log(`  ${measure.padEnd(16)} recall ${figure(recall)} precision ${figure(precision)}`);
  }
  console.log(`  false dates and duties: ${falseDates} (${negatives} negatives, every citation)`);
};

const calendar = makeWorkCalendar(productDayOffs());
const scores: Score[] = [];
for (const labelled of readLabelled(folder)) {
  const reading = readDirective(labelled.text, { at: labelled.at, calendar });
  const score = scoreReading(labelled, labelled.text, reading);
  scores.push(score);
  if (!short || score.misses.length > 0) print(labelled.file, score);
  for (const { what, line, expected, got } of short ? [] : score.misses) {
    console.log(`  line ${line}: ${what}\n    expected ${expected}\n    got      ${got}`);
  }
}
print(`${scores.length} documents together`, pooledScore(scores));
