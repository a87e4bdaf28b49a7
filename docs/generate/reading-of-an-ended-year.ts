import { parseMonth } from '../../core/calendar/month.ts';
import { byRegion } from '../../core/regions.ts';
import type { Case } from './compare-years.ts';
import { byRunning, type Reading } from './reading.ts';

/** No payment ever deducts them. */
const neverDeducted = ({ agreement, facts }: Case): Case => ({
  agreement,
  facts: { ...facts, payment: { ...facts.payment, localDiscounts: byRegion(() => []) } },
});

/** The next payout deducts them, of whichever year its lines are. */
const deductedInMay = ({ agreement, facts }: Case): Case => ({
  agreement,
  facts: { ...facts, discountMonth: parseMonth('2022-05') },
});

/** What a year that gets no agreement leaves undone of the year before. */
export const readingOfAnEndedYear: Reading = {
  id: 'R-14',
  question: 'What becomes of local discounts when the year after is ended without an agreement?',
  passages: [
    {
      source: 'agreement-2021',
      place: '4.1',
      quote:
        'kommer motsvarande belopp som rabatterna att dras av kommande års bidrag för de regioner som har genomfört sådana förhandlingar.',
    },
  ],
  inForce:
    'What an interim payment of that year has not deducted is carried on: in full, in the first instalment or interim instalment of the following grant year, in the month of R-09. Until then the region’s forecast shows it as still to be deducted.',
  chosenBy: '`core/payment/due.ts`',
  why: 'The right to deduct is the year’s own, and a year without an agreement has no grant that comes after it. So the State loses nothing, and interim payments that stand are not reduced afterwards.',
  alternatives: [
    byRunning('they lapse with the year that is ended (not selectable)', neverDeducted),
    byRunning('the next payout deducts them, here May’s (not selectable)', deductedInMay),
  ],
};
