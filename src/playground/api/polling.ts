import type { Update } from "@grammyjs/types";

import { badGateway, conflict } from "../api-error.ts";
import { allowUpdates, forgetUpdates, pendingUpdates } from "../state/updates.ts";
import type { World } from "../state/world.ts";
import type { MethodArgs } from "./method-types.ts";

const otherPoll =
  "terminated by other getUpdates request; make sure that only one bot instance is running";
const webhookActive =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

export type Polling = {
  poll: (args: MethodArgs<"getUpdates">, gone: AbortSignal) => Promise<Update[]>;
  /** Ends a waiting poll with 409. */
  interrupt: (reason: string) => void;
  /** Ends a waiting poll as a server does that goes down. */
  breakOff: () => void;
};

type Waiting = { wake: () => void; refuse: (error: Error) => void };

export function createPolling(world: World): Polling {
  let waiting: Waiting | undefined;
  // A poll must not be answered with an update that is not written yet.
  world.updatePushed.listen(() => setImmediate(() => waiting?.wake()));

  const interrupt = (reason: string) => waiting?.refuse(conflict(reason));

  const wait = (ms: number, gone: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        gone.removeEventListener("abort", entry.wake);
        if (waiting === entry) waiting = undefined;
        settle();
      };
      const entry: Waiting = {
        wake: () => end(resolve),
        refuse: (error) => end(() => reject(error)),
      };
      const timer = setTimeout(entry.wake, ms);
      gone.addEventListener("abort", entry.wake);
      waiting = entry;
    });

  return {
    interrupt,
    breakOff: () => waiting?.refuse(badGateway()),
    poll: async ({ offset = 0, limit = 100, timeout = 0, allowed_updates }, gone) => {
      if (world.settings.webhook) throw conflict(webhookActive);
      interrupt(otherPoll);

      confirm(world, offset);
      allowUpdates(world, allowed_updates);
      world.store.commit();

      const take = () => pendingUpdates(world).slice(0, Math.min(100, Math.max(1, limit)));
      const ready = take();
      if (ready.length > 0 || timeout <= 0 || gone.aborted) return ready;
      await wait(Math.min(timeout, 50) * 1000, gone);
      return take();
    },
  };
}

/** A positive offset confirms all before it; a negative one keeps only the newest so many. */
function confirm(world: World, offset: number) {
  if (offset > 0) forgetUpdates(world, (update) => update.update_id < offset);
  if (offset < 0) {
    const kept = new Set(pendingUpdates(world).slice(offset));
    forgetUpdates(world, (update) => !kept.has(update));
  }
}
