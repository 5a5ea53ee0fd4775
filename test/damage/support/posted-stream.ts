// The stream of reports by webhook, as Telegram posts it: several at once, each again and again
// until it is answered 200.
import type { Official } from "./officials.ts";
import { type Door, postUntilTaken, reportUpdate } from "./posts.ts";
import type { Stream } from "./stream.ts";

/** From now on, without drift; it ends when the last one was taken. */
export const startPostedStream = (
  door: Door,
  officials: readonly Official[],
  perSecond: number,
): Stream => {
  const from = performance.now();
  const underWay: Promise<unknown>[] = [];
  let stopped = false;
  const run = async () => {
    while (!stopped) {
      const n = underWay.length;
      const early = from + (n * 1_000) / perSecond - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      const official = officials[n % officials.length];
      if (official === undefined) throw new Error("nobody to speak");
      const update = reportUpdate(official, n, Math.floor(Date.now() / 1000));
      underWay.push(postUntilTaken(() => door, JSON.stringify(update)));
    }
  };
  const running = run();
  return {
    sent: () => underWay.length,
    stop: async () => {
      stopped = true;
      await running;
      await Promise.all(underWay);
      return underWay.length;
    },
  };
};
