// What the server last said, and how the page stands to it.
import { computed, signal } from "@preact/signals";

import type { ChatView, Desk, PersonView } from "../../page/contract.ts";

export const desk = signal<Desk | null>(null);
/** performance.now() when the desk came: the clock runs on from there. */
export const deskCameAt = signal(0);
export const connection = signal<"connecting" | "live" | "lost">("connecting");
/** Grows when the bot made calls: what is behind the glass is read again. */
export const callsMade = signal(0);

/** Civil now, epoch ms. It stands still while the clock is on its way: `busy` tells where. */
export const civilNow = (): number => (desk.value?.now ?? 0) + performance.now() - deskCameAt.value;

export const chats = computed<ReadonlyMap<number, ChatView>>(
  () => new Map((desk.value?.chats ?? []).map((chat) => [chat.id, chat])),
);
export const persons = computed<ReadonlyMap<number, PersonView>>(
  () => new Map((desk.value?.persons ?? []).map((person) => [person.id, person])),
);

/** The province is being made: what is not there now may be there again in a moment. */
export const isBuilding = computed<boolean>(() => {
  const kind = desk.value?.busy?.kind;
  return kind === "planting" || kind === "reset";
});
