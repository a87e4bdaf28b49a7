import { dayInStockholm, parseInstant } from '../../core/calendar/stockholm.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import { askedIn } from '../officials/asked.ts';
import type { Waiting } from '../report/year-result.ts';

/** What waits, for what, and since when, as the open waits say. */
export const waitingIn = (cloud: LocalCloud): readonly Waiting[] =>
  cloud.waits().map(({ payload, since, state }) => {
    const { case: what, needs } = askedIn(payload);
    const forWhat = needs.length > 0 ? needs.join(', ') : wordsFor(state);
    return { what, forWhat, since: dayInStockholm(parseInstant(since)) };
  });

/** 'Wait for attest and payment order' waits for attest and payment order. */
const wordsFor = (state: string) => state.replace(/^Wait (for|until) /, '');
