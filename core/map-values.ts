/** The same keys in the same order, each value made anew. */
export function mapValues<K, A, B>(
  from: ReadonlyMap<K, A>,
  make: (value: A, key: K) => B,
): Map<K, B> {
  return new Map([...from].map(([key, value]) => [key, make(value, key)]));
}
