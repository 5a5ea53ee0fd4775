// Waiting for the rest of albums. A process that waits closes an album only when no part came,
// anywhere, between two looks at its rows: the newest part is then as old as the wait, by no clock
// but this one's monotonic time.
import type { Clock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import { isPassingFault } from "#src/database/passing-fault.ts";
import type { Log } from "#src/delivery/log.ts";
import { closeAlbum, type OpenAlbum, openAlbums } from "./albums-store.ts";

export type AlbumDeps = {
  db: Db;
  clock: Clock;
  log: Log;
  onStored: () => void;
  /** How long the rest of an album is waited for after each of its parts (monotonic ms). */
  quietMs: number;
};

export const makeOpenAlbums = ({ db, clock, log, onStored, quietMs }: AlbumDeps) => {
  const waiting = new Map<string, NodeJS.Timeout>();

  const forget = (album: string): void => {
    clearTimeout(waiting.get(album));
    waiting.delete(album);
  };

  const closeIfQuiet = async (album: string, newest: bigint): Promise<void> => {
    try {
      const closing = await closeAlbum(db, album, clock.now(), newest);
      if (typeof closing === "object") return waitForRest({ album, newest: closing.newest });
      forget(album);
      if (closing === "closed") onStored();
    } catch (error) {
      if (!isPassingFault(error)) log.error({ err: error }, "an album could not be stored");
      waitForRest({ album, newest });
    }
  };

  const waitForRest = ({ album, newest }: Pick<OpenAlbum, "album" | "newest">): void => {
    forget(album);
    const timer = setTimeout(() => void closeIfQuiet(album, newest), quietMs);
    waiting.set(album, timer);
  };

  return {
    waitForRest,
    /** Closes one at once: whoever sent it went on. */
    close: async (album: string): Promise<void> => {
      forget(album);
      if ((await closeAlbum(db, album, clock.now())) === "closed") onStored();
    },
    /** Waits for the rest of those that nobody here waits for: their process may be dead. */
    adopt: async (): Promise<void> => {
      for (const open of await openAlbums(db)) if (!waiting.has(open.album)) waitForRest(open);
    },
    /** What is open stays stored; somebody adopts it. */
    stop: (): void => {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
};
