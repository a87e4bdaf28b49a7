import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type Month, monthsFrom, parseMonth } from '../../../core/calendar/month.ts';
import type { Authorisation } from '../../../core/inputs/contents.ts';
import { interimMonths } from '../../../core/payment/due.ts';
import { type DueInPayout, dueInPayout } from '../../../core/payment/due-in-payout.ts';
import type { CaseEvent } from '../../../core/payment/events.ts';
import { type CaseState, fold, standing } from '../../../core/payment/evolve.ts';
import { authorityFor } from '../../../core/rules/payment/authority.ts';
import { cases } from '../../helpers/cases.ts';
import {
  closedWithout,
  interimSpring,
  open,
  paidWith,
  rulebook2021,
  rulebook2022,
  runsOf,
} from './calendar-of-the-sample.ts';
import { happened, terms } from './words.ts';

const month = parseMonth;

const decision = (
  kind: Authorisation['kind'],
  first: string,
  last: string,
  name = `rb-${kind}`,
): Authorisation => ({
  ...interimSpring,
  ...{ decision: name, kind, firstMonth: month(first), lastMonth: month(last) },
});
const interim = decision('interim', '2022-03', '2022-04');
const agreementFrom = (first: string) => decision('agreement', first, '2023-02');

const dueWith = (
  of: string,
  authorisations: readonly Authorisation[],
  runs: ReadonlyMap<Month, CaseState> = new Map(),
  own?: CaseState,
): DueInPayout =>
  dueInPayout({
    month: month(of),
    rulebooks: [rulebook2022],
    interims: interimMonths(authorisations),
    authorisations,
    signed: new Set(),
    runs,
    own,
  });

const keysOf = ({ items }: DueInPayout) => items.map(({ key }) => key);
const interimPaid = (of: string) => paidWith(`interim-instalment/2022/${of}`);
const settling = (...more: readonly CaseEvent[]): readonly CaseEvent[] => [
  happened.opened,
  happened.proposed('P1', 1, { payment: { ...terms, truesUp: [2022] } }),
  ...more,
];

describe('A month of a year that has interim payments', () => {
  it('pays the interim payment alone while the agreement’s decision does not cover it', () => {
    const due = dueWith('2022-03', [interim, agreementFrom('2022-05')]);
    expect(keysOf(due)).toEqual(['interim-instalment/2022/2022-03']);
    expect(due).toMatchObject({ truesUp: [], obstacles: [] });
  });

  it('pays every instalment so far in the first month that the agreement’s decision covers, and settles', () => {
    const runs = runsOf({ '2022-03': interimPaid('2022-03'), '2022-04': interimPaid('2022-04') });
    const due = dueWith('2022-05', [interim, agreementFrom('2022-05')], runs);
    expect(keysOf(due)).toEqual([
      'instalment/2022/2022-03',
      'instalment/2022/2022-04',
      'instalment/2022/2022-05',
    ]);
    expect(due).toMatchObject({ truesUp: [2022], obstacles: [] });
  });

  it('pays a plain instalment when that has been released', () => {
    const runs = runsOf({
      '2022-03': interimPaid('2022-03'),
      '2022-04': closedWithout,
      '2022-05': paidWith(...['03', '04', '05'].map((each) => `instalment/2022/2022-${each}`)),
    });
    const due = dueWith('2022-06', [interim, agreementFrom('2022-05')], runs);
    expect(keysOf(due)).toEqual(['instalment/2022/2022-06']);
    expect(due.truesUp).toEqual([]);
  });

  it('settles again what an interim decision let be paid after that', () => {
    const later = decision('interim', '2022-05', '2022-05');
    const runs = runsOf({
      '2022-03': interimPaid('2022-03'),
      '2022-04': paidWith('instalment/2022/2022-03', 'instalment/2022/2022-04'),
      '2022-05': interimPaid('2022-05'),
    });
    const due = dueWith('2022-06', [later, agreementFrom('2022-06')], runs);
    expect(keysOf(due)).toEqual(['instalment/2022/2022-05', 'instalment/2022/2022-06']);
    expect(due.truesUp).toEqual([2022]);
  });

  it('is refused while both decisions cover it, naming them', () => {
    const agreement = agreementFrom('2022-04');
    const runs = runsOf({ '2022-03': interimPaid('2022-03') });
    const { items, obstacles } = dueWith('2022-04', [interim, agreement], runs);
    expect(items).toEqual([]);
    expect(obstacles).toMatchObject([{ kind: 'two-decisions', agreement, interim }]);
    const ended = { ...interim, lastMonth: month('2022-03') };
    expect(dueWith('2022-04', [ended, agreement], runs)).toMatchObject({
      truesUp: [2022],
      obstacles: [],
    });
  });

  it('waits for an earlier payout that is open, or still to be opened, and could pay the year', () => {
    const both = [interim, agreementFrom('2022-05')];
    const runs = { '2022-03': interimPaid('2022-03') };
    const waits = [{ kind: 'earlier-payout', month: '2022-04' }];
    expect(dueWith('2022-05', both, runsOf(runs)).obstacles).toMatchObject(waits);
    expect(dueWith('2022-05', both, runsOf({ ...runs, '2022-04': open })).obstacles).toMatchObject(
      waits,
    );
    expect(
      dueWith('2022-05', both, runsOf({ ...runs, '2022-04': closedWithout })).obstacles,
    ).toEqual([]);
  });

  it('takes the instalments of an open payout for whose month there is no decision', () => {
    const runs = runsOf({ '2022-03': interimPaid('2022-03'), '2022-04': open });
    const early = { ...interim, lastMonth: month('2022-03') };
    const due = dueWith('2022-05', [early, agreementFrom('2022-05')], runs);
    expect(keysOf(due)).toContain('instalment/2022/2022-04');
  });

  it('is held for a decision where neither covers it', () => {
    const runs = runsOf({ '2022-03': closedWithout, '2022-04': interimPaid('2022-04') });
    expect(keysOf(dueWith('2022-05', [interim], runs))).toEqual([
      'instalment/2022/2022-03',
      'instalment/2022/2022-04',
      'instalment/2022/2022-05',
      'interim-instalment/2022/2022-03',
    ]);
  });
});

