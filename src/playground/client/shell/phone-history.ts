// On a phone the system's "back" leads from a conversation to the list, as in any messenger.
import { effect } from "@preact/signals";

import { focused, isPhone } from "../state.ts";

type Step = { isConversation: true };

const isInConversation = (state: unknown): state is Step =>
  typeof state === "object" && state !== null && "isConversation" in state;

export function followPhoneHistory(): void {
  /** The page itself went back and has not arrived. */
  let isLeaving = false;
  const mark = () => {
    if (isLeaving || !isPhone.value) return;
    const isOpen = focused.value >= 0;
    const isMarked = isInConversation(history.state);
    if (isOpen && !isMarked) history.pushState({ isConversation: true } satisfies Step, "");
    if (isOpen || !isMarked) return;
    // The way back by the page's own button leaves no step behind.
    isLeaving = true;
    history.back();
  };
  effect(mark);
  window.addEventListener("popstate", () => {
    const wasOurs = isLeaving;
    isLeaving = false;
    if (wasOurs) mark();
    else if (isPhone.value && !isInConversation(history.state)) focused.value = -1;
  });
}
