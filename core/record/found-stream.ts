import type { Json } from '../canonical.ts';
import type { Recorded } from '../ports.ts';

/** A stream as it was found, its events in the order of their numbers. */
export interface FoundStream {
  readonly partition: string;
  readonly stream: string;
  readonly events: readonly Omit<Recorded<Json>, 'stream'>[];
}

/** What is wrong with a record: where, and what. */
export interface Finding {
  readonly where: string;
  readonly what: string;
}

/** A stream by its name in findings: `RUN#2022/02`. */
export const nameOf = ({ partition, stream }: Pick<FoundStream, 'partition' | 'stream'>): string =>
  `${partition}/${stream}`;
