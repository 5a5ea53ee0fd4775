// How the tour hears the bot: the chats of its two persons, and the next move that they call for.
import { effect, untracked } from "@preact/signals";

import { desk, logOf, pointedAt } from "../state.ts";
import type { Roles } from "./roles.ts";
import { type Attempt, type Heard, heard, type Move, nextMove } from "./tour-next.ts";
import { phase } from "./tour-now.ts";
import type { Stage, Who } from "./tour-script.ts";

const ANSWER_MS = 20_000;

/** The private chat of a person of the tour. */
export function chatOf(who: Who, roles: Roles): number {
  const person = roles[who].id;
  const own = desk.value?.chats.find(
    ({ type, members }) => type === "private" && members[0] === person,
  );
  return own?.id ?? person;
}

/** What stands in that chat now. */
export const listen = (who: Who, roles: Roles): Heard[] =>
  logOf(chatOf(who, roles))
    .value.messages.filter(({ onlyFor }) => onlyFor === undefined)
    .map(heard);

type Awaiting = { attempt: Attempt; roles: Roles; stop: AbortSignal };

/** The next move that is not to wait; to wait, where the time is over or the visitor left. */
export function awaited(stage: Stage, { attempt, roles, stop }: Awaiting): Promise<Move> {
  const { promise, resolve } = Promise.withResolvers<Move>();
  const { who } = stage;
  const giveUp = () => resolve({ kind: "wait", who });
  const timer = setTimeout(giveUp, ANSWER_MS);
  const end = effect(() => {
    const move = nextMove(stage, attempt, listen(who, roles));
    if (move.kind === "wait") return;
    if (move.kind !== "ask") return resolve(move);
    // A question is the visitor's to answer, however long that takes.
    clearTimeout(timer);
    untracked(() => {
      phase.value = { kind: "asked" };
      pointedAt.value = move.message;
    });
  });
  stop.addEventListener("abort", giveUp, { once: true });
  return promise.finally(() => {
    clearTimeout(timer);
    end();
  });
}
