// What nobody caught. Node itself would print it whole: with the token in an address, with the
// text that somebody wrote.
import type { Log } from "#src/delivery/log.ts";

/** Logs what nobody caught (also rejections) as any other error, and ends the process. */
export const logUncaught = (log: Log, end: () => void = () => process.exit(1)): void => {
  process.once("uncaughtException", (error: unknown) => {
    log.error({ err: error }, "nobody caught this: the process ends");
    end();
  });
};
