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

/** Whoever can write to a record can write what is no event; that is a finding too, and no reason to stop looking. */
export function readable(found: FoundStream, look: () => readonly Finding[]): readonly Finding[] {
  try {
    return look();
  } catch (error) {
    return [{ where: nameOf(found), what: `cannot be read: ${String(error)}` }];
  }
}
