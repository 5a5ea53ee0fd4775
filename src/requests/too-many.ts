// What is over somebody's limit is not done: told once, until when, and then no more until then.
import type { InboxUpdate } from "#prisma/generated/client.ts";
import { civilTime } from "#src/calendar/zone.ts";
import type { Clock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import type { IncomingMessage } from "#src/delivery/channel.ts";
import { chatOf } from "#src/delivery/chats-store.ts";
import { lockPending, markRefused } from "#src/delivery/inbox-store.ts";
import { queueMessages } from "#src/delivery/outbox-store.ts";
import { say } from "#src/messages/reply.ts";
import { tooManyAtOnce } from "#src/messages/words/rate-limit.ts";
import type { Actor } from "#src/people/actor.ts";
import type { RateLimiter } from "./rate-limiter.ts";

type Deps = { db: Db; clock: Clock; rateLimiter?: RateLimiter | null };

/**
 * True where it was too much: the update is over, without effect. In a group the sentence goes to
 * the person's own chat; to strangers nothing is said there.
 */
export const isTooMuch = async (
  { db, clock, rateLimiter }: Deps,
  incoming: IncomingMessage,
  actor: Actor | null,
  update: InboxUpdate,
): Promise<boolean> => {
  // What people say to each other in a group costs nothing.
  if (rateLimiter === undefined || rateLimiter === null || !incoming.addressed) return false;
  const now = clock.now();
  const { who, chat, sentAt } = incoming;
  const verdict = rateLimiter.ask(
    { ...who, known: actor !== null },
    { id: update.id, sentMs: sentAt ?? null, civilNow: now },
  );
  if (verdict.kind === "taken") return false;
  await db.$transaction(async (tx) => {
    if (!(await lockPending(tx, update.id))) return;
    await markRefused(tx, update.id, now, "too many");
    if (verdict.kind === "quiet" || (chat.kind === "group" && actor === null)) return;
    const until = civilTime(new Date(now.getTime() + verdict.untilMs));
    const to =
      chat.kind === "group" && actor !== null
        ? { personId: actor.personId }
        : { chatId: (await chatOf(tx, who.channel, chat, now)).id };
    const message = {
      to,
      kind: "reply" as const,
      key: `too-many:${update.id}`,
      reply: say(tooManyAtOnce(actor?.language ?? "vi", until)),
    };
    await queueMessages(tx, [message], { now, inboxId: update.id });
  });
  return true;
};
