import { dayRules } from "./day-rules.ts";
import { durationRules } from "./duration-rules.ts";
import { englishRules } from "./english-rules.ts";
import { relativeDayRules } from "./relative-day-rules.ts";
import { longest, type TimeContext, type TimeParse, type TimeRule } from "./time-reading.ts";
import { numberAt, type Source, skipAny } from "./tokens.ts";
import { windowRules } from "./window-rules.ts";

const PARTS_OF_DAY = ["sáng", "trưa", "chiều", "tối"];
const HOUR_SIGNS = ["h", "giờ", "g", ":"];
const LINKS = ["ngày", "của", "hôm", ","];

/** "17h00", "17 giờ 30 phút", "8:30 sáng": the positions after a time of day, longest first. */
function afterClock(source: Source, at: number): number[] {
  const hour = numberAt(source, at, 2);
  const sign = skipAny(source, at + 1, HOUR_SIGNS);
  if (hour === null || hour > 24 || sign === at + 1) return [];
  const minutes = numberAt(source, sign, 2) === null ? [] : [sign + 1];
  const ends = [...minutes.map((end) => skipAny(source, end, ["phút", "p", "'"])), sign];
  return ends.map((end) => skipAny(source, end, PARTS_OF_DAY));
}

const plainRules = [
  ...dayRules,
  ...relativeDayRules,
  ...windowRules,
  ...durationRules,
  ...englishRules,
];

const dayOnly = [...dayRules, ...relativeDayRules];

/** "17h00 ngày 30/11", "17h 30/11": the day counts, the hour is noted. */
const withClock: TimeRule = (source, at, context) => {
  for (const after of afterClock(source, at)) {
    const linked = skipAny(source, after, LINKS);
    const day =
      longest(dayOnly, source, after, context) ?? longest(dayOnly, source, linked, context);
    if (day?.impossible) return day;
    if (!day) continue;
    const notes = [...day.reading.notes, "time-of-day" as const];
    return { next: day.next, reading: { ...day.reading, notes } };
  }
  return null;
};

const rules: readonly TimeRule[] = [...plainRules, withClock];

/**
 * The longest day, span or duration named at a token position, or null. This is the entry for
 * running text: call it at every position and cut `source.text` by the tokens' offsets.
 */
export const timeAt = (source: Source, at: number, context: TimeContext): TimeParse | null =>
  longest(rules, source, at, context);
