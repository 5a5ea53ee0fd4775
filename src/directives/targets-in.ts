// The numeric targets that stretches of a passage state, by the day that their duty is due.
import { numericTargets } from "#src/language/numeric-targets.ts";
import { type Passage, spanOf } from "./clean-text.ts";
import type { DraftDeadline, DraftTarget } from "./reading.ts";

const NUMBER = /\d{1,3}(?:[.,]\d+)?\s?(?:%|phần trăm)/gu;

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
