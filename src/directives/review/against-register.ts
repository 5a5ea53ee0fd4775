// The drafts of a document against the tasks that the register has of it: what is the same is not
// registered twice.
import type { Block } from "#src/messages/reply.ts";
import { documentName } from "#src/messages/words/directives.ts";
import type { Request } from "#src/requests/request.ts";
import type { DocumentHead } from "../reading.ts";
import { compareWithTasks, sameWords } from "./compare.ts";
import { comparisonBlocks } from "./compare-view.ts";
import { droppedBefore, knownTasksOf } from "./known-tasks.ts";
import { type Names, resolveLeads } from "./resolve-leads.ts";
import type { ReviewDraft } from "./stored-json.ts";

type Brought = {
  documentId: number | null;
  head: DocumentHead;
  drafts: readonly ReviewDraft[];
  names: Names;
};

/** What there is to say, and the places of the drafts that are new; null: it has no task of it. */
export const againstRegister = async (
  { tx, language }: Request,
  { documentId, head, drafts: given, names }: Brought,
): Promise<{ blocks: Block[]; added: ReadonlySet<number> } | null> => {
  const tasks = documentId === null ? [] : await knownTasksOf(tx, documentId);
  if (documentId === null || tasks.length === 0) return null;
  const drafts = given.map((draft) => {
    const { agencies } = resolveLeads(names, draft);
    return {
      text: draft.text,
      clause: draft.clause,
      leadIds: agencies.map(({ id }) => id),
      leadNames: agencies.map(({ name }) => name),
      dueOn: draft.deadline.dueOn,
    };
  });
  const whole = compareWithTasks(drafts, tasks);
  const dropped = await droppedBefore(tx, documentId);
  const added = whole.added.filter((at) => !dropped.has(sameWords(drafts[at]?.text ?? "")));
  const blocks = comparisonBlocks(language, {
    comparison: { ...whole, added },
    drafts,
    tasks,
    document: documentName(language, head),
    droppedBefore: whole.added.length - added.length,
  });
  return { blocks, added: new Set(added) };
};
