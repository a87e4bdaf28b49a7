import type { OpenWait } from '../cloud/local-cloud.ts';
import { askedIn } from '../officials/asked.ts';

/** What only a person answers. Inputs come on their day, and the bank reports by itself. */
const purposes: ReadonlySet<string> = new Set(['approval', 'change', 'return']);

/** Those of the waits for which the simulated clock stands still. */
export const waitsForPeople = (waits: readonly OpenWait[]): readonly OpenWait[] =>
  waits.filter(({ payload }) => purposes.has(askedIn(payload).purpose));
