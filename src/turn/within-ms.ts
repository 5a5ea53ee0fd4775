// Waiting for something, but not for ever.

/** True when it ended in time (monotonic ms), well or badly; nobody hears of its error then. */
export const withinMs = async (ms: number, ending: Promise<unknown>): Promise<boolean> => {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), ms);
  const ended = ending.then(
    () => true,
    () => true,
  );
  const inTime = await Promise.race([ended, late]);
  clearTimeout(timer);
  return inTime;
};
