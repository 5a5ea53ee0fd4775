// Rows of readings and their drafts.
import type { DirectiveDraft, DirectiveReading } from "#prisma/generated/client.ts";
import { type CivilDate, fromDbDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Store, Tx } from "#src/database/client.ts";
import type { DocumentHead } from "../reading.ts";
import { type ReviewDraft, readHead, readStoredDraft, toJson } from "./stored-json.ts";

export type ReadingRow = Omit<DirectiveReading, "head" | "readOn" | "issuedOn"> & {
  head: DocumentHead;
  readOn: CivilDate;
};

export type DraftRow = Omit<DirectiveDraft, "asRead" | "asNow"> & {
  asRead: ReviewDraft;
  asNow: ReviewDraft;
};

const toReading = ({ issuedOn: _, ...row }: DirectiveReading): ReadingRow => ({
  ...row,
  head: readHead(row.head),
  readOn: fromDbDate(row.readOn),
});

const toDraft = (row: DirectiveDraft): DraftRow => ({
  ...row,
  asRead: readStoredDraft(row.asRead),
  asNow: readStoredDraft(row.asNow),
});

export const findReading = async (store: Store, id: number): Promise<ReadingRow | null> => {
  const row = await store.directiveReading.findUnique({ where: { id } });
  return row === null ? null : toReading(row);
};

/** As `findReading`; nobody else changes it or its drafts until this transaction ends. */
export const lockReading = async (tx: Tx, id: number): Promise<ReadingRow | null> => {
  await tx.$queryRaw`SELECT 1 FROM "DirectiveReading" WHERE "id" = ${id} FOR UPDATE`;
  return findReading(tx, id);
};

export const draftsOf = async (store: Store, readingId: number): Promise<DraftRow[]> => {
  const rows = await store.directiveDraft.findMany({
    where: { readingId },
    orderBy: [{ position: "asc" }, { number: "asc" }],
  });
  return rows.map(toDraft);
};

const identity = ({ number, issuer, issuedOn }: DocumentHead) => ({
  number,
  issuer,
  issuedOn: issuedOn === null ? null : toDbDate(issuedOn),
});

export type NewReading = {
  text: string;
  textHash: string;
  fileId: number | null;
  head: DocumentHead;
  readOn: CivilDate;
  documentId: number | null;
  createdById: number;
  now: Date;
  inboxId: bigint | null;
  drafts: readonly { draft: ReviewDraft; unsure: boolean }[];
};

export const storeReading = async (tx: Tx, reading: NewReading): Promise<number> => {
  const { drafts, head, now, readOn, ...row } = reading;
  const { id } = await tx.directiveReading.create({
    data: {
      ...row,
      ...identity(head),
      head: toJson(head),
      readOn: toDbDate(readOn),
      createdAt: now,
      updatedAt: now,
    },
  });
  await tx.directiveDraft.createMany({
    data: drafts.map(({ draft, unsure }, at) => ({
      readingId: id,
      number: at + 1,
      position: at + 1,
      asRead: toJson(draft),
      asNow: toJson(draft),
      unsure,
      updatedAt: now,
    })),
  });
  return id;
};

export type ReadingChange = {
  status?: DirectiveReading["status"];
  documentId?: number;
  head?: DocumentHead;
  readOn?: CivilDate;
};

/** Every change of a reading or its drafts counts: buttons drawn before say so. */
export const touchReading = async (
  tx: Tx,
  id: number,
  now: Date,
  change: ReadingChange = {},
): Promise<void> => {
  const { head, readOn, ...rest } = change;
  await tx.directiveReading.update({
    where: { id },
    data: {
      ...rest,
      ...(head === undefined ? {} : { head: toJson(head), ...identity(head) }),
      ...(readOn === undefined ? {} : { readOn: toDbDate(readOn) }),
      updatedAt: now,
      version: { increment: 1 },
    },
  });
};

export type DraftChange = {
  status?: DirectiveDraft["status"];
  unsure?: boolean;
  taskId?: number;
  asNow?: ReviewDraft;
  asRead?: ReviewDraft;
};

export const changeDraft = async (
  tx: Tx,
  row: Pick<DraftRow, "id" | "readingId">,
  { asNow, asRead, ...change }: DraftChange,
  by: { actorId: number; now: Date },
): Promise<void> => {
  await tx.directiveDraft.update({
    where: { id: row.id },
    data: {
      ...change,
      ...(asNow === undefined ? {} : { asNow: toJson(asNow) }),
      ...(asRead === undefined ? {} : { asRead: toJson(asRead) }),
      editedById: by.actorId,
      updatedAt: by.now,
      version: { increment: 1 },
    },
  });
};

/** Another draft right behind one; the rest moves on. */
export const addDraftBehind = async (
  tx: Tx,
  { readingId, position, unsure }: Pick<DraftRow, "readingId" | "position" | "unsure">,
  { number, draft }: { number: number; draft: ReviewDraft },
  by: { actorId: number; now: Date },
): Promise<void> => {
  await tx.directiveDraft.updateMany({
    where: { readingId, position: { gt: position } },
    data: { position: { increment: 1 } },
  });
  await tx.directiveDraft.create({
    data: {
      readingId,
      number,
      position: position + 1,
      asRead: toJson(draft),
      asNow: toJson(draft),
      unsure,
      editedById: by.actorId,
      updatedAt: by.now,
    },
  });
};
