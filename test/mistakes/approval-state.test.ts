import { describe, expect, it } from 'vitest';
import { readRun } from '../../functions/api/operations/read-run.ts';
import { readAs } from '../functions/api/read-as.ts';
import { at, by, stateOf, type World } from '../functions/support/world.ts';
import { approve, cases, proposed, say } from '../functions/support/year.ts';

const { march } = cases;

/** What the run says of its approvals to somebody who may only read. */
async function approvalsIn(world: World) {
  const { state, rights, approvals, totalSek, payDay } = await readAs('readRun', readRun, world, {
    as: 'auditor',
    at: '2021-02-25T08:00:00Z',
    parameters: { run: march },
  });
  const given = approvals.map(({ right, by: { name }, at: when, proposal }) => {
    expect(proposal).toMatch(/^[0-9a-f]{64}$/);
    return `${right}: ${name} ${when}`;
  });
  const missing = rights.filter((right) => !approvals.some((each) => each.right === right));
  expect([totalSek, payDay]).toEqual(['2786075070', '2021-03-01']);
  return { state, given, missing };
}

describe('A run says of itself', () => {
  it('which approvals it has, by whom and when, and which are missing, at every step', async () => {
    const world = await proposed();
    expect(await approvalsIn(world)).toEqual({
      state: 'waiting-for-approval',
      given: [],
      missing: ['attest', 'order'],
    });

    await approve(world, march, 0, at('2021-02-23'));
    const attested = 'attest: Astrid Attestant 2021-02-23T07:00:00.000Z';
    expect(await approvalsIn(world)).toEqual({
      state: 'half-approved',
      given: [attested],
      missing: ['order'],
    });

    await approve(world, march, 1, at('2021-02-23', '09:00'));
    expect(await approvalsIn(world)).toEqual({
      state: 'approved',
      given: [attested, 'order: Ulf Utanordnare 2021-02-23T08:00:00.000Z'],
      missing: [],
    });

    const proposal = (await stateOf(world, march)).proposal?.proposed.proposal ?? '';
    const taken = { case: march, right: 'order', proposal, code: 'other' } as const;
    const reason = 'Vi väntar en dag.';
    await say(world, { kind: 'withdraw', ...taken, reason, ...by('payer', at('2021-02-24')) });
    expect(await approvalsIn(world)).toEqual({
      state: 'half-approved',
      given: [attested],
      missing: ['order'],
    });
  });
});
