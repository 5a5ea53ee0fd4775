// A document that was registered before, against its tasks: what is the same, worded otherwise, has
// another deadline or lead, is new, is gone. Pure.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { fold } from "#src/language/fold.ts";

export type KnownTask = {
  taskId: number;
  content: string;
  clause: string | null;
  /** Everybody who was ever given it to lead: a transfer is no difference. */
  leadIds: readonly number[];
  leadNames: readonly string[];
  /** As it was first set: an extension is none either. */
  dueOn: CivilDate | null;
};

export type FreshDraft = {
  text: string;
  clause: string;
  leadIds: readonly number[];
  leadNames: readonly string[];
  dueOn: CivilDate | null;
};

export type Difference = "worded" | "deadline" | "lead";

export type Matched = { draft: number; taskId: number; differs: readonly Difference[] };

export type Comparison = {
  matched: readonly Matched[];
  /** Places of drafts that no task is of. */
  added: readonly number[];
  /** Tasks that the document no longer has. */
  gone: readonly number[];
};

/** Below this two texts are two duties. */
const ALIKE = 0.6;
/** In the same clause less will do. */
const ALIKE_IN_CLAUSE = 0.4;

/** Two texts with the same words say the same. */
export const sameWords = (text: string): string => wordsOf(text).join(" ");

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
};

/** Pairs of neighbouring words: their order counts too. */
const pairsOf = (words: readonly string[]): Set<string> =>
  new Set(words.length < 2 ? words : words.slice(1).map((word, at) => `${words[at]} ${word}`));

const differences = (draft: FreshDraft, task: KnownTask): Difference[] => [
  ...(wordsOf(draft.text).join(" ") === wordsOf(task.content).join(" ") ? [] : ["worded" as const]),
  ...(draft.dueOn === task.dueOn ? [] : ["deadline" as const]),
  ...(draft.leadIds.every((id) => task.leadIds.includes(id)) ? [] : ["lead" as const]),
];

/** Each draft has at most one task and each task one draft: the likest pairs first. */
export const compareWithTasks = (
  drafts: readonly FreshDraft[],
  tasks: readonly KnownTask[],
): Comparison => {
  const taskPairs = tasks.map(({ content }) => pairsOf(wordsOf(content)));
  const candidates = drafts
    .flatMap((draft, at) => {
      const own = pairsOf(wordsOf(draft.text));
      return tasks.map((task, other) => {
        const alike = likeness(own, taskPairs[other] ?? new Set());
        const sameClause = task.clause === draft.clause && draft.clause !== "";
        const isSame = alike >= (sameClause ? ALIKE_IN_CLAUSE : ALIKE);
        // One sentence may be the duty of several, each with a task of its own.
        const sameLead = draft.leadIds.some((id) => task.leadIds.includes(id));
        const score = alike + (sameClause ? 0.1 : 0) + (sameLead ? 0.05 : 0);
        return { at, task, score: isSame ? score : 0 };
      });
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const taken = new Map<number, Matched>();
  const used = new Set<number>();
  for (const { at, task } of candidates) {
    const draft = drafts[at];
    if (draft === undefined || taken.has(at) || used.has(task.taskId)) continue;
    used.add(task.taskId);
    taken.set(at, { draft: at, taskId: task.taskId, differs: differences(draft, task) });
  }
  return {
    matched: [...taken.values()].sort((a, b) => a.draft - b.draft),
    added: drafts.map((_, at) => at).filter((at) => !taken.has(at)),
    gone: tasks.map(({ taskId }) => taskId).filter((id) => !used.has(id)),
  };
};
