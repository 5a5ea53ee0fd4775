// A change of state redraws the cards that were posted about it, each for the person who sees it.
import { civilToday } from "#src/calendar/zone.ts";
import type { Tx } from "#src/database/client.ts";
import { queueRedraw } from "#src/delivery/outbox-store.ts";
import { findActor } from "#src/people/people-store.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import { findAssignments } from "./assignment-store.ts";
import { renderCard } from "./card.ts";

/**
 * Of the cards that somebody asked for again and again only the latest are redrawn: else each change
 * would cost as many calls as the assignment was ever looked at. An older one still says what its
 * buttons do, and its state is asked again when one is tapped.
 */
const MOST_IN_A_CHAT = 3;

/** Newest first, of each assignment in each chat. */
const latest = <Card extends { chatId: number; assignmentId: number | null }>(
  cards: readonly Card[],
): Card[] => {
  const seen = new Map<string, number>();
  return cards.filter(({ chatId, assignmentId }) => {
    const key = `${chatId}:${assignmentId}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before < MOST_IN_A_CHAT;
  });
};

/** Queues the redrawing of the latest cards in private chats that show one of the assignments. */
export const redrawCards = async (
  tx: Tx,
  assignmentIds: readonly number[],
  cause: { now: Date; inboxId: bigint | null },
): Promise<void> => {
  const posted = await tx.postedCard.findMany({
    where: { assignmentId: { in: [...assignmentIds] }, chat: { kind: "private" } },
    include: { chat: true },
    orderBy: { id: "desc" },
  });
  const cards = latest(posted);
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