describe('While a proposal stands that settles the year', () => {
  const backdated = [decision('interim', '2022-03', '2022-04'), agreementFrom('2022-05')];
  const march = { '2022-03': interimPaid('2022-03') };

  it('earlier months pay nothing of it, whatever decision comes for them', () => {
    const runs = runsOf({ ...march, '2022-05': settling() });
    expect(keysOf(dueWith('2022-04', backdated, runs))).toEqual([]);
  });

  it('it stays due in its own payout, opened or not as those months are', () => {
    const own = fold(settling());
    for (const april of [{}, { '2022-04': open }]) {
      const due = dueWith('2022-05', backdated, runsOf({ ...march, ...april }), own);
      expect(keysOf(due)).toHaveLength(3);
      expect(due).toMatchObject({ truesUp: [2022], obstacles: [] });
    }
  });

  it('it is not refused when an interim decision comes for a month that it settles', () => {
    const late = [decision('interim', '2022-03', '2022-05'), agreementFrom('2022-05')];
    const runs = runsOf({ ...march, '2022-04': closedWithout });
    expect(dueWith('2022-05', late, runs).obstacles).toHaveLength(1);
    const due = dueWith('2022-05', late, runs, fold(settling()));
    expect(due).toMatchObject({ truesUp: [2022], obstacles: [] });
    expect(keysOf(due)).toHaveLength(3);
  });

  it('a later month waits for it', () => {
    const runs = runsOf({ ...march, '2022-04': closedWithout, '2022-05': settling() });
    expect(dueWith('2022-06', backdated, runs).obstacles).toMatchObject([
      { kind: 'earlier-payout', month: '2022-05' },
    ]);
  });

  it.each([
    ['is void', [happened.voided()]],
    ['is about to be closed', [happened.closeRequested]],
    ['is closed', [happened.closed('without-payment')]],
  ] as const)('and when it %s, April pays again', (_, events) => {
    const runs = runsOf({ ...march, '2022-05': settling(...events) });
    expect(keysOf(dueWith('2022-04', backdated, runs))).toEqual([
      'interim-instalment/2022/2022-04',
    ]);
  });

  it('and has been released, April pays nothing', () => {
    const instalments = ['03', '04', '05'].map((each) => `instalment/2022/2022-${each}`);
    const runs = runsOf({ ...march, '2022-05': paidWith(...instalments) });
    expect(keysOf(dueWith('2022-04', backdated, runs))).toEqual([]);
  });
});

