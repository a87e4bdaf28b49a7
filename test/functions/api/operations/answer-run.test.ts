import { describe, expect, it } from 'vitest';
import type { OperationId } from '../../../../functions/contract/api/routes.ts';
import { at, stateOf, typesOf, type World } from '../../support/world.ts';
import {
  approved,
  bringAll,
  cases,
  granted,
  ihsiApproved,
  inputOf,
  prepare,
  proposed,
  register,
  release,
  released,
  returned,
  settle,
  wait,
} from '../../support/year.ts';
import { ask, outcomeOf, type Request } from '../asking.ts';

const { march, february, reconciliation } = cases;
const now = at('2021-02-24');
const reason = 'Som vi kom överens om.';

const standingIn = async (world: World, id = march) =>
  (await stateOf(world, id)).proposal?.proposed.proposal ?? 'f'.repeat(64);

const asking = (
  world: World,
  id: OperationId,
  as: Request['as'],
  body: unknown,
  more: Partial<Request> = {},
) => ask(world, id, { as, at: now, parameters: { run: march }, body, ...more });

const approving = async (
  world: World,
  right: 'attest' | 'order',
  as: Request['as'],
  more: Partial<Request> = {},
) => asking(world, 'approveProposal', as, { right, proposal: await standingIn(world) }, more);

