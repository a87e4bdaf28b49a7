import { describe, expect, it } from 'vitest';
import { agenda, leadDays } from '../../../core/agenda/agenda.ts';
import { cited } from '../../../core/agreement/sources.ts';
import { addDays, parseDay } from '../../../core/calendar/day.ts';
import { parseMonth } from '../../../core/calendar/month.ts';
import { interimMonths } from '../../../core/payment/due.ts';
import {
  decisions,
  interimSpring,
  rulebook2021,
  rulebook2022,
} from '../payment/calendar-of-the-sample.ts';

const sample = agenda([rulebook2021], interimMonths(decisions));

describe('The agenda of the 2021 agreement', () => {
  it.each([
    ['opening-2021', 'year-opening', '2021-01-29'],
    ['reconciliation-2021', 'reconciliation', '2022-03-01'],
    ['payout-2021-03', 'monthly-payout', '2021-02-22'],
    ['payout-2021-04', 'monthly-payout', '2021-03-25'],
    ['payout-2021-05', 'monthly-payout', '2021-04-26'],
    ['payout-2021-06', 'monthly-payout', '2021-05-25'],
    ['payout-2021-07', 'monthly-payout', '2021-06-24'],
    ['payout-2021-08', 'monthly-payout', '2021-07-26'],
    ['payout-2021-09', 'monthly-payout', '2021-08-25'],
    ['payout-2021-10', 'monthly-payout', '2021-09-24'],
    ['payout-2021-11', 'monthly-payout', '2021-10-25'],
    ['payout-2021-12', 'monthly-payout', '2021-11-24'],
    ['payout-2022-01', 'monthly-payout', '2021-12-27'],
    ['payout-2022-02', 'monthly-payout', '2022-01-25'],
    ['payout-2022-03', 'monthly-payout', '2022-02-22'],
    ['payout-2022-04', 'monthly-payout', '2022-03-25'],
    ['payout-2022-05', 'monthly-payout', '2022-04-25'],
  ])('opens %s by %s on %s', (id, workflow, opens) => {
    expect(sample).toContainEqual({ case: id, workflow, opens });
  });

  it('opens nothing else, and nothing twice', () => {
    expect(sample).toHaveLength(17);
    expect(new Set(sample.map((item) => item.case)).size).toBe(17);
  });

  it('has no interim month before a decision orders it', () => {
    const months = (given: typeof decisions) =>
      agenda([rulebook2021], interimMonths(given)).map((item) => item.case);
    expect(months([])).not.toContain('payout-2022-03');
    expect(months([])).toContain('payout-2022-05');
    expect(months([interimSpring])).toContain('payout-2022-03');
    expect(months([interimSpring])).toContain('payout-2022-04');
  });
});

describe('The day on which a payout is opened', () => {
  const opens = (items: typeof sample, id: string) => items.find((item) => item.case === id)?.opens;
  const { agreement } = rulebook2021;
  const firstBankDay = cited('first-bank-day', { source: 'readings', place: 'R-01' });
  const byBankDay = {
    ...rulebook2022,
    agreement: {
      ...rulebook2022.agreement,
      instalments: { ...rulebook2022.agreement.instalments, payDay: firstBankDay },
    },
  };

  it('is a week before its pay day', () => {
    expect(leadDays).toBe(7);
    expect(addDays(parseDay(opens(sample, 'payout-2022-02') ?? ''), 7)).toBe('2022-02-01');
  });

  it('follows the calendar of the newest agreement that the month can belong to', () => {
    const both = agenda([rulebook2021, byBankDay], []);
    // 1 January 2022 was a Saturday and a holiday, 1 October 2022 a Saturday.
    expect(opens(both, 'payout-2021-05')).toBe('2021-04-26');
    expect(opens(both, 'payout-2022-10')).toBe('2022-09-26');
    expect(opens(agenda([rulebook2021, rulebook2022], []), 'payout-2022-10')).toBe('2022-09-24');
  });

  it('follows the first agreement in an interim month before it', () => {
    const early = {
      ...interimSpring,
      firstMonth: parseMonth('2020-12'),
      lastMonth: parseMonth('2020-12'),
    };
    expect(
      opens(agenda([{ ...rulebook2021, agreement }], interimMonths([early])), 'payout-2020-12'),
    ).toBe('2020-11-24');
  });
});

it('There is no agenda without an agreement', () => {
  expect(agenda([], interimMonths(decisions))).toEqual([]);
});
