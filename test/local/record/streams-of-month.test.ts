import { describe, expect, it } from 'vitest';
import { parseMonth } from '../../../core/calendar/month.ts';
import type { Records } from '../../../core/ports.ts';
import { streamsOfMonth } from '../../../local/record/streams-of-month.ts';

/** A record of payouts, each with the day on which it was paid. Proposals are named and empty. */
function recordOf(paid: { readonly [stream: string]: string }): Records {
  const readPartition = async (partition: string, prefix = '') => {
    if (partition.startsWith('PROPOSAL#')) return new Map([[prefix, []]]);
    return new Map(
      Object.entries(paid)
        .filter(([stream]) => stream.startsWith(`${partition}/`))
        .map(([stream, paidOn]) => [
          stream.slice(partition.length + 1),
          [{ number: 1, event: { type: 'release-ordered', paidOn, sent: [] } }],
        ]),
    );
  };
  return { readPartition } as unknown as Records;
}

const proposalsOf = async (month: string, paid: { readonly [stream: string]: string }) =>
  (await streamsOfMonth(recordOf(paid), 2021, parseMonth(month)))
    .filter(({ partition }) => partition.startsWith('PROPOSAL#'))
    .map(({ partition, stream }) => `${partition}/${stream}`);

describe('What was paid in a month', () => {
  const paid = {
    'RUN#2021/12': '2022-01-11',
    'RUN#2022/01': '2022-01-03',
    'RUN#2022/02': '2022-02-01',
    'REQUISITION#2021/sol': '2021-10-11',
  };

  it('are the payouts whose pay day it was, and those of the year before that had waited', async () => {
    expect(await proposalsOf('2022-01', paid)).toEqual([
      'PROPOSAL#2021/payout-2021-12',
      'PROPOSAL#2022/payout-2022-01',
    ]);
    expect(await proposalsOf('2021-12', paid)).toEqual([]);
  });

  it('has beside it what was sent again of this year and the one before, in which it may have begun', async () => {
    const again = { 'REISSUE#2021/12-18-1': '2022-01-21', 'REISSUE#2022/01-05-1': '2022-01-05' };
    const found = await streamsOfMonth(
      recordOf({ ...paid, ...again }),
      2021,
      parseMonth('2022-01'),
    );
    const names = found.map(({ partition, stream }) => `${partition}/${stream}`);
    expect(names.filter((name) => name.startsWith('REISSUE#'))).toEqual(Object.keys(again));
  });

  it('are requisitions too', async () => {
    expect(await proposalsOf('2021-10', paid)).toEqual(['PROPOSAL#2021/requisition-2021-sol']);
  });
});
