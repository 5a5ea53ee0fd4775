// Mail for the storm, wave after wave, until none of it waits any more: what is queued meanwhile by
// real jobs and commands comes so too, and a chat that is lost loses only what waited by then.
import type { Db } from "#src/database/client.ts";
import { time } from "./figures.ts";
import type { Mail } from "./storm-mail.ts";

const LOOK_MS = 500;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const openIn = (db: Db): Promise<number> =>
  db.outboxMessage.count({
    where: { key: { startsWith: "mail:" }, state: { in: ["pending", "sending"] } },
  });

export type Work = {
  mail: readonly Mail[];
  wave: (some: readonly Mail[]) => Promise<void>;
  waveSize: number;
  /** Real ms without any message ending, after which somebody writes in chats held for lost. */
  stuckMs: number;
  wake: () => Promise<number>;
  withinMs: number;
  say: (line: string) => void;
};

/** Queues wave after wave, each when little is left of the one before; until nothing waits. */
export const workOff = async (db: Db, work: Work): Promise<{ woken: number }> => {
  const { mail, waveSize, say } = work;
  const from = performance.now();
  let queued = 0;
  let woken = 0;
  let stuck = 0;
  let before = -1;
  for (let looks = 0; performance.now() - from < work.withinMs; looks += 1) {
    const left = await openIn(db);
    if (left === 0 && queued === mail.length) break;
    if (left < waveSize / 2 && queued < mail.length) {
      await work.wave(mail.slice(queued, queued + waveSize));
      queued = Math.min(mail.length, queued + waveSize);
    }
    if (looks % 20 === 0) say(`${queued} queued, ${left} left, ${time(performance.now() - from)}`);
    stuck = left === before ? stuck + LOOK_MS : 0;
    before = left;
    if (stuck > work.stuckMs) {
      woken += await work.wake();
      stuck = 0;
    }
    await sleep(LOOK_MS);
  }
  return { woken };
};
