import type { Records, StreamId } from '../../core/ports.ts';

/**
 * Begins to read what a step is going to need, all at once, and waits for none of it: within a call the record remembers what it
 * has read (adapters/remembering-records.ts). A read that fails here fails again where it is waited for.
 */
export function readAhead(
  records: Records,
  streams: readonly StreamId[],
  partitions: readonly string[] = [],
): void {
  for (const stream of streams) records.read(stream).catch(() => undefined);
  for (const partition of partitions) records.readPartition(partition).catch(() => undefined);
}
