// Who had a recurring duty before it went to its agency of today: a period that one of them has
// reported on is not opened again.
import type { Tx } from "#src/database/client.ts";

type Origin = { id: number; agencyId: number };

const originOf = async (tx: Tx, id: number): Promise<Origin | null> => {
  const select = { origin: { select: { id: true, agencyId: true } } };
  return (await tx.assignment.findUnique({ where: { id }, select }))?.origin ?? null;
};

const before = async (tx: Tx, dutyId: number): Promise<number[]> => {
  const seen = new Set([dutyId]);
  const agencies: number[] = [];
  let origin = await originOf(tx, dutyId);
  while (origin !== null && !seen.has(origin.id)) {
    seen.add(origin.id);
    agencies.push(origin.agencyId);
    origin = await originOf(tx, origin.id);
  }
  return agencies;
};

/** Agencies that had the duty before, by its id; empty where it never moved. */
export const formerAgencies = async (
  tx: Tx,
  dutyIds: readonly number[],
): Promise<Map<number, number[]>> => {
  const former = new Map<number, number[]>();
  for (const id of dutyIds) former.set(id, await before(tx, id));
  return former;
};
