import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import {
  assignmentEvents,
  assignmentRows,
  type ImportCause,
  progressRow,
  registeredEvent,
  resultRow,
  type Stored,
  taskRow,
} from "./import-rows.ts";
import type { ImportPlan } from "./plan-import.ts";
import { ensureDocuments } from "./register-store.ts";

export type ImportTerms = {
  issuer: string;
  actorId: number | null;
  inboxId: bigint | null;
  now: Date;
  /** The civil day of `now`. */
  today: CivilDate;
  /** The day that the sheet speaks of; `today` but for what the operator enters later. */
  on: CivilDate;
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

// PostgreSQL takes 65,535 parameters in a statement; the widest row here has some twenty.
const CHUNK = 1_000;

/** Stores rows a chunk at a time; what comes back is in the order of the rows. */
async function inChunks<Row, Out>(
  rows: readonly Row[],
  store: (chunk: Row[]) => Promise<Out[]>,
): Promise<Out[]> {
  const stored: Out[] = [];
  for (let at = 0; at < rows.length; at += CHUNK) {
    stored.push(...(await store(rows.slice(at, at + CHUNK))));
  }
  return stored;
}

/**
 * Stores the new rows of a plan, with the history that the sheet tells, in the caller's
 * transaction: all or nothing. @throws Error where the plan has errors.
 */
export async function applyImport(tx: Tx, plan: ImportPlan, terms: ImportTerms): Promise<Imported> {
  if (plan.errors.length > 0) throw new Error("a plan with errors is not applied");
  const cause: ImportCause = terms;
  const { idOf, created } = await ensureDocuments(tx, terms.issuer, plan.create);

  const taskData = plan.create.map((task) => taskRow(task, idOf(task), cause));
  const tasks = await inChunks(taskData, (data) =>
    tx.task.createManyAndReturn({
      data,
      select: { id: true, documentId: true, importKey: true },
    }),
  );
  const key = (documentId: number | null, importKey: string | null) =>
    `${documentId}\n${importKey}`;
  const ids = new Map(tasks.map((task) => [key(task.documentId, task.importKey), task.id]));
  const byId = new Map(
    plan.create.map((task) => [ids.get(key(idOf(task), task.key)) ?? 0, task] as const),
  );

  const assignmentData = [...byId].flatMap(([id, task]) => assignmentRows(task, id, cause));
  const rows = await inChunks(assignmentData, (data) =>
    tx.assignment.createManyAndReturn({
      data,
      select: { id: true, taskId: true, agencyId: true, role: true },
    }),
  );
  const stored = rows.flatMap((row): Stored[] => {
    const task = byId.get(row.taskId);
    return task === undefined ? [] : [{ ...row, task }];
  });

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
  const none = async (written: Promise<unknown>): Promise<never[]> => {
    await written;
    return [];
  };
  await inChunks(references, (data) => none(tx.taskCoordination.createMany({ data })));
  await inChunks(progress, (data) => none(tx.progress.createMany({ data })));
  await inChunks(events, (data) => none(tx.taskEvent.createMany({ data })));

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
