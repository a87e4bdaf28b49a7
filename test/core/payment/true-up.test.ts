import { describe, expect, it } from 'vitest';
import { type Month, monthsFrom, parseMonth } from '../../../core/calendar/month.ts';
import { type Explained, stored } from '../../../core/explain.ts';
import type { Authorisation } from '../../../core/inputs/contents.ts';
import { Fraction } from '../../../core/money/fraction.ts';
import type { Sek } from '../../../core/money/sek.ts';
import { interimMonths } from '../../../core/payment/due.ts';
import type { CaseState } from '../../../core/payment/evolve.ts';
import { type PayoutContext, workOutPayout } from '../../../core/payment/payout.ts';
import { payoutCase } from '../../../core/record/case-id.ts';
import { byRegion, type RegionCode, regionCodes } from '../../../core/regions.ts';
import { evaluate, leavesOf } from '../../evaluator/evaluate.ts';
import { instalmentsAgain } from '../../evaluator/whole-kronor.ts';
import { madeUp2022 } from '../agreement/made-up-2022.ts';
import { kronor } from '../amounts.ts';
import {
  closedWithout,
  decisions,
  interimMay,
  interimSpring,
  paidWith,
  rulebook2021,
  runsOf,
} from './calendar-of-the-sample.ts';

const month = parseMonth;

/** Grants of two years: the second gives region 01 twice as much, and region 25 next to nothing. */
const grant = (region: RegionCode): bigint => 1_200_000_007n + BigInt(region) * 13n;
const grants2021 = byRegion((region) => kronor(`${grant(region)}`));
const grantIn2022 = (region: RegionCode): bigint =>
  region === '01' ? 2n * grant(region) : region === '25' ? 12_005n : grant(region);
const grants2022 = byRegion((region) => kronor(`${grantIn2022(region)}`));

const agreed: Authorisation = {
  ...interimSpring,
  ...{ decision: 'rb-agreement', kind: 'agreement' as const, agreementYear: 2022 },
  firstMonth: month('2022-05'),
  lastMonth: month('2023-02'),
};
const settles2021 = { ...agreed, decision: 'rb-2021', agreementYear: 2021 };
const inForce = [...decisions.filter((each) => each !== interimMay), agreed, settles2021];

/** What was released of 2022 in some months, by region, as the record holds it. */
const released = (
  ...months: readonly (readonly [of: string, sek: (region: RegionCode) => bigint])[]
) =>
  byRegion((region): readonly Explained<Sek>[] =>
    months.map(([of, sek]) => stored(Fraction.of(sek(region)), `${of} ${region}`)),
  );

const context = (of: string, more: Partial<PayoutContext> = {}): PayoutContext => ({
  month: month(of),
  rulebooks: [rulebook2021, madeUp2022],
  signed: new Set(),
  runs: new Map<Month, CaseState>(),
  facts: (year) => ({ grants: year === 2021 ? grants2021 : grants2022 }),
  interims: interimMonths(inForce),
  interimTotal: ({ monthlyTotalSek = '' }) => kronor(monthlyTotalSek),
  latestGrants: (year) => (year === 2022 ? grants2021 : grants2022),
  grantReleased: () => byRegion(() => []),
  authorisations: inForce,
  balances: new Map(),
  without: new Set(['settlement', 'local-discounts', 'rebate-forecast', 'ihsi-payment']),
  ...more,
});

function payable(given: PayoutContext) {
  const payout = workOutPayout(given);
  if (payout.kind === 'payable') return payout;
  throw new Error(`Not payable: ${JSON.stringify(payout)}`);
}

const cells = instalmentsAgain(
  new Map(regionCodes.map((region) => [region, [grantIn2022(region), 1n] as const])),
  12,
);
const upTo = (region: RegionCode, of: string): bigint =>
  (cells.get(region) ?? [])
    .slice(0, monthsFrom(month('2022-03'), month(of)).length)
    .reduce((sum, each) => sum + each, 0n);

const spring = {
  '2022-02': paidWith('instalment/2021/2022-02'),
  '2022-03': paidWith('interim-instalment/2022/2022-03'),
  '2022-04': paidWith('interim-instalment/2022/2022-04'),
};
const hundredMillion = () => 100_000_000n;
const twoMonths = released(['2022-03', hundredMillion], ['2022-04', () => 99_999_999n]);

