// Who did what, when, from which message, on whose behalf: one row in the same transaction.
import type { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "#src/database/client.ts";

export type AuditNote = {
  at: Date;
  actorId: number | null;
  /** Where there is no person: "cli", "job:weekly-ranking". */
  actorLabel?: string;
  action: string;
  /** What it was about: `assignment:12`, `task:3`. */
  subject: string;
  inboxId: bigint | null;
  onBehalfOfId?: number | null;
  data?: Prisma.InputJsonObject;
};

export const audit = async (tx: Tx, note: AuditNote): Promise<void> => {
  await tx.auditEntry.create({
    data: {
      at: note.at,
      actorId: note.actorId,
      actorLabel: note.actorLabel ?? (note.actorId === null ? "system" : `person:${note.actorId}`),
      action: note.action,
      subject: note.subject,
      inboxId: note.inboxId,
      onBehalfOfId: note.onBehalfOfId ?? null,
      data: note.data ?? {},
    },
  });
};
