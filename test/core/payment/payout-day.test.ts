import { describe, expect, it } from 'vitest';
import { agenda, monthToOpen } from '../../../core/agenda/agenda.ts';
import { instalmentLines } from '../../../core/agreement/line-rules.ts';
import { lineRules2021, rulebookFrom } from '../../../core/agreement/rulebook.ts';
import { cited } from '../../../core/agreement/sources.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { parseMonth } from '../../../core/calendar/month.ts';
import { payoutDay } from '../../../core/payment/payout-day.ts';
import { rulebook2021, rulebook2022 } from './calendar-of-the-sample.ts';

const payDay = cited('first-bank-day', { source: 'readings', place: 'R-01' });
const { agreement } = rulebook2022;
/** An agreement of 2022 that pays on the first bank day; that of 2021 pays on the first weekday. */
const byBankDay = {
  ...rulebook2022,
  agreement: { ...agreement, instalments: { ...agreement.instalments, payDay } },
};
const both = [rulebook2021, byBankDay];

// 1 January 2022 was a Saturday and a holiday, 1 October 2022 a Saturday.
describe('The pay day of a month', () => {
  it.each([
    ['2022-10', [2022], '2022-10-03', 'the agreement of its lines'],
    ['2022-10', [2021, 2022], '2022-10-03', 'the latest agreement year with a line in it'],
    ['2022-10', [2021], '2022-10-01', 'an older year alone, though a newer agreement is signed'],
    ['2022-10', [], '2022-10-03', 'the latest agreement of its own year or before, with no line'],
    ['2023-04', [2023], '2023-04-03', 'the agreement before, of a year without one'],
    ['2020-10', [2020], '2020-10-01', 'the first agreement, of a year before it'],
  ])('in %s with lines of %j is %s, by the rule of %s', (month, years, day) => {
    expect(payoutDay(parseMonth(month), years, both)).toBe(day);
  });

  it('is unknown without an agreement', () => {
    expect(payoutDay(parseMonth('2022-10'), [2022], [])).toBeUndefined();
  });
});

describe('A payout of a month in which an older year alone falls due', () => {
  it('is opened a week before the pay day by that year’s rule, though a newer agreement is signed', () => {
    const settled = cited(parseMonth('2022-10'), { source: 'readings', place: 'R-07' });
    const { reconciliation, rebate } = rulebook2021.agreement;
    const lateSettled = rulebookFrom(
      {
        ...rulebook2021.agreement,
        reconciliation: { ...reconciliation, settlementMonth: settled },
        rebate: { ...rebate, settlementMonth: settled },
      },
      lineRules2021,
    );
    // The newer one pays its first instalment in December.
    const firstCostMonth = cited(parseMonth('2022-10'), { source: 'readings', place: 'R-01' });
    const later = rulebookFrom(
      { ...agreement, instalments: { ...agreement.instalments, payDay, firstCostMonth } },
      [instalmentLines],
    );
    const opens = agenda([lateSettled, later], []).find((item) => item.case === 'payout-2022-10');
    expect(opens?.opens).toBe('2022-09-24');
  });
});

describe('The month whose payout is to be open', () => {
  it.each([
    ['2022-05-24', undefined],
    ['2022-05-25', '2022-06'],
    ['2022-05-31', '2022-06'],
    ['2022-06-01', '2022-06'],
    ['2022-06-02', undefined],
    // The first weekday of January 2023 is the second.
    ['2022-12-26', '2023-01'],
    ['2023-01-02', '2023-01'],
    ['2023-01-03', undefined],
  ])('is on %s: %s', (day, month) => {
    expect(monthToOpen(parseDay(day), [rulebook2021])).toBe(month);
  });

  it('is none without an agreement', () => {
    expect(monthToOpen(parseDay('2022-05-25'), [])).toBeUndefined();
  });
});
