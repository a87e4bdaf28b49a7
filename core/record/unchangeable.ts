/** The same value, of which nothing can be changed any more, at any depth. */
export function unchangeable<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const each of Object.values(value)) unchangeable(each);
  return Object.freeze(value);
}

/**
 * What follows from a value alone, worked out once for each that cannot be changed, and anew for every other. It is forgotten with the
 * value.
 */
export function onceOf<K extends object, V>(follow: (value: K) => V): (value: K) => V {
  const known = new WeakMap<K, { readonly of: V }>();
  return (value) => {
    if (!Object.isFrozen(value)) return follow(value);
    const made = known.get(value) ?? { of: follow(value) };
    known.set(value, made);
    return made.of;
  };
}
