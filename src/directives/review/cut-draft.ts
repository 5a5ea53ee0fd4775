// A draft cut in two where a sentence or a part of one ends. Both halves are verbatim stretches of
// the document. Pure.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { deadlineItemAt } from "#src/language/deadline-items.ts";
import { tokenize } from "#src/language/tokens.ts";
import type { DraftDeadline, Span } from "../reading.ts";
import { typedDeadline } from "./draft-deadline.ts";
import type { ReviewDraft } from "./stored-json.ts";

/** Shorter stretches are numbers and abbreviations, not duties. */
const SHORTEST = 12;
const ENDS = /;(?=\s)|\.(?=\s+[\p{Lu}“"(])/gu;

export const mended = (raw: string): string => raw.replace(/\s+/gu, " ").trim();

const linesIn = (text: string): number => text.split("\n").length - 1;

/** Without the white space around it. */
const tightSpan = (text: string, from: number, to: number, { span }: ReviewDraft): Span => {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const end = from + raw.trimEnd().length;
  const line = span.line + linesIn(text.slice(span.from, start));
  return { from: start, to: end, line, endLine: line + linesIn(text.slice(start, end)) };
};

/** The stretches of a draft's source between the places where it could be cut. */
export const piecesOf = (text: string, draft: ReviewDraft): Span[] => {
  const { from, to } = draft.span;
  const raw = text.slice(from, to);
  const cuts: number[] = [];
  for (const found of raw.matchAll(ENDS)) {
    const end = found.index + found[0].length;
    const isLong = end - (cuts.at(-1) ?? 0) >= SHORTEST && raw.length - end >= SHORTEST;
    if (isLong) cuts.push(end);
  }
  return [0, ...cuts].map((start, at) =>
    tightSpan(text, from + start, from + (cuts[at] ?? raw.length), draft),
  );
};

/** What stands before the duty itself: "a) ", "- ". */
const markerOf = (text: string, draft: ReviewDraft): string => {
  const raw = mended(text.slice(draft.span.from, draft.span.to));
  const at = raw.indexOf(draft.text.slice(0, SHORTEST * 2));
  return at > 0 ? raw.slice(0, at) : "";
};

type Day = { at: CivilDate; calendar: WorkCalendar };

/** The first date with a "trước", "đến hết" … before it; others are only mentioned. */
const deadlineIn = (piece: string, day: Day): DraftDeadline | null => {
  const source = tokenize(piece);
  const context = { today: day.at, calendar: day.calendar };
  for (let at = 0; at < source.tokens.length; at += 1) {
    const item = deadlineItemAt(source, at, context);
    if (item?.kind !== "time" || item.boundary === null) continue;
    const from = source.tokens[item.from]?.from ?? 0;
    const to = source.tokens[item.next - 1]?.to ?? from;
    const read = typedDeadline(piece.slice(from, to), day);
    if (read.kind === "read") return read.deadline;
  }
  return null;
};

const holds = (span: Span, inner: Span | null): boolean =>
  inner !== null && span.from <= inner.from && inner.to <= span.to;

const half = (
  text: string,
  draft: ReviewDraft,
  { span, marker, day }: { span: Span; marker: string; day: Day },
): ReviewDraft => {
  const whole = mended(text.slice(span.from, span.to));
  const words = whole.startsWith(marker) ? whole.slice(marker.length) : whole;
  const { deadline, targets, questions } = draft;
  const isOwn = holds(span, deadline.span) || !holds(draft.span, deadline.span);
  const own = isOwn ? deadline : deadlineIn(words, day);
  const copied = !isOwn && own === null && deadline.kind !== "none";
  return {
    ...draft,
    span,
    text: words,
    deadline: own ?? deadline,
    targets: targets.filter((target) => holds(span, target.span)),
    questions: [
      ...questions.filter(({ about }) => !copied || about !== "deadline-unsure"),
      ...(copied ? [{ about: "deadline-unsure" as const, phrase: deadline.phrase }] : []),
    ],
  };
};

/** Cuts behind the piece of this number, counted from 1; null where there is no such place. */
export const cutDraft = (
  text: string,
  draft: ReviewDraft,
  behind: number,
  day: Day,
): [ReviewDraft, ReviewDraft] | null => {
  const pieces = piecesOf(text, draft);
  const last = pieces[behind - 1];
  const next = pieces[behind];
  if (last === undefined || next === undefined) return null;
  const marker = markerOf(text, draft);
  const first = { ...draft.span, to: last.to, endLine: last.endLine };
  const second = { ...draft.span, from: next.from, line: next.line };
  return [
    half(text, draft, { span: first, marker, day }),
    half(text, draft, { span: second, marker: "", day }),
  ];
};
