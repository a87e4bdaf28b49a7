import { describe, expect, it } from 'vitest';
import type { Json } from '../../../core/canonical.ts';
import { deductionContradictions } from '../../../core/record/deduction-contradictions.ts';
import { happened, later } from '../payment/words.ts';
import { chained } from './streams.ts';

const deducting = { ...happened.released(), paid: ['rebate-forecast/2021/2022-02'] };
const february = (released: Json = deducting) =>
  chained('RUN#2022', '02', happened.proposed(), released);
const signed = (...events: readonly Json[]) =>
  chained('RECONCILIATION#2021', 'settlement', ...events);
const decided = { ...happened.decided, at: later };
const findings = (...record: Parameters<typeof deductionContradictions>[0]) =>
  deductionContradictions(record).map(({ where, what }) => `${where} ${what}`);

describe('A deduction of the forecast', () => {
  it.each([
    ['while nothing is signed', [february()]],
    [
      'that began before the reconciliation was decided',
      [february(), signed(happened.deductionBegun(), decided)],
    ],
    [
      'that began in a reconciliation nobody has decided',
      [february(), signed(happened.deductionBegun())],
    ],
    ['of an older record, released before it was decided', [february(), signed(decided)]],
    [
      'that there is none of',
      [february(happened.released()), signed({ ...decided, at: '2021-01-01T00:00:00.000Z' })],
    ],
  ] as const)('%s contradicts nothing', (_, record) => {
    expect(findings(...record)).toEqual([]);
  });

  it.each([
    ['that began after both had signed', [decided, happened.deductionBegun()]],
    [
      'that never began, and was released after they had',
      [{ ...decided, at: '2021-01-01T00:00:00.000Z' }],
    ],
    [
      'of which another proposal began',
      [happened.deductionBegun('P2'), { ...decided, at: '2021-01-01T00:00:00.000Z' }],
    ],
    [
      'that another payout began',
      [
        { ...happened.deductionBegun(), case: 'payout-2022-03' },
        { ...decided, at: '2021-01-01T00:00:00.000Z' },
      ],
    ],
  ] as const)('%s is found', (_, events) => {
    expect(findings(february(), signed(...events))).toEqual([
      'RUN#2022/02 event 2 deducts the forecast of 2021; the reconciliation was signed without it',
    ]);
  });
});
