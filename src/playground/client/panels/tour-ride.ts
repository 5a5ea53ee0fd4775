// The steps of the tour in which time passes.
import { effect } from "@preact/signals";

import { moveTo } from "./clock-move.ts";
import { type Journey, pointWorthy } from "./journey.ts";
import { isListed, isPanelOpen, isRidden, journey } from "./journey-watch.ts";
import { RIDES } from "./tour-script.ts";

const SETTLES_MS = 2_000;

/** What came may be a moment behind the word that the clock is there. */
function whenSomethingCame(): Promise<Journey | null> {
  const { promise, resolve } = Promise.withResolvers<Journey | null>();
  const timer = setTimeout(() => resolve(journey.value), SETTLES_MS);
  const end = effect(() => {
    const now = journey.value;
    if (now !== null && now.arrivedAt !== null && now.came.length > 0) resolve(now);
  });
  return promise.finally(() => {
    clearTimeout(timer);
    end();
  });
}

export type Ridden = { shown: string | null; chat: number | null };

/** Moves the clock and finds what is worth showing; null where it could not be moved. */
export async function rideTo(
  step: keyof typeof RIDES,
  chat: number | null,
): Promise<Ridden | null> {
  const { stop, says } = RIDES[step];
  isRidden.value = true;
  isPanelOpen.value = false;
  try {
    if (!(await moveTo(stop))) return null;
    const there = await whenSomethingCame();
    // The tour's card tells of it; the list would stand in its way.
    isListed.value = false;
    const found = there === null ? null : pointWorthy(there, { chat, says });
    return { shown: found?.key ?? null, chat: found?.chat ?? null };
  } finally {
    isRidden.value = false;
  }
}
