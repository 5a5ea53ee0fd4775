/** How long a test waits for what must come, ms of real time. */
export const patience = 5000;

export type Listen = (onChange: () => void) => () => void;

/**
 * Resolves with the first value that `look` finds, now or after a change.
 *
 * @throws with `describe()` when nothing has come after `timeoutMs`
 */
export function waitFor<T>(
  listen: Listen,
  look: () => T | undefined,
  describe: () => string,
  timeoutMs: number = patience,
): Promise<T> {
  const found = look();
  if (found !== undefined) return Promise.resolve(found);
  // Made here, so that the stack leads to the line of the test that waits.
  const failure = new Error();

  return new Promise<T>((resolve, reject) => {
    const stop = listen(() => {
      const value = look();
      if (value === undefined) return;
      clearTimeout(timer);
      stop();
      resolve(value);
    });
    const timer = setTimeout(() => {
      stop();
      failure.message = `${describe()} (after ${timeoutMs} ms)`;
      reject(failure);
    }, timeoutMs);
  });
}
