/**
 * What each key gets, in the order of the keys: a map that cannot be changed, and whose parts are made when they are
 * read. So a million recipients need no million objects, and no table of keys, before somebody asks for them.
 */
export class Allotment<K extends string, Part> implements ReadonlyMap<K, Part> {
  readonly #keys: readonly K[];
  readonly #partAt: (index: number) => Part;
  #table: ReadonlyMap<K, number> | undefined;

  /** Takes distinct keys, and the part of the key at an index; it must give an equal part each time. */
  constructor(keys: readonly K[], partAt: (index: number) => Part) {
    this.#keys = keys;
    this.#partAt = partAt;
  }

  get size(): number {
    return this.#keys.length;
  }

  get(key: K): Part | undefined {
    const index = this.#indexOf(key);
    return index === undefined ? undefined : this.#partAt(index);
  }

  has(key: K): boolean {
    return this.#indexOf(key) !== undefined;
  }

  forEach(visit: (part: Part, key: K, all: ReadonlyMap<K, Part>) => void): void {
    for (const [key, part] of this) visit(part, key, this);
  }

  keys(): MapIterator<K> {
    return this.#keys.values();
  }

  *values(): MapIterator<Part> {
    for (let index = 0; index < this.#keys.length; index += 1) yield this.#partAt(index);
  }

  *entries(): MapIterator<[K, Part]> {
    for (const [index, key] of this.#keys.entries()) yield [key, this.#partAt(index)];
  }

  [Symbol.iterator](): MapIterator<[K, Part]> {
    return this.entries();
  }

  #indexOf(key: K): number | undefined {
    this.#table ??= new Map(this.#keys.map((known, index) => [known, index]));
    return this.#table.get(key);
  }
}
