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
    [
      'that began before the reconciliation was decided',
      [february(), signed(happened.deductionBegun(), decided)],
    ],
    [
      'that began in a reconciliation nobody has decided',
      [february(), signed(happened.deductionBegun())],
    ],
    [
      'that there is none of',
      [february(happened.released()), signed({ ...decided, at: '2021-01-01T00:00:00.000Z' })],
    ],
  ] as const)('%s contradicts nothing', (_, record) => {
    expect(findings(...record)).toEqual([]);
  });

  it.each([
    ['of which no reconciliation knows', [february()]],
    ['that never began', [february(), signed(decided)]],
    ['of which another proposal began', [february(), signed(happened.deductionBegun('P2'))]],
    [
      'that another payout began',
      [february(), signed({ ...happened.deductionBegun(), case: 'payout-2022-03' })],
    ],
  ] as const)('%s is found', (_, record) => {
    expect(findings(...record)).toEqual([
      'RUN#2022/02 event 2 deducts the forecast of 2021; the reconciliation does not say that it began to',
    ]);
  });

  it('that began after both had signed is found', () => {
    expect(findings(february(), signed(decided, happened.deductionBegun()))).toEqual([
      'RUN#2022/02 event 2 deducts the forecast of 2021; the reconciliation was signed without it',
    ]);
  });

  it('whose reconciliation was not read, since nothing in it is new, is not judged', () => {
    expect(deductionContradictions([february()], { isNew: () => true, whole: false })).toEqual([]);
  });
});
