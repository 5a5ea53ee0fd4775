import { Refused } from "../refused.ts";
import { createSignal, type Signal } from "../signal.ts";
import type { Busy } from "./contract.ts";

/** What keeps the whole province busy; one thing at a time. */
export type BusySign = {
  get: () => Busy | null;
  set: (busy: Busy | null) => void;
  /** @throws while the province is being planted: nobody speaks in it then */
  refuseIfPlanting: () => void;
  /** Shows the sign while a deed runs. @throws when another one runs already */
  during: <T>(busy: Busy, deed: () => Promise<T>) => Promise<T>;
  changed: Signal<void>;
};

export function createBusySign(): BusySign {
  let current: Busy | null = null;
  const changed = createSignal<void>();
  const set = (busy: Busy | null) => {
    current = busy;
    changed.emit();
  };
  const refuse = () => {
    if (current?.kind === "clock") throw new Refused("The clock is on its way: wait for it");
    if (current) throw new Refused("The province is being planted: wait a moment");
  };

  return {
    get: () => current,
    set,
    refuseIfPlanting: () => {
      if (current?.kind !== "clock") refuse();
    },
    during: async (busy, deed) => {
      refuse();
      set(busy);
      try {
        return await deed();
      } finally {
        set(null);
      }
    },
    changed,
  };
}
