// One item of the outline, cut into the pieces that are duties of their own: a piece has one
// deadline and one subject.
import { deadlineMentions } from "#src/language/deadline-mentions.ts";
import type { DeadlineMention } from "#src/language/mention.ts";
import type { TimeContext } from "#src/language/time-reading.ts";
import { afterAny, isWord, type Source, tokenize } from "#src/language/tokens.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import { type Subject, subjectOf } from "./subjects.ts";

/** Characters [from, to) of the passage, its tokens, and what it says of time and of people. */
export type Clause = Segment & {
  firstToken: number;
  nextToken: number;
  main: DeadlineMention | null;
  mentions: readonly DeadlineMention[];
  subject: Subject | null;
};

export type ReadPassage = {
  source: Source;
  mentions: readonly DeadlineMention[];
  clauses: readonly Clause[];
};

const STRENGTH = [
  "due",
  "impossible",
  "recurring",
  "event",
  "continuous",
  "phase",
  "weak",
] as const;
const CUTTING: ReadonlySet<string> = new Set(["due", "recurring", "event", "continuous"]);
const NEAR = 6;
const LONGEST_LIST = 160;

const tokenBehind = (source: Source, offset: number): number => {
  let low = 0;
  let high = source.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((source.tokens[middle]?.from ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The first mention that begins at a token or behind it. */
function mentionBehind(mentions: readonly DeadlineMention[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.from ?? Infinity) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The mention that gives a clause its deadline. A date beside a frequency is its day. */
function mainOf(mentions: readonly DeadlineMention[]): DeadlineMention | null {
  const all = mentions.filter(({ kind }) => kind === "recurring");
  const named = all.find(
    ({ item }) => item.kind === "recurrence" && item.recurrence.frequencies.length > 0,
  );
  const recurring = named ?? all[0];
  if (recurring !== undefined) return recurring;
  for (const kind of STRENGTH) {
    const all = mentions.filter((each) => each.kind === kind);
    const last = kind === "due" ? all.at(-1) : all[0];
    if (last !== undefined) return last;
  }
  return null;
}

const ACTS = ["tổng kết", "sơ kết", "hoàn thành", "báo cáo", "trình", "tổ chức", "gửi", "ban hành"];

/** Where a comma parts two mentions that are deadlines of two duties. */
function cutBetween(source: Source, one: DeadlineMention, other: DeadlineMention): number | null {
  // "hằng quý báo cáo, gửi Sở Nội vụ chậm nhất ngày 16": the day of the same report.
  const report =
    one.item.kind === "recurrence" &&
    other.item.kind === "recurrence" &&
    one.item.recurrence === other.item.recurrence;
  if (report) return null;
  if (other.from - one.next < NEAR && !(one.kind === "due" && other.kind === "due")) return null;
  const both = one.kind === "due" && other.kind === "due";
  for (let at = other.from - 1; at >= one.next; at--) {
    if (isWord(source, at, ",")) return at + 1;
    // "sơ kết vào năm 2023 và tổng kết vào năm 2025"
    if (both && isWord(source, at, "và") && afterAny(source, at + 1, ACTS) !== null) return at + 1;
  }
  return null;
}

function divided(
  source: Source,
  segment: Segment,
  mentions: readonly DeadlineMention[],
): Segment[] {
  const real = mentions.filter(({ kind }) => CUTTING.has(kind));
  const pieces: Segment[] = [];
  let { from } = segment;
  for (let at = 1; at < real.length; at++) {
    const [one, other] = [real[at - 1], real[at]];
    const cut = one && other ? cutBetween(source, one, other) : null;
    const token = cut === null ? undefined : source.tokens[cut];
    if (token === undefined || token.from <= from) continue;
    const end = source.tokens[(cut ?? 1) - 1]?.to ?? token.from;
    pieces.push({ ...segment, from, to: end });
    from = token.from;
  }
  pieces.push({ ...segment, from });
  return pieces;
}

/** "Giao các sở; Chủ tịch UBND các huyện rà soát …": a semicolon inside a list parts nothing. */
function wholeLists(source: Source, segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  let until = -1;
  for (const segment of segments) {
    const last = joined.at(-1);
    const first = tokenBehind(source, segment.from);
    if (last !== undefined && first < until)
      joined[joined.length - 1] = { ...last, to: segment.to };
    else joined.push(segment);
    const start = first < until ? tokenBehind(source, last?.from ?? segment.from) : first;
    const reach = Math.min(source.tokens.length, first + LONGEST_LIST);
    until = Math.max(until, subjectOf(source, start, reach)?.list.next ?? -1);
  }
  return joined;
}

/** Reads the words of a passage from character `from` on. */
export function readPassage(text: string, from: number, context: TimeContext): ReadPassage {
  // Blanks instead of the marker: its "c)" is no word before the first one, and all offsets hold.
  const source = tokenize(" ".repeat(from) + text.slice(from));
  const mentions = deadlineMentions(source, context);
  const within = (segment: Segment) => {
    const first = tokenBehind(source, segment.from);
    const next = tokenBehind(source, segment.to);
    const own: DeadlineMention[] = [];
    for (let at = mentionBehind(mentions, first); at < mentions.length; at++) {
      const mention = mentions[at];
      if (mention === undefined || mention.from >= next) break;
      if (mention.next <= next) own.push(mention);
    }
    return { first, next, own };
  };
  const clauses = wholeLists(source, segmentsOf(text, from))
    .flatMap((segment) => divided(source, segment, within(segment).own))
    .map((segment): Clause => {
      const { first, next, own } = within(segment);
      return {
        ...segment,
        firstToken: first,
        nextToken: next,
        main: mainOf(own),
        mentions: own,
        subject: subjectOf(source, first, next),
      };
    });
  return { source, mentions, clauses };
}
