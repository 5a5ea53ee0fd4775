// Reads a draft back to its author, and asks for what is missing.

import { showDate } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, type Button, bold, code, paragraph, type Reply } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/giao.ts";
import { deadlineFromContent } from "#src/messages/words/quoted.ts";
import { deadlineText, labels } from "#src/messages/words/tasks.ts";
import type { FormState } from "#src/requests/request.ts";
import type { Draft, DraftProblem, DraftText } from "./task-draft.ts";

const problemText = (language: Language, problem: DraftProblem): string => {
  if (problem.about === "year") return words.nextYearTaken(language, problem.phrase, problem.due);
  if (problem.about === "area") return words.unknownArea(language, problem.phrase);
  if (problem.about === "deadline") {
    return problem.kind === "past"
      ? words.pastDeadline(language, problem.due)
      : words.unclearDeadline(language, problem.phrase, problem.nearest);
  }
  return problem.kind === "ambiguous"
    ? words.ambiguousAgency(language, problem.phrase, problem.nearest)
    : words.unknownAgency(language, problem.phrase, problem.nearest);
};

const line = (label: string, value: string | null | undefined): Block[] =>
  value === null || value === undefined || value === ""
    ? []
    : [paragraph(bold(`${label}: `), value)];

const leadsText = (language: Language, draft: Draft): string => {
  const count = draft.task.leadIds.length;
  const names = draft.leadNames.join("; ");
  return count > 1 ? words.agenciesCount(language, names, count) : names;
};

const deadlineLine = (language: Language, draft: Draft): string => {
  const { deadline } = draft.task;
  const shown = deadlineText(language, deadline);
  // What is aimed at differs from the date where it says "before", or falls on a day off.
  return deadline.aimOn !== null && deadline.aimOn !== deadline.dueOn
    ? `${shown} (${words.aimAt(language, deadline.aimOn)})`
    : shown;
};

/** The whole draft, with Register and Cancel. */
const readBack = (
  language: Language,
  draft: Draft,
  text: DraftText,
  form: FormState,
  proposal: boolean,
): Reply => {
  const names = words.fieldNames(language);
  const { task } = draft;
  const coordinating = [
    ...draft.coordinatingNames,
    ...task.coordination.map(({ phrase }) => phrase),
  ].join("; ");
  const drawnFrom = { of: "form" as const, id: form.id, version: form.version };
  return {
    blocks: [
      paragraph(words.readBack(language, proposal)),
      ...line(names.leads, leadsText(language, draft)),
      ...line(names.content, task.content),
      ...line(names.deadline, deadlineLine(language, draft)),
      ...line(names.coordinating, coordinating),
      ...line(names.area, task.area),
      ...line(names.leader, task.leaderText),
      ...line(names.deliverable, task.deliverable),
      ...line(names.document, draft.documentPhrase),
      ...line(names.clause, task.clause),
      ...line(names.note, task.note),
      ...(task.restricted ? [paragraph(names.restricted)] : []),
      ...draft.near.map(({ phrase, name }) =>
        paragraph(words.understoodAs(language, phrase, name)),
      ),
      ...(text.deadlineProposed === true
        ? [paragraph(deadlineFromContent(language, text.deadline ?? ""))]
        : []),
      ...draft.problems.map((problem) => paragraph(problemText(language, problem))),
      paragraph(words.howToAmend(language)),
    ],
    buttons: [
      [
        { label: labels(language).register, command: "/dongy", drawnFrom, style: "primary" },
        { label: labels(language).stop, command: "/thoi", drawnFrom },
      ],
    ],
  };
};

/** Likely answers to a question, each a tap. */
const suggestions = (draft: Draft): Button[][] => {
  const about = draft.problems.find((problem) =>
    draft.step === "leads" ? problem.about === "leads" : problem.about === "deadline",
  );
  if (about === undefined) return [];
  if (about.about === "deadline") {
    const nearest = about.kind === "unclear" ? about.nearest : null;
    if (nearest === null) return [];
    return [[{ label: showDate(nearest), command: `/giao ${showDate(nearest)}` }]];
  }
  if (about.about !== "leads") return [];
  return about.nearest.slice(0, 3).map((name) => [{ label: name, command: `/giao ${name}` }]);
};

const question = (language: Language, draft: Draft): string => {
  if (draft.step === "leads") return words.askLeads(language);
  if (draft.step === "content") return words.askContent(language, leadsText(language, draft));
  return words.askDeadline(language);
};

/** What to say about a draft: the next question, or all of it to be confirmed. */
export const showDraft = (
  language: Language,
  draft: Draft,
  text: DraftText,
  form: FormState,
  proposal: boolean,
): Reply => {
  if (draft.step === "confirm") return readBack(language, draft, text, form, proposal);
  const drawnFrom = { of: "form" as const, id: form.id, version: form.version };
  return {
    blocks: [
      ...draft.near.map(({ phrase, name }) =>
        paragraph(words.understoodAs(language, phrase, name)),
      ),
      ...draft.problems.map((problem) => paragraph(problemText(language, problem))),
      paragraph(question(language, draft)),
      ...(text.leads === "" && text.content === ""
        ? [paragraph(words.examples(language)), paragraph(code(EXAMPLE))]
        : []),
    ],
    buttons: suggestions(draft).map((row) => row.map((button) => ({ ...button, drawnFrom }))),
  };
};

export const EXAMPLE =
  "/giao Sở Tư pháp: Rà soát văn bản; hạn 30/11; phối hợp STC, SNV; lĩnh vực thể chế";
