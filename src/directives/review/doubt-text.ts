// What is doubtful about a draft, as a sentence to the person who looks at it.
import type { Language } from "#src/messages/language.ts";
import { questionText } from "#src/messages/words/directive-questions.ts";
import * as words from "#src/messages/words/directives.ts";
import type { Doubt } from "./doubts.ts";
import type { LeadProblem } from "./resolve-leads.ts";

const problemText = (language: Language, problem: LeadProblem): string => {
  switch (problem.kind) {
    case "nobody-named":
      return words.nobodyNamed(language);
    case "unknown":
      return words.unknownLead(language, problem.phrase, problem.nearest);
    case "several":
      return words.severalLeads(language, problem.phrase, problem.candidates);
    case "ended":
      return words.endedLead(language, problem.phrase);
    case "empty-group":
      return words.emptyGroup(language, problem.phrase);
    case "districts-ended":
      return words.districtsEnded(language, problem.phrase);
  }
};

export const doubtText = (language: Language, doubt: Doubt): string => {
  switch (doubt.about) {
    case "lead":
      return problemText(language, doubt.problem);
    case "read-as":
      return words.readAs(language, doubt.phrase, doubt.name);
    case "past":
      return words.pastDeadline(language, doubt.due);
    case "asked":
      return questionText(language, doubt.question);
    case "unsure-lead":
      return words.unsureLead(language);
    case "unsure-deadline":
      return words.unsureDeadline(language);
  }
};

/** Names that would settle it, each a tap. */
export const offeredLeads = (doubts: readonly Doubt[]): readonly string[] => {
  const names = doubts.flatMap((doubt) => {
    if (doubt.about !== "lead") return [];
    const { problem } = doubt;
    if (problem.kind === "unknown") return problem.nearest;
    return problem.kind === "several" ? problem.candidates : [];
  });
  return [...new Set(names)].slice(0, 3);
};
