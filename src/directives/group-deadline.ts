// The deadline that the clauses of one duty state together.
import { fold } from "#src/language/fold.ts";
import { inOrder } from "#src/language/recurrence.ts";
import type { TimeContext } from "#src/language/time-reading.ts";
import { type ClauseGroup, planYearOf } from "./clause-groups.ts";
import type { ReadPassage } from "./clauses.ts";
import type { Passage } from "./clean-text.ts";
import {
  deadlineOf,
  deadlineOfPhrase,
  NO_DEADLINE,
  planDeadline,
  stretchAt,
} from "./draft-deadline.ts";
import type { DeadlineNote, DraftDeadline } from "./reading.ts";

/** Reads it as of the context's day; of kind "none" where the clauses give no time. */
export function groupDeadline(
  passage: Passage,
  { source }: ReadPassage,
  group: ClauseGroup,
  context: TimeContext,
): DraftDeadline {
  const place = (from: number, next: number) => stretchAt(passage, source, from, next);
  const plan = planYearOf(source, group, context);
  if (plan !== null) {
    const { phrase, span } = place(plan.from, plan.next);
    return planDeadline(plan.year, phrase, span);
  }
  const { main } = group;
  if (main === null) return NO_DEADLINE;
  const mentions = group.clauses.flatMap((clause) => clause.mentions);
  const phases = mentions.filter(
    ({ item }) => item.kind === "time" && item.reading.precision === "phase",
  );
  const { phrase, read, span } = place(main.from, main.next);
  if (phases.length > 1 && (main.kind === "phase" || main.kind === "weak")) {
    // A deliverable of each phase: no date is said for either.
    return { ...NO_DEADLINE, phrase, span, sure: 0.5, notes: ["by-phases"] };
  }
  const text = fold(passage.text.slice(group.clauses[0]?.from, group.clauses.at(-1)?.to));
  const asked = main.kind === "recurring" && /dot xuat|khi co yeu cau/u.test(text);
  const event = main.kind === "due" && mentions.some(({ kind }) => kind === "event");
  const extra: DeadlineNote[] = [
    ...(asked ? (["also-on-request"] as const) : []),
    ...(event ? (["also-after-event"] as const) : []),
  ];
  const made = deadlineOf({ mention: main, phrase, read, span }, context, extra);
  if (main.kind !== "recurring") return made;
  // "hằng quý …, hằng năm" in one clause: all of them.
  const named = mentions.flatMap(({ item }) =>
    item.kind === "recurrence" ? item.recurrence.frequencies : [],
  );
  const alone = group.clauses.length === 1;
  const frequency = alone ? inOrder(named) : made.frequency;
  const [phase] = phases;
  const years = phase === undefined ? null : place(phase.from, phase.next);
  const window = years === null ? made.window : deadlineOfPhrase(years.read, span, context).window;
  return { ...made, frequency, window };
}
