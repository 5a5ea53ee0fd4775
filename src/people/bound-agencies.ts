import type { Store } from "#src/database/client.ts";

/** Of these agencies those that have an official or a head who is connected. */
export const agenciesWithPeople = async (
  store: Store,
  agencyIds: readonly number[],
): Promise<Set<number>> => {
  const rows = await store.membership.findMany({
    where: {
      agencyId: { in: [...agencyIds] },
      role: { in: ["official", "head"] },
      endedAt: null,
      person: { active: true },
    },
    select: { agencyId: true },
    distinct: ["agencyId"],
  });
  return new Set(rows.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId])));
};
