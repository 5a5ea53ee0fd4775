// Where the nightly backups lie, what they are called, and which of them are old enough to go.
import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { slotKey } from "#src/calendar/slots.ts";
import type { Clock } from "#src/clock.ts";
import type { Log } from "#src/delivery/log.ts";

export type BackupPlace = {
  dir: string;
  /** Civil: the moment that a backup is made. */
  clock: Clock;
  log: Log;
};

/** So many of the newest stay. */
export const KEPT = 14;

const OURS = /^dondoc-\d{4}-\d{2}-\d{2}T\d{4}\.backup\.gz$/;
const HALF = /^dondoc-\d{4}-\d{2}-\d{2}T\d{4}\.backup\.gz\.part$/;

/** `dondoc-2026-11-23T0130.backup.gz`, in Vietnamese time. */
export const backupName = (slot: Date): string =>
  `dondoc-${slotKey(slot).slice(0, 16).replace(":", "")}.backup.gz`;

/** Which of a folder's files are too old, or the rest of a run that was killed; none but ours. */
export const toRemove = (names: readonly string[], kept: number = KEPT): string[] => {
  // The names of all are of one zone: their order is that of time.
  const old = names
    .filter((name) => OURS.test(name))
    .sort()
    .reverse()
    .slice(kept);
  return [...old, ...names.filter((name) => HALF.test(name))];
};

/** Makes the folder where it is missing; nobody else may look into it. */
export const makeFolder = async (dir: string): Promise<void> => {
  await mkdir(dir, { recursive: true, mode: 0o700 });
};

/** Removes what is too old; what was removed. */
export const tidy = async (dir: string): Promise<string[]> => {
  const names = toRemove(await readdir(dir));
  for (const name of names) await rm(path.join(dir, name), { force: true });
  return names;
};
