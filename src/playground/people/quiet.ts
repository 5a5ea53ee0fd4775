import { setTimeout as sleep } from "node:timers/promises";

import type { Backend } from "../api/backend.ts";

/**
 * Resolves when the bot has taken all updates and made no call but getUpdates for `quietMs`.
 *
 * @throws after `timeoutMs`, saying what keeps it busy
 */
export async function quiet({ world, log }: Backend, quietMs = 50, timeoutMs = 5000) {
  const failure = new Error();
  const giveUpAt = performance.now() + timeoutMs;
  const deeds = () => log.all().filter(({ method }) => method !== "getUpdates");

  for (;;) {
    const before = deeds().at(-1)?.number;
    await sleep(quietMs);
    const now = deeds();
    const running = now.filter(({ outcome, lost }) => !outcome && !lost);
    const isStill = now.at(-1)?.number === before && running.length === 0;
    if (isStill && world.updates.size === 0) return;
    if (performance.now() > giveUpAt) {
      const names = running.map(({ method }) => method).join(", ") || "none";
      failure.message = `No quiet: ${world.updates.size} updates wait, calls that run: ${names}`;
      throw failure;
    }
  }
}
