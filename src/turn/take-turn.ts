// One process at work. Among all that share a PostgreSQL exactly one handles, sends, runs jobs and
// polls: the one whose session holds the lock. The others stand by and ask for it again and again.
// The embedded database belongs to one process anyway, whose turn it always is.
import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseTarget } from "#src/database/open.ts";
import { locks, openSessionLock, type SessionLock } from "#src/database/session-lock.ts";
import type { Log } from "#src/delivery/log.ts";
import { withinMs } from "#src/within-ms.ts";
import { INBOX_TOPIC } from "./inbox-topic.ts";

/** What begins with the turn and ends with it. */
export type Work = { stop: () => Promise<void> };

export type Turn = {
  isAtWork: () => boolean;
  /** Ends the work and gives the turn to whoever stands by; bounded in time. */
  stop: () => Promise<void>;
};

export type TurnDeps = {
  log: Log;
  /** Another process stored an update. */
  onWake: () => void;
  /** Another process has the turn: what this one kept up for its next turn ends. */
  onStandby?: () => Promise<void>;
};

/** A standby asks this often; the first question after the other's death is answered yes. */
const ASK_MS = 1_000;
/** Between tries to reach a database that is away: doubled from the first to the longest. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;
/** Work that does not end by then (its database hangs) is left to end by itself. */
const STOP_MS = 4_000;

/**
 * Takes the turn as soon as it is to be had, starts the work, and stops it when the turn is lost
 * with the connection that held it; then begins again. Returns at once; all times are monotonic.
 */
export const takeTurn = (
  target: DatabaseTarget,
  { log, onWake, onStandby }: TurnDeps,
  start: () => Promise<Work>,
): Turn => {
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener("abort", () => resolve());
  });
  const pause = (ms: number) =>
    sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  let atWork = false;
  let isAwaySaid = false;
  let isStandby = false;

  /** @throws what kept the work from starting */
  const workUntil = async (ending: Promise<void>): Promise<void> => {
    const work = await start();
    atWork = true;
    log.info({}, "at work");
    await ending;
    atWork = false;
    if (!(await withinMs(STOP_MS, work.stop()))) log.warn({}, "the work did not end in time");
  };

  /** True when the lock is there, false where the process is to end first. */
  const waitForLock = async (session: SessionLock): Promise<boolean> => {
    while (!stopping.signal.aborted) {
      if (await session.tryLock()) return true;
      if (!isStandby) {
        log.info({}, "another process is at work: standing by to take over");
        await onStandby?.();
      }
      isStandby = true;
      await pause(ASK_MS);
    }
    return false;
  };

  const takeOnce = async (url: string): Promise<void> => {
    const listen = { to: INBOX_TOPIC, heard: () => atWork && onWake() };
    const session = await openSessionLock(url, { key: locks.atWork, listen });
    try {
      if (isAwaySaid) log.info({}, "the database is there again");
      isAwaySaid = false;
      await session.name("dondoc standby");
      if (!(await waitForLock(session))) return;
      isStandby = false;
      await session.name("dondoc at work");
      await workUntil(Promise.race([session.lost, stopped]));
      if (!stopping.signal.aborted) log.warn({}, "the turn is lost with its connection");
    } finally {
      await session.release();
    }
  };

  const run = async (): Promise<void> => {
    for (let pauseMs = FIRST_PAUSE_MS; !stopping.signal.aborted; ) {
      const began = performance.now();
      try {
        if ("dir" in target) await workUntil(stopped);
        else await takeOnce(target.url);
      } catch (error) {
        if (!isAwaySaid) log.warn({ err: error }, "the turn cannot be taken, trying again");
        isAwaySaid = true;
      }
      if (performance.now() - began > LONGEST_PAUSE_MS) pauseMs = FIRST_PAUSE_MS;
      await pause(pauseMs);
      pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
    }
  };

  const running = run();
  return {
    isAtWork: () => atWork,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};
