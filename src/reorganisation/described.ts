// A stored decision with the names of its agencies: what the lists, the messages and the day's
// work say of it.
import type { Store } from "#src/database/client.ts";
import type { Said } from "#src/messages/words/reorganisation.ts";
import type { Stored } from "./reorganisations-store.ts";

type Names = ReadonlyMap<number, string>;

const namesOf = async (store: Store, ids: readonly number[]): Promise<Names> => {
  const rows = await store.agency.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Ids of all agencies that a decision speaks of. */
export const agenciesIn = ({ plan }: Stored): number[] => [
  ...new Set([
    ...plan.fromIds,
    ...plan.toIds,
    ...(plan.restId === null ? [] : [plan.restId]),
    ...plan.tasks.map(({ toId }) => toId),
    ...plan.people.map(({ toId }) => toId),
    ...plan.functions.map(({ toId }) => toId),
    ...(plan.moved ?? []).flatMap(({ fromId, toId }) => [fromId, toId]),
  ]),
];

export type Described = Said & { name: (id: number) => string };

export const describe = async (store: Store, order: Stored): Promise<Described> => {
  const names = await namesOf(store, agenciesIn(order));
  // Called off: the agencies that it would have made are gone.
  const name = (id: number): string => names.get(id) ?? "…";
  const { plan, kind, decision, effectiveOn } = order;
  return {
    kind,
    decision,
    effectiveOn,
    from: plan.fromIds.map(name),
    to: plan.toIds.map(name),
    toNew: plan.toIds.some((id) => plan.createdIds.includes(id)),
    functions: plan.functions.map((one) => ({ what: one.function, to: name(one.toId) })),
    name,
  };
};
