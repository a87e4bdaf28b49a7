import { beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../evaluator/evaluate.ts';
import { whenWaiting } from '../helpers/actors.ts';
import { reportsReturned, resolvesReturn } from '../helpers/doors.ts';
import { onlyEvent, paymentReleased, typesOf, vouchers, wrongIn } from '../helpers/record.ts';
import { WorkingInRecord } from '../helpers/working.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

const MARCH = 'payout-2021-03';
const APRIL = 'payout-2021-04';
const GOTLAND = '09';

const paymentTo = ({ found }: RanYear, of: string, code: string) => {
  const payment = paymentReleased(found, of).payments.find(({ payee }) => payee === code);
  return {
    totalSek: payment?.totalSek ?? '',
    lines: Object.fromEntries((payment?.lines ?? []).map(({ kind, sek }) => [kind, sek])),
  };
};

/** Gotland's account is closed: the bank sends its March payment back, and after some days a person has looked into it. */
const returned = (resolvedAfterMinutes: number) => [
  whenWaiting({ case: MARCH, purpose: 'bank', minutes: 20 }, reportsReturned(GOTLAND)),
  whenWaiting(
    { case: MARCH, purpose: 'return', minutes: resolvedAfterMinutes },
    resolvesReturn(GOTLAND, 'next-month', 'Gotland has given its new account; pay with April.'),
  ),
];

describe('A payment that the bank sends back', () => {
  let held: RanYear;
  let year: RanYear;
  beforeAll(async () => {
    const acting = returned(3 * 24 * 60);
    held = await ranYear({ acting: returned(3 * 24 * 60).slice(0, 1), until: '2021-03' });
    year = await ranYear({ acting, until: '2021-04' });
  });

  it('is reversed in the books, once, by a voucher of its own', () => {
    const march = paymentTo(held, MARCH, GOTLAND).totalSek;
    expect(vouchers(held.found).map(({ number, key, cashSek }) => [number, key, cashSek])).toEqual([
      [1, MARCH, '2786075070'],
      [2, `${MARCH}/return/${GOTLAND}`, `-${march}`],
    ]);
  });

  it('is held, and the run stays open, until a person has looked into it', () => {
    // What a person typed in, the reversal, and the bank's file, which names what had been typed in.
    expect(typesOf(held.found, MARCH).slice(-3)).toEqual([
      'bank-reported',
      'returned',
      'bank-reported',
    ]);
    expect(held.waiting).toEqual([
      { what: MARCH, forWhat: 'the returned lines', since: '2021-03-01' },
    ]);
    expect([held.failed, wrongIn(held.found)]).toEqual([[], []]);
  });

  it('leaves the rest of the month settled: what was sent less what came back', () => {
    const march = BigInt(paymentTo(year, MARCH, GOTLAND).totalSek);
    expect(onlyEvent(year.found, MARCH, 'settled').totalSek).toBe(String(2786075070n - march));
    expect(onlyEvent(year.found, MARCH, 'closed').outcome).toBe('paid');
  });

  it('is paid with the next month, as a line of its own', () => {
    const march = paymentTo(year, MARCH, GOTLAND).totalSek;
    const april = paymentTo(year, APRIL, GOTLAND);
    expect(april.lines['carried-forward']).toBe(march);
    expect(BigInt(april.totalSek)).toBe(BigInt(april.lines.instalment ?? '') + BigInt(march));
    const others = paymentReleased(year.found, APRIL).payments.filter(
      ({ payee }) => payee !== GOTLAND,
    );
    expect(others.flatMap(({ lines }) => lines.map(({ kind }) => kind))).toEqual(
      Array(20).fill('instalment'),
    );
  });

  it('has the booking of its return among the leaves that its working ends in', () => {
    const payment = paymentReleased(year.found, APRIL).payments.find(
      ({ payee }) => payee === GOTLAND,
    );
    const line = payment?.lines.find(({ kind }) => kind === 'carried-forward');
    const working = new WorkingInRecord(year.found);
    const hash = line?.working ?? '';
    expect(evaluate(working.tree(hash))).toEqual([BigInt(line?.sek ?? ''), 1n]);
    // The others are those of April's own line: together they could be below zero.
    const leaves = [...working.under(hash).values()].filter(({ source }) =>
      source?.stream.startsWith('RUN#'),
    );
    const march = year.found.find(
      ({ partition, stream }) => partition === 'RUN#2021' && stream === '03',
    );
    const event = march?.events.find(({ hash: each }) => each === leaves[0]?.source?.hash);
    expect(leaves).toHaveLength(1);
    expect(event?.event).toMatchObject({ type: 'returned', payments: [{ payee: GOTLAND }] });
  });

  it('leaves the kronor of both months with the regions: none is lost and none is paid twice', () => {
    const cash = vouchers(year.found).reduce((sum, { cashSek }) => sum + BigInt(cashSek), 0n);
    expect(cash).toBe(2n * 2786075070n);
    expect(vouchers(year.found)).toHaveLength(3);
    expect(year.checks.filter(({ held: holds }) => !holds)).toEqual([]);
    expect([year.failed, year.waiting, wrongIn(year.found)]).toEqual([[], [], []]);
  });
});

describe('A returned payment that is looked into when April has been approved already', () => {
  it('is not left out: April is proposed and approved anew, with the line', async () => {
    // April is proposed on 25 March and approved two hours later; this is four days after that.
    const year = await ranYear({ acting: returned(28 * 24 * 60), until: '2021-04' });
    const march = paymentTo(year, MARCH, GOTLAND).totalSek;
    expect(paymentTo(year, APRIL, GOTLAND).lines['carried-forward']).toBe(march);
    expect(typesOf(year.found, APRIL).filter((type) => type === 'voided')).toHaveLength(1);
    expect(year.checks.filter(({ held }) => !held)).toEqual([]);
    expect([year.failed, wrongIn(year.found)]).toEqual([[], []]);
  });
});
