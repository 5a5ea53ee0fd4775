// Who stands for whom from the day of a decision on, as the graph of successions holds it.
import type { SuccessionKind } from "#prisma/generated/enums.ts";
import type { Order } from "./order.ts";
import type { Plan } from "./plan.ts";

export type Succession = {
  fromId: number;
  toId: number;
  kind: SuccessionKind;
  /** Null: everything that is not named elsewhere. */
  function: string | null;
};

/** Each pair once: a whole that is taken over holds its functions too. */
const once = (all: readonly Succession[]): Succession[] => {
  const rows = new Map<string, Succession>();
  for (const one of all) {
    const key = `${one.fromId} ${one.toId}`;
    const before = rows.get(key);
    if (before === undefined) rows.set(key, one);
    else if (before.function !== null && one.function !== null) {
      rows.set(key, { ...before, function: `${before.function}; ${one.function}` });
    }
  }
  return [...rows.values()];
};

export const successionsOf = (
  { kind, to }: Pick<Order, "kind" | "to">,
  plan: Plan,
): Succession[] => {
  const { fromIds, endedIds, toIds, functions } = plan;
  const whole = endedIds.flatMap((fromId) =>
    (kind === "move_function" ? [] : toIds).map((toId) => ({ fromId, toId, kind, function: null })),
  );
  // Of one that stays a new agency took a part, which its name says best.
  const staying = kind === "split" ? fromIds.filter((id) => !endedIds.includes(id)) : [];
  const parts = staying.flatMap((fromId) =>
    toIds.map((toId, at) => ({ fromId, toId, kind, function: to[at]?.name ?? "" })),
  );
  const leavers = kind === "move_function" || kind === "split" ? fromIds : endedIds;
  const moved = leavers.flatMap((fromId) =>
    functions.map((one) => ({
      fromId,
      toId: one.toId,
      kind: "move_function" as const,
      function: one.function,
    })),
  );
  return once([...whole, ...parts, ...moved].filter(({ fromId, toId }) => fromId !== toId));
};
