/** A record with the same keys, its values made from the keys. */
export function mapRecord<K extends string, V>(
  record: Readonly<Record<K, unknown>>,
  make: (key: K) => V,
): Readonly<Record<K, V>> {
  const keys = Object.keys(record) as K[];
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>;
}
