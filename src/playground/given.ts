/**
 * The fields that have a value. Telegram leaves absent fields out of its objects, and so
 * do the types: an optional field may be missing, never `undefined`.
 */
export function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
