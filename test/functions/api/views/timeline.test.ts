import { describe, expect, it } from 'vitest';
import type {
  Execution,
  ExecutionEvent,
} from '../../../../functions/adapters/execution-history.ts';
import { shownTimeline } from '../../../../functions/api/views/timeline.ts';

/** Events as AWS tells them, a second apart. */
const execution = (
  status: Execution['status'],
  events: readonly (readonly [type: string, more?: Partial<ExecutionEvent>])[],
): Execution => ({
  name: 'payout-2022-02',
  status,
  startedAt: '2022-01-25T06:00:00.000Z',
  events: events.map(([type, more], second) => ({
    at: `2022-01-25T06:00:${String(second).padStart(2, '0')}.000Z`,
    type,
    ...more,
  })),
});

const entered = (state: string) => ['TaskStateEntered', { state }] as const;
const exited = ['TaskStateExited'] as const;
const scheduled = [['TaskScheduled'], ['TaskStarted']] as const;

describe('a state of a timeline', () => {
  it('was left when AWS says so, and was tried again as often as it failed before it succeeded', () => {
    const { entries } = shownTimeline(
      [
        execution('RUNNING', [
          ['ExecutionStarted'],
          entered('Release'),
          ...scheduled,
          ['TaskFailed', { error: 'Lambda.ServiceException' }],
          ...scheduled,
          ['TaskFailed', { error: 'Lambda.ServiceException' }],
          ...scheduled,
          ['TaskSucceeded'],
          exited,
        ]),
      ],
      'en',
    );
    expect(entries).toEqual([
      {
        execution: 'payout-2022-02',
        state: 'Release',
        text: 'Release the payment to the bank',
        kind: 'task',
        enteredAt: '2022-01-25T06:00:01.000Z',
        leftAt: '2022-01-25T06:00:11.000Z',
        retries: 2,
        outcome: 'succeeded',
      },
    ]);
  });

  it('is shown where a payment goes on without an anchor, so that nobody overlooks it', () => {
    const { entries } = shownTimeline(
      [
        execution('RUNNING', [
          ['ExecutionStarted'],
          entered('Anchor the record'),
          ...scheduled,
          ['TaskFailed', { error: 'RecordContradicts' }],
          exited,
          ['PassStateEntered', { state: 'Go on without an anchor' }],
          ['PassStateExited'],
          ['ChoiceStateEntered', { state: 'Was anything sent?' }],
          ['ChoiceStateExited'],
        ]),
      ],
      'en',
    );
    expect(entries.map(({ text, outcome, error }) => [text, outcome, error])).toEqual([
      ['Anchor the record', 'caught', 'RecordContradicts'],
      ['Go on without an anchor, which is made up for on the next weekday', 'succeeded', undefined],
    ]);
  });

  it('has failed when its error ended the execution', () => {
    const failing = execution('FAILED', [
      entered('Release'),
      ...scheduled,
      ['TaskFailed', { error: 'SumsDoNotHold' }],
      ['ExecutionFailed', { error: 'SumsDoNotHold' }],
    ]);
    expect(shownTimeline([failing], 'sv').entries).toMatchObject([
      { outcome: 'failed', error: 'SumsDoNotHold', retries: 0, leftAt: '2022-01-25T06:00:04.000Z' },
    ]);
  });

  it('is still there, with the tries so far, when it waits for its next attempt', () => {
    const retrying = execution('RUNNING', [
      entered('Release'),
      ...scheduled,
      ['TaskFailed', { error: 'NumberTaken' }],
    ]);
    const [entry] = shownTimeline([retrying], 'sv').entries;
    expect([entry?.retries, entry?.outcome, entry?.leftAt, entry?.error]).toEqual([
      1,
      undefined,
      undefined,
      'NumberTaken',
    ]);
  });

  it('of an older definition is told by its own name, as a wait when it was one', () => {
    const older = execution('ABORTED', [
      entered('Ask the minister'),
      ...scheduled,
      ['TaskSubmitted'],
      ['ExecutionAborted'],
    ]);
    expect(shownTimeline([older], 'sv').entries).toMatchObject([
      { text: 'Ask the minister', kind: 'wait', outcome: 'failed' },
    ]);
  });
});
