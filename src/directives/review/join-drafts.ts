// Two neighbouring drafts made one. Pure.
import type { DraftDeadline } from "../reading.ts";
import type { DraftQuestion, ReviewDraft } from "./stored-json.ts";

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

const isSameDay = (a: DraftDeadline, b: DraftDeadline): boolean =>
  a.kind === b.kind && a.dueOn === b.dueOn && same(a.frequency, b.frequency);

/**
 * The first draft with the second's words behind its own. There is one lead: the second's, where it
 * is another, coordinates; what the two say differently is asked about.
 */
export const joinDrafts = (first: ReviewDraft, second: ReviewDraft): ReviewDraft => {
  const sameLead = same(first.leads, second.leads);
  const deadline = first.deadline.kind === "none" ? second.deadline : first.deadline;
  const sameDay = isSameDay(deadline, second.deadline) || second.deadline.kind === "none";
  const questions: DraftQuestion[] = [
    ...first.questions,
    ...second.questions,
    ...(sameLead ? [] : [{ about: "lead-unsure" as const, phrase: first.leads.join(", ") }]),
    ...(sameDay ? [] : [{ about: "deadline-unsure" as const, phrase: second.deadline.phrase }]),
  ];
  const coordinating = [
    ...first.coordinating,
    ...second.coordinating,
    ...(sameLead ? [] : second.leads),
  ].filter((name) => !first.leads.includes(name));
  return {
    ...first,
    text: `${first.text} ${second.text}`,
    span: {
      from: Math.min(first.span.from, second.span.from),
      to: Math.max(first.span.to, second.span.to),
      line: Math.min(first.span.line, second.span.line),
      endLine: Math.max(first.span.endLine, second.span.endLine),
    },
    coordinating: [...new Set(coordinating)],
    deadline,
    targets: [...first.targets, ...second.targets],
    dependsOn: [...new Set([...first.dependsOn, ...second.dependsOn])],
    questions: [...new Map(questions.map((one) => [`${one.about} ${one.phrase}`, one])).values()],
    reworded: first.reworded || second.reworded,
  };
};
