// Every posted card is remembered, so that a later change of state redraws it.
import type { Tx } from "#src/database/client.ts";
import type { CardRef } from "#src/messages/reply.ts";

/** One message holds one card: a message drawn again takes the place of what it held. */
export const rememberCard = async (
  tx: Tx,
  posted: { chatId: number; messageId: string; card: CardRef | undefined; outboxId: bigint | null },
): Promise<void> => {
  const { chatId, messageId, card, outboxId } = posted;
  if (card === undefined) return;
  const { kind, taskId, assignmentId, version } = card;
  const columns = { kind, taskId, assignmentId, version };
  await tx.postedCard.upsert({
    where: { chatId_messageId: { chatId, messageId } },
    create: { chatId, messageId, outboxId, ...columns },
    update: columns,
  });
};
