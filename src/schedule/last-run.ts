// When a job ran last: what it may have missed since is up to the job.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { slotKey } from "#src/calendar/slots.ts";
import { civilToday } from "#src/calendar/zone.ts";
import type { Store } from "#src/database/client.ts";

/** The civil day of the job's latest slot before this one that was run; null where none was. */
export const lastRunOn = async (
  store: Store,
  job: string,
  before: Date,
): Promise<CivilDate | null> => {
  const found = await store.jobSlot.findFirst({
    // All keys are in one zone: their order is that of time.
    where: { job, state: "done", slot: { lt: slotKey(before) } },
    orderBy: { slot: "desc" },
    select: { slot: true },
  });
  return found === null ? null : civilToday(new Date(found.slot));
};
