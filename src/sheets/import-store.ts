import type { Prisma } from "#prisma/generated/client.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Tx } from "#src/database/client.ts";
import { addAll, inChunks } from "#src/database/in-chunks.ts";
import { audit } from "#src/delivery/audit.ts";
import { assignmentEvents, registeredEvent } from "./import-events.ts";
import {
  coordinatingRows,
  type ImportCause,
  leadRows,
  mainShare,
  progressRow,
  resultRow,
  type Stored,
  taskRow,
} from "./import-rows.ts";
import type { ImportPlan } from "./plan-import.ts";
import { ensureDocuments } from "./register-store.ts";
import type { SheetShare, SheetTask } from "./sheet-row.ts";

export type ImportTerms = {
  issuer: string;
  actorId: number | null;
  inboxId: bigint | null;
  now: Date;
  /** The civil day of `now`. */
  today: CivilDate;
  /** The day that the sheet speaks of; `today` but for what the operator enters later. */
  on: CivilDate;
  calendar: WorkCalendar;
  /** Where nobody is bound: "cli". */
  actorLabel?: string;
};

export type Imported = {
  documents: number;
  tasks: number;
  leads: number;
  coordinating: number;
  taskIds: number[];
};

/** Stores the tasks with their documents; by id. */
async function storeTasks(tx: Tx, plan: ImportPlan, terms: ImportTerms) {
  const documents = plan.create.flatMap(({ source, issuedOn }) =>
    source.of === "document"
      ? [{ number: source.number, issuer: source.issuer ?? terms.issuer, issuedOn }]
      : [],
  );
  const { idOf, created } = await ensureDocuments(tx, documents);
  const documentOf = ({ source, issuedOn }: SheetTask): number | null =>
    source.of === "register"
      ? null
      : idOf({ number: source.number, issuer: source.issuer ?? terms.issuer, issuedOn });
  const key = (documentId: number | null, importKey: string | null, registeredOn: Date) =>
    [documentId ?? registeredOn.toISOString(), importKey].join("\n");
  const byKey = new Map<string, SheetTask>();
  const data = plan.create.map((task) => {
    const row = taskRow(task, documentOf(task), terms);
    byKey.set(key(row.documentId ?? null, task.key, new Date(row.registeredOn)), task);
    return row;
  });
  const select = { id: true, documentId: true, importKey: true, registeredOn: true };
  const rows = await inChunks(data, (chunk) =>
    tx.task.createManyAndReturn({ data: chunk, select }),
  );
  const byId = new Map<number, SheetTask>();
  for (const { id, documentId, importKey, registeredOn } of rows) {
    const task = byKey.get(key(documentId, importKey, registeredOn));
    if (task !== undefined) byId.set(id, task);
  }
  return { byId, created };
}

/** The row of a sheet that an assignment was made from. */
const shareOf = (
  task: SheetTask,
  { agencyId, occurrence, role }: { agencyId: number; occurrence: string; role: string },
): SheetShare | undefined =>
  role === "coordinating"
    ? mainShare(task)
    : task.shares.find(
        (share) => share.occurrence === occurrence && share.leads.some(({ id }) => id === agencyId),
      );

/** Stores assignments: duties before their periods, which name the duty that they belong to. */
async function storeAssignments(
  tx: Tx,
  byId: ReadonlyMap<number, SheetTask>,
  cause: ImportCause,
): Promise<Stored[]> {
  const stored: Stored[] = [];
  const duties = new Map<string, number>();
  const rowsOf = (taskId: number, task: SheetTask, ofPeriods: boolean) => [
    ...task.shares
      .filter(({ occurrence }) => (occurrence !== "") === ofPeriods)
      .flatMap((share) => leadRows(task, share, taskId, cause)),
    ...(ofPeriods ? [] : coordinatingRows(task, taskId)),
  ];
  const select = {
    id: true,
    taskId: true,
    agencyId: true,
    role: true,
    occurrence: true,
    originId: true,
  };
  for (const ofPeriods of [false, true]) {
    const data = [...byId].flatMap(([taskId, task]) =>
      rowsOf(taskId, task, ofPeriods).map(
        (row): Prisma.AssignmentCreateManyInput => ({
          ...row,
          originId: duties.get(`${taskId}:${row.agencyId}`) ?? null,
        }),
      ),
    );
    const rows = await inChunks(data, (chunk) =>
      tx.assignment.createManyAndReturn({ data: chunk, select }),
    );
    for (const { occurrence, ...row } of rows) {
      const task = byId.get(row.taskId);
      const share = task === undefined ? undefined : shareOf(task, { ...row, occurrence });
      if (task !== undefined && share !== undefined) stored.push({ ...row, task, share });
    }
    for (const row of rows) duties.set(`${row.taskId}:${row.agencyId}`, row.id);
  }
  return stored;
}

/** Results, progress, references and the history that the sheet tells. */
async function storeHistory(
  tx: Tx,
  byId: ReadonlyMap<number, SheetTask>,
  stored: readonly Stored[],
  cause: ImportCause,
): Promise<void> {
  const references = [...byId].flatMap(([taskId, task]) =>
    task.references.map((reference) => ({ ...reference, taskId })),
  );
  const resultData = stored.map((each) => resultRow(each, cause)).filter((row) => row !== null);
  const results = await inChunks(resultData, (data) =>
    tx.result.createManyAndReturn({ data, select: { id: true, assignmentId: true } }),
  );
  const resultOf = new Map(results.map(({ id, assignmentId }) => [assignmentId, id]));
  const progress = stored.map((each) => progressRow(each, cause)).filter((row) => row !== null);
  const events = [
    ...[...byId.keys()].map((id) => registeredEvent(id, cause)),
    ...stored.flatMap((each) => assignmentEvents(each, resultOf.get(each.id) ?? null, cause)),
  ];
  await addAll(references, (data) => tx.taskCoordination.createMany({ data }));
  await addAll(progress, (data) => tx.progress.createMany({ data }));
  await addAll(events, (data) => tx.taskEvent.createMany({ data }));
}

/**
 * Stores the new tasks of a plan, with the history that the sheet tells, in the caller's
 * transaction: all or nothing. @throws Error where the plan has errors.
 */
export async function applyImport(tx: Tx, plan: ImportPlan, terms: ImportTerms): Promise<Imported> {
  if (plan.errors.length > 0) throw new Error("a plan with errors is not applied");
  const { byId, created } = await storeTasks(tx, plan, terms);
  const stored = await storeAssignments(tx, byId, terms);
  await storeHistory(tx, byId, stored, terms);

  const leads = stored.filter(({ role }) => role === "lead").length;
  const imported: Imported = {
    documents: created,
    tasks: byId.size,
    leads,
    coordinating: stored.length - leads,
    taskIds: [...byId.keys()],
  };
  await audit(tx, {
    at: terms.now,
    actorId: terms.actorId,
    ...(terms.actorLabel === undefined ? {} : { actorLabel: terms.actorLabel }),
    action: "import sheet",
    subject: `issuer:${terms.issuer}`,
    inboxId: terms.inboxId,
    data: { ...imported, on: terms.on, today: terms.today },
  });
  return imported;
}
