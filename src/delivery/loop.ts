// A loop that works while there is work, and then sleeps until it is woken or a moment has passed.
import type { Log } from "./log.ts";

export type Loop = { wake: () => void; stop: () => Promise<void> };

const REST_MS = 1_000;
const AFTER_ERROR_MS = 2_000;

/** `work` says how much it did; with nothing done the loop rests. Errors are logged, not fatal. */
export const startLoop = (name: string, work: () => Promise<number>, log: Log): Loop => {
  let stopped = false;
  let woken = false;
  let wakeUp: (() => void) | undefined;

  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (!stopped) {
      woken = false;
      try {
        const done = await work();
        if (done === 0 && !woken && !stopped) await rest(REST_MS);
      } catch (error) {
        log.error({ err: error, loop: name }, "loop failed, trying on");
        if (!stopped) await rest(AFTER_ERROR_MS);
      }
    }
  };
  const running = run();

  return {
    wake: () => {
      woken = true;
      wakeUp?.();
    },
    stop: async () => {
      stopped = true;
      wakeUp?.();
      await running;
    },
  };
};
