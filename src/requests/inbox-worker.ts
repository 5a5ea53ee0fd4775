// Hands stored updates to their handler: in order within a lane (a person in a chat), lanes side
// by side; who is slow holds up nobody else.
import type { InboxUpdate } from "#prisma/generated/client.ts";
import { isPassingFault } from "#src/database/passing-fault.ts";
import { lockPending, markFailed, pendingBeside } from "#src/delivery/inbox-store.ts";
import { type HandleDeps, handleUpdate } from "./handle-update.ts";
import { observed } from "./handled.ts";

const BATCH = 200;
const MOST_LANES = 8;

export type InboxDeps = HandleDeps & {
  /** Hears of what waits because the database is away. */
  onAway?: (payload: unknown) => void;
  /** Hears of each that is over: its answer may be in the outbox. */
  onHandled?: () => void;
};

/** In the order in which it was said, however it came. */
const inOrder = (rows: readonly InboxUpdate[]): InboxUpdate[] =>
  [...rows].sort((a, b) => (a.updateId < b.updateId ? -1 : 1));

export const makeInboxWorker = (deps: InboxDeps) => {
  const { db, channel, clock, log, onAway, onHandled } = deps;
  /** Lanes under way: never two updates of one at once. */
  const busy = new Set<string>();
  /** Tried while the database was away: that try does not count. */
  const repeated = new Set<bigint>();
  let isStopped = false;
  let isAwaySaid = false;
  let isStale = false;
  let wakeUp: (() => void) | undefined;

  /** What cannot even be answered must not be tried for ever, before all that its lane says next. */
  const giveUp = (row: InboxUpdate): Promise<void> =>
    db.$transaction(async (tx) => {
      if (await lockPending(tx, row.id)) await markFailed(tx, row.id, clock.now(), "unanswered");
    });

  /** True when it is over; false where it waits to be tried again. @throws `isPassingFault` */
  const handle = async (row: InboxUpdate): Promise<boolean> => {
    try {
      const { outcome } = await observed(deps, row, () =>
        handleUpdate(deps, row, repeated.has(row.id)),
      );
      repeated.delete(row.id);
      return outcome !== "again";
    } catch (error) {
      if (isPassingFault(error)) {
        repeated.add(row.id);
        onAway?.(row.payload);
        throw error;
      }
      log.error({ err: error, update: String(row.id) }, "an update could not be answered");
      await giveUp(row);
      return true;
    }
  };

  /** Handles what is pending, until nothing is left; how many were handled. Never throws. */
  const drain = async (): Promise<number> => {
    const waiting = new Map<string, InboxUpdate[]>();
    const running = new Set<Promise<void>>();
    let handled = 0;
    let isDry = false;
    let fault: unknown;

    const runLane = async (lane: string, rows: readonly InboxUpdate[]): Promise<void> => {
      busy.add(lane);
      try {
        for (const row of rows) {
          if (isStopped || !(await handle(row))) return;
          handled += 1;
          onHandled?.();
        }
      } catch (error) {
        fault ??= error;
      } finally {
        busy.delete(lane);
        // What its lane said meanwhile was not looked at.
        isDry = false;
      }
    };

    const start = ([lane, rows]: [string, InboxUpdate[]]): void => {
      waiting.delete(lane);
      const run = runLane(lane, inOrder(rows)).finally(() => running.delete(run));
      running.add(run);
    };

    const look = async (): Promise<void> => {
      isStale = false;
      const rows = await pendingBeside(db, channel.name, [...busy], BATCH);
      isDry = rows.length < BATCH;
      waiting.clear();
      for (const [lane, said] of Map.groupBy(rows, ({ lane }) => lane)) waiting.set(lane, said);
    };

    const fill = async (): Promise<void> => {
      while (running.size < MOST_LANES && !isStopped && fault === undefined) {
        if (isStale || (waiting.size === 0 && !isDry)) await look();
        const [next] = waiting;
        if (next === undefined) return;
        start(next);
      }
    };

    for (;;) {
      await fill().catch((error: unknown) => {
        fault ??= error;
      });
      if (running.size === 0 && (isDry || isStopped || fault !== undefined)) break;
      const woken = new Promise<void>((resolve) => {
        wakeUp = resolve;
      });
      // Where nothing more may be begun, going on at once would never let what runs come to its end.
      const mayLook = running.size < MOST_LANES && !isStopped && fault === undefined;
      if (!isStale || !mayLook) await Promise.race([...running, woken]);
    }
    if (fault === undefined) {
      if (isAwaySaid) log.info({}, "handling again");
      isAwaySaid = false;
      return handled;
    }
    if (!isPassingFault(fault)) log.error({ err: fault }, "the inbox could not be handled");
    else if (!isAwaySaid) log.warn({ err: fault }, "the database is away: updates wait for it");
    isAwaySaid = true;
    // Not at once again.
    return 0;
  };

  return {
    drain,
    /** Something was stored: a drain under way takes it along. */
    wake: (): void => {
      isStale = true;
      wakeUp?.();
    },
    /** What is under way is ended, nothing more is begun. */
    stop: (): void => {
      isStopped = true;
      wakeUp?.();
    },
  };
};
