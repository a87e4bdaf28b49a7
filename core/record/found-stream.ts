import { canonical, type Json } from '../canonical.ts';
import type { Recorded } from '../ports.ts';

/** A stream as it was found, its events in the order of their numbers. */
export interface FoundStream {
  readonly partition: string;
  readonly stream: string;
  readonly events: readonly FoundEvent[];
}

/** An event as it was found. `text` is its canonical text, where whoever read it has made that already. */
export type FoundEvent = Omit<Recorded<Json>, 'stream'> & { readonly text?: string };

/** The canonical text of an event, or undefined for something that has none and so was never appended. */
export function textOf({ text, event }: Pick<FoundEvent, 'text' | 'event'>): string | undefined {
  if (text !== undefined) return text;
  try {
    return canonical(event);
  } catch {
    return undefined;
  }
}

/** What is wrong with a record: where, and what. */
export interface Finding {
  readonly where: string;
  readonly what: string;
}

/** A stream by its name in findings: `RUN#2022/02`. */
export const nameOf = ({ partition, stream }: Pick<FoundStream, 'partition' | 'stream'>): string =>
  `${partition}/${stream}`;

/**
 * What a look at one place finds. Whoever can write to a record can write what is no event; that is a finding too, and no reason to
 * stop looking.
 */
export function lookedAt(where: string, look: () => readonly string[]): readonly Finding[] {
  try {
    return look().map((what) => ({ where, what }));
  } catch (error) {
    return [{ where, what: `cannot be read: ${String(error)}` }];
  }
}

/** The same of a whole stream, by whoever says the places himself. */
export function readable(found: FoundStream, look: () => readonly Finding[]): readonly Finding[] {
  try {
    return look();
  } catch (error) {
    return [{ where: nameOf(found), what: `cannot be read: ${String(error)}` }];
  }
}
