/** Orders keys by their UTF-16 code units, ascending: the same on every machine, whatever its language. */
export function byCodeOrder(a: string, b: string): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

/** A key and where it stands in its list. */
export interface Place {
  readonly key: string;
  readonly index: number;
}

export function byKey(a: Place, b: Place): number {
  return byCodeOrder(a.key, b.key);
}

/** Whether every key comes after the one before it, so that none comes twice either. */
export function isAscending(keys: readonly string[]): boolean {
  let before: string | undefined;
  for (const key of keys) {
    if (before !== undefined && before >= key) return false;
    before = key;
  }
  return true;
}

/** The indices of distinct keys, in code order. Keys that stand in order already are only looked through. */
export function indicesInCodeOrder(keys: readonly string[]): Iterable<number> {
  if (isAscending(keys)) return keys.keys();
  return keys
    .map((key, index) => ({ key, index }))
    .sort(byKey)
    .map((place) => place.index);
}
