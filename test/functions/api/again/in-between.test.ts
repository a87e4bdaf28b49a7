import { describe, expect, it } from 'vitest';
import type { OperationId } from '../../../../functions/contract/api/routes.ts';
import { at, eventsOf, newWorld, stateOf, type World } from '../../support/world.ts';
import { cases, proposed } from '../../support/year.ts';
import { ask, outcomeOf, type Request } from '../asking.ts';
import { type Outside, watched } from './uses.ts';

const now = at('2021-02-24');
const reason = 'Enligt beslut i ärendet.';
const { march } = cases;

const say = (
  world: World,
  id: OperationId,
  as: Request['as'],
  key: string,
  more: Partial<Request> = {},
) => ask(world, id, { as, at: now, body: { reason }, key, ...more });

/** Dies once the record holds what was asked, before anybody is told. */
const diesOnceRecorded = (): Outside => {
  let dead = false;
  let appends = 0;
  return ({ what, moment }) => {
    // The claim, the note of the append, the append.
    if (what === 'records.append' && moment === 'after') appends += 1;
    dead ||= appends === 3;
    if (dead) throw new Error('The process died.');
  };
};

const wordsIn = async (world: World) =>
  Object.values(world.records.dump('SWITCH#')).map(
    (text) => JSON.parse(text.slice(0, text.lastIndexOf(' '))).type,
  );

describe('A request that died once it was recorded, and others acted before it is sent again', () => {
  it('does not stop releases a second time when two people have lifted its stop', async () => {
    const world = newWorld();
    await say(watched(world, diesOnceRecorded()), 'stopReleases', 'registrar', 'the-stop');
    await say(world, 'liftStop', 'attestant', 'first-of-two');
    await say(world, 'liftStop', 'payer', 'second-of-two');
    const { status, body } = await say(world, 'stopReleases', 'registrar', 'the-stop');
    expect(await wordsIn(world)).toEqual(['stopped', 'lift-approved', 'lifted']);
    expect([status, body.stopped, body.history.length]).toEqual([200, true, 1]);
  });

  it('does not approve a second time what its person has withdrawn since', async () => {
    const world = await proposed();
    const { proposal } = (await stateOf(world, march)).proposal?.proposed ?? {};
    const attest = { parameters: { run: march }, body: { right: 'attest', proposal } };
    const back = { ...attest, body: { ...attest.body, code: 'other', reason } };
    const dying = watched(world, diesOnceRecorded());
    await say(dying, 'approveProposal', 'attestant', 'the-attest', attest);
    await say(world, 'withdrawApproval', 'attestant', 'its-withdrawal', back);
    const again = await say(world, 'approveProposal', 'attestant', 'the-attest', attest);
    expect(again).toEqual({ status: 200, body: { run: march, state: 'half-approved' } });
    expect((await stateOf(world, march)).proposal?.approvals.size).toBe(0);
    // The same word at the same moment under another key is another request.
    await say(world, 'approveProposal', 'attestant', 'another-attest', attest);
    expect((await eventsOf(world, march)).filter(({ type }) => type === 'approved')).toHaveLength(
      2,
    );
  });

  it('is answered by what is so now when its person has lost a group since', async () => {
    const world = newWorld();
    const both = { groups: ['handläggare', 'attestant'] };
    await say(watched(world, diesOnceRecorded()), 'stopReleases', 'registrar', 'the-stop', both);
    const again = await say(world, 'stopReleases', 'registrar', 'the-stop');
    expect([outcomeOf(again), await wordsIn(world)]).toEqual(['200', ['stopped']]);
  });
});

describe('An answer longer than the table takes', () => {
  it('is given all the same, and the same to the same key: stops and lifts with long reasons', async () => {
    const world = newWorld();
    const body = { reason: 'ö'.repeat(2000) };
    for (let round = 1; round <= 12; round++) {
      await say(world, 'stopReleases', 'registrar', `stopping-${round}`, { body });
      const first = await say(world, 'liftStop', 'attestant', `lifting-a-${round}`, { body });
      const second = await say(world, 'liftStop', 'payer', `lifting-b-${round}`, { body });
      const again = await say(world, 'liftStop', 'attestant', `lifting-a-${round}`, { body });
      expect([first.status, second.status, again]).toEqual([200, 200, first]);
    }
    expect(await wordsIn(world)).toHaveLength(36);
  });
});
