// How a process that only receives tells the one at work that there is something to do.
import type { Db } from "#src/database/client.ts";

/** The name to LISTEN to. */
export const INBOX_TOPIC = "dondoc_inbox";

/**
 * Makes a function that wakes the process at work. Best effort: that one looks into the inbox by
 * itself every second. While one word is on its way, any number more are one.
 */
export const makeInboxCall = (db: Db): (() => void) => {
  let isUnderWay = false;
  let again = false;
  const call = async (): Promise<void> => {
    isUnderWay = true;
    do {
      again = false;
      await db.$executeRaw`SELECT 1 FROM pg_notify(${INBOX_TOPIC}, '')`.catch(() => undefined);
    } while (again);
    isUnderWay = false;
  };
  return () => {
    again = true;
    if (!isUnderWay) void call();
  };
};
