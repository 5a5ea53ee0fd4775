// What others hear of a change: one message each, in their own language, in the same transaction.

import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import type { MessageKind, OutgoingMessage, Reply } from "#src/messages/reply.ts";
import type { Actor } from "#src/people/actor.ts";
import { actorsOf, agencyReceivers, decidersFor } from "#src/people/people-store.ts";
import type { AssignmentRow } from "./assignment-store.ts";

/** A request is one; a job makes its own. */
export type Telling = { tx: Tx; today: CivilDate; actor?: { personId: number } };

export type Word = {
  /** Unique for ever together with the receiver: `confirmed:12:7`. */
  key: string;
  kind?: MessageKind;
  reply: (actor: Actor) => Reply | Promise<Reply>;
};

/** One message for each of the people but the one who acts: they see the answer already. */
export const tell = async (
  { tx, today, actor: acting }: Telling,
  personIds: readonly number[],
  word: Word,
): Promise<OutgoingMessage[]> => {
  const others = [...new Set(personIds)].filter((id) => id !== acting?.personId);
  const messages: OutgoingMessage[] = [];
  for (const actor of await actorsOf(tx, others, today)) {
    messages.push({
      to: { personId: actor.personId },
      kind: word.kind ?? "notice",
      key: `${word.key}:${actor.personId}`,
      reply: await word.reply(actor),
    });
  }
  return messages;
};

/** The holder, or the officials, of an assignment's agency. */
export const tellAgency = async (
  telling: Telling,
  assignment: Pick<AssignmentRow, "agencyId" | "holderId">,
  word: Word,
): Promise<OutgoingMessage[]> =>
  tell(telling, await agencyReceivers(telling.tx, assignment, telling.today), word);

/** Those who decide about an agency's matters; never whoever entered it. */
export const tellDeciders = async (
  telling: Telling,
  row: { agencyId: number; task: { leaderInChargeId: number | null } },
  word: Word,
): Promise<OutgoingMessage[]> => {
  const { leaderInChargeId } = row.task;
  const enteredById = telling.actor?.personId ?? null;
  const of = { agencyId: row.agencyId, leaderInChargeId, enteredById };
  return tell(telling, await decidersFor(telling.tx, of, telling.today), word);
};
