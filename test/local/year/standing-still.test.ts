import { beforeAll, describe, expect, it } from 'vitest';
import type { ExecutionSummary, LocalCloud } from '../../../local/cloud/local-cloud.ts';
import { standingStill } from '../../../local/year/standing-still.ts';
import { type RanYear, ranYear } from '../../helpers/year.ts';

/** At its end April's payout is approved, and waits for 1 April. */
let year: RanYear;
beforeAll(async () => {
  year = await ranYear({ until: '2021-03' });
});

const execution = (status: ExecutionSummary['status'], name = 'payout-2021-04') => ({
  ...{ name, stateMachine: 'monthly-payout', status, startedAt: '2021-03-24T05:00:00.000Z' },
});
const cloudAt = (now: string, executions: readonly ExecutionSummary[]) =>
  ({ now: () => now, executions: () => executions }) as unknown as LocalCloud;
const said = (now: string, executions: readonly ExecutionSummary[]) =>
  standingStill(cloudAt(now, executions), year.found);

const unpaid = 'approved and not paid; its pay day was 2021-04-01';
const nobody = 'nobody brings it further: no execution of it runs';

describe('A payout that two people have approved', () => {
  it('is in order before its pay day, and as a later execution goes on for it', () => {
    expect(said('2021-03-31T22:00:00.000Z', [execution('RUNNING')])).toEqual([]);
    const both = [execution('FAILED'), execution('RUNNING', 'payout-2021-04.2')];
    expect(said('2021-03-31T22:00:00.000Z', both)).toEqual([]);
  });

  it.each([
    [
      'unpaid after its pay day, whatever runs',
      '2021-04-02T04:00:00.000Z',
      [execution('RUNNING')],
      unpaid,
    ],
    ['nobody brings it further', '2021-03-31T22:00:00.000Z', [], nobody],
    ['its execution has ended', '2021-03-31T22:00:00.000Z', [execution('ABORTED')], nobody],
    ['both', '2021-04-02T04:00:00.000Z', [], `${unpaid}; ${nobody}`],
  ])('is said to stand still: %s', (_, now, executions, why) => {
    expect(said(now, executions)).toEqual([{ name: 'payout-2021-04', why }]);
  });
});
