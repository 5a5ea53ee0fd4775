// Waiting for something, but not for ever.

/** What it gives, or `late` where that takes longer (monotonic ms). @throws what it throws in time */
export const orAfter = async <T, Late>(
  ms: number,
  ending: Promise<T>,
  late: Late,
): Promise<T | Late> => {
  const { promise, resolve } = Promise.withResolvers<Late>();
  const timer = setTimeout(() => resolve(late), ms);
  try {
    return await Promise.race([ending, promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** True when it ended in time (monotonic ms), well or badly; nobody hears of its error then. */
export const withinMs = (ms: number, ending: Promise<unknown>): Promise<boolean> =>
  orAfter(
    ms,
    ending.then(
      () => true,
      () => true,
    ),
    false,
  );
