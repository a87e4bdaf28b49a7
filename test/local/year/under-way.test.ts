import { describe, expect, it } from 'vitest';
import { underWay } from '../../../local/year/under-way.ts';

const from = '2022-06-01T00:00:00.000Z';
const execution = (name: string, more: object = {}) => ({
  ...{ name, stateMachine: 'reissue', status: 'RUNNING' as const },
  ...{ startedAt: '2022-06-01T08:00:00.000Z', ...more },
});
const wait = (name: string, purpose: string) => ({
  ...{ token: 't', execution: name, stateMachine: 'reissue', state: 's', since: from },
  payload: { case: name, purpose },
});
const again = 'reissue-2022-05-13-1';
const names = (...given: Parameters<typeof underWay>) => underWay(...given).map(({ name }) => name);

describe('What time alone brings further', () => {
  it.each([
    ['waits for its pay day', execution(again), [], [again]],
    ['waits for the bank', execution(again), [wait(again, 'bank')], [again]],
    ['waits for approval', execution(again), [wait(again, 'approval')], []],
    ['waits for an input', execution(again), [wait(again, 'inputs')], []],
    ['waits until releases are allowed', execution(again), [wait(again, 'switch')], []],
    ['is over', execution(again, { status: 'SUCCEEDED' }), [], []],
    [
      'was under way when the months ended',
      execution(again, { startedAt: '2022-05-02T08:00:00.000Z' }),
      [],
      [],
    ],
  ])('a payment that %s', (_, one, waits, expected) => {
    expect(names([one], waits, from)).toEqual(expected);
  });

  it('is not held up by what another one waits for', () => {
    const other = 'reissue-2022-05-24-1';
    const both = [execution(again), execution(other)];
    expect(names(both, [wait(other, 'approval')], from)).toEqual([again]);
  });
});
