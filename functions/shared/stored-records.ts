import type { Place, StreamId } from '../../core/ports.ts';
import type { StoredItem } from '../../core/record/stored-item.ts';

/**
 * The record as it lies, for whoever verifies it: items as they were found, nothing believed and nothing refused. Reads are
 * consistent.
 */
export interface StoredRecords {
  /** Every item of a partition. */
  itemsOf(partition: string): Promise<readonly StoredItem[]>;
  /** What stands at these places, in no order; nothing of a place that is empty. */
  itemsAt(places: readonly Place[]): Promise<readonly StoredItem[]>;
  /** The items of a stream after a number. */
  itemsAfter(stream: StreamId, number: number): Promise<readonly StoredItem[]>;
}
