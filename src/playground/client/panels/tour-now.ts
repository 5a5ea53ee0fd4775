// Where the tour of this window is, and what it is doing.
import { effect, signal, untracked } from "@preact/signals";

import { kept } from "../kept.ts";
import { desk, pointedAt } from "../state.ts";
import type { Who } from "./tour-script.ts";
import * as states from "./tour-state.ts";

export const tour = kept<states.TourState>("tour", states.atBeginning(""), states.isTour);

export type Phase =
  | { kind: "typing"; who: Who }
  | { kind: "waiting" }
  | { kind: "moving" }
  | { kind: "asked" }
  /** It stopped half-way: no answer yet, or it could not be done. */
  | { kind: "late" }
  | { kind: "failed" };

/** What the tour is doing; null while it waits for the visitor. */
export const phase = signal<Phase | null>(null);

export const isWorking = (now: Phase | null): boolean =>
  now !== null && now.kind !== "late" && now.kind !== "failed";

let run = new AbortController();

/** Begins something that the visitor may stop. */
export function begunRun(): AbortSignal {
  run = new AbortController();
  return run.signal;
}

/** Lets go of what is under way; what was sent is sent. */
export function letGo(): void {
  run.abort();
  phase.value = null;
  pointedAt.value = null;
}

/** Keeps the tour true to the province: after a reset it is at its beginning. */
export const followProvince = (): (() => void) =>
  effect(() => {
    const epoch = desk.value?.epoch;
    if (epoch === undefined) return;
    untracked(() => {
      const next = states.inProvince(tour.value, epoch);
      if (next === tour.value) return;
      letGo();
      tour.value = next;
    });
  });
