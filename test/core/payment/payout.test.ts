import { describe, expect, it } from 'vitest';
import { type Month, monthsFrom, parseMonth } from '../../../core/calendar/month.ts';
import type { Explained } from '../../../core/explain.ts';
import { Sek } from '../../../core/money/sek.ts';
import { balances } from '../../../core/payment/balances.ts';
import { interimMonths } from '../../../core/payment/due.ts';
import type { CaseState } from '../../../core/payment/evolve.ts';
import { fold } from '../../../core/payment/evolve.ts';
import { type Payout, type PayoutContext, workOutPayout } from '../../../core/payment/payout.ts';
import { byRegion, type RegionCode } from '../../../core/regions.ts';
import type { PaymentFacts } from '../../../core/rules/facts.ts';
import { simulateYear } from '../../../core/simulate-year.ts';
import { factsOf, readSample } from '../../../docs/generate/sample-year.ts';
import { accepted, kronor, sekTable, total } from '../amounts.ts';
import {
  closedWithout,
  decisions,
  interimSpring,
  paidWith,
  rulebook2021,
  runsOf,
} from './calendar-of-the-sample.ts';

const month = parseMonth;
const sample = factsOf(readSample('local/sample-2021'));
const year = accepted(simulateYear(rulebook2021, sample));
const facts2021: PaymentFacts = {
  ...sample.payment,
  grants: year.grants,
  settlement: year.settlement,
};

const context = (of: string, more: Partial<PayoutContext> = {}): PayoutContext => ({
  month: month(of),
  rulebooks: [rulebook2021],
  runs: new Map(),
  facts: (agreementYear) => (agreementYear === 2021 ? facts2021 : {}),
  interims: interimMonths(decisions),
  signed: new Set(),
  interimTotal: ({ monthlyTotalSek = '' }) => kronor(monthlyTotalSek),
  latestGrants: () => year.grants,
  grantReleased: () => new Map(),
  authorisations: decisions,
  balances: new Map(),
  without: new Set(),
  ...more,
});

const without = (...facts: (keyof PaymentFacts)[]): Partial<PayoutContext> => ({
  facts: () =>
    Object.fromEntries(
      Object.entries(facts2021).filter(([name]) => !facts.includes(name as keyof PaymentFacts)),
    ),
});

function payable(payout: Payout): Extract<Payout, { kind: 'payable' }> {
  if (payout.kind === 'payable') return payout;
  throw new Error(`Not payable: ${JSON.stringify(payout)}`);
}

function needsOf(payout: Payout) {
  if (payout.kind === 'waiting') return payout.needs;
  throw new Error(`Waits for nothing: ${payout.kind}`);
}

const totalOf = (payout: Payout) =>
  Sek.sum([...payable(payout).payments.values()].map((payment) => payment.total)).toString();
const kindsOf = (payout: Payout) =>
  [
    ...new Set([...payable(payout).payments.values()].flatMap(({ lines }) => [...lines.keys()])),
  ].sort();
const keysOf = (payout: Payout) => payable(payout).paid.map(({ key }) => key);

describe('The sample year, month by month', () => {
  it('is paid as the whole year is simulated, every line of every region', () => {
    const runs = new Map<Month, CaseState>();
    const carried: { region: RegionCode; carried: Explained<Sek> }[] = [];
    for (const of of monthsFrom(month('2021-03'), month('2022-05'))) {
      const payout = payable(workOutPayout(context(of, { runs, balances: balances(carried) })));
      const expected = year.months.find((each) => each.month === of)?.regions ?? new Map();
      for (const [region, { lines, total: paid }] of payout.payments) {
        expect([...lines].map(([kind, { value }]) => [kind, value.toString()])).toEqual(
          [...expected.get(region).lines].map(([kind, { value }]) => [kind, value.toString()]),
        );
        expect(paid.toString()).toBe(expected.get(region).total.toString());
        const line = lines.get('carried-forward');
        if (line) carried.push({ region, carried: line });
      }
      runs.set(of, fold(paidWith(...payout.paid.map(({ key }) => key))));
    }
    expect(runs.size).toBe(15);
  });

  it.each([
    ['2021-03', ['rb-2021-02-18']],
    ['2022-02', ['rb-2022-01-20']],
    ['2022-03', ['rb-2022-02-17']],
    ['2022-05', ['rb-2022-04-21']],
  ])('names the decisions that let %s be paid', (of, names) => {
    expect(payable(workOutPayout(context(of))).decisions).toEqual(names);
  });
});

