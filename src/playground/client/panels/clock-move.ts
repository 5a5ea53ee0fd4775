// Moves the clock of the province for this window.
import { signal } from "@preact/signals";

import type { ClockStop } from "../../house.ts";
import { trying } from "../actions.ts";
import { post } from "../api.ts";
import { civilNow } from "../state.ts";
import { madeSure } from "./journey-watch.ts";

/** Asked for here and not answered yet. */
export const isAsked = signal(false);

/** Moves the clock to one of its stops; true when it is there. */
export async function moveTo(stop: ClockStop["kind"]): Promise<boolean> {
  if (isAsked.value) return false;
  isAsked.value = true;
  const from = civilNow();
  const isThere = await trying(async () => {
    const { now } = await post("clock", { stop });
    madeSure(from, now);
  });
  isAsked.value = false;
  return isThere;
}
