import type { FoundStream } from '../../core/record/verify.ts';

/** The moments at which the events of a record say that they happened, ISO 8601 in UTC with milliseconds, in the order of time. */
export const instantsIn = (found: readonly FoundStream[]): readonly string[] =>
  found.flatMap(({ events }) => events.flatMap(({ event }) => instantOf(event) ?? [])).sort();

function instantOf(event: unknown): string | undefined {
  const { at } = Object(event) as { readonly at?: unknown };
  const ms = typeof at === 'string' && /T.*Z$/.test(at) ? Date.parse(at) : Number.NaN;
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
