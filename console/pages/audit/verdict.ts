import type { Verified } from './verify-worker.ts';

/**
 * What a verification comes to: `not-whole` when the chain does not hold together; `unlike-server` and `unlike-noted` when it does, and
 * is another than the server says or than was noted outside; `whole` when nothing contradicts it.
 */
export type Verdict = 'whole' | 'not-whole' | 'unlike-server' | 'unlike-noted';

/** @param noted the hash that was noted outside; empty when there is none to compare with */
export function verdictOf(
  own: Pick<Verified, 'headHash' | 'findings'>,
  server: string,
  noted: string,
): Verdict {
  if (own.findings.length > 0) return 'not-whole';
  if (own.headHash !== server) return 'unlike-server';
  return noted === '' || noted === own.headHash ? 'whole' : 'unlike-noted';
}
