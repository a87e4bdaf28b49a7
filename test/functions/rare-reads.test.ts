import { describe, expect, it } from 'vitest';
import { endToEndId, messageId } from '../../core/bank/bank-ids.ts';
import { stopReleases } from '../../functions/doors/stop-releases.ts';
import { ask, outcomeOf } from './api/asking.ts';
import { camt } from './bank/bank-reports.ts';
import { deliver, reportsOf } from './support/bank.ts';
import { asCalled, at, by, notPaid, paymentsOf, stateOf, type World } from './support/world.ts';
import { approved, cases, granted, wait } from './support/year.ts';

/*
 * What a function reads only now and then, and no ordinary year makes it read: its role must allow that too, or it fails on the one
 * day when it matters. The records of these tests refuse what functions/contract/record-rights.ts does not give.
 */

const { march, opening, reconciliation } = cases;
const payDay = at('2021-03-01', '06:00');

/** March is approved, releases are stopped, and its payment waits for the switch. */
async function waitingForTheSwitch(): Promise<World> {
  const world = await approved();
  await stopReleases(
    { ...by('registrar', at('2021-02-26')), reason: 'Two regions share one account.' },
    asCalled(world, 'api-switch'),
  );
  await wait(world, 'switch', payDay);
  return world;
}

const wokenNobody = async (world: World) => {
  expect(world.workflows.woken).toEqual([]);
  expect(await paymentsOf(world, march)).toEqual(notPaid);
};

/** The bank tells of a payment of March's, which never left. */
const sentNothing = camt({
  entries: [
    {
      sek: '100',
      payments: [{ endToEndId: endToEndId(march, '03'), messageId: messageId(march), sek: '100' }],
    },
  ],
});

describe('While a payment waits for the switch', () => {
  it('an approval that is given once more is answered, and wakes nobody', async () => {
    const world = await waitingForTheSwitch();
    const proposal = (await stateOf(world, march)).proposal?.proposed.proposal;
    const answer = await ask(world, 'approveProposal', {
      as: 'attestant',
      at: payDay,
      parameters: { run: march },
      body: { right: 'attest', proposal },
    });
    expect(outcomeOf(answer)).toBe('200');
    await wokenNobody(world);
  });

  it('a report that the bank delivers of it is taken, and wakes nobody', async () => {
    const world = await waitingForTheSwitch();
    await deliver(world, sentNothing, payDay);
    expect((await reportsOf(world)).map(({ type }) => type)).toEqual(['report-taken']);
    await wokenNobody(world);
  });

  it('a report that a person sends in of it is taken, and wakes nobody', async () => {
    const world = await waitingForTheSwitch();
    const answer = await ask(world, 'takeBankReport', {
      as: 'checker',
      at: payDay,
      body: { file: 'kontoutdrag.xml', content: sentNothing },
    });
    expect(outcomeOf(answer)).toBe('200');
    await wokenNobody(world);
  });
});

describe('What the bank did, said of a run that pays nobody,', () => {
  const said = { reason: 'As the bank wrote.', returned: [], messageId: messageId(march) };

  it('is refused by name: of the year’s opening', async () => {
    const world = await granted();
    const answer = await ask(world, 'reportBank', {
      as: 'checker',
      at: payDay,
      parameters: { run: opening },
      body: said,
    });
    expect(outcomeOf(answer)).toBe('409 not-of-this-case');
  });

  it('is refused by name: of a reconciliation that nobody has opened', async () => {
    const world = await granted();
    const answer = await ask(world, 'reportBank', {
      as: 'checker',
      at: payDay,
      parameters: { run: reconciliation },
      body: said,
    });
    expect(outcomeOf(answer)).toBe('404 not-found');
  });
});