describe('An approval through the API', () => {
  it('by one is half, by two is whole, and wakes the wait; the answer says how far the run has come', async () => {
    const world = await proposed();
    await wait(world, 'approval', now);
    expect((await approving(world, 'attest', 'attestant')).body).toEqual({
      run: march,
      state: 'half-approved',
    });
    expect((await approving(world, 'order', 'payer')).body).toEqual({
      run: march,
      state: 'approved',
    });
    expect(world.workflows.woken).toEqual([`token of ${march}`]);
  });

  it('stores who spoke, as the token says: sub, name, groups and when they signed in', async () => {
    const world = await proposed();
    await approving(world, 'attest', 'attestant');
    expect((await stateOf(world, march)).proposal?.approvals.get('attest')).toMatchObject({
      at: now,
      by: {
        sub: 'local-attestant',
        name: 'Astrid Attestant',
        groups: ['attestant'],
        signedInAt: '2021-02-24T06:59:00.000Z',
      },
    });
  });

  it('of both rights by one person is refused, whatever groups they are in and whatever the client shows', async () => {
    const world = await proposed();
    const both = { groups: ['attestant', 'utanordnare'] };
    await approving(world, 'attest', 'attestant', both);
    const second = await approving(world, 'order', 'attestant', both);
    expect(outcomeOf(second)).toBe('403 same-person');
    expect(second.body.detail).toContain('Astrid Attestant');
    expect((await typesOf(world, march)).filter((type) => type === 'approved')).toHaveLength(1);
  });

  it('of another proposal than the one that stands is refused, and says which stands', async () => {
    const world = await proposed();
    const body = { right: 'attest', proposal: 'a'.repeat(64) };
    const answer = await asking(world, 'approveProposal', 'attestant', body);
    expect(outcomeOf(answer)).toBe('409 stale-proposal');
    expect(answer.body.detail).toContain(await standingIn(world));
  });

  it('of what rests on one’s own input is refused', async () => {
    const world = await granted();
    await register(world, { ...inputOf('population'), documentHash: 'e'.repeat(64) }, now);
    await prepare(world, march, now);
    // The registrar has been made an attestant since: what they registered still is theirs.
    const groups = ['handläggare', 'attestant'];
    const answer = await approving(world, 'attest', 'registrar', { groups });
    expect(outcomeOf(answer)).toBe('403 own-input');
    expect(answer.body.detail).toMatch(/Hanna Handläggare registered .*INPUT#/);
  });

  it('without the right is refused though the role may approve', async () => {
    const world = await proposed();
    expect(outcomeOf(await approving(world, 'order', 'attestant'))).toBe('403 right-not-held');
  });

  it('of a run that was never opened is not found, in the caller’s language', async () => {
    const world = await granted();
    const answer = await approving(world, 'attest', 'attestant', { language: 'sv' });
    expect(outcomeOf(answer)).toBe('404 not-found');
    expect(answer.body.detail).toBe('payout-2021-03 finns inte.');
  });

  it('of a reconciliation is refused: that one is signed', async () => {
    const world = await reconciled();
    const proposal = await standingIn(world, reconciliation);
    const answer = await ask(world, 'approveProposal', {
      as: 'attestant',
      at: at('2022-03-25'),
      parameters: { run: reconciliation },
      body: { right: 'attest', proposal },
    });
    expect(outcomeOf(answer)).toBe('409 right-not-of-this-case');
  });
});

/** The reconciliation of 2021 stands before State and SKR. */
async function reconciled(): Promise<World> {
  const world = await ihsiApproved();
  await release(world, cases.ihsi, at('2021-06-15', '11:00'));
  await bringAll(world, '2022-03-20');
  await prepare(world, reconciliation, at('2022-03-21'));
  return world;
}

describe('A reconciliation', () => {
  it('is signed by the State and by SKR, each once', async () => {
    const world = await reconciled();
    const signing = async (as: Request['as'], right: string) =>
      ask(world, 'signReconciliation', {
        as,
        at: at('2022-03-25'),
        parameters: { year: '2021' },
        body: { right, proposal: await standingIn(world, reconciliation) },
      });
    expect((await signing('attestant', 'sign-state')).body.state).toBe('half-approved');
    expect(outcomeOf(await signing('attestant', 'sign-skr'))).toBe('403 right-not-held');
    expect((await signing('skrSignatory', 'sign-skr')).body).toEqual({
      run: reconciliation,
      state: 'approved',
    });
  });

  it('is not signed for SKR by the person who reported its local discounts, but by another', async () => {
    const world = await ihsiApproved();
    await release(world, cases.ihsi, at('2021-06-15', '11:00'));
    await bringAll(world, '2022-03-20', ({ kind }) => kind === 'local-discounts');
    const reported = await ask(world, 'signLocalDiscounts', {
      as: 'skrReporter',
      at: at('2022-01-31'),
      parameters: { year: '2021' },
      body: { documentHash: 'd'.repeat(64), discounts: {} },
    });
    expect(reported.status).toBe(201);
    await prepare(world, reconciliation, at('2022-03-21'));
    const proposal = await standingIn(world, reconciliation);
    const signing = (as: Request['as']) =>
      ask(world, 'signReconciliation', {
        as,
        at: at('2022-03-25'),
        parameters: { year: '2021' },
        body: { right: 'sign-skr', proposal },
      });
    expect(outcomeOf(await signing('skrReporter'))).toBe('403 own-input');
    expect(outcomeOf(await signing('skrSignatory'))).toBe('200');
  });

  it('of a year without one is not found', async () => {
    const world = await granted();
    const body = { right: 'sign-skr', proposal: 'a'.repeat(64) };
    const parameters = { year: '2031' };
    const request = { as: 'skrSignatory', at: now, parameters, body } as const;
    expect(outcomeOf(await ask(world, 'signReconciliation', request))).toBe('404 not-found');
  });
});

describe('Until the release', () => {
  it('an approval can be withdrawn by its giver, with a coded reason, and by nobody else', async () => {
    const world = await approved();
    const body = { right: 'attest', proposal: await standingIn(world), code: 'other', reason };
    expect(outcomeOf(await asking(world, 'withdrawApproval', 'attestant2', body))).toBe(
      '409 nothing-to-withdraw',
    );
    expect((await asking(world, 'withdrawApproval', 'attestant', body)).body.state).toBe(
      'half-approved',
    );
  });

  it('a proposal can be rejected, and then prepared again', async () => {
    const world = await approved();
    const body = { right: 'order', proposal: await standingIn(world), code: 'wrong-payee', reason };
    expect((await asking(world, 'rejectProposal', 'payer', body)).body.state).toBe('rejected');
    const again = await asking(world, 'prepareAgain', 'registrar', { reason });
    expect(again.body).toEqual({ run: march, state: 'preparing' });
  });

  it('a rejection without a known code or without words is refused entry by entry', async () => {
    const world = await approved();
    const body = {
      right: 'order',
      proposal: await standingIn(world),
      code: 'tired',
      reason: ' a ',
    };
    const answer = await asking(world, 'rejectProposal', 'payer', body);
    expect(outcomeOf(answer)).toBe('422 invalid-request');
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/code',
      '#/reason',
    ]);
  });

  it('a case officer can let the month go without what is missing', async () => {
    const world = await granted();
    await prepare(world, february, at('2022-01-25'));
    const body = { needs: ['rebate-forecast'], reason };
    const more = { parameters: { run: february }, at: at('2022-01-26') };
    const answer = await asking(world, 'goWithout', 'registrar', body, more);
    expect(answer.body).toEqual({ run: february, state: 'waiting-for-inputs' });
    expect((await typesOf(world, february)).at(-1)).toBe('going-without');
  });

  it('a case officer can ask for the run to be closed', async () => {
    const world = await approved();
    expect(outcomeOf(await asking(world, 'requestClose', 'registrar', { reason }))).toBe('200');
    expect((await typesOf(world, march)).at(-1)).toBe('close-requested');
  });

  it('and not after it: withdrawal, rejection, closing and preparing are all refused', async () => {
    const world = await released();
    const answer = { right: 'attest', proposal: await standingIn(world), code: 'other', reason };
    const before = world.records.dump('RUN#');
    const tried = [
      await asking(world, 'withdrawApproval', 'attestant', answer),
      await asking(world, 'rejectProposal', 'attestant', answer),
      await asking(world, 'requestClose', 'registrar', { reason }),
      await asking(world, 'prepareAgain', 'registrar', { reason }),
    ];
    expect(tried.map(outcomeOf)).toEqual(Array(4).fill('409 already-released'));
    expect(world.records.dump('RUN#')).toEqual(before);
  });
});

