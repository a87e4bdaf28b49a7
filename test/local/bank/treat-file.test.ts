import { describe, expect, it } from 'vitest';
import { regionCodes } from '../../../core/regions.ts';
import { parseConduct } from '../../../local/bank/conduct.ts';
import type { PaymentFile } from '../../../local/bank/payment-file.ts';
import { treatFile } from '../../../local/bank/treat-file.ts';
import { fileOf } from './sent-files.ts';

const smooth = {
  ...{ refused: false, tellsTwice: false, outOfOrder: false },
  ...{ tellsOfAnother: false, cutOff: false },
};

const payout = (month: string) => fileOf({ case: `payout-${month}`, payees: ['05', '12'] });

/** A file of so many payments, without its text. */
const one = payout('2021-03');
const many = (messageId: string, count: number): PaymentFile => ({
  ...one,
  messageId,
  payments: Array.from({ length: count }, (_, n) => {
    return { endToEndId: `${messageId}-${n}`, ore: 100n, account: '1' };
  }),
});

const shareOf = (file: PaymentFile, conduct: string, is: (each: object) => boolean): number => {
  const all = [...treatFile(file, parseConduct(conduct)).payments.values()];
  return (all.filter(is).length / all.length) * 100;
};

describe('A calm bank', () => {
  it('books every payment of every file on its day', () => {
    expect(treatFile(payout('2021-04'), 'calm')).toEqual({
      ...smooth,
      payments: new Map([
        ['STB-PAY-2021-04-05', { delayDays: 0 }],
        ['STB-PAY-2021-04-12', { delayDays: 0 }],
      ]),
    });
  });
});

describe('The troubled year', () => {
  it('rejects one payment of April, by its payee, and makes the others', () => {
    expect([...treatFile(payout('2021-04'), 'troubled').payments.values()]).toEqual([
      { delayDays: 0, rejectedFor: 'AC04' },
      { delayDays: 0 },
    ]);
  });

  it('leaves March as it is: a month that is not named goes well', () => {
    expect(treatFile(payout('2021-03'), 'troubled')).toEqual(treatFile(payout('2021-03'), 'calm'));
  });

  it('knows every kind of trouble', () => {
    const months = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((m) => `2021-${m}`);
    const cases = [...months, '2022-01', '2022-02', '2022-05'].map((month) => `payout-${month}`);
    const treated = [...cases, 'requisition-2021-sol'].map((id) =>
      treatFile(
        fileOf({ case: id, payees: id.startsWith('r') ? ['SKR'] : regionCodes }),
        'troubled',
      ),
    );
    for (const kind of ['refused', 'tellsTwice', 'outOfOrder', 'tellsOfAnother', 'cutOff'] as const)
      expect(treated.filter((each) => each[kind])).not.toEqual([]);
    const payments = treated.flatMap((each) => [...each.payments.values()]);
    expect(payments.filter(({ rejectedFor }) => rejectedFor)).not.toEqual([]);
    expect(payments.filter(({ delayDays }) => delayDays > 0)).not.toEqual([]);
    const days = payments.flatMap(({ returned }) => returned?.afterDays ?? []);
    expect([Math.min(...days), Math.max(...days)]).toEqual([1, 22]);
  });
});

describe('A mix in per cent', () => {
  const file = many('STB-PAY-2021-03', 4000);

  it.each([
    ['reject=3,seed=7', 3, (each: object) => 'rejectedFor' in each],
    ['return=5,seed=7', 5, (each: object) => 'returned' in each],
    ['late=5,seed=7', 5, (each: object) => 'returned' in each],
    ['return=30,late=20,seed=7', 50, (each: object) => 'returned' in each],
    ['delay=20,seed=7', 20, (each: object) => (each as { delayDays: number }).delayDays > 0],
    ['reject=100,seed=7', 100, (each: object) => 'rejectedFor' in each],
    ['reject=0,seed=7', 0, (each: object) => 'rejectedFor' in each],
  ] as const)('%s meets about %d payments of a hundred', (conduct, share, is) => {
    expect(Math.abs(shareOf(file, conduct, is) - share)).toBeLessThan(share % 100 === 0 ? 1e-9 : 2);
  });

  it('meets no payment with two troubles that exclude each other', () => {
    const both = (each: object) => 'rejectedFor' in each && 'returned' in each;
    expect(shareOf(file, 'reject=50,return=50,seed=1', both)).toBe(0);
    expect(
      shareOf(
        file,
        'reject=50,return=50,seed=1',
        (each) => !('rejectedFor' in each || 'returned' in each),
      ),
    ).toBe(0);
  });

  it('returns late what is late: when everybody thinks that it has arrived', () => {
    const days = (conduct: string) =>
      [...treatFile(file, parseConduct(conduct)).payments.values()].map(
        ({ returned }) => returned?.afterDays ?? 0,
      );
    expect(Math.max(...days('return=100,seed=1'))).toBe(3);
    expect(Math.min(...days('late=100,seed=1'))).toBe(8);
  });

  it.each(['refuse', 'duplicate', 'disorder', 'unknown', 'unreadable'])(
    '%s is of files',
    (name) => {
      const treated = Array.from({ length: 400 }, (_, n) =>
        treatFile(many(`STB-PAY-${n}`, 1), parseConduct(`${name}=25,seed=3`)),
      );
      const met = treated.filter((each) => Object.values(each).includes(true)).length;
      expect(met).toBeGreaterThan(70);
      expect(met).toBeLessThan(130);
    },
  );

  it('is the same for the same seed, and another for another', () => {
    const of = (conduct: string) => treatFile(file, parseConduct(conduct));
    expect(of('reject=10,seed=7')).toEqual(of('reject=10,seed=7'));
    expect(of('reject=10,seed=7')).not.toEqual(of('reject=10,seed=8'));
  });

  it('lets arrive what is sent for the third time, and no sooner', () => {
    const all = (id: string) => treatFile(many(id, 3), parseConduct('reject=100,refuse=100'));
    const first = all('STB-REI-2021-05-12-1');
    expect([
      first.refused,
      [...first.payments.values()].every((each) => 'rejectedFor' in each),
    ]).toEqual([true, true]);
    const second = all('STB-REI-2021-05-12-2');
    expect([second.refused, [...second.payments.values()]]).toEqual([
      false,
      Array(3).fill({ delayDays: 0 }),
    ]);
  });
});
