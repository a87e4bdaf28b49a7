import { describe, expect, it } from 'vitest';
import type { AnswerCase } from '../../../functions/contract/doors.ts';
import { run as openCase } from '../../../functions/open-case.lambda.ts';
import type { LocalPerson } from '../../../local/officials/people.ts';
import { asCalled, at, by, refusalOf, stateOf, typesOf, type World } from '../support/world.ts';
import {
  approve,
  approved,
  cases,
  close,
  granted,
  prepare,
  proposed,
  released,
  requisition,
  say,
  wait,
} from '../support/year.ts';

const { march, february } = cases;
const now = at('2021-02-24');
const reason = 'As the officials agreed.';
type Right = 'attest' | 'order' | 'sign-state' | 'sign-skr';
type Said = (proposal: string) => AnswerCase;
type Changed = Partial<ReturnType<typeof by>['by']>;

const approving =
  (right: Right, who: LocalPerson, changed: Changed = {}): Said =>
  (proposal) => {
    const official = by(who, now);
    return {
      ...{ kind: 'approve', case: march, right, proposal },
      ...{ at: now, by: { ...official.by, ...changed } },
    };
  };
const taking =
  (kind: 'reject' | 'withdraw', who: LocalPerson): Said =>
  (proposal) => ({
    ...{ kind, case: march, right: 'attest', proposal, code: 'wrong-amount', reason },
    ...by(who, now),
  });
const asking =
  (kind: 'request-close' | 'prepare-again'): Said =>
  () => ({ kind, case: march, reason, ...by('attestant', now) });
const without =
  (id: typeof march, need: string): Said =>
  () => ({ kind: 'go-without', case: id, needs: [need], reason, ...by('attestant', now) });

const bothGroups = { groups: ['attestant', 'utanordnare'] };
const deputy = { sub: 'another-attestant', name: 'Doris Deputy' };
const attested = async () => {
  const world = await proposed();
  await approve(world, march, 0, now);
  return world;
};
const waiting = async () => {
  const world = await granted();
  await prepare(world, february, now);
  return world;
};
const opened = async () => {
  const world = await granted();
  await openCase({ case: march, now }, asCalled(world, 'open-case'));
  return world;
};
const requisitioned = async () => {
  const world = await granted();
  await requisition(world, 'sol', now);
  return world;
};
const closed = async () => {
  const world = await proposed();
  await close(world, march, now, 'without-payment');
  return world;
};

/** Each refusal: its code, what was tried, in which case. */
const refusals: readonly [string, string, () => Promise<World>, Said][] = [
  ['no-proposal', 'an approval of nothing', opened, approving('attest', 'attestant')],
  [
    'stale-proposal',
    'an approval of another proposal',
    proposed,
    () => approving('attest', 'attestant')('0'.repeat(64)),
  ],
  ['right-not-held', 'an attest without the right', proposed, approving('attest', 'payer')],
  [
    'right-not-of-this-case',
    'a signature where attest is needed',
    proposed,
    approving('sign-skr', 'skrSignatory'),
  ],
  [
    'same-person',
    'both approvals by one person',
    attested,
    approving('order', 'attestant', bothGroups),
  ],
  [
    'own-input',
    'an approval of one’s own input',
    proposed,
    approving('attest', 'registrar', bothGroups),
  ],
  ['already-approved', 'a second attest', attested, approving('attest', 'attestant', deputy)],
  [
    'already-released',
    'an approval after the release',
    released,
    approving('attest', 'attestant', deputy),
  ],
  ['already-released', 'a rejection after the release', released, taking('reject', 'attestant')],
  ['already-released', 'a withdrawal after the release', released, taking('withdraw', 'attestant')],
  ['nothing-to-withdraw', 'a withdrawal of nothing', proposed, taking('withdraw', 'attestant')],
  ['nothing-to-withdraw', 'a withdrawal of another’s word', approved, taking('withdraw', 'payer')],
  ['right-not-held', 'a rejection without the right', proposed, taking('reject', 'checker')],
  ['already-released', 'closing what was released', released, asking('request-close')],
  [
    'not-found',
    'an approval in a case that was never opened',
    granted,
    approving('attest', 'attestant'),
  ],
  ['not-found', 'closing what was never opened', granted, asking('request-close')],
  ['already-released', 'preparing what was released', released, asking('prepare-again')],
  [
    'nothing-to-go-without',
    'going without what is not missing',
    waiting,
    without(february, 'rate'),
  ],
  [
    'not-of-this-case',
    'a requisition going without anything',
    requisitioned,
    without(cases.sol, 'authorisation'),
  ],
  ['case-closed', 'anything in a closed case', closed, approving('attest', 'attestant')],
];

describe('An answer to a case', () => {
  it.each(refusals)('is refused as %s: %s; nothing is written', async (code, _, stage, said) => {
    const world = await stage();
    const proposal = (await stateOf(world, march)).proposal?.proposed.proposal ?? 'f'.repeat(64);
    const before = world.records.dump();
    expect(await refusalOf(say(world, said(proposal)))).toEqual({
      name: 'InputRejected',
      message: expect.stringMatching(new RegExp(`^${code}: .+\\.$`)),
    });
    expect(world.records.dump()).toEqual(before);
    expect(world.workflows.woken).toEqual([]);
  });

  it('wakes the wait for approval at the second approval, not at the first', async () => {
    const world = await proposed();
    await wait(world, 'approval', now);
    await approve(world, march, 0, now);
    expect(world.workflows.woken).toEqual([]);
    await approve(world, march, 1, now);
    expect(world.workflows.woken).toEqual([`token of ${march}`]);
  });

  it('that rejects wakes the wait, and the approvals are gone', async () => {
    const world = await attested();
    await wait(world, 'approval', now);
    const { proposal = '' } = (await stateOf(world, march)).proposal?.proposed ?? {};
    await say(world, taking('reject', 'attestant')(proposal));
    expect(world.workflows.woken).toEqual([`token of ${march}`]);
    expect((await stateOf(world, march)).proposal?.approvals.size).toBe(0);
  });

  it('to go without the missing line wakes the wait for inputs', async () => {
    const world = await waiting();
    await wait(world, 'inputs', now, { id: february });
    const needs = (await stateOf(world, february)).needs.map(({ need }) => need);
    expect(needs).toContain('rebate-forecast');
    await say(world, without(february, 'rebate-forecast')(''));
    expect(world.workflows.woken).toEqual([`token of ${february}`]);
  });

  it('to close wakes whatever the case waits for', async () => {
    const world = await proposed();
    await wait(world, 'approval', now);
    await say(world, asking('request-close')(''));
    expect(world.workflows.woken).toEqual([`token of ${march}`]);
    expect((await typesOf(world, march)).at(-1)).toBe('close-requested');
  });
});
