// A document that is registered already, as a difference against its tasks.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { shorten, showDate } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, bold, list, paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/directive-again.ts";
import type { Comparison, Difference, FreshDraft, KnownTask } from "./compare.ts";

const SHORT = 110;
const MOST = 8;

type Shown = {
  comparison: Comparison;
  drafts: readonly FreshDraft[];
  tasks: readonly KnownTask[];
  document: string;
  /** Of what is not among the tasks: dropped when the document was looked at before. */
  droppedBefore: number;
};

const day = (date: CivilDate | null): string => (date === null ? "–" : showDate(date));

const names = (all: readonly string[]): string => shorten(all.join(", ") || "–", SHORT);

const section = (language: Language, title: string, lines: readonly string[]): Block[] => {
  if (lines.length === 0) return [];
  const more = lines.length - MOST;
  return [
    paragraph(bold(title)),
    list(lines.slice(0, MOST).map((line) => [line])),
    ...(more > 0 ? [paragraph(words.andMore(language, more))] : []),
  ];
};

export const comparisonBlocks = (
  language: Language,
  { comparison, drafts, tasks, document, droppedBefore }: Shown,
): Block[] => {
  const { matched, added, gone } = comparison;
  const taskOf = (id: number) => tasks.find(({ taskId }) => taskId === id);
  const contentOf = (id: number): string => shorten(taskOf(id)?.content ?? "", SHORT);
  const differing = (how: Difference, said: (draft: FreshDraft, task: KnownTask) => string) =>
    matched.flatMap(({ draft, taskId, differs }) => {
      const [fresh, task] = [drafts[draft], taskOf(taskId)];
      if (!differs.includes(how) || fresh === undefined || task === undefined) return [];
      return [`${formatTaskCode(taskId)} ${said(fresh, task)}`];
    });
  const same = matched.filter(({ differs }) => differs.length === 0).length;
  const titles = words.sections(language);
  return [
    paragraph(words.knownAlready(language, document, tasks.length)),
    paragraph(words.compared(language, same, matched.length - same, added.length, gone.length)),
    ...section(
      language,
      titles.added,
      added.map((at) =>
        `${drafts[at]?.clause ?? ""} ${shorten(drafts[at]?.text ?? "", SHORT)}`.trim(),
      ),
    ),
    ...section(
      language,
      titles.worded,
      differing("worded", ({ text }) => shorten(text, SHORT)),
    ),
    ...section(
      language,
      titles.deadline,
      differing("deadline", (fresh, task) =>
        words.otherwise(language, contentOf(task.taskId), day(task.dueOn), day(fresh.dueOn)),
      ),
    ),
    ...section(
      language,
      titles.lead,
      differing("lead", (fresh, task) =>
        words.otherwise(
          language,
          contentOf(task.taskId),
          names(task.leadNames),
          names(fresh.leadNames),
        ),
      ),
    ),
    ...section(
      language,
      titles.gone,
      gone.map((taskId) => `${formatTaskCode(taskId)} ${contentOf(taskId)}`),
    ),
    ...(droppedBefore > 0 ? [paragraph(words.droppedBefore(language, droppedBefore))] : []),
    paragraph(added.length > 0 ? words.onlyNew(language) : words.nothingNew(language)),
  ];
};
