// What was said last about assignments: the result that counts, the last note on progress, why
// they were set aside.
import type { AssignmentState } from "#prisma/generated/enums.ts";
import { fromDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import { byIds } from "./by-ids.ts";
import { cellText, type RegisterResult } from "./share-cells.ts";

type Standing = { id: number; state: AssignmentState };

/** By assignment. */
export type Worded = {
  results: ReadonlyMap<number, RegisterResult>;
  lastWords: ReadonlyMap<number, string>;
};

const idsIn = (rows: readonly Standing[], ...states: AssignmentState[]): number[] =>
  rows.filter(({ state }) => states.includes(state)).map(({ id }) => id);

/** The result that waits for a decision or was confirmed. */
export async function loadResults(
  tx: Store,
  assignments: readonly Standing[],
): Promise<Map<number, RegisterResult>> {
  const rows = await byIds(idsIn(assignments, "done", "awaiting_confirmation"), (chunk) =>
    tx.result.findMany({
      where: { assignmentId: { in: chunk }, decision: { in: ["pending", "confirmed"] } },
      orderBy: { id: "asc" },
      select: { assignmentId: true, note: true, documentNumber: true, documentDate: true },
    }),
  );
  return new Map(
    rows.map(({ assignmentId, note, documentNumber, documentDate }) => [
      assignmentId,
      {
        note: cellText(note),
        documentNumber,
        documentDate: documentDate === null ? null : fromDbDate(documentDate),
      },
    ]),
  );
}

const reasonIn = (data: unknown): string =>
  typeof data === "object" && data !== null && "reason" in data ? String(data.reason) : "";

/** The last note on what is under way, and the reason of what is paused or cancelled. */
export async function loadLastWords(
  tx: Store,
  assignments: readonly Standing[],
): Promise<Map<number, string>> {
  const notes = await byIds(idsIn(assignments, "in_progress"), (chunk) =>
    tx.progress.findMany({
      // What was put right or taken back later speaks no more.
      where: {
        assignmentId: { in: chunk },
        note: { not: "" },
        correctedBy: { none: {} },
        NOT: { contradiction: { is: { upheld: true } } },
      },
      orderBy: { id: "asc" },
      select: { assignmentId: true, note: true },
    }),
  );
  const events = await byIds(idsIn(assignments, "paused", "cancelled"), (chunk) =>
    tx.taskEvent.findMany({
      where: { assignmentId: { in: chunk }, kind: { in: ["paused", "cancelled"] } },
      orderBy: { id: "asc" },
      select: { assignmentId: true, data: true },
    }),
  );
  return new Map([
    ...notes.map(({ assignmentId, note }) => [assignmentId, cellText(note)] as const),
    ...events.map(
      ({ assignmentId, data }) => [assignmentId ?? 0, cellText(reasonIn(data))] as const,
    ),
  ]);
}
