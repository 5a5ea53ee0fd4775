// Loads tasks of the register as far as a sheet can tell of them.
import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import { byIds } from "./by-ids.ts";
import type { RegisterTask } from "./export-rows.ts";
import { loadLastWords, loadResults, type Worded } from "./last-words.ts";
import { type Keyed, keysOf } from "./row-marks.ts";
import { cellText, type RegisterShare } from "./share-cells.ts";

const civil = (date: Date | null): CivilDate | null => (date === null ? null : fromDbDate(date));

const loadAssignments = (tx: Store, where: Prisma.AssignmentWhereInput) =>
  tx.assignment.findMany({
    where: {
      AND: [{ role: "lead", state: { not: "transferred" }, task: { status: "registered" } }, where],
    },
    orderBy: { id: "asc" },
    select: {
      id: true,
      taskId: true,
      agencyId: true,
      occurrence: true,
      state: true,
      percent: true,
      deadlineKind: true,
      dueOn: true,
      originalDueOn: true,
      boundary: true,
      frequency: true,
      deadlinePhrase: true,
      extensionCount: true,
      submittedOn: true,
      completedOn: true,
    },
  });

type AssignmentRow = Awaited<ReturnType<typeof loadAssignments>>[number];

const loadTasks = (tx: Store, ids: readonly number[]) =>
  byIds(ids, (chunk) =>
    tx.task.findMany({
      where: { id: { in: chunk } },
      orderBy: { id: "asc" },
      select: {
        id: true,
        content: true,
        leadPhrase: true,
        leaderText: true,
        note: true,
        importKey: true,
        documentId: true,
        registeredOn: true,
        leaderInCharge: { select: { fullName: true } },
        document: { select: { number: true, issuer: true, issuedOn: true } },
        coordination: { select: { phrase: true } },
        assignments: {
          where: { role: "coordinating", state: { not: "transferred" } },
          select: { agencyId: true },
        },
      },
    }),
  );

type TaskRow = Awaited<ReturnType<typeof loadTasks>>[number];

const keyed = (row: Pick<TaskRow, "id" | "importKey" | "documentId" | "registeredOn">): Keyed => ({
  id: row.id,
  importKey: row.importKey,
  within: row.documentId === null ? fromDbDate(row.registeredOn) : `document:${row.documentId}`,
});

/** Codes that tasks of other registers brought along. */
const takenKeys = async (tx: Store): Promise<Keyed[]> => {
  const rows = await tx.task.findMany({
    where: { importKey: { startsWith: "NV-" } },
    select: { id: true, importKey: true, documentId: true, registeredOn: true },
  });
  return rows.map(keyed);
};

function shareOf(row: AssignmentRow, words: Worded): RegisterShare[] {
  const { state } = row;
  if (state === "transferred") return [];
  return [
    {
      assignmentId: row.id,
      agencyId: row.agencyId,
      occurrence: row.occurrence,
      state,
      percent: row.percent,
      deadline: {
        kind: row.deadlineKind,
        dueOn: civil(row.dueOn),
        originalDueOn: civil(row.originalDueOn),
        boundary: row.boundary,
        frequency: row.frequency,
        phrase: cellText(row.deadlinePhrase),
        extensionCount: row.extensionCount,
      },
      submittedOn: civil(row.submittedOn),
      completedOn: civil(row.completedOn),
      result: words.results.get(row.id) ?? null,
      lastWord: words.lastWords.get(row.id) ?? "",
    },
  ];
}

function taskOf(row: TaskRow, key: string, shares: RegisterShare[]): RegisterTask {
  const { document } = row;
  return {
    taskId: row.id,
    key,
    content: cellText(row.content),
    source:
      document === null
        ? { of: "register", code: key }
        : { of: "document", number: document.number, issuer: document.issuer },
    issuedOn: fromDbDate(document?.issuedOn ?? row.registeredOn),
    leadPhrase: cellText(row.leadPhrase ?? ""),
    coordinatingIds: row.assignments.map(({ agencyId }) => agencyId),
    references: row.coordination.map(({ phrase }) => cellText(phrase)),
    leaderText: cellText(row.leaderText ?? row.leaderInCharge?.fullName ?? ""),
    note: cellText(row.note ?? ""),
    shares,
  };
}

/** The tasks of some lead assignments, with these and no others. */
export async function loadRegister(
  tx: Store,
  where: Prisma.AssignmentWhereInput,
): Promise<RegisterTask[]> {
  const assignments = await loadAssignments(tx, where);
  const words: Worded = {
    results: await loadResults(tx, assignments),
    lastWords: await loadLastWords(tx, assignments),
  };
  const shares = new Map<number, RegisterShare[]>();
  for (const row of assignments) {
    const beside = shares.get(row.taskId);
    if (beside === undefined) shares.set(row.taskId, shareOf(row, words));
    else beside.push(...shareOf(row, words));
  }
  const tasks = await loadTasks(tx, [...shares.keys()]);
  const keys = keysOf(tasks.map(keyed), await takenKeys(tx));
  return tasks.map((row) => taskOf(row, keys.get(row.id) ?? "", shares.get(row.id) ?? []));
}
