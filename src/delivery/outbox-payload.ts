// What a row of the outbox holds, and what of it may be said when its turn comes.
import type { Prisma } from "#prisma/generated/client.ts";
import type { Db } from "#src/database/client.ts";
import type { Language } from "#src/messages/language.ts";
import type { MessageKind, Reply } from "#src/messages/reply.ts";
import { withinLimit } from "#src/messages/within-limit.ts";
import { joinParts, type Part } from "./bundle.ts";
import { mattersIn, onlyAbout } from "./eligibility.ts";
import { stillNeeded } from "./still-needed.ts";

export type OutboxPayload = {
  reply: Reply;
  editMessageId?: string;
  /** By jobs for one person: what `reply` was made of, as long as it is not sent. */
  parts?: Part[];
  language?: Language;
};

/** A person's reply goes before a digest. */
export const priorities: Record<MessageKind, number> = {
  reply: 1,
  notice: 3,
  card: 4,
  alert: 5,
  ranking: 7,
};

const neededOf = (db: Db, replies: readonly Reply[]): Promise<Set<string>> =>
  stillNeeded(
    db,
    replies.flatMap((reply) => mattersIn(reply)),
  );

/** The reply as it may be sent now; null where a nag has nothing left to say. */
export const eligibleReply = async (
  db: Db,
  row: { payload: Prisma.JsonValue; eligibility: Prisma.JsonValue },
): Promise<OutboxPayload | null> => {
  const { parts, language, ...payload } = row.payload as OutboxPayload;
  if (parts === undefined) {
    if (row.eligibility === null) return { ...payload, reply: withinLimit(payload.reply) };
    const reply = onlyAbout(payload.reply, await neededOf(db, [payload.reply]));
    return reply === null ? null : { ...payload, reply: withinLimit(reply) };
  }
  const nags = parts.filter(({ nag }) => nag).map(({ reply }) => reply);
  const needed = await neededOf(db, nags);
  const left = parts.flatMap((part): Part[] => {
    const reply = part.nag ? onlyAbout(part.reply, needed) : part.reply;
    return reply === null ? [] : [{ ...part, reply }];
  });
  return left.length === 0 ? null : { ...payload, reply: joinParts(left, language ?? "vi") };
};