describe('February without TLV’s forecast', () => {
  const lacking = without('rebateForecast');
  it('is held, and says what is missing, from whom, and which line it holds', () => {
    expect(needsOf(workOutPayout(context('2022-02', lacking)))).toEqual([
      {
        need: 'rebate-forecast',
        year: 2021,
        from: 'TLV',
        holds: ['rebate-forecast'],
        because: 'no rebate-forecast of 2021 is known',
      },
    ]);
  });

  it('is paid without that line when two people let it, and the line stays due', () => {
    const payout = workOutPayout(
      context('2022-02', { ...lacking, without: new Set(['rebate-forecast']) }),
    );
    expect(kindsOf(payout)).toEqual(['ihsi-difference', 'instalment']);
    expect(keysOf(payout)).toEqual(['instalment/2021/2022-02', 'ihsi-difference/2021/2022-02']);
    const runs = runsOf({ '2022-02': paidWith(...keysOf(payout)) });
    const march = workOutPayout(context('2022-03', { runs, authorisations: allMonths }));
    expect(keysOf(march)).toContain('rebate-forecast/2021/2022-02');
    expect(kindsOf(march)).toContain('rebate-forecast');
  });

  it('has the line when the forecast has come after all', () => {
    const payout = workOutPayout(context('2022-02', { without: new Set(['rebate-forecast']) }));
    expect(kindsOf(payout)).toContain('rebate-forecast');
  });
});

/** Decisions that cover everything in 2022. */
const allMonths = decisions.map((each) => ({ ...each, lastMonth: month('2022-12') }));

describe('A forecast that nobody had deducted when both parties signed the reconciliation', () => {
  const february = { month: month('2022-02'), signed: new Set([2021]) };

  it('is deducted no more, and holds nothing, whether it is known or not', () => {
    for (const known of [{}, without('rebateForecast')]) {
      const { paid, payments } = payable(
        workOutPayout(context('2022-02', { ...february, ...known })),
      );
      expect(paid.map(({ key }) => key)).toEqual([
        'instalment/2021/2022-02',
        'ihsi-difference/2021/2022-02',
      ]);
      expect(payments.get('01')?.lines.has('rebate-forecast')).toBe(false);
    }
  });

  it('is deducted where it is another year’s that was signed', () => {
    const { paid } = payable(workOutPayout(context('2022-02', { signed: new Set([2020]) })));
    expect(paid.map(({ key }) => key)).toContain('rebate-forecast/2021/2022-02');
  });
});

describe('A month without authority', () => {
  const unauthorised = { authorisations: [] };
  it('is held line by line, each by the year whose decision is missing', () => {
    const needs = needsOf(workOutPayout(context('2022-05', unauthorised)));
    expect(needs).toEqual([
      {
        need: 'authorisation',
        year: 2021,
        from: 'Regeringen',
        holds: ['corridor-benefits', 'corridor-hepatitis-c', 'rebate-settlement'],
        because: 'no decision covers rebate-settlement of 2021 in 2022-05',
      },
      {
        need: 'authorisation',
        year: 2022,
        from: 'Regeringen',
        holds: ['interim-instalment'],
        because: 'no decision covers interim-instalment of 2022 in 2022-05',
      },
    ]);
  });

  it('needs for a local discount only the decision of the instalment that it reduces', () => {
    expect(needsOf(workOutPayout(context('2022-03', unauthorised)))).toMatchObject([
      { year: 2022, holds: ['interim-instalment', 'local-discount'] },
    ]);
  });

  it('counts the month of payment, not the month in which the line fell due', () => {
    const runs = runsOf({ '2022-02': closedWithout });
    const needs = needsOf(workOutPayout(context('2022-03', { runs })));
    expect(needs).toMatchObject([
      {
        need: 'authorisation',
        year: 2021,
        holds: ['ihsi-difference', 'instalment', 'rebate-forecast'],
      },
    ]);
  });

  it('needs none for lines that move no money', () => {
    const none = { ...facts2021, localDiscounts: byRegion(() => []) };
    const onlyDiscounts = {
      authorisations: [],
      facts: () => none,
      without: new Set(['authorisation']),
    };
    const payout = workOutPayout(context('2022-03', onlyDiscounts));
    expect(payout).toEqual({ kind: 'nothing-due' });
  });

  it('counts lines that move no money as paid with the rest, under no decision', () => {
    const none = { ...facts2021, localDiscounts: byRegion(() => []) };
    const interim = { ...interimSpring, decision: 'spring', agreementYear: 2022 };
    const payout = payable(
      workOutPayout(context('2022-03', { facts: () => none, authorisations: [interim] })),
    );
    expect(keysOf(payout)).toEqual(['interim-instalment/2022/2022-03', 'local-discount/2021']);
    expect(payout.decisions).toEqual(['spring']);
  });

  it('goes without the unauthorised lines when two people let it', () => {
    const authorisations = decisions.filter(({ kind }) => kind === 'interim');
    const payout = workOutPayout(
      context('2022-05', { authorisations, without: new Set(['authorisation']) }),
    );
    expect(kindsOf(payout)).toEqual(['interim-instalment']);
  });

  it('goes without a line whatever else it lacks', () => {
    const more = {
      ...without('settlement'),
      authorisations: decisions.filter(({ kind }) => kind === 'interim'),
    };
    const both = needsOf(workOutPayout(context('2022-05', more))).map(({ need }) => need);
    expect(both).toEqual(['settlement', 'authorisation']);
    const payout = workOutPayout(context('2022-05', { ...more, without: new Set(['settlement']) }));
    expect(kindsOf(payout)).toEqual(['interim-instalment']);
  });
});

