// What a card says about people: who entered something for the agency, and what it says about that.
import type { Store } from "#src/database/client.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/on-behalf.ts";
import { formatContradiction, formatEntry } from "./entry-code.ts";

type Looking = { tx: Store; language: Language };

/** " (nhập hộ bởi Hà)"; "" for what the agency said itself. */
export const behalfText = async (
  { tx, language }: Looking,
  entry: { onBehalfOfId: number | null; enteredById: number | null },
): Promise<string> => {
  if (entry.onBehalfOfId === null || entry.enteredById === null) return "";
  const person = await tx.person.findUnique({
    where: { id: entry.enteredById },
    select: { fullName: true },
  });
  return person === null ? "" : ` ${words.enteredBy(language, person.fullName)}`;
};

/** Entries that the agency says are not right, as long as nobody decided about it. */
export const contradictionLines = async (
  { tx, language }: Looking,
  assignmentId: number,
): Promise<Block[]> => {
  const open = await tx.contradiction.findMany({
    where: { assignmentId, closedAt: null },
    orderBy: { id: "asc" },
  });
  return open.map(({ id, progressId, resultId }) => {
    const entry =
      progressId === null
        ? formatEntry({ kind: "result", id: resultId ?? 0 })
        : formatEntry({ kind: "progress", id: progressId });
    return paragraph(words.underContradiction(language, formatContradiction(id), entry));
  });
};
