import type { Json } from '../../core/canonical.ts';
import type { Recorded, Records, StreamId } from '../../core/ports.ts';
import { streamText } from '../../core/record/case-id.ts';

/**
 * Streams that a process keeps between its calls: what was appended never changes, so one question, whether any has grown,
 * takes the place of reading them all again. Kept apart per `owner`, the ports that a process makes once.
 */
export class KeptStreams {
  readonly #kept = new WeakMap<object, Map<string, readonly Recorded[]>>();

  /** The events of each stream, in the order asked, as they are now. */
  async read<E extends Json>(
    owner: object,
    records: Records,
    streams: readonly StreamId[],
  ): Promise<readonly (readonly Recorded<E>[])[]> {
    const kept = this.#kept.get(owner) ?? new Map<string, readonly Recorded[]>();
    this.#kept.set(owner, kept);
    const known = streams.filter((stream) => kept.has(streamText(stream)));
    const grown = await records.has(
      known.map((stream) => ({
        stream,
        number: (kept.get(streamText(stream))?.length ?? 0) + 1,
      })),
    );
    const same = new Set(known.filter((_stream, index) => !grown[index]).map(streamText));
    return Promise.all(
      streams.map(async (stream) => {
        const before = kept.get(streamText(stream));
        if (before && same.has(streamText(stream))) return before as readonly Recorded<E>[];
        const events = await records.read<E>(stream);
        kept.set(streamText(stream), events);
        return events;
      }),
    );
  }
}
