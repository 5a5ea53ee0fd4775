// A question to the database that must not be waited for, nor be asked twice while the first
// answer is still out: a check every few seconds would fill the pool of a database that hangs.

/** The answer, or null where there is none within `ms` (monotonic) or an error. */
const within = async <T>(answer: Promise<T>, ms: number): Promise<T | null> => {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), ms);
  try {
    return await Promise.race([answer.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Makes a question of which only one is out at a time; whoever asks meanwhile gets its answer. */
export const askInTime = <T>(ask: () => Promise<T>, ms: number): (() => Promise<T | null>) => {
  let out: Promise<T> | null = null;
  const end = () => {
    out = null;
  };
  return () => {
    if (out === null) {
      out = ask();
      out.then(end, end);
    }
    return within(out, ms);
  };
};
