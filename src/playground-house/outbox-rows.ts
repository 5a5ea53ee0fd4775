// The messages that an update caused, as they stand in the outbox.
import type { Db } from "#src/database/client.ts";
import type { OutboxPayload } from "#src/delivery/outbox-payload.ts";
import type { OutboxRow } from "#src/playground/house.ts";
import { renderText } from "#src/terminal/render-text.ts";

const LONGEST_TEXT = 2_000;

/** What holds a secret (an invitation) until it is sent is shown to its reader alone. */
const textOf = ({ reply }: OutboxPayload): string =>
  reply.once === true ? "•••" : renderText(reply).slice(0, LONGEST_TEXT).toWellFormed();

/** Oldest first. */
export const outboxRows = async (db: Db, inboxId: bigint): Promise<OutboxRow[]> => {
  const rows = await db.outboxMessage.findMany({
    where: { inboxId },
    orderBy: { id: "asc" },
    include: { chat: true, person: { select: { fullName: true } } },
  });
  return rows.map((row) => ({
    id: String(row.id),
    key: row.key,
    chat: Number(row.chat.externalId),
    title: row.chat.title ?? row.person?.fullName ?? "",
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    notBefore: row.notBefore?.getTime() ?? null,
    sentAt: row.sentAt?.getTime() ?? null,
    error: row.errorCode,
    messageId: row.externalId,
    // The payload of the outbox is written by the house alone.
    text: textOf(row.payload as OutboxPayload),
  }));
};
