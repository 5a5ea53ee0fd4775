// The time that pace and pauses run on: monotonic, never the civil clock that a playground moves.

export type PaceClock = {
  /** Milliseconds from any beginning. */
  now: () => number;
  /** Does something once so many milliseconds have passed; the function calls it off. */
  after: (ms: number, act: () => void) => () => void;
};

const timer = (ms: number, act: () => void): (() => void) => {
  const handle = setTimeout(act, ms);
  return () => clearTimeout(handle);
};

export const realPaceClock: PaceClock = { now: () => performance.now(), after: timer };

/** Runs `factor` times as fast, so that a test need not wait for Telegram's pace. */
export const fastPaceClock = (factor: number): PaceClock => ({
  now: () => performance.now() * factor,
  after: (ms, act) => timer(ms / factor, act),
});
