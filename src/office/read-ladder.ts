// "quá hạn: cán bộ 0, lãnh đạo đơn vị 3, thường trực 5, lãnh đạo 10, lúc 9:00": what a person wants
// of a ladder. Only what is named changes.
import { findClockTime } from "#src/language/clock-time.ts";
import { around, cutWords } from "#src/language/cut-words.ts";
import { fold } from "#src/language/fold.ts";
import { takeRole } from "#src/people/role-words.ts";
import {
  type Ladder,
  type LadderName,
  MOST_DELAY,
  MOST_EVERY,
  MOST_REPEATS,
  rungs,
} from "./ladders.ts";
import { type Range, readNumber } from "./read-number.ts";

export type LadderProblem =
  | { problem: "unreadable"; typed: string }
  | { problem: "outside"; typed: string; range: Range };

export type LadderRead = { kind: "read"; ladder: Partial<Ladder> } | LadderProblem;

const NAMES: readonly [RegExp, LadderName][] = [
  [/\b(?:chua nhan(?: viec)?|khong nhan|not received|unreceived)\b/u, "unreceived"],
  [/\b(?:(?:viec )?(?:qua|tre) han|overdue)\b/u, "overdue"],
  [/\b(?:(?:chua |cho )?giai trinh|unexplained|explanations?)\b/u, "unexplained"],
  [
    /\b(?:(?:cho|chua) (?:quyet dinh|tra loi|xu ly|xac nhan)|quyet dinh|unanswered|decisions?)\b/u,
    "unanswered",
  ],
];

/** Which ladder is meant, and what else was said. */
export const takeLadderName = (text: string): { name: LadderName; rest: string } | null => {
  for (const [pattern, name] of NAMES) {
    const cut = cutWords(text, pattern);
    if (cut !== null) return { name, rest: around(cut).replace(/^[\s:–-]+/u, "") };
  }
  return null;
};

const REPEAT =
  /[,;]?\s*\b(?:nhac lai|lap lai|repeat(?: every)?)\b(?:\s*(?:sau|moi|every))*\s*(\d+)[^\d,;]*(?:[,;]?\s*(?:toi da |at most )?(\d+)\s*(?:lan|times?))?/u;
const UNITS = /\b(?:ngay lam viec|ngay|working days?|days?)\b/gu;
const OFF = /^(?:khong|bo|bo qua|thoi|tat|-|none|off|no)$/u;
const DELAYS: Range = { least: 0, most: MOST_DELAY };

type Taken = { ladder: Partial<Ladder>; rest: string } | LadderProblem;

const takeHour = (text: string): { ladder: Partial<Ladder>; rest: string } => {
  const found = findClockTime(text);
  if (found === null) return { ladder: {}, rest: text };
  const before = found.before.replace(/[\s,;]*(?:từ|tu|from)?$/iu, "");
  return { ladder: { from: found.time }, rest: `${before}, ${found.behind}` };
};

const takeRepeat = (text: string): Taken => {
  const cut = cutWords(text, REPEAT);
  if (cut === null) return { ladder: {}, rest: text };
  const [, every = "", times] = cut.found;
  if (Number(every) < 1 || Number(every) > MOST_EVERY) {
    return { problem: "outside", typed: every, range: { least: 1, most: MOST_EVERY } };
  }
  if (times !== undefined && Number(times) > MOST_REPEATS) {
    return { problem: "outside", typed: times, range: { least: 0, most: MOST_REPEATS } };
  }
  const mostRepeats = times === undefined ? {} : { mostRepeats: Number(times) };
  return {
    ladder: { repeatEvery: Number(every), ...mostRepeats },
    rest: `${cut.before}, ${cut.behind}`,
  };
};

const withoutUnits = (text: string): string => {
  const cut = cutWords(text, new RegExp(UNITS.source, "u"));
  return cut === null ? text : withoutUnits(around(cut));
};

const readRung = (typed: string): Partial<Ladder> | LadderProblem => {
  const named = takeRole(typed.replace(/[:=]/gu, " "));
  const rung = rungs.find((one) => one === named?.role);
  if (named === null || rung === undefined) return { problem: "unreadable", typed };
  const said = withoutUnits(named.rest).trim();
  if (OFF.test(fold(said))) return { [rung]: null };
  const days = readNumber(said, DELAYS);
  if (days.kind === "number") return { [rung]: days.value };
  return days.kind === "none"
    ? { problem: "unreadable", typed }
    : { problem: "outside", typed: days.typed, range: DELAYS };
};

/** Rungs between commas, or one after the other: "cán bộ 1 thường trực 3". */
const rungsIn = (text: string): string[] =>
  text
    .split(/[,;\n]+|(?<=\d)\s+(?=\p{L})/u)
    .map((part) => part.trim())
    .filter((part) => withoutUnits(part).replace(/[.:]/gu, "").trim() !== "");

export const readLadder = (text: string): LadderRead => {
  const hour = takeHour(text);
  const repeat = takeRepeat(hour.rest);
  if ("problem" in repeat) return repeat;
  let ladder: Partial<Ladder> = { ...hour.ladder, ...repeat.ladder };
  for (const typed of rungsIn(repeat.rest)) {
    const read = readRung(typed);
    if ("problem" in read) return read;
    ladder = { ...ladder, ...read };
  }
  return { kind: "read", ladder };
};
