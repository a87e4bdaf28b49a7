import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type Month, monthsFrom, parseMonth } from '../../../core/calendar/month.ts';
import {
  type DueItem,
  dueIn,
  dueUpTo,
  interimMonths,
  paidKeys,
} from '../../../core/payment/due.ts';
import type { CaseEvent } from '../../../core/payment/events.ts';
import { type CaseState, fold } from '../../../core/payment/evolve.ts';
import { cases } from '../../helpers/cases.ts';
import { rulebookOf2026Shape } from '../agreement/shape-of-2026.ts';
import {
  closedWithout,
  decisions,
  interimMay,
  interimSpring,
  open,
  paidWith,
  releasedWith,
  rulebook2021,
  rulebook2022,
  runsOf,
} from './calendar-of-the-sample.ts';
import { happened } from './words.ts';

const month = parseMonth;
const interims = interimMonths(decisions);
const last = month('2022-06');
const items = dueUpTo(last, [rulebook2021], interims);
const keysIn = (
  of: string,
  all: readonly DueItem[],
  runs: ReadonlyMap<Month, CaseState> = new Map(),
) => dueIn(month(of), all, runs).map(({ key }) => key);

describe('Of the 2021 agreement and the interim decisions of 2022', () => {
  const instalments = monthsFrom(month('2021-03'), month('2022-01'));
  it.each<[string, readonly string[]]>([
    ...instalments.map((each): [string, string[]] => [each, [`instalment/2021/${each}`]]),
    [
      '2022-02',
      ['instalment/2021/2022-02', 'rebate-forecast/2021/2022-02', 'ihsi-difference/2021/2022-02'],
    ],
    ['2022-03', ['interim-instalment/2022/2022-03', 'local-discount/2021']],
    ['2022-04', ['interim-instalment/2022/2022-04']],
    [
      '2022-05',
      [
        'rebate-settlement/2021/2022-05',
        'corridor-benefits/2021/2022-05',
        'corridor-hepatitis-c/2021/2022-05',
        'interim-instalment/2022/2022-05',
      ],
    ],
    ['2021-02', []],
    ['2022-06', []],
  ])('this falls due in %s: %j', (of, keys) => {
    expect(keysIn(of, items)).toEqual(keys);
  });

  it('nothing is due before its month', () => {
    expect(dueUpTo(month('2021-03'), [rulebook2021], interims).map(({ key }) => key)).toEqual([
      'instalment/2021/2021-03',
    ]);
  });

  it('every item says by what it falls due', () => {
    const grounds = items.map(({ kind, ground }) =>
      'decision' in ground ? [kind, ground.decision] : [kind, ground.rule.kind],
    );
    for (const [kind, ground] of grounds)
      expect(typeof ground === 'object' ? 'interim-instalment' : ground).toBe(kind);
  });
});

describe('Interim months', () => {
  it('are those that interim decisions cover, and no others', () => {
    expect(interims.map(({ month: each, decision }) => [each, decision.decision])).toEqual([
      ['2022-03', 'rb-2022-02-17'],
      ['2022-04', 'rb-2022-02-17'],
      ['2022-05', 'rb-2022-04-21'],
    ]);
  });

  it('of two decisions follow the later decided, whichever was registered first', () => {
    const later = { ...interimMay, firstMonth: month('2022-04') };
    for (const both of [
      [interimSpring, later],
      [later, interimSpring],
    ]) {
      const april = interimMonths(both).find(({ month: each }) => each === '2022-04');
      expect(april?.decision).toBe(later);
    }
  });

  it('of two decisions of one day follow the later registered', () => {
    const corrected = { ...interimMay, decision: 'corrected' };
    expect(interimMonths([interimMay, corrected])).toEqual([
      { month: '2022-05', decision: corrected },
    ]);
    expect(interimMonths([corrected, interimMay])).toEqual([
      { month: '2022-05', decision: interimMay },
    ]);
  });

  it('of one month may be for two agreement years', () => {
    const other = { ...interimMay, agreementYear: 2021 };
    expect(interimMonths([interimMay, other])).toHaveLength(2);
  });
});

