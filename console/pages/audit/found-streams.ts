import { canonical, type Json } from '../../../core/canonical.ts';
import type { FoundStream } from '../../../core/record/found-stream.ts';
import type { RecordedEvent } from './event-type.ts';

/** Events as they were downloaded, by stream, each in the order it came in: what core's verifier takes. */
export function foundStreams(events: readonly RecordedEvent[]): readonly FoundStream[] {
  const streams = new Map<
    string,
    { partition: string; stream: string; events: FoundStream['events'][number][] }
  >();
  for (const { partition, stream, number, event, previous, hash } of events) {
    const name = `${partition}/${stream}`;
    const known = streams.get(name) ?? { partition, stream, events: [] };
    known.events.push({ number, event: event as Json, previous, hash });
    streams.set(name, known);
  }
  return [...streams.values()];
}

/** The record as text, one event a line, in the form that `npm run verify` reads. */
export const recordText = (events: readonly RecordedEvent[]): string =>
  events
    .map(
      ({ partition, stream, number, event, previous, hash }) =>
        `${canonical({ partition, stream, number, event: event as Json, previous, hash })}\n`,
    )
    .join('');
