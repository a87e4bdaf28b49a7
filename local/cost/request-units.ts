/** An item as DynamoDB's JSON has it. */
export type Item = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const READ_UNIT_BYTES = 4096;
const WRITE_UNIT_BYTES = 1024;
const STORED_BESIDES_BYTES = 100;

/**
 * An item's size in bytes: the UTF-8 of its attributes' names and values (DynamoDB Developer Guide, "Item sizes and formats").
 * Refuses an attribute that is no text, for the record holds nothing else and other types are counted by other rules.
 */
export function itemBytes(item: Item): number {
  return Object.entries(item).reduce((bytes, [name, value]) => {
    if (typeof value.S !== 'string')
      throw new RangeError(
        `Attribute "${name}" is ${JSON.stringify(value)}; only texts are counted here.`,
      );
    return bytes + Buffer.byteLength(name) + Buffer.byteLength(value.S);
  }, 0);
}

/**
 * Read request units of what was looked at: one for each 4 096 bytes begun when consistent, half of it when not, and no less than for
 * one piece, also when nothing was found (DynamoDB Developer Guide, "Read and write operations"). A query's items are counted
 * together, those of BatchGetItem one by one.
 */
export function readUnits(bytes: number, consistent: boolean): number {
  return Math.max(1, Math.ceil(bytes / READ_UNIT_BYTES)) / (consistent ? 1 : 2);
}

/** What an item takes of the table: 100 bytes besides its own (DynamoDB Developer Guide, "Item sizes and formats"). */
export function storedBytes(bytes: number): number {
  return bytes + STORED_BESIDES_BYTES;
}

/** Write request units of one item: one for each 1 024 bytes begun, also when the condition did not hold. */
export function writeUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / WRITE_UNIT_BYTES));
}