describe('A year’s local discounts', () => {
  const dueMonth = (...given: Parameters<typeof dueUpTo>) =>
    dueUpTo(...given).find(({ kind }) => kind === 'local-discount')?.due;

  it('bite in the first month in which the next grant year pays an interim instalment', () => {
    expect(dueMonth(last, [rulebook2021], interims)).toBe('2022-03');
    expect(dueMonth(last, [rulebook2021], interimMonths([interimMay]))).toBe('2022-05');
  });

  it('bite in the first instalment of the next grant year when there is an agreement', () => {
    expect(dueMonth(last, [rulebook2021, rulebook2022], [])).toBe('2022-03');
  });

  it('are not due while the next grant year pays nothing', () => {
    expect(dueMonth(last, [rulebook2021], [])).toBeUndefined();
  });

  it('are not due before the month that the agreement names', () => {
    const early = { ...interimMay, firstMonth: month('2022-01'), lastMonth: month('2022-04') };
    expect(dueMonth(last, [rulebook2021], interimMonths([early]))).toBe('2022-03');
  });

  it('bite once, also when a decision comes later that would have let them bite earlier', () => {
    const late = dueUpTo(last, [rulebook2021], interims);
    const runs = runsOf({
      '2022-05': paidWith('local-discount/2021', 'interim-instalment/2022/2022-05'),
    });
    expect(keysIn('2022-03', late, runs)).toEqual(['interim-instalment/2022/2022-03']);
  });

  it('are due only where the agreement has a rule for them', () => {
    expect(
      dueMonth(last, [{ ...rulebook2021, lines: rulebook2021.lines.slice(0, 1) }], interims),
    ).toBeUndefined();
    const in2027 = dueUpTo(month('2027-12'), [rulebookOf2026Shape], []);
    expect(in2027.map(({ kind }) => kind)).not.toContain('local-discount');
  });
});

describe('An item', () => {
  const february = 'rebate-forecast/2021/2022-02';
  it.each([
    ['stays with its month while that run is open', { '2022-02': open }, '2022-03', false],
    ['stays with its month while that run has not been opened', {}, '2022-03', false],
    [
      'is handed on when its run is closed without payment',
      { '2022-02': closedWithout },
      '2022-03',
      true,
    ],
    [
      'is handed on when its run paid without it',
      { '2022-02': paidWith('instalment/2021/2022-02') },
      '2022-03',
      true,
    ],
    ['is paid once', { '2022-02': paidWith(february) }, '2022-03', false],
    [
      'stays with the next run while that is open',
      { '2022-02': closedWithout, '2022-03': open },
      '2022-04',
      false,
    ],
    [
      'is handed on again when the next run is closed without it',
      { '2022-02': closedWithout, '2022-03': closedWithout },
      '2022-04',
      true,
    ],
    [
      'waits for the next month’s run although that is opened late, after a later one',
      { '2022-02': closedWithout, '2022-04': open },
      '2022-04',
      false,
    ],
    [
      'waits for it although a later run has been closed',
      { '2022-02': closedWithout, '2022-04': closedWithout },
      '2022-05',
      false,
    ],
    [
      'is handed on by a run that was released without it, before the bank has answered',
      { '2022-02': releasedWith('instalment/2021/2022-02') },
      '2022-03',
      true,
    ],
    [
      'that a later run has paid is not paid by an earlier one',
      { '2022-02': closedWithout, '2022-04': paidWith(february) },
      '2022-03',
      false,
    ],
  ])('%s', (_, runs, of, held) => {
    expect(keysIn(of, items, runsOf(runs)).includes(february)).toBe(held);
  });

  it('is handed on past a month in which nothing falls due: that is never opened', () => {
    const mayOnly = dueUpTo(last, [rulebook2021], interimMonths([interimMay]));
    const runs = runsOf({ '2022-02': closedWithout });
    expect(keysIn('2022-05', mayOnly, runs)).toContain(february);
    expect(keysIn('2022-05', items, runs)).not.toContain(february);
  });

  it('of its own month is held whatever other runs do', () => {
    expect(keysIn('2022-02', items, runsOf({ '2022-01': open, '2022-03': open }))).toContain(
      february,
    );
  });
});

it('The items that runs have paid are known by their keys', () => {
  const runs = runsOf({ '2022-02': paidWith('a', 'b'), '2022-03': open, '2022-04': paidWith('c') });
  expect([...paidKeys(runs)]).toEqual(['a', 'b', 'c']);
});

/** What happens to runs: they are opened in any order, prepared, released and closed, at any time. */
const step = fc.record({
  month: fc.integer({ min: 0, max: 6 }).map((n) => addMonths(month('2022-01'), n)),
  does: fc.constantFrom('open', 'open', 'prepare', 'prepare', 'release', 'close'),
  without: fc.boolean(),
});

interface Run {
  readonly events: CaseEvent[];
  prepared: readonly string[];
}