describe('Local discounts of the year before', () => {
  const rulebooks = [rulebook2021, rulebook2022];
  const dueIn2022 = (of: string, decisions: readonly Authorisation[], runs: object = {}) =>
    keysOf(
      dueInPayout({
        month: month(of),
        rulebooks,
        interims: interimMonths(decisions),
        authorisations: decisions,
        signed: new Set(),
        runs: runsOf(runs as Parameters<typeof runsOf>[0]),
      }),
    );
  const discount = 'local-discount/2021';
  const spring = { '2022-03': closedWithout, '2022-04': closedWithout };

  it('are deducted from the payout that settles the year, when no interim payment bore them', () => {
    expect(dueIn2022('2022-05', [interim, agreementFrom('2022-05')], spring)).toContain(discount);
  });

  it('are taken along from a month in which nothing could be paid', () => {
    const early = [{ ...interim, lastMonth: month('2022-03') }, agreementFrom('2022-05')];
    const runs = { '2022-03': interimPaid('2022-03'), '2022-04': open };
    expect(dueIn2022('2022-05', early, runs)).toContain(discount);
    expect(dueIn2022('2022-04', early, runs)).toContain(discount);
    expect(dueIn2022('2022-04', early, { ...runs, '2022-05': settling() })).not.toContain(discount);
  });

  it('are deducted once', () => {
    const paid = { '2022-03': paidWith('interim-instalment/2022/2022-03', discount) };
    const decisions = [interim, agreementFrom('2022-05')];
    expect(dueIn2022('2022-04', decisions, paid)).not.toContain(discount);
    expect(dueIn2022('2022-05', decisions, { ...spring, ...paid })).not.toContain(discount);
  });

  it('wait for a payout that pays something of the year after', () => {
    const march = { '2022-03': paidWith('interim-instalment/2022/2022-03') };
    const runs = { ...march, '2022-04': paidWith('interim-instalment/2022/2022-04') };
    const noRulebook = dueInPayout({
      month: month('2022-05'),
      rulebooks: [rulebook2021],
      interims: interimMonths([interim]),
      authorisations: [interim],
      signed: new Set(),
      runs: runsOf(runs),
    });
    expect(keysOf(noRulebook)).not.toContain(discount);
  });
});

/** A step of any history: a month's payout, and what is done with it. */
interface History {
  readonly steps: readonly { readonly month: Month; readonly does: string }[];
  readonly lastInterim: number;
  readonly firstAgreed: number;
  readonly comes: number;
}
const step = fc.record({
  month: fc.integer({ min: 0, max: 5 }).map((n) => addMonths(month('2022-03'), n)),
  does: fc.constantFrom('open', 'prepare', 'prepare', 'release', 'close'),
});
const history = fc.record({
  steps: fc.array(step, { minLength: 15, maxLength: 50, size: 'max' }),
  lastInterim: fc.integer({ min: 0, max: 5 }),
  firstAgreed: fc.integer({ min: 0, max: 5 }),
  /** At which step the agreement's decision comes; it may have come from the start. */
  comes: fc.integer({ min: 0, max: 30 }),
});

/** Of each month, an instalment is 100 kronor and an interim payment 90: any two numbers would do. */
const [cell, interimSek] = [100, 90];
const months = monthsFrom(month('2022-03'), month('2022-08'));

/** Payouts as the steps of a payout treat them, in kronor that are added up by hand. */
class Payouts {
  readonly events = new Map<Month, CaseEvent[]>();
  readonly amounts = new Map<Month, number>();
  readonly paid: string[] = [];
  readonly prepared = new Map<Month, { readonly keys: readonly string[]; readonly sek: number }>();
  decisions: readonly Authorisation[] = [];

  due(of: Month): DueInPayout {
    const runs = new Map([...this.events].map(([each, events]) => [each, fold(events)]));
    const own = runs.get(of);
    runs.delete(of);
    return dueWith(of, this.decisions, runs, own);
  }

  /** Would the release go through now? Asked of a payout whose proposal stands. */
  mayRelease(of: Month): boolean {
    const run = fold(this.events.get(of) ?? []);
    const keys = this.prepared.get(of)?.keys;
    if (!keys || run.closed || run.released || !standing(run)) return false;
    const now = keysOf(this.due(of));
    return keys.every((key) => now.includes(key));
  }

