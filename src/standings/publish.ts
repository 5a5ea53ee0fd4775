// How a weekly ranking reaches a group: at its time, or as a draft that the secretariat posts.
import type { Prisma } from "#prisma/generated/client.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Store, Tx } from "#src/database/client.ts";
import type { OutgoingMessage, Reply } from "#src/messages/reply.ts";
import { unmarkPublished } from "./petition-store.ts";
import { type PublishWish, publishMoment } from "./publication-time.ts";

export type RankingChat = PublishWish & {
  bindingId: number;
  chatId: number;
  threadId: number;
  title: string | null;
  approveFirst: boolean;
  wantsRanking: boolean;
  /** Groups of agencies whose ranking it gets; none = all. */
  agencyGroupIds: number[];
};

const select = {
  id: true,
  chatId: true,
  threadId: true,
  approveFirst: true,
  wantsRanking: true,
  publishOn: true,
  publishAt: true,
  agencyGroupIds: true,
  chat: { select: { title: true } },
} satisfies Prisma.ChatBindingSelect;

const chatsThat = async (
  tx: Store,
  wants: { wantsRanking: true } | { wantsBulletin: true },
): Promise<RankingChat[]> => {
  const bindings = await tx.chatBinding.findMany({
    where: { purpose: "committee", ...wants, endedAt: null, chat: { status: "active" } },
    orderBy: { id: "asc" },
    select,
  });
  return bindings.map(({ id, chat, ...rest }) => ({ bindingId: id, title: chat.title, ...rest }));
};

/** Active groups of the committee that asked for the ranking. */
export const rankingChats = (tx: Store): Promise<RankingChat[]> =>
  chatsThat(tx, { wantsRanking: true });

export const bulletinChats = (tx: Store): Promise<RankingChat[]> =>
  chatsThat(tx, { wantsBulletin: true });

/** The one message of a week for a group, with the same key however it comes to be posted. */
export const rankingMessage = (
  period: string,
  to: Pick<RankingChat, "bindingId" | "chatId" | "threadId">,
  reply: Reply,
  notBefore: Date | null = null,
): OutgoingMessage => ({
  to: { chatId: to.chatId, threadId: to.threadId },
  kind: "ranking",
  key: `weekly-ranking:${period}:${to.bindingId}`,
  reply,
  ...(notBefore === null ? {} : { notBefore }),
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

export type Decision = { period: string; bindingId: number; byPersonId: number; now: Date };

/**
 * Marks a draft posted and gives back the message to queue, for the group's own day and time where
 * that is still ahead. Posted before: the same message with the same key again, and the first
 * approver stays. Null where there is nothing to post: no such publication, dropped, or the group
 * is no longer bound.
 */
export async function approvePublication(
  tx: Tx,
  { period, bindingId, byPersonId, now }: Decision,
  calendar: WorkCalendar,
): Promise<OutgoingMessage | null> {
  await tx.publication.updateMany({
    where: { bindingId, period, state: "draft", binding: { endedAt: null } },
    data: { state: "posted", decidedById: byPersonId, decidedAt: now },
  });
  const found = await tx.publication.findUnique({
    where: { bindingId_period: { bindingId, period } },
    select: { state: true, payload: true, createdAt: true, binding: { select } },
  });
  if (found?.state !== "posted") return null;
  const planned = publishMoment(found.binding, found.createdAt, calendar);
  const notBefore = planned !== null && planned > now ? planned : null;
  const to = { bindingId, ...found.binding };
  return rankingMessage(period, to, found.payload as unknown as Reply, notBefore);
}

/**
 * Marks a draft dropped: it is never posted; false where none waits. Corrections that only drafts
 * of that run carried go out with the next ranking instead.
 */
export async function dropPublication(
  tx: Tx,
  { period, bindingId, byPersonId, now }: Decision,
): Promise<boolean> {
  const { count } = await tx.publication.updateMany({
    where: { bindingId, period, state: "draft" },
    data: { state: "dropped", decidedById: byPersonId, decidedAt: now },
  });
  if (count === 0) return false;
  const { createdAt } = await tx.publication.findUniqueOrThrow({
    where: { bindingId_period: { bindingId, period } },
  });
  await unmarkPublished(tx, createdAt, await shownElsewhere(tx, period));
  return true;
}

/** Groups of agencies whose ranking of a period is posted, or still may be; null = all of them. */
async function shownElsewhere(tx: Tx, period: string): Promise<number[] | null> {
  const key = `weekly-ranking:${period}:`;
  const drafts = await tx.publication.findMany({
    where: { period, state: { not: "dropped" } },
    select: { bindingId: true },
  });
  const posted = await tx.outboxMessage.findMany({
    where: { key: { startsWith: key } },
    select: { key: true },
  });
  const ids = [
    ...drafts.map(({ bindingId }) => bindingId),
    // One that was sent again has its number behind it: "3#again:12".
    ...posted.map((message) => Number.parseInt(message.key.slice(key.length), 10)),
  ];
  const bindings = await tx.chatBinding.findMany({
    where: { id: { in: ids } },
    select: { agencyGroupIds: true },
  });
  const all = bindings.some(({ agencyGroupIds }) => agencyGroupIds.length === 0);
  return all ? null : bindings.flatMap(({ agencyGroupIds }) => agencyGroupIds);
}
