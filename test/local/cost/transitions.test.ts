import { describe, expect, it } from 'vitest';
import { transitionsIn } from '../../../local/cost/transitions.ts';
import type { JournalLine } from '../../../local/engine/journal-line.ts';

const execution = 'arn:aws:states:eu-north-1:000000000000:execution:monthly-payout:payout-2021-03';
const at = '2021-02-28T23:30:00.000Z';
const result = { result: null };
const start: JournalLine = {
  ...{ kind: 'start', execution, machine: 'monthly-payout', name: 'payout-2021-03' },
  ...{ definition: 'd', input: null, at },
};
const entered = (path: string): JournalLine => ({ kind: 'entered', execution, path, at });
const attempt = (path: string): JournalLine => ({
  ...{ kind: 'attempt', execution, path, at },
  outcome: result,
});
const token = (path: string): JournalLine => ({ kind: 'token', execution, path, at, token: path });

describe('A state transition', () => {
  it('is each state that is entered, in the month of Stockholm', () => {
    expect(
      transitionsIn([start, entered('1 Prepare payment'), attempt('1 Prepare payment/0')]),
    ).toEqual([
      {
        machine: 'monthly-payout',
        execution: 'payout-2021-03',
        state: 'Prepare payment',
        month: '2021-03',
        retry: false,
      },
    ]);
  });

  it('is each attempt after a task’s first as well: AWS counts retries', () => {
    const lines = [
      ...[start, entered('1 Release'), attempt('1 Release/0'), attempt('1 Release/1')],
      ...[entered('2 Ask'), token('2 Ask/0'), attempt('2 Ask/0'), token('2 Ask/1')],
      attempt('2 Ask/1'),
    ];
    const states = transitionsIn(lines).map(({ state, retry }) => `${state} ${retry}`);
    expect(states).toEqual(['Release false', 'Release true', 'Ask false', 'Ask true']);
  });

  it('is no start and no end of an execution', () => {
    const end: JournalLine = { kind: 'end', execution, at, status: 'SUCCEEDED' };
    expect(transitionsIn([start, end])).toEqual([]);
  });

  it('of an execution that the journal never started is refused', () => {
    expect(() => transitionsIn([entered('1 Release')])).toThrow('The journal holds no start of');
  });
});
