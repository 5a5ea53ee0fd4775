// What a reading of a tracking sheet says, in lines and as JSON.
import { formatTaskCode } from "#src/language/task-code.ts";
import { plural } from "#src/messages/format.ts";
import * as words from "#src/messages/words/sheet-import.ts";
import * as cellWords from "#src/messages/words/sheets.ts";
import type { Imported } from "#src/sheets/import-store.ts";
import type { ImportPlan } from "#src/sheets/plan-import.ts";
import { countsOf, errorText } from "#src/sheets/preview.ts";
import type { FileProblem } from "#src/sheets/read-sheet.ts";
import { tidy } from "./text-columns.ts";

const oneLine = (text: string): string => tidy(text).replace(/\s+/gu, " ");

/** Why the file cannot be read. */
export const problemText = (problem: FileProblem): string => cellWords.fileProblem("en", problem);

/** What was read, what is known already and differs, what is wrong: row by row. */
export const planLines = (plan: ImportPlan): string[] => {
  const counts = countsOf(plan);
  const read = [
    `Read ${plural(plan.create.length + plan.same, "task")}: ${plan.create.length} new, ${plan.same} known.`,
    ...(counts.tasks > 0 ? [words.counts("en", counts), words.deadlines("en", counts)] : []),
    ...(plan.skipped.length > 0 ? [cellWords.skippedRows("en", plan.skipped)] : []),
  ];
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line) => `- ${oneLine(line)}`)];
  const differences = plan.differences.map(({ row, taskId, field, was, now }) =>
    words.difference("en", row, formatTaskCode(taskId), field, was, now),
  );
  return [
    ...read,
    ...section(
      words.toCheck("en", plan.notes.length),
      plan.notes.map((note) => cellWords.cellNote("en", note)),
    ),
    ...section(words.differences("en", differences.length), differences),
    ...section(
      plural(plan.errors.length, "error"),
      plan.errors.map((error) => errorText("en", error)),
    ),
  ];
};

export type SheetOutcome =
  | { kind: "unreadable"; problem: FileProblem }
  | { kind: "refused"; plan: ImportPlan; issuer: string }
  | { kind: "dry"; plan: ImportPlan; issuer: string }
  | { kind: "imported"; plan: ImportPlan; issuer: string; imported: Imported };

/** The same as JSON, without the rows themselves. */
export const sheetFigures = (outcome: SheetOutcome): object => {
  if (outcome.kind === "unreadable") {
    return { outcome: "unreadable", problem: problemText(outcome.problem) };
  }
  const { kind, plan, issuer } = outcome;
  return {
    outcome: kind === "dry" ? "dry run" : kind,
    issuer,
    ...countsOf(plan),
    known: plan.same,
    skipped: plan.skipped,
    errors: plan.errors,
    notes: plan.notes,
    differences: plan.differences,
    ...(kind === "imported" ? { stored: outcome.imported } : {}),
  };
};
