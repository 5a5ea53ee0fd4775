// Codes that are guessed: who shows too many wrong ones, or too many by all together, and no code is
// looked at for a while. Not even a right one: else guessing could go on.
import type { Tx } from "#src/database/client.ts";

type Identity = { channel: string; externalId: string };

export const MOST_WRONG_BY_ONE = 5;
export const MOST_WRONG_BY_ALL = 100;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** When the n-th latest of some wrong codes is an hour old; null where there were not so many. */
const untilFewer = async (
  tx: Tx,
  who: Partial<Identity>,
  most: number,
  now: Date,
): Promise<Date | null> => {
  const nth = await tx.inviteAttempt.findFirst({
    where: { ...who, at: { gt: new Date(now.getTime() - HOUR_MS) } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    skip: most - 1,
    select: { at: true },
  });
  return nth === null ? null : new Date(nth.at.getTime() + HOUR_MS);
};

/** Until when (civil clock) no code of this identity is looked at; null = it is. */
export const noCodesUntil = async (
  tx: Tx,
  { channel, externalId }: Identity,
  now: Date,
): Promise<Date | null> => {
  const own = await untilFewer(tx, { channel, externalId }, MOST_WRONG_BY_ONE, now);
  const all = await untilFewer(tx, {}, MOST_WRONG_BY_ALL, now);
  if (own === null || all === null) return own ?? all;
  return own > all ? own : all;
};

/** Notes a wrong code, and forgets those of days ago. */
export const noteWrongCode = async (
  tx: Tx,
  { channel, externalId }: Identity,
  now: Date,
): Promise<void> => {
  await tx.inviteAttempt.deleteMany({ where: { at: { lt: new Date(now.getTime() - DAY_MS) } } });
  await tx.inviteAttempt.create({ data: { channel, externalId, at: now } });
};
