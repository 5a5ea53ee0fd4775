// Takes updates into the inbox, however they came. When `take` returns, all of them are stored and
// Telegram may be told so.
import type { Update } from "grammy/types";
import type { Clock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import { checkpoint } from "#src/delivery/checkpoints.ts";
import { type NewUpdate, storeUpdates } from "#src/delivery/inbox-store.ts";
import type { Log } from "#src/delivery/log.ts";
import { albumLane, closeAlbum, openAlbums, storeParts } from "./albums-store.ts";
import { resolveToken } from "./button-tokens.ts";
import { rowOf } from "./inbox-rows.ts";
import { albumIdOf, laneOf, storable } from "./update-payload.ts";

export type IntakeDeps = {
  db: Db;
  clock: Clock;
  log: Log;
  /** Something new may be in the inbox. */
  onStored: () => void;
  /** How long the rest of an album is waited for after each of its parts. */
  albumQuietMs?: number;
};

export const makeIntake = ({ db, clock, log, onStored, albumQuietMs = 700 }: IntakeDeps) => {
  /** Albums not yet whole, by the person and chat that they come from. */
  const open = new Map<string, { album: string; timer: NodeJS.Timeout }>();

  const close = async (lane: string, album: string): Promise<void> => {
    clearTimeout(open.get(lane)?.timer);
    open.delete(lane);
    if (await closeAlbum(db, album, clock.now())) onStored();
  };

  const waitForRest = (lane: string, album: string): void => {
    clearTimeout(open.get(lane)?.timer);
    const timer = setTimeout(() => {
      close(lane, album).catch((error: unknown) => {
        log.error({ err: error }, "an album could not be stored, trying again");
        waitForRest(lane, album);
      });
    }, albumQuietMs);
    open.set(lane, { album, timer });
  };

  const takePart = async (part: Update): Promise<void> => {
    const [lane, album] = [laneOf(part), albumLane(part)];
    const before = open.get(lane);
    if (before !== undefined && before.album !== album) await close(lane, before.album);
    await storeParts(db, [part], clock.now());
    waitForRest(lane, album);
  };

  const take = async (updates: readonly Update[]): Promise<void> => {
    let rows: NewUpdate[] = [];
    const flush = async () => {
      if (rows.length > 0) await storeUpdates(db, rows);
      rows = [];
    };
    for (const received of updates) {
      const update = await resolveToken(db, storable(received));
      if (albumIdOf(update) !== null) {
        await flush();
        await takePart(update);
        continue;
      }
      const lane = laneOf(update);
      const before = open.get(lane);
      if (before !== undefined) {
        // The same person went on: the album is whole, and comes before what they say now.
        await flush();
        await close(lane, before.album);
      }
      rows.push(rowOf(update, clock.now()));
    }
    await flush();
    checkpoint("inbox.stored");
    if (updates.length > 0) onStored();
  };

  return {
    take,
    /** Closes the albums that a process left open. */
    recover: async (): Promise<void> => {
      for (const album of await openAlbums(db)) await closeAlbum(db, album, clock.now());
      onStored();
    },
    /** What is open stays stored; `recover` closes it at the next start. */
    stop: (): void => {
      for (const { timer } of open.values()) clearTimeout(timer);
      open.clear();
    },
  };
};
