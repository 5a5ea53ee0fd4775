// A deadline as running text states it, made into a draft's: the words are read by the same grammar
// as a cell or a typed command (src/language/deadline.ts).
import { civilOf } from "#src/calendar/civil-date.ts";
import { type Deadline, readDeadline } from "#src/language/deadline.ts";
import type { DeadlineMention } from "#src/language/mention.ts";
import type { TimeContext } from "#src/language/time-reading.ts";
import type { Source } from "#src/language/tokens.ts";
import { type Passage, spanOf } from "./clean-text.ts";
import type { DeadlineNote, DraftDeadline, Span } from "./reading.ts";

export const NO_DEADLINE: DraftDeadline = {
  kind: "none",
  dueOn: null,
  boundary: null,
  window: null,
  frequency: [],
  phrase: "",
  sure: 1,
  notes: [],
  span: null,
};

const NOTES: Readonly<Partial<Record<Deadline["reasons"][number], DeadlineNote>>> = {
  "year-guessed": "year-guessed",
  "month-guessed": "year-guessed",
  "next-year-taken": "next-year-taken",
  "already-past": "already-past",
  "several-dates": "several-dates",
  "no-such-day": "no-such-day",
  "no-such-month": "no-such-day",
  "no-such-year": "no-such-day",
  "no-frequency": "no-frequency",
  "also-on-request": "also-on-request",
  "also-after-event": "also-after-event",
  "only-urgency": "only-urgency",
  "refers-to-a-schedule": "refers-to-a-schedule",
  "counted-from-receipt": "counted-from-receipt",
  "moved-to-working-day": "moved-to-working-day",
  "before-a-period": "before-a-period",
};

const notesOf = ({ reasons }: Deadline): DeadlineNote[] => [
  ...new Set(reasons.flatMap((reason) => NOTES[reason] ?? [])),
];

/** A whole phrase as a draft's deadline. */
export function deadlineOfPhrase(phrase: string, span: Span, context: TimeContext): DraftDeadline {
  const read = readDeadline(phrase, context.today, context.calendar);
  const { kind, dueOn, boundary, window, frequency, sure } = read;
  const clear = kind !== "unclear";
  return {
    ...{ kind: clear ? kind : "none", dueOn, boundary, window, frequency, phrase, span },
    sure: clear ? sure : 0.3,
    notes: notesOf(read),
  };
}

/** `phrase` as it is written, `read` as it is understood: they differ by mended slips alone. */
export type Stretch = { phrase: string; read: string; span: Span };

/** Characters [from, to) of a passage. */
const stretchOf = (passage: Passage, from: number, to: number): Stretch => ({
  phrase: passage.raw.slice(from, to),
  read: passage.text.slice(from, to),
  span: spanOf(passage, from, to),
});

/** Tokens [from, next) of a passage. */
export function stretchAt(passage: Passage, { tokens }: Source, from: number, next: number) {
  const start = tokens[from]?.from ?? 0;
  return stretchOf(passage, start, tokens[next - 1]?.to ?? start);
}

/** Characters [from, to) of a passage that are a deadline and nothing else: a cell, a field. */
export function deadlineOfStretch(
  passage: Passage,
  from: number,
  to: number,
  context: TimeContext,
): DraftDeadline {
  const { phrase, read, span } = stretchOf(passage, from, to);
  return { ...deadlineOfPhrase(read, span, context), phrase };
}

export type Stated = Stretch & { mention: DeadlineMention };

/** What one mention says; words around it are told by `extra`. */
export function deadlineOf(
  { mention, phrase, read: words, span }: Stated,
  context: TimeContext,
  extra: readonly DeadlineNote[] = [],
): DraftDeadline {
  const { item, kind } = mention;
  if (kind === "event" || kind === "continuous") {
    return { ...NO_DEADLINE, kind, phrase, span, sure: 0.9 * mention.sure, notes: extra };
  }
  if (kind === "impossible") {
    return { ...NO_DEADLINE, phrase, span, sure: 0, notes: ["no-such-day", ...extra] };
  }
  if (kind === "weak") {
    const about =
      item.kind === "schedule"
        ? "refers-to-a-schedule"
        : item.kind === "time"
          ? "by-phases"
          : "only-urgency";
    return { ...NO_DEADLINE, phrase, span, sure: 0.8, notes: [about, ...extra] };
  }
  const read = deadlineOfPhrase(words, span, context);
  // "trước ngày 20" of every month: the words alone would be a date.
  const frame = kind === "recurring" && item.kind === "recurrence" && read.kind !== "recurrence";
  const recurring = frame
    ? {
        kind: "recurrence" as const,
        dueOn: null,
        window: null,
        frequency: item.recurrence.frequencies,
      }
    : {};
  return {
    ...read,
    ...recurring,
    phrase,
    sure: read.sure * mention.sure,
    notes: [...new Set([...read.notes, ...extra])],
  };
}

/** "kế hoạch … năm 2019" in a document of 2018: to be there before its year begins; ask. */
export const planDeadline = (year: number, phrase: string, span: Span): DraftDeadline => ({
  ...NO_DEADLINE,
  kind: "period",
  dueOn: civilOf(year - 1, 12, 31),
  boundary: "by",
  window: { from: civilOf(year - 1, 1, 1), to: civilOf(year - 1, 12, 31) },
  phrase,
  span,
  sure: 0.4,
  notes: ["plan-of-next-year"],
});

/** A heading's deadline, as it holds for what stands under it. */
export const inherited = (deadline: DraftDeadline): DraftDeadline => ({
  ...deadline,
  sure: deadline.sure * 0.95,
  notes: [...deadline.notes, "inherited"],
});

export const isReal = ({ kind }: DraftDeadline): boolean => kind !== "none";
