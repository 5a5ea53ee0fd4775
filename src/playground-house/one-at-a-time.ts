// Planting, moving the clock, resetting: one at a time, and whoever comes meanwhile is told why.

export type Deed = "planting" | "clock" | "reset";

const reasons: Record<Deed, string> = {
  planting: "The province is being planted. Wait a moment.",
  clock: "The clock is moving. Wait until it has arrived.",
  reset: "The province is being reset. Wait a moment.",
};

/** The house is busy with something else. */
export class HouseBusy extends Error {}

export type OneAtATime = {
  /** @throws HouseBusy where something else is under way */
  during: <T>(deed: Deed, work: () => Promise<T>) => Promise<T>;
  /** Resolves when nothing is under way. */
  idle: () => Promise<void>;
};

export const oneAtATime = (): OneAtATime => {
  let underWay: { deed: Deed; end: Promise<unknown> } | null = null;
  return {
    during: async (deed, work) => {
      if (underWay !== null) throw new HouseBusy(reasons[underWay.deed]);
      const end = work();
      underWay = { deed, end };
      try {
        return await end;
      } finally {
        underWay = null;
      }
    },
    idle: async () => {
      await underWay?.end.catch(() => undefined);
    },
  };
};
