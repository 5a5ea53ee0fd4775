// Takes updates into the inbox, however they came and however many processes take them. When `take`
// returns, all of them are stored and Telegram may be told so.
import type { Update } from "grammy/types";
import type { Clock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import { isPassingFault } from "#src/database/passing-fault.ts";
import { checkpoint } from "#src/delivery/checkpoints.ts";
import { type NewUpdate, storeUpdates } from "#src/delivery/inbox-store.ts";
import type { Log } from "#src/delivery/log.ts";
import { albumOf, openAlbumsOf, storePart } from "./albums-store.ts";
import type { AwayNotice } from "./away-notice.ts";
import { resolveToken } from "./button-tokens.ts";
import { rowOf } from "./inbox-rows.ts";
import { makeOpenAlbums } from "./open-albums.ts";
import { albumIdOf, laneOf, storable } from "./update-payload.ts";
import { readable } from "./update-shape.ts";

export type IntakeDeps = {
  db: Db;
  clock: Clock;
  log: Log;
  /** Something new may be in the inbox. */
  onStored: () => void;
  /** How long the rest of an album is waited for after each of its parts (monotonic ms). */
  albumQuietMs?: number;
  /** Hears what could not be stored because the database is away. */
  away?: Pick<AwayNotice, "failed" | "over">;
};

export const makeIntake = (deps: IntakeDeps) => {
  const { db, clock, log, onStored, albumQuietMs = 700, away } = deps;
  const albums = makeOpenAlbums({ db, clock, log, onStored, quietMs: albumQuietMs });

  const store = async (updates: readonly Update[]): Promise<void> => {
    let rows: NewUpdate[] = [];
    const flush = async () => {
      if (rows.length > 0) await storeUpdates(db, rows);
      rows = [];
    };
    const lanes = [...new Set(updates.map(laneOf))];
    let open = await openAlbumsOf(db, lanes);
    for (const received of updates) {
      const update = await resolveToken(db, received);
      const lane = laneOf(update);
      const album = albumIdOf(update) === null ? null : albumOf(update);
      // The same person went on: their album is whole, and comes before what they say now.
      const whole = open.filter(
        (one) =>
          one.lane === lane && one.album !== album && one.newestUpdate < BigInt(update.update_id),
      );
      if (whole.length > 0 || album !== null) await flush();
      for (const one of whole) await albums.close(one.album);
      if (album === null) {
        rows.push(rowOf(update, clock.now()));
        continue;
      }
      await storePart(db, update, clock.now());
      open = await openAlbumsOf(db, lanes);
      const mine = open.find((one) => one.album === album);
      if (mine !== undefined) albums.waitForRest(mine);
    }
    await flush();
  };

  return {
    /** @throws where not all of them are stored */
    take: async (received: readonly Update[]): Promise<void> => {
      if (received.length === 0) return;
      const updates = received.map((update) => readable(storable(update)));
      try {
        await store(updates);
        away?.over();
      } catch (error) {
        if (isPassingFault(error)) away?.failed(updates);
        throw error;
      }
      checkpoint("inbox.stored");
      onStored();
    },
    /** Takes care of the albums that a process left open. */
    recover: albums.adopt,
    /** What is open stays stored; `recover` finds it. */
    stop: albums.stop,
  };
};

export type Intake = ReturnType<typeof makeIntake>;
