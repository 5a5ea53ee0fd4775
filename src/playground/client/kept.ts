// Signals that this window remembers over a reload. A window has its own memory; a new one begins
// with what the last change in any window left.
import { effect, type Signal, signal } from "@preact/signals";

const PREFIX = "dondoc.";

/** Storage may be forbidden, full, or absent: the page works without a memory too. */
function attempt<T>(deed: () => T): T | undefined {
  try {
    return deed();
  } catch {
    return undefined;
  }
}

function read<T>(name: string, initial: T, accepts: (value: unknown) => value is T): T {
  const text = attempt(
    () => sessionStorage.getItem(PREFIX + name) ?? localStorage.getItem(PREFIX + name),
  );
  if (text === undefined || text === null) return initial;
  const value: unknown = attempt(() => JSON.parse(text));
  return accepts(value) ? value : initial;
}

function write(name: string, text: string, isInitial: boolean): void {
  attempt(() => sessionStorage.setItem(PREFIX + name, text));
  attempt(() => {
    if (isInitial) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, text);
  });
}

/** What is kept and no longer fits is forgotten: `accepts` looks at it first. */
export function kept<T>(
  name: string,
  initial: T,
  accepts: (value: unknown) => value is T,
): Signal<T> {
  const found = signal(read(name, initial, accepts));
  const plain = JSON.stringify(initial);
  let last = JSON.stringify(found.value);
  effect(() => {
    const text = JSON.stringify(found.value);
    if (text === last) return;
    last = text;
    write(name, text, text === plain);
  });
  return found;
}
