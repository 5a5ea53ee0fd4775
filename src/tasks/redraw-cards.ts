// A change of state redraws the cards that were posted about it, each for the person who sees it.
import { civilToday } from "#src/calendar/zone.ts";
import type { Tx } from "#src/database/client.ts";
import { queueRedraw } from "#src/delivery/outbox-store.ts";
import { findActor } from "#src/people/people-store.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import { findAssignments } from "./assignment-store.ts";
import { renderCard } from "./card.ts";

/** Queues the redrawing of every card in a private chat that shows one of the assignments. */
export const redrawCards = async (
  tx: Tx,
  assignmentIds: readonly number[],
  cause: { now: Date; inboxId: bigint | null },
): Promise<void> => {
  const cards = await tx.postedCard.findMany({
    where: { assignmentId: { in: [...assignmentIds] }, chat: { kind: "private" } },
    include: { chat: true },
  });
  if (cards.length === 0) return;
  const rows = await findAssignments(tx, { id: { in: [...assignmentIds] } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const calendar = await loadCalendar(tx);
  const today = civilToday(cause.now);
  for (const card of cards) {
    const row = byId.get(card.assignmentId ?? 0);
    const actor = row === undefined ? null : await findActor(tx, card.chat, today);
    if (row === undefined || actor === null || card.version >= row.version) continue;
    const reply = await renderCard(row, {
      actor,
      language: actor.language,
      today,
      calendar,
      tx,
    });
    const { id, chatId, messageId } = card;
    await queueRedraw(tx, { id, chatId, messageId, version: row.version, reply }, cause);
  }
};
