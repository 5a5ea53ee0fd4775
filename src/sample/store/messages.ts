// The messages behind what members of the cast did, as the inbox would have kept them.
import type { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "#src/database/client.ts";
import { inChunks } from "#src/database/in-chunks.ts";
import type { SamplePerson } from "../people.ts";

/** Something typed by a person at a moment; the same moment and text are one message. */
export type Typed = { by: string; at: Date; text: string };

const keyOf = ({ by, at, text }: Typed): string => `${by} ${at.getTime()} ${text}`;

const SECOND_MS = 1_000;

type Numbered = { typed: Typed; person: SamplePerson; number: number };

/** An update as Telegram would have sent it. */
const payloadOf = ({ typed, person, number }: Numbered): Prisma.InputJsonObject => {
  const { telegramId: id, firstName: first_name, username } = person;
  return {
    update_id: -number,
    message: {
      message_id: number,
      date: Math.floor(typed.at.getTime() / SECOND_MS),
      chat: { id, type: "private", first_name, username },
      from: { id, is_bot: false, first_name, username, language_code: "vi" },
      text: typed.text,
    },
  };
};

const rowOf = (numbered: Numbered): Prisma.InboxUpdateCreateManyInput => {
  const { typed, person, number } = numbered;
  return {
    channel: "telegram",
    // Telegram's own are positive: they never meet.
    updateId: BigInt(-number),
    lane: `${person.telegramId}:${person.telegramId}`,
    messageKey: `${person.telegramId}:${number}`,
    payload: payloadOf(numbered),
    receivedAt: typed.at,
    state: "done",
    attempts: 1,
    doneAt: typed.at,
  };
};

export type Messages = {
  /** Stores what was typed by the cast. */
  add: (typed: readonly Typed[]) => Promise<void>;
  /** Of the inbox; null for what no member of the cast typed. */
  idOf: (typed: Typed) => bigint | null;
};

/** Only people of `cast` have messages; the others' chats are nobody's to open. */
export const openMessages = (tx: Tx, cast: ReadonlyMap<string, SamplePerson>): Messages => {
  const ids = new Map<string, bigint>();
  let number = 0;
  return {
    add: async (all) => {
      const fresh = new Map(all.map((typed) => [keyOf(typed), typed]));
      const inOrder = [...fresh.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
      const numbered = inOrder.flatMap((typed): Numbered[] => {
        const person = cast.get(typed.by);
        if (person === undefined) return [];
        number += 1;
        return [{ typed, person, number }];
      });
      const stored = await inChunks(numbered, (chunk) =>
        tx.inboxUpdate.createManyAndReturn({ data: chunk.map(rowOf), select: { id: true } }),
      );
      for (const [at, { id }] of stored.entries()) {
        const one = numbered[at];
        if (one !== undefined) ids.set(keyOf(one.typed), id);
      }
    },
    idOf: (typed) => ids.get(keyOf(typed)) ?? null,
  };
};
