// Deadlines that were found and read right: each label against the drafts that stand at its place.
import type { Draft, Reading } from "#src/directives/reading.ts";
import { type Expected, expectedOf } from "./expected.ts";
import type { DeadlineLabel } from "./labels.ts";
import { type Locate, overlaps, type Place, shared } from "./places.ts";
import { count, type Miss, noTally, type Tally } from "./tally.ts";

/** A label with the drafts that answer to it. */
export type Matched = {
  label: DeadlineLabel;
  expected: Expected;
  place: Place | null;
  drafts: readonly Draft[];
};

const UNSURE = 0.9;

const isTimed = ({ deadline }: Draft): boolean => deadline.kind !== "none";

const asked = ({ drafts, questions }: Reading, draft: Draft): boolean =>
  questions.some((one) => one.about === "frequency" && one.draft === drafts.indexOf(draft));

const sameSet = (some: readonly string[], others: readonly string[]): boolean =>
  some.every((one) => others.includes(one)) && others.every((one) => some.includes(one));

/** Whether a draft's deadline says what the label says. */
const isRight = (expected: Expected, draft: Draft, reading: Reading): boolean => {
  const { kind, dueOn, boundary, frequency, sure } = draft.deadline;
  switch (expected.kind) {
    case "date":
      return (
        kind === "date" && dueOn === expected.dueOn && (boundary ?? "by") === expected.boundary
      );
    case "period":
      return (
        (kind === "period" || kind === "date") &&
        dueOn === expected.dueOn &&
        !(expected.unsure && sure >= UNSURE)
      );
    case "recurrence":
      if (kind !== "recurrence") return false;
      if (expected.frequency !== null) return sameSet(expected.frequency, frequency);
      return frequency.length === 0 || asked(reading, draft);
    default:
      return kind === expected.kind;
  }
};

const worded = ({ deadline }: Draft): string => {
  const { kind, dueOn, boundary, frequency, phrase } = deadline;
  return [kind, boundary, dueOn, ...frequency, `“${phrase}”`].filter(Boolean).join(" ");
};

const expectedWorded = (expected: Expected): string =>
  [
    expected.kind,
    "boundary" in expected ? expected.boundary : "",
    "dueOn" in expected ? expected.dueOn : "",
    ...("frequency" in expected ? (expected.frequency ?? ["without frequency"]) : []),
  ]
    .filter(Boolean)
    .join(" ");

/** The drafts of one duty (joint leads have one each): those that share its span and its phrase. */
const duty = (drafts: readonly Draft[], one: Draft): Draft[] =>
  drafts.filter(
    ({ span, deadline }) =>
      span.from === one.span.from &&
      span.to === one.span.to &&
      deadline.span?.from === one.deadline.span?.from,
  );

const nearest = (drafts: readonly Draft[], place: Place | null): Draft | undefined =>
  drafts
    .filter((draft) => overlaps(draft.span, place))
    .sort((a, b) => shared(b.span, place) - shared(a.span, place))[0];

/** The drafts that a label speaks of: by the place of their deadline, else of their text. */
const matching = (reading: Reading, label: DeadlineLabel, place: Place | null): Matched => {
  const expected = expectedOf(label);
  const dated = reading.drafts.filter(
    (draft) => isTimed(draft) && overlaps(draft.deadline.span, place),
  );
  // A heading hands its date down: each draft under it must have it.
  if (/heading/.test(label.kind)) return { label, expected, place, drafts: dated };
  const right = dated.filter((draft) => isRight(expected, draft, reading));
  const one =
    expected.kind === "none" || expected.kind === "mark"
      ? nearest(reading.drafts, place)
      : (nearest(right, place) ?? right[0] ?? nearest(dated, place) ?? dated[0]);
  const found = one ?? nearest(reading.drafts, place);
  return { label, expected, place, drafts: found ? duty(reading.drafts, found) : [] };
};

const answers = (matched: Matched, reading: Reading): { found: boolean; right: boolean } => {
  const { expected, place, drafts } = matched;
  const here = drafts.filter((draft) => isTimed(draft) && overlaps(draft.deadline.span, place));
  // Of words that give no date nothing may come; a date of other words is no fault of theirs.
  if (expected.kind === "none") {
    const strays = reading.drafts.some(
      (draft) => isTimed(draft) && overlaps(draft.deadline.span, place),
    );
    return { found: drafts.length > 0, right: drafts.length > 0 && !strays };
  }
  const right = here.length > 0 && here.every((draft) => isRight(expected, draft, reading));
  return { found: here.length > 0, right };
};

/** One line a reading, however many drafts share it. */
const distinct = (drafts: readonly Draft[]): Draft[] => [
  ...new Map(
    drafts.map((draft) => {
      const { kind, dueOn, boundary, frequency, span } = draft.deadline;
      return [[span?.from, span?.to, kind, dueOn, boundary, frequency].join(), draft] as const;
    }),
  ).values(),
];

export type DeadlineScore = {
  matched: readonly Matched[];
  found: Tally;
  read: Tally;
  misses: readonly Miss[];
};

/**
 * `found`: phrases that are deadlines, and drafts whose phrase lies in such a label. `read`: labels
 * read right, undated ones too, and dated drafts that are right.
 */
export const scoreDeadlines = (
  reading: Reading,
  labels: readonly DeadlineLabel[],
  locate: Locate,
): DeadlineScore => {
  const all = labels.map((label) => matching(reading, label, locate(label.line, label.quote)));
  const [found, read] = [noTally(), noTally()];
  const misses: Miss[] = [];
  for (const one of all) {
    const { label, expected, place, drafts } = one;
    if (expected.kind === "unscored" || expected.kind === "mark") continue;
    const answer = answers(one, reading);
    if (expected.kind !== "none") count(found.recall, answer.found);
    count(read.recall, answer.right);
    if (answer.right) continue;
    const got = drafts.map(worded).join("; ") || "no draft";
    misses.push({
      what: answer.found ? "deadline misread" : "deadline missed",
      line: label.line,
      expected: `${label.id} ${expectedWorded(expected)} “${label.quote}”`,
      got: place === null ? "these words do not stand in this form of the document" : got,
    });
  }
  for (const draft of distinct(reading.drafts.filter(isTimed))) {
    const here = all.filter(({ place }) => overlaps(place, draft.deadline.span));
    if (here.some(({ expected }) => expected.kind === "unscored")) continue;
    const timed = here.filter(({ expected }) => !["none", "mark"].includes(expected.kind));
    const right = timed.some(({ expected }) => isRight(expected, draft, reading));
    count(found.precision, timed.length > 0);
    count(read.precision, right);
    if (timed.length > 0) continue;
    misses.push({
      what: "false deadline",
      line: draft.deadline.span?.line ?? draft.span.line,
      expected: "nothing",
      got: `${worded(draft)} in ${draft.clause}`,
    });
  }
  return { matched: all, found, read, misses };
};