/** Plays a history with the rules that the steps of a payout follow, and looks at it after each step. */
function play(
  steps: readonly { month: Month; does: string; without: boolean }[],
  look: (runs: ReadonlyMap<Month, Run>, holdersOf: (key: string) => readonly Month[]) => void,
): ReadonlyMap<Month, Run> {
  const runs = new Map<Month, Run>();
  const others = (of: Month) =>
    new Map(
      [...runs].filter(([each]) => each !== of).map(([each, { events }]) => [each, fold(events)]),
    );
  const held = (of: Month) => keysIn(of, items, others(of));
  for (const { month: of, does, without } of steps) {
    const run = runs.get(of);
    const { released, closed } = fold(run?.events ?? []);
    if (does === 'open' && !run) runs.set(of, { events: [happened.opened], prepared: [] });
    if (!run || closed) continue;
    if (does === 'prepare' && !released) run.prepared = held(of).slice(without ? 1 : 0);
    const stillItsOwn = run.prepared.every((key) => held(of).includes(key));
    if (does === 'release' && !released && run.prepared.length > 0) {
      if (stillItsOwn) run.events.push({ ...happened.released(), paid: run.prepared });
      else run.prepared = [];
    }
    if (does === 'close') run.events.push(happened.closed(released ? 'paid' : 'without-payment'));
    look(runs, (key) =>
      [...runs.keys()].filter((each) => {
        const state = fold(runs.get(each)?.events ?? []);
        return !state.closed && !state.released && held(each).includes(key);
      }),
    );
  }
  return runs;
}

describe('Whatever becomes of the runs, in any order', () => {
  const histories = fc.array(step, { minLength: 20, maxLength: 60, size: 'max' });

  it('two open runs never hold the same item', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        play(steps, (_, holdersOf) => {
          for (const { key } of items) expect(holdersOf(key).length).toBeLessThanOrEqual(1);
        });
      }),
      cases(300),
    );
  });

  it('two proposals that could both be released never hold the same item', () => {
    let proposals = 0;
    fc.assert(
      fc.property(histories, (steps) => {
        // The opener opens the months in which something falls due, and no others.
        const opened = steps.filter((each) => items.some(({ due }) => due === each.month));
        play(opened, (runs) => {
          const standing = [...runs.values()].flatMap(({ events, prepared }) => {
            const { released, closed } = fold(events);
            return released || closed ? [] : prepared;
          });
          proposals += standing.length;
          expect(new Set(standing).size).toBe(standing.length);
        });
      }),
      cases(1_000),
    );
    expect(proposals).toBeGreaterThan(cases(1_000).numRuns);
  });

  it('no item is paid twice', () => {
    let payments = 0;
    fc.assert(
      fc.property(histories, (steps) => {
        const runs = play(steps, () => {});
        const paid = [...runs.values()].flatMap(({ events }) => fold(events).released?.paid ?? []);
        payments += paid.length;
        expect(new Set(paid).size).toBe(paid.length);
      }),
      cases(1_000),
    );
    expect(payments).toBeGreaterThan(cases(500).numRuns);
  });

  it('a run that is opened late holds what waited for it, and a later one has not proposed it meanwhile', () => {
    const does = (of: string, ...deeds: string[]) =>
      deeds.map((deed) => ({ month: month(of), does: deed, without: false }));
    const runs = play(
      [
        ...does('2022-02', 'open', 'close'),
        ...does('2022-04', 'open', 'prepare'),
        ...does('2022-03', 'open', 'prepare', 'release'),
        ...does('2022-04', 'release', 'prepare', 'release'),
      ],
      () => {},
    );
    const paidBy = (of: string) => fold(runs.get(month(of))?.events ?? []).released?.paid;
    expect(paidBy('2022-03')).toContain('rebate-forecast/2021/2022-02');
    expect(paidBy('2022-04')).toEqual(['interim-instalment/2022/2022-04']);
  });

  it('what is due and unpaid when every run is closed waits for exactly the next run', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const runs = play(steps, () => {});
        // Every month is opened in the end, however late.
        const closed = new Map(
          monthsFrom(month('2021-03'), month('2022-07')).map((each) => {
            const events = runs.get(each)?.events ?? [happened.opened];
            return [each, fold([...events, happened.closed('paid')])];
          }),
        );
        const unpaid = items.filter(({ key }) => !paidKeys(closed).has(key));
        const next = keysIn('2022-08', items, closed);
        expect(next.toSorted()).toEqual(unpaid.map(({ key }) => key).toSorted());
      }),
      cases(500),
    );
  });
});
