// Drafts as tasks of the register. Pure.
import { toDbDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { reformArea } from "#src/language/reform-area.ts";
import type { Language } from "#src/messages/language.ts";
import { escalates } from "#src/messages/words/directive-register.ts";
import { upTo } from "#src/messages/words/directives.ts";
import type { NewTask } from "#src/tasks/register-task.ts";
import type { DraftTarget } from "../reading.ts";
import { registeredDeadline } from "./draft-deadline.ts";
import type { ReadingRow } from "./readings-store.ts";
import type { ReviewedDraft } from "./reviewed.ts";

/** The task of a draft whose lead is known. */
export const newTask = (
  { draft, leads, coordinating }: ReviewedDraft,
  { readOn, documentId }: Pick<ReadingRow, "readOn" | "documentId">,
  calendar: WorkCalendar,
): NewTask => ({
  content: draft.text,
  leadPhrase: draft.leads.join("; "),
  leadIds: leads.agencies.map(({ id }) => id),
  coordinatingIds: coordinating.agencies.map(({ id }) => id),
  coordination: [...new Set(coordinating.kept)].map((phrase) => ({ groupId: null, phrase })),
  deadline: registeredDeadline(draft.deadline, { at: readOn, calendar }),
  area: reformArea(draft.area).name,
  clause: draft.clause === "" ? null : draft.clause,
  deliverable: null,
  leaderText: null,
  leaderInChargeId: null,
  note: null,
  restricted: false,
  documentId,
});

/** What the column of a target holds. */
const LARGEST = 1e13;

const figure = (value: number, unit: string): string =>
  `${String(value).replace(".", ",")}${unit === "%" ? "%" : ` ${unit}`}`.trim();

/** How a value that is more than a number was read; the register keeps Vietnamese. */
const readingOf = ({ operator, value, upTo: most, unit, escalator }: DraftTarget) => {
  const vi: Language = "vi";
  if (operator === "range" && most !== null) {
    return upTo(vi, figure(value, unit), figure(most, unit));
  }
  if (escalator === null) return null;
  const { step, until } = escalator;
  return escalates(vi, figure(step, escalator.unit), until === null ? null : figure(until, unit));
};

/** The numeric targets of a draft, as rows of its task. */
export const targetRows = (taskId: number, { draft }: ReviewedDraft) =>
  draft.targets
    .filter(({ value }) => Math.abs(value) < LARGEST)
    .map((target) => ({
      taskId,
      metric: target.metric,
      operator: target.operator,
      value: target.value,
      unit: target.unit,
      level: target.level,
      byOn: target.by === null ? null : toDbDate(target.by),
      baseline: target.baseline,
      phrase: target.phrase,
      reading: readingOf(target),
    }));

type Placed = Pick<ReviewedDraft, "id" | "draft" | "taskId">;

/**
 * Which task needs the result of which: by the clauses that a draft names, never itself and never
 * two each other. `taskIds`: of the drafts that are registered now or were before.
 */
export const dependencyRows = (
  drafts: readonly Placed[],
  taskIds: ReadonlyMap<number, number>,
): { taskId: number; dependsOnId: number }[] => {
  const pairs = new Map<string, { taskId: number; dependsOnId: number }>();
  for (const { id, draft } of drafts) {
    const taskId = taskIds.get(id);
    if (taskId === undefined) continue;
    for (const other of drafts) {
      const dependsOnId = taskIds.get(other.id);
      const isNeeded = other.id !== id && draft.dependsOn.includes(other.draft.clause);
      if (!isNeeded || dependsOnId === undefined) continue;
      if (pairs.has(`${dependsOnId} ${taskId}`)) continue;
      pairs.set(`${taskId} ${dependsOnId}`, { taskId, dependsOnId });
    }
  }
  return [...pairs.values()];
};
