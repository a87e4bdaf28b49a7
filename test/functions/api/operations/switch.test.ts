import { describe, expect, it } from 'vitest';
import {
  at,
  newWorld,
  notPaid,
  paidOnce,
  paymentsOf,
  refusalOf,
  type World,
} from '../../support/world.ts';
import { approved, cases, release } from '../../support/year.ts';
import { ask, outcomeOf, type Request } from '../asking.ts';

const friday = at('2021-02-26', '15:00');
const reason = 'Two regions share one account.';
const asking = (
  world: World,
  id: 'stopReleases' | 'liftStop',
  as: Request['as'],
  more: Partial<Request> = {},
) => ask(world, id, { as, at: friday, body: { reason }, ...more });

describe('The switch through the API', () => {
  it('is turned by one person, who is named with the reason; the answer says who may do what', async () => {
    const world = newWorld();
    const { status, body } = await asking(world, 'stopReleases', 'registrar');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      stopped: true,
      stoppedBy: { sub: 'local-registrar', name: 'Hanna Handläggare' },
      at: friday,
      reason,
      history: [{ at: friday, event: 'stopped', reason }],
    });
    expect(body.actions).toEqual([
      { action: 'stop', allowed: false, why: { code: 'done-already', text: expect.any(String) } },
      {
        action: 'lift',
        allowed: false,
        why: { code: 'role-not-allowed', text: expect.stringContaining('attesting officer') },
      },
    ]);
  });

  it('is lifted by two different people, and payments that waited can be released', async () => {
    const world = await approved();
    await asking(world, 'stopReleases', 'registrar');
    const payDay = at('2021-03-01', '06:00');
    expect((await refusalOf(release(world, cases.march, payDay)))?.name).toBe('ReleasesStopped');
    const first = await asking(world, 'liftStop', 'attestant');
    expect(first.body).toMatchObject({
      stopped: true,
      liftApprovedBy: { sub: 'local-attestant' },
    });
    expect(first.body.actions[1]).toMatchObject({ allowed: false, why: { code: 'same-person' } });
    expect(await paymentsOf(world, cases.march)).toEqual(notPaid);
    const second = await asking(world, 'liftStop', 'payer');
    expect(second.body).toMatchObject({ stopped: false });
    expect(second.body).not.toHaveProperty('stoppedBy');
    expect(second.body.history.map(({ event }: { event: string }) => event)).toEqual([
      'stopped',
      'lift-approved',
      'lifted',
    ]);
    await release(world, cases.march, payDay);
    expect(await paymentsOf(world, cases.march)).toEqual(paidOnce);
  });

  it('refuses a second stop by another, a lift by the same person, and a lift of nothing', async () => {
    const world = newWorld();
    expect(outcomeOf(await asking(world, 'liftStop', 'payer'))).toBe('409 not-stopped');
    await asking(world, 'stopReleases', 'registrar');
    const again = await asking(world, 'stopReleases', 'payer', { language: 'sv' });
    expect(outcomeOf(again)).toBe('409 already-stopped');
    expect(again.body.detail).toContain('Hanna Handläggare stoppade utbetalningarna');
    await asking(world, 'liftStop', 'attestant');
    const both = { groups: ['attestant', 'utanordnare'] };
    expect(outcomeOf(await asking(world, 'liftStop', 'attestant', both))).toBe('403 same-person');
  });

  it('is not turned without a reason', async () => {
    const answer = await asking(newWorld(), 'stopReleases', 'payer', { body: { reason: '   ' } });
    expect(outcomeOf(answer)).toBe('422 invalid-request');
  });
});
