// What looks like a deadline and is none: the labels' negatives, and every date of a document that
// the text cites.
import type { Draft, Reading } from "#src/directives/reading.ts";
import type { NegativeLabel } from "./labels.ts";
import { type Locate, overlaps, type Place } from "./places.ts";
import type { Miss } from "./tally.ts";

const CITED =
  /(?<![\p{L}\d])(?:số\s*:?\s*)?\d+(?:\/\d{4})?(?:\/|-)[\p{Lu}Đ][\p{L}\d/&.-]*,?\s+ngày\s+(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})/gu;

/** Places of "số 877/QĐ-TTg ngày 18/7/2018" and the like, by the look of them alone. */
const citations = (text: string): Place[] =>
  [...text.matchAll(CITED)].map(({ index, 0: words }) => ({
    from: index,
    to: index + words.length,
  }));

const took = (drafts: readonly Draft[], place: Place | null): Draft | undefined =>
  drafts.find(({ deadline }) => deadline.kind !== "none" && overlaps(deadline.span, place));

const falseDate = ({ deadline, clause }: Draft, expected: string): Miss => ({
  what: "false date",
  line: deadline.span?.line ?? 0,
  expected,
  got: `${deadline.kind} ${deadline.dueOn ?? ""} “${deadline.phrase}” in ${clause}`,
});

/** Each of them that became a deadline, and each finding of the past that became a duty. */
export const falseDates = (
  text: string,
  { drafts }: Reading,
  negatives: readonly NegativeLabel[],
  locate: Locate,
): Miss[] => {
  const misses: Miss[] = [];
  for (const { line, quote, why } of negatives) {
    const place = locate(line, quote);
    const taken = took(drafts, place);
    if (taken !== undefined) misses.push(falseDate(taken, `no deadline: “${quote}” (${why})`));
    const duty = drafts.find(({ span }) => overlaps(span, place));
    if (
      duty !== undefined &&
      /finding|history|background|praise|not (?:a )?(?:task|duty)/i.test(why)
    ) {
      const got = `duty ${duty.clause} “${duty.text.slice(0, 80)}”`;
      misses.push({ what: "false duty", line, expected: `no duty: “${quote}” (${why})`, got });
    }
  }
  for (const place of citations(text)) {
    const taken = took(drafts, place);
    if (taken === undefined) continue;
    misses.push(falseDate(taken, `no deadline: cited “${text.slice(place.from, place.to)}”`));
  }
  return misses;
};
