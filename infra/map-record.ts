/** A record with the same keys, its values made from the keys. */
export function mapRecord<K extends string, V>(
  keys: Readonly<Record<K, unknown>> | readonly K[],
  make: (key: K) => V,
): Readonly<Record<K, V>> {
  const names = (Array.isArray(keys) ? keys : Object.keys(keys)) as K[];
  return Object.fromEntries(names.map((key) => [key, make(key)])) as Record<K, V>;
}