describe('A month with nothing to pay', () => {
  it('has nothing due outside the calendar', () => {
    expect(workOutPayout(context('2021-02'))).toEqual({ kind: 'nothing-due' });
  });

  it('has nothing due when everything has been paid', () => {
    const runs = runsOf({ '2021-06': paidWith('instalment/2021/2021-05') });
    expect(workOutPayout(context('2021-05', { runs }))).toEqual({ kind: 'nothing-due' });
  });

  it('has nothing due when every line is zero: unknown holds it, zero does not', () => {
    const zero = {
      ...facts2021,
      settlement: new Map([...year.settlement].map(([kind]) => [kind, sekTable({ '01': '0' })])),
    };
    const more = { facts: () => zero, interims: [] };
    expect(workOutPayout(context('2022-05', more))).toEqual({ kind: 'nothing-due' });
    expect(
      needsOf(workOutPayout(context('2022-05', { ...without('settlement'), interims: [] }))),
    ).toMatchObject([
      {
        need: 'settlement',
        from: 'Staten och SKR',
        holds: ['corridor-benefits', 'corridor-hepatitis-c', 'rebate-settlement'],
      },
    ]);
  });
});

describe('Interim payments', () => {
  it('are the decision’s monthly total, shared by the latest decided grants', () => {
    expect(totalOf(workOutPayout(context('2022-04')))).toBe('2860000000');
  });

  it('wait for the grants of the year before theirs', () => {
    const noGrants = { latestGrants: () => undefined };
    expect(needsOf(workOutPayout(context('2022-04', noGrants)))).toEqual([
      {
        need: 'grants',
        year: 2021,
        from: 'Kammarkollegiet',
        holds: ['interim-instalment'],
        because: 'no grants of 2021 is known',
      },
    ]);
  });
});

describe('What a region brings with it', () => {
  const owed = sekTable({ '01': '-1000000' });
  it('is settled by its next payment', () => {
    const before = Sek.of(totalOf(workOutPayout(context('2021-04'))));
    const after = workOutPayout(context('2021-04', { balances: owed }));
    expect(Sek.of(totalOf(after)).minus(before)).toEqual(total(owed));
    expect(kindsOf(after)).toEqual(['carried-forward', 'instalment']);
  });

  it('waits when there is no payment', () => {
    expect(workOutPayout(context('2021-02', { balances: owed })).kind).toBe('nothing-due');
  });

  it('is paid by itself what came back, where it has no line and nothing else is due', () => {
    const back = balances([{ region: '03', carried: kronor('-700') }]);
    const payout = payable(workOutPayout(context('2021-02', { balances: back })));
    expect(payout.paid).toEqual([]);
    expect(kindsOf(payout)).toEqual(['carried-forward']);
    expect(totalOf(payout)).toBe('700');
  });
});

it('Two instalments of one region and month are one line, when an earlier run left its own due', () => {
  const runs = runsOf({ '2021-04': closedWithout });
  const payout = payable(workOutPayout(context('2021-05', { runs })));
  expect(keysOf(payout)).toEqual(['instalment/2021/2021-04', 'instalment/2021/2021-05']);
  expect(totalOf(payout)).toBe(`${2n * 2_786_075_070n}`);
  expect(kindsOf(payout)).toEqual(['instalment']);
});
