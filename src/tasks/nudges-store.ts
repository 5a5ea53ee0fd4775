import { type CivilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import type { Alerted } from "./alert-digest.ts";

/** Remembers that an agency was reminded of an assignment; the same reminder of a day is one. */
export const recordNudges = async (
  tx: Tx,
  alerted: readonly Alerted[],
  when: { today: CivilDate; slot: Date },
): Promise<void> => {
  await tx.nudge.createMany({
    data: alerted.map(({ row, reason }) => ({
      assignmentId: row.id,
      kind: `deadline:${reason}`,
      key: `deadline:${when.today}:${row.id}`,
      effectiveOn: toDbDate(when.today),
      recordedAt: when.slot,
    })),
    skipDuplicates: true,
  });
};
