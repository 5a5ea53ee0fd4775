// Time comes in as an argument everywhere; this is where it comes from. Civil time may be moved
// forward on the playground; pace, retries and leases use monotonic time instead.

export type Clock = {
  now: () => Date;
};

export type MovableClock = Clock & {
  /** Milliseconds ahead of the machine's clock. */
  offset: () => number;
  /** Moves to a later moment; an earlier one is refused, since history cannot be unsaid. */
  moveTo: (moment: Date) => void;
  /** Moves to a moment, or stays where it is already past. */
  atLeast: (moment: Date) => void;
};

export const systemClock: Clock = { now: () => new Date() };

/** A clock that runs on from the machine's (or another's, epoch ms), `offsetMs` ahead. */
export const movableClock = (offsetMs = 0, machine: () => number = Date.now): MovableClock => {
  let offset = offsetMs;
  const now = () => new Date(machine() + offset);
  return {
    now,
    offset: () => offset,
    moveTo: (moment) => {
      if (moment < now()) throw new RangeError("the clock never goes back");
      offset = moment.getTime() - machine();
    },
    atLeast: (moment) => {
      offset = Math.max(offset, moment.getTime() - machine());
    },
  };
};
