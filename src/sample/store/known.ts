/** The value under a key that must be there. @throws RangeError otherwise. */
export const known = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value => {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`nothing was stored for ${String(key)}`);
  return value;
};
