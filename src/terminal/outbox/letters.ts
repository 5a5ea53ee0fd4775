// Messages whose outcome is unknown, and dead letters, as the operator lists and chooses them.
import type { Prisma } from "#prisma/generated/client.ts";
import type { Store } from "#src/database/client.ts";
import type { OutboxPayload } from "#src/delivery/outbox-payload.ts";
import { type Letter, withChat } from "#src/delivery/send-again.ts";
import { deadLetter } from "#src/delivery/undelivered.ts";
import type { Given } from "../cli-command.ts";
import { wrongUsage } from "../cli-error.ts";
import { renderText } from "../render-text.ts";
import { placesOf } from "./places.ts";

export const isUnknown = { state: "unknown" } satisfies Prisma.OutboxMessageWhereInput;

/** Those of a kind, the oldest first; `reachable`: whose chat can be written to. */
export const lettersWhere = (
  store: Store,
  where: Prisma.OutboxMessageWhereInput,
  reachable: boolean,
): Promise<Letter[]> =>
  store.outboxMessage.findMany({
    where: reachable ? { AND: [where, { chat: { status: "active" } }] } : where,
    include: withChat,
    orderBy: { id: "asc" },
  });

export type Listed = {
  id: string;
  /** When it was made: the civil clock. */
  createdAt: Date;
  chat: string;
  reachable: boolean;
  kind: string;
  attempts: number;
  errorCode: string | null;
  text?: string;
};

/** What may be read by everybody; the text (it may be restricted) only where it is asked for. */
export const listed = async (
  store: Store,
  letters: readonly Letter[],
  withText: boolean,
): Promise<Listed[]> => {
  const placeOf = await placesOf(
    store,
    letters.map(({ chat }) => chat),
  );
  return letters.map((letter) => ({
    id: String(letter.id),
    createdAt: letter.createdAt,
    ...placeOf(letter.chat),
    kind: letter.kind,
    attempts: letter.attempts,
    errorCode: letter.errorCode,
    ...(withText ? { text: renderText((letter.payload as OutboxPayload).reply) } : {}),
  }));
};

/** What `resend` and `drop` are told to take. */
export type Choice = { ids: string[]; unknown: boolean; dead: boolean; reachable: boolean };

/** @throws CliError where nothing is chosen, or numbers beside a whole kind. */
export const choiceOf = (given: Given): Choice => {
  const ids = [...new Set(given.words)];
  const [unknown, dead] = [given.flag("unknown"), given.flag("dead")];
  const bad = ids.find((id) => !/^\d{1,15}$/.test(id));
  if (bad !== undefined) throw wrongUsage(`“${bad}” is no number of a message; see: dondoc outbox`);
  if (ids.length === 0 && !unknown && !dead) {
    throw wrongUsage("which messages? give their numbers, --unknown or --dead; see: dondoc outbox");
  }
  if (ids.length > 0 && (unknown || dead)) {
    throw wrongUsage("either numbers, or --unknown and --dead");
  }
  return { ids, unknown, dead, reachable: given.flag("reachable") };
};

/** The messages chosen, and the numbers among them that are neither unknown nor dead. */
export const chosen = async (
  store: Store,
  { ids, unknown, dead, reachable }: Choice,
): Promise<{ letters: Letter[]; missing: string[] }> => {
  const kinds = [
    ...(unknown || ids.length > 0 ? [isUnknown] : []),
    ...(dead || ids.length > 0 ? [deadLetter] : []),
  ];
  const numbers = ids.map((id) => BigInt(id));
  const where = { OR: kinds, ...(ids.length > 0 ? { id: { in: numbers } } : {}) };
  const letters = await lettersWhere(store, where, reachable);
  const found = new Set(letters.map(({ id }) => String(id)));
  return { letters, missing: ids.filter((id) => !found.has(String(BigInt(id)))) };
};
