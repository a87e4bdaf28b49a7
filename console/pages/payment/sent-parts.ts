import type { Sent } from './types.ts';

/** How far payments can be, in the order in which a bar shows them: what is done first, what went wrong last. */
export const statuses = [
  'booked',
  'accepted',
  'sent',
  'rejected',
  'returned',
] as const satisfies readonly Sent['status'][];

export interface SentPart {
  readonly status: Sent['status'];
  readonly count: number;
  /** How many payments stand before it in the bar. */
  readonly before: number;
}

/** How many payments are how far: the parts of a bar as long as all of them. What no payment is has no part. */
export function sentParts(sent: readonly Pick<Sent, 'status'>[]): readonly SentPart[] {
  const parts: SentPart[] = [];
  let before = 0;
  for (const status of statuses) {
    const count = sent.filter((each) => each.status === status).length;
    if (count > 0) parts.push({ status, count, before });
    before += count;
  }
  return parts;
}
