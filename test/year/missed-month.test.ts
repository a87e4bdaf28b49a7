import { beforeAll, describe, expect, it } from 'vitest';
import { caseEvents, onlyEvent, vouchers, wrongIn } from '../helpers/record.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

/** The opener runs only on the tenth of a month, so everything due in between is missed until then. */
const onTheTenth = { 'open-due': 'cron(0 6 10 * ? *)' };

let year: RanYear;
beforeAll(async () => {
  year = await ranYear({ until: '2021-05', schedules: onTheTenth });
});

/** When a month was to be paid, and when it was. */
const daysOf = (month: string) => {
  const { payDay, paidOn } = onlyEvent(year.found, `payout-${month}`, 'release-ordered');
  return [payDay, paidOn];
};

describe('A month in which nothing was opened', () => {
  it('is opened when the opener runs again, though its pay day has passed', () => {
    const [opened] = caseEvents(year.found, 'payout-2021-04');
    expect(opened).toMatchObject({ type: 'opened', at: '2021-04-10T04:00:00.000Z' });
  });

  it('is paid late, on the next bank day after its approval, and the record shows both days', () => {
    expect(daysOf('2021-04')).toEqual(['2021-04-01', '2021-04-12']); // Approved on Saturday the 10th.
    expect(daysOf('2021-05')).toEqual(['2021-05-03', '2021-05-11']); // Approved on Monday the 10th.
  });

  it('is paid in full and once, and the months after it hold nothing of it', () => {
    expect(year.result.payments.map(({ month, totalSek }) => [month, totalSek])).toEqual([
      ['2021-03', '2786075070'],
      ['2021-04', '2786075070'],
      ['2021-05', '2786075070'],
    ]);
    expect(vouchers(year.found)).toHaveLength(3);
    expect([year.failed, year.waiting, wrongIn(year.found)]).toEqual([[], [], []]);
  });
});
