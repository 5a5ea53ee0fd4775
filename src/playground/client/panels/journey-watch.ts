// Watches the clock of the province in this window, whoever moved it: what comes on the way is
// gathered until the list is shut.
import { effect, signal, untracked } from "@preact/signals";

import type { MessageView } from "../../page/contract.ts";
import { arrived, desk, glass, lastDeed } from "../state.ts";
import { carried, departed, type Journey } from "./journey.ts";

/** The last journey of the clock; null before the first and in a province that was planted anew. */
export const journey = signal<Journey | null>(null);
/** Its list stays in the clock's panel until somebody shuts it. */
export const isListed = signal(false);
/** The clock's panel is open. */
export const isPanelOpen = signal(false);
/** The tour rides the clock and tells of it itself: the panel does not open over it. */
export const isRidden = signal(false);

const RECENT = 100;
/** A message may be here before the word that the clock has left. */
let recent: readonly MessageView[] = [];
let epoch: string | null = null;

function depart(from: number, to: number): void {
  journey.value = carried(departed(from, to), recent);
  isListed.value = true;
  if (!isRidden.value) isPanelOpen.value = true;
}

function arrive(now: number): void {
  const current = journey.value;
  if (current === null || current.arrivedAt !== null) return;
  journey.value = { ...current, arrivedAt: Math.max(now, current.to) };
}

/** Another province: what this window did in the one before is behind no glass any more. */
function forget(): void {
  lastDeed.value = null;
  if (glass.value !== null) glass.value = "";
  recent = [];
  journey.value = null;
  isListed.value = false;
}

/** A move that was over before the page heard of it is told all the same. */
export function madeSure(from: number, now: number): void {
  const known = journey.value;
  if (known !== null && known.to > from) return;
  depart(from, now);
  arrive(now);
}

/** Known already, or over: the word of it may come after the answer that it is there. */
const isKnown = (current: Journey | null, from: number, to: number): boolean =>
  current !== null &&
  (current.arrivedAt === null
    ? current.from === from && current.to === to
    : to <= current.arrivedAt);

function followDesk(): void {
  const now = desk.value;
  if (now === null) return;
  untracked(() => {
    if (epoch !== null && epoch !== now.epoch) forget();
    epoch = now.epoch;
    if (now.busy?.kind !== "clock") return arrive(now.now);
    const { from, to } = now.busy;
    if (!isKnown(journey.value, from, to)) depart(from, to);
  });
}

function followStream(): void {
  const messages = arrived.value;
  untracked(() => {
    recent = [...recent, ...messages].slice(-RECENT);
    if (journey.value !== null) journey.value = carried(journey.value, messages);
  });
}

let watchers = 0;
let stop: () => void = () => {};

/** Watches while anything of the page asks for it; the function that is returned ends that. */
export function watchJourney(): () => void {
  watchers += 1;
  if (watchers === 1) {
    const ends = [effect(followDesk), effect(followStream)];
    stop = () => {
      for (const end of ends) end();
    };
  }
  return () => {
    watchers -= 1;
    if (watchers === 0) stop();
  };
}
