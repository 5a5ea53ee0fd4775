// When what was surely not taken is tried again. Pure.

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** For so long something is tried; then it is a dead letter, and an operator decides. */
export const GIVE_UP_MS = 24 * 3_600_000;

/**
 * Milliseconds until the next try after so many failed ones: doubled each time up to a minute, with a
 * jitter of half of it (`random`: 0 to 1), so that what failed together comes back apart.
 */
export const backOffMs = (failures: number, random: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 20)) * (0.75 + random / 2);

/** Milliseconds until a database that is away is asked again, after so many failures. */
export const databasePauseMs = (failures: number): number => Math.min(10_000, 500 * 2 ** failures);

/** Both on the machine's clock, epoch ms. */
export const isGivenUp = (firstTriedAt: number, now: number): boolean =>
  now - firstTriedAt >= GIVE_UP_MS;
