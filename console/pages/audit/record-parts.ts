import type { AnswerOf } from '../../kit.ts';
import { placeOf } from './stream-names.ts';

/** A partition of the record: how many streams and events it holds. */
export interface Part {
  readonly partition: string;
  readonly streams: number;
  readonly events: number;
}

/** The parts of a record in the order of its heads, each counted from them. */
export function partsOf(
  heads: readonly Pick<AnswerOf<'verifyRecord'>['heads'][number], 'stream' | 'length'>[],
): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const { stream, length } of heads) {
    const { partition } = placeOf(stream);
    const { streams, events } = parts.get(partition) ?? { streams: 0, events: 0 };
    parts.set(partition, { partition, streams: streams + 1, events: events + length });
  }
  return [...parts.values()];
}
