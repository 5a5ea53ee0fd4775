// The numeric targets that stretches of a passage state, by the day that their duty is due.
import { numericTargets } from "#src/language/numeric-targets.ts";
import { type Passage, spanOf } from "./clean-text.ts";
import type { DraftDeadline, DraftTarget } from "./reading.ts";

/** A number to reach with the words that bound it; what is left names what is measured. */
const NUMBER =
  /(?:(?:tối thiểu|ít nhất|không dưới|không quá|trên|dưới|hơn|đạt|từ)\s+)*\d{1,3}(?:[.,]\d+)?\s?(?:%|phần trăm)(?:\s+trở lên)?/giu;

/** Targets in characters [from, to); those of a recurring duty are due when its years end. */
export function targetsIn(
  passage: Passage,
  from: number,
  to: number,
  deadline: DraftDeadline,
): DraftTarget[] {
  const by = deadline.kind === "recurrence" ? (deadline.window?.to ?? null) : deadline.dueOn;
  return numericTargets(passage.text.slice(from, to)).map((found) => {
    const { operator, value, upTo, unit, level, baseline, escalator } = found;
    const phrase = passage.raw.slice(from + found.from, from + found.to).trim();
    const metric = phrase.replace(NUMBER, "").replace(/\s+/gu, " ").trim();
    return {
      ...{ metric, operator, value, upTo, unit, level, baseline, escalator, by, phrase },
      span: spanOf(passage, from + found.from, from + found.to),
    };
  });
}
