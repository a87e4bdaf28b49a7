import { describe, expect, it } from 'vitest';
import { rulebookOf } from '../../../core/agreement/rulebook.ts';
import { parseMonth } from '../../../core/calendar/month.ts';
import { given } from '../../../core/explain.ts';
import type { Calendar } from '../../../core/forecast/expected-payouts.ts';
import { type ForecastItem, regionForecast } from '../../../core/forecast/region-forecast.ts';
import { unpaidItems } from '../../../core/forecast/year-items.ts';
import { Fraction } from '../../../core/money/fraction.ts';
import { interimMonths } from '../../../core/payment/due.ts';
import { byRegion, of, regionCodes } from '../../../core/regions.ts';
import type { PaymentFacts } from '../../../core/rules/facts.ts';
import { simulateYear } from '../../../core/simulate-year.ts';
import { factsOf, readSample } from '../../../docs/generate/sample-year.ts';
import { rulebookOf2026Shape } from '../agreement/shape-of-2026.ts';
import { accepted, kronor } from '../amounts.ts';
import { decisions } from '../payment/calendar-of-the-sample.ts';

const rulebook = rulebookOf(2021);
const sample = factsOf(readSample('local/sample-2021'));
const year = accepted(simulateYear(rulebook, sample));
const interims = interimMonths(decisions);
const source = { stream: 'INPUT#2022/authorisation', version: 1, hash: 'f'.repeat(64) };
const interimTotal = ({ monthlyTotalSek = '0' }) =>
  given.sek(Fraction.parse(monthlyTotalSek), 'monthly total', source);

const calendarOf = (paid: readonly string[] = [], of = rulebook): Calendar => ({
  rulebooks: [of],
  interims,
  authorisations: decisions,
  signed: new Set(),
  runs: new Map([[parseMonth('2021-02'), { released: { paid } }]]),
});
const next = parseMonth('2021-03');
const items = (paid: readonly string[] = [], of = rulebook) =>
  unpaidItems(of, calendarOf(paid, of), next);
const grantReleased = byRegion(() => []);
const forecast = (facts: PaymentFacts, due = items(), grants = facts.grants) =>
  regionForecast('09', due, {
    rulebook,
    facts,
    interimTotal,
    latestGrants: () => grants,
    grantReleased,
  });
const ofKind = (all: readonly ForecastItem[], kind: string) => {
  const found = all.find((each) => each.kind === kind);
  if (!found) throw new RangeError(`Nothing is forecast of ${kind}.`);
  return found;
};
const amountOf = (all: readonly ForecastItem[], kind: string) => {
  const found = ofKind(all, kind);
  if (!('amount' in found)) throw new RangeError(`${kind} is ${found.basis}.`);
  return [found.basis, found.amount.toString()];
};

const { grants } = year;
const everything: PaymentFacts = { ...sample.payment, grants, settlement: year.settlement };

describe('A forecast', () => {
  it('is what will be paid, to the krona and line by line, once everything is known', () => {
    for (const region of regionCodes) {
      const all = regionForecast(region, items(), {
        rulebook,
        facts: everything,
        interimTotal,
        latestGrants: () => grants,
        grantReleased,
      });
      const expected = all.flatMap(({ month, kind, ...prospect }) =>
        'amount' in prospect && !prospect.amount.isZero()
          ? [`${month} ${kind} ${prospect.amount}`]
          : [],
      );
      const paid = year.months.flatMap(({ month, regions }) =>
        [...of(regions, region).lines]
          .filter(([kind]) => kind !== 'carried-forward')
          .map(([kind, { value }]) => `${month} ${kind} ${value}`),
      );
      expect(expected.toSorted()).toEqual(paid.toSorted());
    }
  });

  it('says of every line where it is written that it is paid', () => {
    for (const { cites } of forecast(everything)) expect(cites.length).toBeGreaterThan(0);
  });

  it('holds no line that is paid', () => {
    const paid = items()
      .map(({ key }) => key)
      .filter((key) => key.startsWith('instalment/'));
    const kinds = new Set(forecast(everything, items(paid)).map(({ kind }) => kind));
    expect(kinds.has('instalment')).toBe(false);
    expect(kinds.has('rebate-settlement')).toBe(true);
  });

  it('comes in the order of the months', () => {
    const months = forecast(everything).map(({ month }) => month);
    expect(months).toEqual(months.toSorted());
    expect([months[0], months.at(-1)]).toEqual(['2021-03', '2022-05']);
  });
});