describe('The payout that settles the interim payments', () => {
  const payout = payable(
    context('2022-05', { runs: runsOf(spring), grantReleased: () => twoMonths }),
  );
  const lineOf = (region: RegionCode) => payout.payments.get(region)?.lines.get('instalment');

  it('pays each region its own instalments so far less what was released, to the krona', () => {
    for (const region of regionCodes)
      expect([region, lineOf(region)?.value.kronor()]).toEqual([
        region,
        upTo(region, '2022-05') - 199_999_999n,
      ]);
    expect(payout.truesUp).toEqual([2022]);
    expect(payout.decisions).toContain('rb-agreement');
  });

  it('carries forward what a region was paid too much', () => {
    const { lines, total } = payout.payments.get('25') ?? {};
    expect(lines?.get('instalment')?.value.isNegative()).toBe(true);
    expect(lines?.get('carried-forward')?.value.kronor()).toBe(
      199_999_999n - upTo('25', '2022-05'),
    );
    expect(total?.isZero()).toBe(true);
  });

  it('shows what was released by the working that the record holds, and a second evaluator re-adds it', () => {
    for (const region of regionCodes) {
      const working = lineOf(region)?.working;
      if (!working) throw new Error(`${region} has no line.`);
      const hashes = leavesOf(working).flatMap((leaf) => ('hash' in leaf ? [leaf.hash] : []));
      expect(hashes).toEqual([`2022-03 ${region}`, `2022-04 ${region}`]);
      expect(evaluate(working)).toEqual([lineOf(region)?.value.kronor(), 1n]);
    }
  });

  it('is worked out from no input of the interim payments: only what was released counts', () => {
    const other = context('2022-05', {
      runs: runsOf(spring),
      grantReleased: () => twoMonths,
      interimTotal: () => kronor('1'),
      latestGrants: () => undefined,
    });
    expect(payable(other).payments.get('01')?.lines.get('instalment')?.value).toEqual(
      lineOf('01')?.value,
    );
  });

  it('waits for the grants of its own year', () => {
    const undecided = context('2022-05', {
      runs: runsOf(spring),
      facts: (year) => (year === 2021 ? { grants: grants2021 } : {}),
    });
    expect(workOutPayout(undecided)).toMatchObject({
      kind: 'waiting',
      needs: [{ need: 'grants', year: 2022, holds: ['instalment'] }],
    });
  });
});

it('A line of two years says what each has in it, so that the next settlement can tell', () => {
  const runs = runsOf({ ...spring, '2022-02': closedWithout });
  const given = context('2022-05', { runs, grantReleased: () => twoMonths });
  const { payments, shares, paid } = payable(given);
  const instalments = paid.filter(({ kind }) => kind === 'instalment');
  expect(instalments.map(({ key }) => key)).toContain('instalment/2021/2022-02');
  for (const region of regionCodes) {
    const own = shares.filter((share) => share.region === region);
    expect(own.map(({ agreementYear }) => agreementYear)).toEqual([2021, 2022]);
    const sum = own.reduce((all, { amount }) => all + amount.value.kronor(), 0n);
    expect(payments.get(region)?.lines.get('instalment')?.value.kronor()).toBe(sum);
    expect(own[1]?.amount.value.kronor()).toBe(upTo(region, '2022-05') - 199_999_999n);
  }
});

it('Interim payments are shared by the grants of the latest decided year before theirs, also when their own are decided', () => {
  const { payments } = payable(
    context('2022-03', { runs: runsOf({ '2022-02': spring['2022-02'] }) }),
  );
  const shares = [...payments.values()].map(({ lines }) => lines.get('interim-instalment')?.value);
  expect(shares[0]?.isLessThan(shares.at(-1) ?? shares[0])).toBe(true);
});

it('While two decisions cover the month the payout waits for one of them to end, and for nobody’s leave to go without', () => {
  const both = [...inForce, { ...interimMay, agreementYear: 2022 }];
  const { kind, ...rest } = workOutPayout(
    context('2022-05', {
      runs: runsOf(spring),
      interims: interimMonths(both),
      authorisations: both,
      without: new Set([...context('2022-05').without, 'single-decision']),
    }),
  );
  expect(kind).toBe('waiting');
  expect(rest).toMatchObject({ needs: [{ need: 'single-decision', year: 2022 }] });
});

it('While an earlier payout could pay the year the payout waits for it', () => {
  const runs = runsOf({ '2022-02': spring['2022-02'], '2022-03': spring['2022-03'] });
  expect(workOutPayout(context('2022-05', { runs }))).toMatchObject({
    kind: 'waiting',
    needs: [{ need: 'earlier-payout', year: 2022, case: payoutCase(month('2022-04')) }],
  });
});
