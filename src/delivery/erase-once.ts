// A reply that holds secrets (invitation codes) waits in the outbox like every other, and its files
// with it; once it has gone out, or never will, nothing of it stays in the database.
import type { Prisma } from "#prisma/generated/client.ts";
import type { Store } from "#src/database/client.ts";
import type { FileRef, Reply } from "#src/messages/reply.ts";

/** Bytes, names and the channel's handles; bytes that another file shares stay. */
export const eraseFiles = async (store: Store, files: readonly FileRef[]): Promise<void> => {
  const id = { in: files.map(({ fileId }) => fileId) };
  const rows = await store.file.findMany({ where: { id }, select: { sha256: true } });
  await store.file.deleteMany({ where: { id, attachments: { none: {} } } });
  const sha256 = { in: rows.map((row) => row.sha256) };
  await store.blob.deleteMany({ where: { sha256, files: { none: {} } } });
};

const erased: Prisma.InputJsonObject = { reply: { blocks: [], once: true } };

/** Blanks one message whose way has ended; `keepFiles` where another takes its place. */
export const eraseOnce = async (
  store: Store,
  outboxId: bigint,
  { once, files = [] }: Reply,
  { keepFiles = false } = {},
): Promise<void> => {
  if (once !== true) return;
  await store.outboxMessage.updateMany({ where: { id: outboxId }, data: { payload: erased } });
  if (!keepFiles && files.length > 0) await eraseFiles(store, files);
};

/** Blanks what was never taken, and holds nothing of use any more: older than `before`. */
export const eraseForgotten = async (store: Store, before: Date): Promise<void> => {
  const rows = await store.outboxMessage.findMany({
    where: { createdAt: { lt: before }, payload: { path: ["reply", "once"], equals: true } },
    select: { id: true, payload: true },
  });
  for (const { id, payload } of rows) {
    const { reply } = payload as { reply: Reply };
    if (reply.blocks.length > 0) await eraseOnce(store, id, reply);
  }
};
