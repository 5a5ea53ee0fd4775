import type { ClockStop, House } from "../house.ts";
import { createSignal, type Signal } from "../signal.ts";
import type { BusySign } from "./busy.ts";

/** Where the clock's buttons lead, asked of the house when something may have changed it. */
export type ClockStops = {
  /** As they were last heard. */
  known: () => ClockStop[];
  /** Asks again soon; many wishes in a row are one question. */
  refresh: () => void;
  changed: Signal<void>;
  close: () => void;
};

const waitMs = 500;

export function createClockStops(house: House | undefined, busy: BusySign): ClockStops {
  let known: ClockStop[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const changed = createSignal<void>();

  const ask = async () => {
    timer = undefined;
    // What is heard on the way would be wrong on arrival; the end of it asks again.
    if (!house || busy.get()) return;
    try {
      const heard = await house.clockStops();
      if (isClosed || JSON.stringify(heard) === JSON.stringify(known)) return;
      known = heard;
      changed.emit();
    } catch (error) {
      if (!isClosed) console.error("Playground: the clock's stops are not known:", error);
    }
  };
  const refresh = () => {
    if (isClosed || timer) return;
    timer = setTimeout(() => void ask(), known.length === 0 ? 0 : waitMs).unref();
  };
  busy.changed.listen(() => {
    if (!busy.get()) refresh();
  });

  return {
    known: () => known,
    refresh,
    changed,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
