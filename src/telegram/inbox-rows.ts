// Updates as rows of the inbox.
import type { Update } from "grammy/types";
import type { NewUpdate } from "#src/delivery/inbox-store.ts";
import { CHANNEL } from "./incoming.ts";
import { captioned, laneOf, messageKeyOf, type StoredPayload } from "./update-payload.ts";

/** An update's payload is JSON as it came; its type is merely too detailed for Prisma's. */
const asJson = (payload: StoredPayload) => payload as unknown as NewUpdate["payload"];

export const rowOf = (
  update: Update,
  receivedAt: Date,
  payload: StoredPayload = update,
): NewUpdate => ({
  channel: CHANNEL,
  updateId: BigInt(update.update_id),
  lane: laneOf(update),
  messageKey: messageKeyOf(update),
  payload: asJson(payload),
  receivedAt,
});

/** One row holds the whole album; the others say only that their update arrived. */
export const albumRows = (parts: readonly Update[], receivedAt: Date): NewUpdate[] => {
  const album = [...parts].sort((a, b) => a.update_id - b.update_id);
  const [head, ...others] = album;
  if (head === undefined) return [];
  if (others.length === 0) return [rowOf(head, receivedAt)];
  const said = captioned(album) ?? head;
  return [
    { ...rowOf(head, receivedAt, { album }), messageKey: messageKeyOf(said) },
    ...others.map((part) => ({
      ...rowOf(part, receivedAt, { partOf: head.update_id }),
      messageKey: null,
    })),
  ];
};
