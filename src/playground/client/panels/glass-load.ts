// Reads what is behind the glass, again whenever something may have changed there.
import { computed, effect, signal, untracked } from "@preact/signals";

import type { Behind } from "../../page/contract.ts";
import { loadBehind } from "../api.ts";
import { arrived, callsMade, desk, glass, lastDeed } from "../state.ts";
import { isUnsettled, newestMessage } from "./behind-view.ts";

const SOON_MS = 200;
const UNSETTLED_MS = 1_000;

/** The message that the panel is about; null where there is none yet. */
export const looksAt = computed<string | null>(() => {
  if (glass.value === null) return null;
  return glass.value || (lastDeed.value ?? newestMessage(desk.value?.chats ?? []));
});

export type Seen = { message: string; behind: Behind };
export const seen = signal<Seen | null>(null);
export const problem = signal<string | null>(null);

let timer: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

function readAgain(ms: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void read(), ms);
}

async function read(): Promise<void> {
  const message = looksAt.peek();
  if (message === null) return;
  const number = ++asked;
  try {
    const behind = await loadBehind(message);
    // Another one was asked for meanwhile.
    if (number !== asked || looksAt.peek() !== message) return;
    seen.value = { message, behind };
    problem.value = null;
    if (isUnsettled(behind.caused, behind.calls)) readAgain(UNSETTLED_MS);
  } catch (error) {
    if (number !== asked) return;
    problem.value = error instanceof Error ? error.message : String(error);
  }
}

/** While the panel is open. */
export function watchGlass(): () => void {
  const ends = [
    effect(() => {
      const message = looksAt.value;
      untracked(() => {
        if (seen.value?.message !== message) seen.value = null;
        problem.value = null;
        void read();
      });
    }),
    effect(() => {
      callsMade.value;
      arrived.value;
      readAgain(SOON_MS);
    }),
  ];
  return () => {
    for (const end of ends) end();
    clearTimeout(timer);
    asked += 1;
  };
}
