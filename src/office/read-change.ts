// What somebody types behind /caidat. Pure.
import { findClockTime } from "#src/language/clock-time.ts";
import { around, cutWords } from "#src/language/cut-words.ts";
import { fold } from "#src/language/fold.ts";
import type { LadderName } from "./ladders.ts";
import { ranges } from "./office-settings.ts";
import { readLadder, takeLadderName } from "./read-ladder.ts";
import { type Range, readNumber } from "./read-number.ts";
import type { SettingChange, SettingName } from "./setting-change.ts";

/** What is asked about: a ladder is one of four. */
export type Asked = { setting: SettingName; ladder: LadderName | null };

export type ChangeRead =
  | { kind: "change"; change: SettingChange }
  /** Which setting is clear, its value is still to come. */
  | { kind: "missing"; asked: Asked }
  | { kind: "unreadable"; asked: Asked; typed: string }
  | { kind: "outside"; asked: Asked; typed: string; range: Range }
  | { kind: "unknown" };

const WORDS: readonly [RegExp, SettingName][] = [
  [
    /\b(?:bac thang |thang )?(?:leo thang|nhac (?:len )?cap tren|bao cap tren|escalation|ladder)\b/u,
    "ladder",
  ],
  [/\b(?:gio )?(?:yen lang|im lang|khong lam phien|quiet(?: hours)?)\b/u, "quiet"],
  [
    /\b(?:so )?(?:tin nhan|tin|messages?)(?: nhac)?(?: (?:moi|trong|a|per))?(?: ngay| day)?\b/u,
    "messages",
  ],
  [/\b(?:han |ngay )?(?:bao cao(?: dinh ky)?|report(?: due)?)(?: ngay| day)?\b/u, "report"],
  [/\b(?:han )?(?:nhan(?: nhiem vu| viec)?|receive|receipt)(?: (?:trong|within))?\b/u, "receive"],
];

const OFF = /^(?:khong|tat|bo|khong co|none|off|no)$/u;
/** "21-6", "từ 21 đến 6": hours without a sign. */
const BARE_HOURS = /^(?:tu )?(\d{1,2})\s*(?:-|den|toi|to)\s*(\d{1,2})$/u;

const readQuiet = (text: string, asked: Asked): ChangeRead => {
  const folded = fold(text);
  if (OFF.test(folded)) {
    return { kind: "change", change: { setting: "quiet", from: "00:00", to: "00:00" } };
  }
  const [, begin, end] = BARE_HOURS.exec(folded) ?? [];
  const from = findClockTime(begin === undefined ? text : `${begin}h ${end}h`);
  const to = from === null ? null : findClockTime(from.behind);
  if (from === null || to === null) return { kind: "unreadable", asked, typed: text };
  return { kind: "change", change: { setting: "quiet", from: from.time, to: to.time } };
};

const readLadderChange = (text: string, name: LadderName): ChangeRead => {
  const asked: Asked = { setting: "ladder", ladder: name };
  const read = readLadder(text);
  if ("problem" in read) {
    return read.problem === "outside"
      ? { kind: "outside", asked, typed: read.typed, range: read.range }
      : { kind: "unreadable", asked, typed: read.typed };
  }
  if (Object.keys(read.ladder).length === 0) return { kind: "missing", asked };
  return { kind: "change", change: { setting: "ladder", name, ladder: read.ladder } };
};

const readCount = (
  text: string,
  asked: Asked,
  range: Range,
  change: (value: number) => SettingChange,
): ChangeRead => {
  const read = readNumber(text, range);
  if (read.kind === "number") return { kind: "change", change: change(read.value) };
  if (read.kind === "outside") return { kind: "outside", asked, typed: read.typed, range };
  return { kind: "unreadable", asked, typed: text };
};

/** The value of a setting that is known. */
export const readValue = (typed: string, asked: Asked): ChangeRead => {
  const text = typed.replace(/^[\s:=]*(?:[–-]\s+)?/u, "").trim();
  const { setting } = asked;
  if (setting === "ladder") {
    const named = takeLadderName(text);
    const name = named?.name ?? asked.ladder;
    if (name === null) {
      return text === "" ? { kind: "missing", asked } : { kind: "unreadable", asked, typed: text };
    }
    return readLadderChange(named?.rest ?? text, name);
  }
  if (text === "") return { kind: "missing", asked };
  switch (setting) {
    case "quiet":
      return readQuiet(text, asked);
    case "messages":
      return readCount(text, asked, ranges.messages, (count) => ({ setting, count }));
    case "report":
      return readCount(text, asked, ranges.report, (day) => ({ setting, day }));
    case "receive":
      return readCount(text, asked, ranges.receive, (days) => ({ setting, days }));
  }
};

/** A setting and its value, in any order. */
export const readChange = (text: string): ChangeRead => {
  for (const [pattern, setting] of WORDS) {
    const cut = cutWords(text, pattern);
    if (cut !== null) return readValue(around(cut), { setting, ladder: null });
  }
  return { kind: "unknown" };
};