describe('What is not known has no figure', () => {
  it('when the year is not decided, neither instalments nor corridors have one', () => {
    const all = forecast({});
    for (const { kind, ...rest } of all) expect([kind, rest.basis]).toEqual([kind, 'unknown']);
    expect(ofKind(all, 'instalment')).toMatchObject({ missing: ['grants'] });
    expect(ofKind(all, 'interim-instalment')).toMatchObject({ missing: ['grants'] });
  });

  it('says which input is missing', () => {
    const all = forecast({ grants });
    expect(ofKind(all, 'rebate-forecast')).toMatchObject({ missing: ['rebateForecast'] });
    expect(ofKind(all, 'local-discount')).toMatchObject({ missing: ['localDiscounts'] });
    expect(ofKind(all, 'rebate-settlement')).toMatchObject({
      missing: ['rebateForecast', 'rebateFinal'],
    });
  });

  it('before IHSI is requisitioned there is no difference, not even of zero kronor', () => {
    const all = forecast({ grants, ihsiRate: 'not-requisitioned' });
    expect(ofKind(all, 'ihsi-difference')).toMatchObject({
      basis: 'unknown',
      missing: ['ihsiRate'],
    });
  });

  it('local discounts are expected in the first month they can be deducted, also before the next year is decided', () => {
    const [item] = unpaidItems(rulebook, { ...calendarOf(), interims: [] }, next).filter(
      ({ kind }) => kind === 'local-discount',
    );
    expect([item?.key, item?.due]).toEqual(['local-discount/2021', '2022-03']);
  });

  it('an agreement that shares one outcome of several costs gets no range', () => {
    const other = rulebookOf2026Shape;
    const facts = { grants };
    const all = regionForecast('09', items([], other), {
      rulebook: other,
      facts,
      interimTotal,
      latestGrants: () => grants,
      grantReleased,
    });
    expect(ofKind(all, 'corridor-net').basis).toBe('unknown');
  });
});

describe('Before State and SKR have signed', () => {
  const { settlement: _signed, ...unsigned } = everything;

  it('the settlement of rebates is forecast as soon as the final rebates are known', () => {
    const { benefitCost: _b, hepatitisCCost: _h, ...rebates } = unsigned;
    const signed = amountOf(forecast(everything), 'rebate-settlement')[1];
    expect(amountOf(forecast(rebates), 'rebate-settlement')).toEqual(['unsigned', signed]);
  });

  it('everything is forecast as it will be signed once all finals are known', () => {
    for (const kind of ['rebate-settlement', 'corridor-benefits', 'corridor-hepatitis-c']) {
      const signed = amountOf(forecast(everything), kind)[1];
      expect(amountOf(forecast(unsigned), kind)).toEqual(['unsigned', signed]);
    }
  });

  it('a corridor whose own outcome is known needs no range, though another final is missing', () => {
    const { rebateFinal: _final, ...outcomes } = unsigned;
    const signed = amountOf(forecast(everything), 'corridor-hepatitis-c')[1];
    expect(amountOf(forecast(outcomes), 'corridor-hepatitis-c')).toEqual(['unsigned', signed]);
  });

  it('a corridor without outcome is a range over assumed outcomes, the country’s by the year’s grants', () => {
    const all = regionCodes.map((region) =>
      ofKind(
        regionForecast(region, items(), {
          rulebook,
          facts: { grants },
          interimTotal,
          latestGrants: () => grants,
          grantReleased,
        }),
        'corridor-benefits',
      ),
    );
    const sums = all.map((each) => {
      if (each.basis !== 'range') throw new RangeError(`No range but ${each.basis}.`);
      expect(each.missing).toEqual(['benefitCost']);
      return [each.low.kronor(), each.high.kronor()] as const;
    });
    expect(sums.reduce((sum, [low]) => sum + low, 0n)).toBe(-314_000_000n);
    expect(sums.reduce((sum, [, high]) => sum + high, 0n)).toBe(314_000_000n);
  });

  it('an outcome inside the limits is shared by nobody', () => {
    const facts = { grants, benefitCost: kronor('31400000000') };
    expect(amountOf(forecast(facts), 'corridor-benefits')).toEqual(['unsigned', '0']);
  });
});

describe('The rebate settlement in a forecast', () => {
  const { rebateForecast = new Map(), rebateFinal = new Map() } = sample.payment;
  const newer = new Map([...rebateForecast]).set('09', kronor('999000000'));
  const afterFebruary = items(['rebate-forecast/2021/2022-02']);
  const ofMay = (facts: PaymentFacts, due = afterFebruary) =>
    ofKind(forecast({ grants, ...facts }, due), 'rebate-settlement');

  it('is made against what was deducted, whatever the newest forecast says', () => {
    const facts = { rebateForecast: newer, rebateDeducted: rebateForecast, rebateFinal };
    const [settled] = [year.settlement.get('rebate-settlement')?.get('09')?.value.toString()];
    expect(ofMay(facts)).toMatchObject({ basis: 'unsigned' });
    expect(amountOf(forecast({ grants, ...facts }, afterFebruary), 'rebate-settlement')[1]).toBe(
      settled,
    );
  });

  it('is expected against the newest forecast while its deduction is still to come', () => {
    const facts: PaymentFacts = {
      rebateForecast: newer,
      rebateDeducted: 'not-deducted',
      rebateFinal,
    };
    expect(amountOf(forecast({ grants, ...facts }), 'rebate-settlement')).toEqual(
      amountOf(
        forecast({ grants, rebateDeducted: newer, rebateFinal }, afterFebruary),
        'rebate-settlement',
      ),
    );
  });

  it('says which of the two is missing', () => {
    expect(ofMay({ rebateDeducted: rebateForecast })).toMatchObject({ missing: ['rebateFinal'] });
    expect(ofMay({ rebateFinal }, items())).toMatchObject({ missing: ['rebateForecast'] });
  });
});
