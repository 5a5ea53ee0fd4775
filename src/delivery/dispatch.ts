// Goes through the outbox without end: what goes next, as much of it as may go now, then a rest
// until more may, or until somebody says that something was queued.
import type { Log } from "./log.ts";
import type { Loop } from "./loop.ts";
import { priorities } from "./outbox-payload.ts";
import type { OutboxRow } from "./outbox-store.ts";
import { databasePauseMs } from "./retry.ts";

/** With nothing to do, the outbox is looked into again after so long: others queue as well. */
export const LOOK_MS = 1_000;
/** A list of what goes next grows old. Making one takes a while where ten thousand wait. */
const FRESH_MS = 2_000;

export type DispatchParts = {
  /** What goes next, of each chat one; nothing less urgent than `upTo`. */
  listNext: (upTo?: number) => Promise<OutboxRow[]>;
  /** Starts what may go out of a list, which it shortens; milliseconds until more may. */
  startAll: (list: OutboxRow[], onEnd: () => void) => number;
  /** Chats that only waited for their pace are looked at again: an answer may go before. */
  forgetPaced: () => void;
  restEnds: () => number;
  /** On the clock of the pauses. */
  sleep: (ms: number, act: () => void) => () => void;
  underWay: () => Iterable<Promise<void>>;
  onStop: () => void;
  log: Log;
};

export const startDispatch = (parts: DispatchParts): Loop => {
  let list: OutboxRow[] = [];
  let listedAt = Number.NEGATIVE_INFINITY;
  let isNews = true;
  let stopped = false;
  let wakeUp: (() => void) | undefined;
  /** Something ended since what may go was last looked at. */
  let isChanged = false;
  const kick = (): void => {
    isChanged = true;
    wakeUp?.();
  };

  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        callOff();
        wakeUp = undefined;
        resolve();
      };
      const callOff = parts.sleep(ms, end);
      wakeUp = end;
    });

  /** The whole of what goes next where it is old; else the answers that came since, in front. */
  const relist = async (): Promise<void> => {
    const isOld = list.length === 0 || performance.now() - listedAt > FRESH_MS;
    if (!isOld && !isNews) return;
    if (isNews) parts.forgetPaced();
    isNews = false;
    if (!isOld) {
      list = [...(await parts.listNext(priorities.reply)), ...list];
      return;
    }
    list = await parts.listNext();
    listedAt = performance.now();
  };

  /** Milliseconds until it is worth looking again. */
  const look = async (): Promise<number> => {
    await relist();
    const hadSome = list.length > 0;
    isChanged = false;
    const ms = parts.startAll(list, kick);
    // Behind those that rest or went there may be others.
    return hadSome && list.length === 0 ? 1 : Math.min(ms, parts.restEnds());
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopped) {
      try {
        const ms = await look();
        failures = 0;
        if (!stopped && !isNews && !isChanged) await sleep(ms);
      } catch (error) {
        if (failures === 0)
          parts.log.error({ err: error, loop: "outbox" }, "loop failed, trying on");
        failures += 1;
        await sleep(databasePauseMs(failures));
      }
    }
    await Promise.all(parts.underWay());
  };
  const running = run();

  return {
    wake: () => {
      isNews = true;
      kick();
    },
    stop: async () => {
      stopped = true;
      parts.onStop();
      kick();
      await running;
    },
  };
};
