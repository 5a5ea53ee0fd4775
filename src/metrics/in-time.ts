// A question to the database that must not be waited for, nor be asked twice while the first
// answer is still out: a check every few seconds would fill the pool of a database that hangs.
import { orAfter } from "#src/within-ms.ts";

/**
 * Makes a question of which only one is out at a time; whoever asks meanwhile gets its answer. Null
 * where there is none within `ms` (monotonic), or an error.
 */
export const askInTime = <T>(ask: () => Promise<T>, ms: number): (() => Promise<T | null>) => {
  let out: Promise<T> | null = null;
  const end = () => {
    out = null;
  };
  return () => {
    if (out === null) {
      out = ask();
      out.then(end, end);
    }
    return orAfter(
      ms,
      out.catch(() => null),
      null,
    );
  };
};
