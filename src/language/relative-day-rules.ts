import { addDays, type CivilDate, startOfWeek, weekdayOf } from "#src/calendar/civil-date.ts";
import { dayRules } from "./day-rules.ts";
import type { Read } from "./number-words.ts";
import { dayReading, longest, type TimeRule } from "./time-reading.ts";
import { afterAny, afterPhrase, isWord, numberAt, type Source, skipAny } from "./tokens.ts";

const RELATIVE: readonly (readonly [number, readonly string[]])[] = [
  [0, ["hôm nay", "nay", "ngày hôm nay", "trong ngày", "trong hôm nay", "bữa nay", "hnay"]],
  [1, ["mai", "ngày mai", "hôm sau", "ngày hôm sau"]],
  [2, ["mốt", "ngày mốt", "ngày kia", "hôm kia tới"]],
];

const PARTS_OF_DAY = ["sáng", "trưa", "chiều", "tối", "đêm", "cuối", "đầu giờ"];

// With diacritics ignored, "một" would read as "mốt" and "mái" as "mai".
function isOtherWord(source: Source, at: number, words: readonly string[]): boolean {
  const token = source.tokens[at];
  return token !== undefined && token.accented !== token.bare && !words.includes(token.accented);
}

/** "hôm nay", "chiều mai", "ngày kia". */
const relativeDay: TimeRule = (source, at, { today }) => {
  const start = skipAny(source, at, PARTS_OF_DAY);
  for (const [days, phrases] of RELATIVE) {
    const next = afterAny(source, start, phrases);
    if (next === null || (next === start + 1 && isOtherWord(source, start, phrases))) continue;
    return { next, reading: dayReading(addDays(today, days), "relative-day") };
  }
  return null;
};

const NAMES: readonly (readonly [number, readonly string[]])[] = [
  [1, ["thứ hai", "thứ nhì"]],
  [2, ["thứ ba"]],
  [3, ["thứ tư", "thứ bốn"]],
  [4, ["thứ năm"]],
  [5, ["thứ sáu"]],
  [6, ["thứ bảy", "thứ bẩy"]],
  [7, ["chủ nhật", "chúa nhật", "cn"]],
];

/** A weekday's name, 1 = Monday; "t6" too, which may also mean June and is therefore less sure. */
function weekdayAt(source: Source, at: number): (Read<number> & { sure: number }) | null {
  for (const [value, names] of NAMES) {
    const next = afterAny(source, at, names);
    if (next !== null) return { value, next, sure: 0.9 };
  }
  const worded = isWord(source, at, "thứ");
  const number = worded || isWord(source, at, "t") ? numberAt(source, at + 1, 1) : null;
  if (number === null || number < 2 || number > 7) return null;
  if (worded) return { value: number - 1, next: at + 2, sure: 0.9 };
  const glued = source.tokens[at + 1]?.spaced === false;
  return glued ? { value: number - 1, next: at + 2, sure: 0.6 } : null;
}

const THIS_WEEK = ["tuần này", "của tuần này", "trong tuần", "trong tuần này"];
const NEXT_WEEK = ["tuần sau", "tuần tới", "của tuần sau", "của tuần tới", "sau"];

function inWhichWeek(source: Source, at: number, weekday: number, today: CivilDate) {
  const inWeek = (weeks: number) => addDays(startOfWeek(today), 7 * weeks + weekday - 1);
  const same = afterAny(source, at, THIS_WEEK);
  if (same !== null) return { due: inWeek(0), next: same, factor: 1 };
  const following = afterAny(source, at, NEXT_WEEK);
  if (following !== null) return { due: inWeek(1), next: following, factor: 1 };
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const coming = afterPhrase(source, at, "tới") ?? afterPhrase(source, at, "này");
  if (coming !== null) return { due: addDays(today, ahead || 7), next: coming, factor: 0.9 };
  // Said on the very weekday, it may mean today or a week from today.
  return { due: addDays(today, ahead), next: at, factor: ahead === 0 ? 0.7 : 1 };
}

/** "thứ 6", "thứ sáu tuần sau", "chủ nhật", "thứ sáu, ngày 30/11" (where the date decides). */
const weekday: TimeRule = (source, at, context) => {
  const found = weekdayAt(source, skipAny(source, at, [...PARTS_OF_DAY, "ngày"]));
  if (!found) return null;
  const dated = skipAny(source, found.next, [",", "(", "-"]);
  const day = longest(dayRules, source, dated, context);
  if (day?.impossible) return day;
  if (day) {
    const next = isWord(source, dated - 1, "(") ? skipAny(source, day.next, [")"]) : day.next;
    const agrees = weekdayOf(day.reading.due) === found.value;
    const notes = agrees ? day.reading.notes : [...day.reading.notes, "weekday-mismatch" as const];
    return { next, reading: { ...day.reading, notes, sure: agrees ? day.reading.sure : 0.5 } };
  }
  const { due, next, factor } = inWhichWeek(source, found.next, found.value, context.today);
  const later = due < context.today ? addDays(due, 7) : null;
  const alternative = later && { from: later, due: later };
  return {
    next,
    reading: dayReading(due, "weekday", { sure: found.sure * factor, alternative }),
  };
};

/** Rules for a day that is named by its distance or its place in the week. */
export const relativeDayRules: readonly TimeRule[] = [relativeDay, weekday];
