import type { Json } from '../../../core/canonical.ts';
import type { Recorded } from '../../../core/ports.ts';
import { nextInChain } from '../../../core/record/chain.ts';
import type { FoundStream } from '../../../core/record/found-stream.ts';
import { sha256 } from '../../../functions/adapters/sha256.ts';

/** A stream of these events, chained as the record chains them. */
export function chained(
  partition: string,
  stream: string,
  ...events: readonly Json[]
): FoundStream {
  const recorded: Recorded<Json>[] = [];
  for (const event of events)
    recorded.push(nextInChain({ partition, name: stream }, recorded.at(-1), event, sha256));
  return {
    partition,
    stream,
    events: recorded.map(({ stream: _stream, ...rest }) => rest),
  };
}
