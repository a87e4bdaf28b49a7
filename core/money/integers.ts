/**
 * A list of integers of fixed length, zeros at first. They lie in 64-bit machine words while each of them fits in one,
 * as kronor do, and as BigInts from the first that does not: so a million of them take 8 MB and sort natively.
 */
export class Integers {
  #items: BigInt64Array | bigint[];

  constructor(length: number) {
    this.#items = new BigInt64Array(length);
  }

  at(index: number): bigint {
    return itemAt(this.#items, index);
  }

  /** Refuses an index outside the list. */
  put(index: number, value: bigint): void {
    if (index >= this.#items.length) throw noIntegerAt(index, this.#items);
    // A machine word would keep the lowest 64 bits and say nothing.
    if (BigInt.asIntN(64, value) !== value) this.#items = Array.from(this.#items);
    this.#items[index] = value;
  }

  /** The integer that would stand at the index if the list were sorted, smallest first. */
  atRank(index: number): bigint {
    const sorted = Array.isArray(this.#items)
      ? this.#items.toSorted((a, b) => (a < b ? -1 : 1))
      : this.#items.toSorted();
    return itemAt(sorted, index);
  }
}

function itemAt(items: ArrayLike<bigint>, index: number): bigint {
  const item = items[index];
  if (item === undefined) throw noIntegerAt(index, items);
  return item;
}

function noIntegerAt(index: number, items: ArrayLike<bigint>): RangeError {
  return new RangeError(`There is no integer at ${index}: the list has ${items.length}.`);
}