  does(of: Month, what: string): void {
    const events = this.events.get(of);
    if (!events) {
      if (what === 'open') this.events.set(of, [happened.opened]);
      return;
    }
    const run = fold(events);
    if (run.closed) return;
    if (what === 'close') {
      events.push(happened.closed(run.released ? 'paid' : 'without-payment'));
    } else if (what === 'prepare' && !run.released) this.prepare(of, events);
    else if (what === 'release' && !run.released) this.release(of, events);
  }

  prepare(of: Month, events: CaseEvent[]): void {
    const { items, truesUp, obstacles } = this.due(of);
    const lacks = items.some(
      ({ kind, agreementYear }) =>
        !authorityFor({ kind, agreementYear, month: of }, this.decisions).ok,
    );
    if (standing(fold(events))) events.push(happened.voided());
    this.prepared.delete(of);
    if (obstacles.length > 0 || lacks || items.length === 0) return;
    const instalments = items.filter(({ kind }) => kind === 'instalment').length;
    const upTo = monthsFrom(month('2022-03'), of).length;
    const released = [...this.amounts.values()].reduce((sum, each) => sum + each, 0);
    const sek =
      truesUp.length > 0
        ? upTo * cell - released
        : instalments * cell + (items.length - instalments) * interimSek;
    const payment = { ...terms, ...(truesUp.length > 0 && { truesUp }) };
    events.push(happened.proposed('P1', 1, { payment }));
    this.prepared.set(of, { keys: items.map(({ key }) => key), sek });
  }

  release(of: Month, events: CaseEvent[]): void {
    const prepared = this.prepared.get(of);
    if (!prepared) return;
    if (!this.mayRelease(of)) {
      if (standing(fold(events))) events.push(happened.voided());
      this.prepared.delete(of);
      return;
    }
    events.push({ ...happened.released(), paid: prepared.keys });
    this.amounts.set(of, prepared.sek);
    this.paid.push(...prepared.keys);
  }
}

describe('Whatever is opened, proposed, released and closed, in any order', () => {
  const play = ({ steps, lastInterim, firstAgreed, comes }: History) => {
    const payouts = new Payouts();
    const spring = decision('interim', '2022-03', addMonths(month('2022-03'), lastInterim));
    const agreed = agreementFrom(addMonths(month('2022-03'), firstAgreed));
    steps.forEach((each, index) => {
      payouts.decisions = index < comes ? [spring] : [spring, agreed];
      payouts.does(each.month, each.does);
      const ready = [...payouts.events.keys()]
        .filter((of) => payouts.mayRelease(of))
        .flatMap((of) => payouts.prepared.get(of)?.keys ?? []);
      expect(new Set(ready).size).toBe(ready.length);
    });
    // In the end the interim decision ends before the agreement's begins, and every month is done in its order.
    const ended = addMonths(month('2022-03'), Math.min(lastInterim, firstAgreed - 1));
    payouts.decisions = [{ ...spring, lastMonth: ended }, agreed];
    for (const of of months)
      for (const what of ['open', 'prepare', 'release', 'close']) payouts.does(of, what);
    return payouts;
  };

  it('two proposals that could both be released hold no item together, and none is paid twice', () => {
    let released = 0;
    fc.assert(
      fc.property(history, (given) => {
        const { paid } = play(given);
        released += paid.length;
        expect(new Set(paid).size).toBe(paid.length);
      }),
      cases(500),
    );
    expect(released).toBeGreaterThan(cases(500).numRuns);
  });

  it('the year comes to its instalments, whatever was paid in the interim', () => {
    let settled = 0;
    fc.assert(
      fc.property(history, (given) => {
        const payouts = play(given);
        const last = month('2022-09');
        payouts.does(last, 'open');
        payouts.does(last, 'prepare');
        settled += payouts.due(last).truesUp.length;
        payouts.does(last, 'release');
        const total = [...payouts.amounts.values()].reduce((sum, each) => sum + each, 0);
        expect(total).toBe((months.length + 1) * cell);
      }),
      cases(1_000),
    );
    expect(settled).toBeLessThan(cases(1_000).numRuns);
  });
});
