export type Signal<T> = {
  emit: (event: T) => void;
  /** Calls back for each event until the returned function is called. */
  listen: (listener: (event: T) => void) => () => void;
};

export function createSignal<T>(): Signal<T> {
  const listeners = new Set<(event: T) => void>();

  return {
    emit: (event) => {
      for (const listener of [...listeners]) listener(event);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
