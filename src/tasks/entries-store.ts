// What was entered for an agency (nhập hộ): reports of progress and results, with what the agency
// said about them.
import type { Contradiction, ResultDecision } from "#prisma/generated/client.ts";
import { type CivilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import type { EntryRef } from "./entry-code.ts";
import type { EntrySaid } from "./on-behalf.ts";

export type Entry = {
  ref: EntryRef;
  assignmentId: number;
  said: EntrySaid;
  at: Date;
  enteredById: number | null;
  /** It was corrected, returned or withdrawn since. */
  replaced: boolean;
  /** Of a result that was confirmed: the day of completion. */
  confirmedOn: CivilDate | null;
  contradiction: Contradiction | null;
};

const over: readonly ResultDecision[] = ["withdrawn", "returned"];

const progressEntries = async (store: Store, assignmentIds: number[]): Promise<Entry[]> => {
  const rows = await store.progress.findMany({
    where: { assignmentId: { in: assignmentIds }, onBehalfOfId: { not: null } },
    include: { contradiction: true, correctedBy: { select: { id: true } } },
  });
  return rows.map(({ id, percent, note, ...row }) => ({
    ref: { kind: "progress", id },
    assignmentId: row.assignmentId,
    said: { kind: "progress", percent, note },
    at: row.recordedAt,
    enteredById: row.authorId,
    replaced: row.correctedBy.length > 0,
    confirmedOn: null,
    contradiction: row.contradiction,
  }));
};

const resultEntries = async (store: Store, assignmentIds: number[]): Promise<Entry[]> => {
  const rows = await store.result.findMany({
    where: { assignmentId: { in: assignmentIds }, onBehalfOfId: { not: null } },
    include: { contradiction: true },
  });
  return rows.map(({ id, documentNumber, documentDate, note, ...row }) => ({
    ref: { kind: "result", id },
    assignmentId: row.assignmentId,
    said: {
      kind: "result",
      documentNumber,
      documentDate: documentDate === null ? null : fromDbDate(documentDate),
      note,
    },
    at: row.submittedAt,
    enteredById: row.submittedById,
    replaced: over.includes(row.decision),
    confirmedOn: row.completedOn === null ? null : fromDbDate(row.completedOn),
    contradiction: row.contradiction,
  }));
};

/** Everything that was entered for the agencies of these assignments, the latest first. */
export const entriesOf = async (
  store: Store,
  assignmentIds: readonly number[],
): Promise<Entry[]> => {
  const ids = [...assignmentIds];
  const all = [...(await progressEntries(store, ids)), ...(await resultEntries(store, ids))];
  return all.sort((a, b) => Number(b.at) - Number(a.at) || Number(b.ref.id) - Number(a.ref.id));
};

/** The assignment of an entry; null where there is no such entry. */
export const assignmentOfEntry = async (store: Store, ref: EntryRef): Promise<number | null> => {
  const select = { assignmentId: true } as const;
  const row =
    ref.kind === "progress"
      ? await store.progress.findUnique({ where: { id: ref.id }, select })
      : await store.result.findUnique({ where: { id: ref.id }, select });
  return row?.assignmentId ?? null;
};