describe('What the bank did', () => {
  const report = (...payees: string[]) => ({
    messageId: 'STB-PAY-2021-03',
    returned: payees.map((payee) => ({ payee, code: 'AC04' })),
    reason,
  });

  it('is typed in by a case officer, once', async () => {
    const world = await released();
    const { released: out } = await stateOf(world, march);
    const body = { ...report(), messageId: out?.messageId };
    expect((await asking(world, 'reportBank', 'checker', body)).body.state).toBe('released');
    const before = world.records.dump();
    const again = await asking(world, 'reportBank', 'checker', body);
    expect(again.body.state).toBe('released');
    const kept = (dump: object) => Object.keys(dump).filter((place) => !/^REQUEST#/.test(place));
    expect(kept(world.records.dump())).toEqual(kept(before));
  });

  it('to a payee who was not paid is refused', async () => {
    const world = await released();
    const answer = await asking(world, 'reportBank', 'checker', report('SKR'));
    expect(outcomeOf(answer)).toBe('422 not-paid');
  });

  it('of a run that was never opened is not found', async () => {
    const answer = await asking(await granted(), 'reportBank', 'checker', report('03'));
    expect(outcomeOf(answer)).toBe('404 not-found');
  });

  it('to what came back is resolved by a case officer', async () => {
    const world = await returned();
    await settle(world, march, at('2021-03-02'));
    const more = { at: at('2021-03-03') };
    const body = { payee: '03', choice: 'next-month', reason };
    const answer = await asking(world, 'resolveReturn', 'registrar', body, more);
    expect(answer.body).toEqual({ run: march, state: 'released' });
    const otherwise = { ...body, choice: 'reissue' };
    expect(
      outcomeOf(
        await asking(world, 'resolveReturn', 'registrar', otherwise, { at: at('2021-03-04') }),
      ),
    ).toBe('409 already-resolved');
  });
});
