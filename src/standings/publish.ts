// How a weekly ranking reaches a group: at once, or as a draft that the secretariat posts.
import type { Prisma } from "#prisma/generated/client.ts";
import type { Store, Tx } from "#src/database/client.ts";
import type { OutgoingMessage, Reply } from "#src/messages/reply.ts";

export type RankingChat = {
  bindingId: number;
  chatId: number;
  threadId: number;
  title: string | null;
  approveFirst: boolean;
};

/** Active groups of the committee that asked for the ranking. */
export async function rankingChats(tx: Store): Promise<RankingChat[]> {
  const bindings = await tx.chatBinding.findMany({
    where: {
      purpose: "committee",
      wantsRanking: true,
      endedAt: null,
      chat: { status: "active" },
    },
    orderBy: { id: "asc" },
    select: {
      id: true,
      chatId: true,
      threadId: true,
      approveFirst: true,
      chat: { select: { title: true } },
    },
  });
  return bindings.map(({ id, chat, ...rest }) => ({ bindingId: id, title: chat.title, ...rest }));
}

/** The one message of a week for a group, with the same key however it comes to be posted. */
export const rankingMessage = (
  period: string,
  to: Pick<RankingChat, "bindingId" | "chatId" | "threadId">,
  reply: Reply,
): OutgoingMessage => ({
  to: { chatId: to.chatId, threadId: to.threadId },
  kind: "ranking",
  key: `weekly-ranking:${period}:${to.bindingId}`,
  reply,
});

/**
 * Keeps the reply until somebody posts it, the first one of a period for good; gives back the
 * draft that waits, or null where it was posted or dropped already.
 */
export async function draftPublication(
  tx: Tx,
  { period, bindingId, reply, now }: { period: string; bindingId: number; reply: Reply; now: Date },
): Promise<Reply | null> {
  // A reply is plain JSON by its type (src/messages/reply.ts).
  const payload = reply as unknown as Prisma.InputJsonObject;
  await tx.publication.createMany({
    data: { bindingId, period, payload, createdAt: now },
    skipDuplicates: true,
  });
  const kept = await tx.publication.findUniqueOrThrow({
    where: { bindingId_period: { bindingId, period } },
  });
  return kept.state === "draft" ? (kept.payload as unknown as Reply) : null;
}

export type Approval = { period: string; bindingId: number; byPersonId: number; now: Date };

/**
 * Marks a draft posted and gives back the message to queue. Posted before: the same message with
 * the same key again, and the first approver stays. Null where there is nothing to post: no such
 * publication, dropped, or the group is no longer bound.
 */
export async function approvePublication(
  tx: Tx,
  { period, bindingId, byPersonId, now }: Approval,
): Promise<OutgoingMessage | null> {
  await tx.publication.updateMany({
    where: { bindingId, period, state: "draft", binding: { endedAt: null } },
    data: { state: "posted", decidedById: byPersonId, decidedAt: now },
  });
  const found = await tx.publication.findUnique({
    where: { bindingId_period: { bindingId, period } },
    select: { state: true, payload: true, binding: { select: { chatId: true, threadId: true } } },
  });
  if (found?.state !== "posted") return null;
  return rankingMessage(period, { bindingId, ...found.binding }, found.payload as unknown as Reply);
}
