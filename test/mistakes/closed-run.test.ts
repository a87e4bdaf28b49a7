import { describe, expect, it } from 'vitest';
import { type CaseId, caseKind } from '../../core/record/case-id.ts';
import { run as concludeCase } from '../../functions/conclude-case.lambda.ts';
import { type OperationId, operationIds, routes } from '../../functions/contract/api/routes.ts';
import { run as recordRequisition } from '../../functions/record-requisition.lambda.ts';
import { ask, outcomeOf, type Request } from '../functions/api/asking.ts';
import { paidUntil } from '../functions/api/paid-year.ts';
import { asCalled, at, stateOf, type World } from '../functions/support/world.ts';
import {
  approved,
  bring,
  cases,
  close,
  granted,
  inputOf,
  prepare,
  release,
  requisitionOf,
  settle,
} from '../functions/support/year.ts';

const reason = 'Som vi kom överens om.';
const now = at('2022-06-01');

/** March was to be paid and was closed instead; its lines are due in April. */
async function closedWithoutPayment(): Promise<World> {
  const world = await approved();
  await close(world, cases.march, at('2021-02-24'), 'without-payment');
  return world;
}

/** One closed case for each way in which a case ends with people having spoken. */
const closed: readonly (readonly [string, CaseId, () => Promise<World>])[] = [
  ['a paid payout', cases.march, () => paidUntil('2021-03')],
  ['a payout that was closed without payment', cases.march, closedWithoutPayment],
  ['a paid requisition', cases.ihsi, () => paidUntil('2021-07')],
  ['a decided opening', cases.opening, granted],
  ['a signed reconciliation', cases.reconciliation, () => paidUntil('2022-05')],
];

/** Everything that can be asked of a run, as somebody who may ask it. A route that is added must be added here. */
const asked = (id: CaseId, proposal: string): Record<string, Omit<Request, 'at'>> => {
  const isReconciliation = caseKind(id) === 'reconciliation';
  const right = isReconciliation ? 'sign-state' : 'attest';
  const answer = { right, proposal, code: 'other', reason };
  const run = { parameters: { run: id } };
  return {
    approveProposal: { as: 'attestant2', ...run, body: { right: 'attest', proposal } },
    rejectProposal: { as: 'attestant', ...run, body: answer },
    withdrawApproval: { as: 'attestant', ...run, body: answer },
    goWithout: { as: 'registrar', ...run, body: { needs: ['rebate-forecast'], reason } },
    prepareAgain: { as: 'registrar', ...run, body: { reason } },
    requestClose: { as: 'registrar', ...run, body: { reason } },
    reportBank: {
      as: 'registrar',
      ...run,
      body: {
        messageId: 'STB-PAY-2021-03',
        returned: [{ payee: caseKind(id) === 'requisition' ? 'SKR' : '03', code: 'AC04' }],
        reason,
      },
    },
    resolveReturn: {
      as: 'registrar',
      ...run,
      body: { payee: caseKind(id) === 'requisition' ? 'SKR' : '03', choice: 'reissue', reason },
    },
    signReconciliation: {
      as: 'attestant2',
      parameters: { year: '2021' },
      body: { right: 'sign-state', proposal },
    },
  };
};

/** The record without the keys of requests, which are kept of refused ones too. */
const recordOf = (world: World) =>
  Object.entries(world.records.dump()).filter(([place]) => !place.startsWith('REQUEST#'));

describe('Every route that acts on a run', () => {
  it('is among those that are tried here', () => {
    const acting = operationIds.filter(
      (id) =>
        routes[id].method === 'POST' &&
        (routes[id].path.startsWith('/runs/') || routes[id].path.startsWith('/reconciliations/')),
    );
    expect(Object.keys(asked(cases.march, '')).toSorted()).toEqual(acting.toSorted());
  });

  it.each(closed)('is refused of %s, and writes nothing', async (_, id, stage) => {
    const world = await stage();
    const { proposal, closed: outcome } = await stateOf(world, id);
    expect(outcome).toBeDefined();
    const before = recordOf(world);
    for (const [operation, request] of Object.entries(
      asked(id, proposal?.proposed.proposal ?? ''),
    )) {
      if (operation === 'signReconciliation' && id !== cases.reconciliation) continue;
      const answer = await ask(world, operation as OperationId, { ...request, at: now });
      // A payment can come back when its run is closed, so there it is only that nothing has.
      const isPaid = operation === 'resolveReturn' && outcome === 'paid';
      expect(outcomeOf(answer), operation).toMatch(
        isPaid
          ? /^409 nothing-returned$/
          : /^409 (case-closed|not-of-this-case|right-not-of-this-case)$/,
      );
    }
    expect(recordOf(world)).toEqual(before);
    expect([world.workflows.started, world.workflows.woken]).toEqual([[], []]);
  });
});

describe('Whatever else might open a closed run again', () => {
  it('steps of its workflow that come late write nothing', async () => {
    const world = await paidUntil('2021-07');
    const before = recordOf(world);
    const late = [
      () => prepare(world, cases.march, now),
      () => release(world, cases.march, now),
      () => settle(world, cases.march, now),
      () => close(world, cases.march, now, 'without-payment'),
      () => recordRequisition({ case: cases.ihsi, now }, asCalled(world, 'record-requisition')),
      () => concludeCase({ case: cases.opening, now }, asCalled(world, 'conclude-case')),
    ];
    for (const step of late) await step().catch(() => undefined);
    expect(recordOf(world)).toEqual(before);
  });

  it('a corrected input is a new version of the input, and nothing in the run', async () => {
    const world = await paidUntil('2021-03');
    const before = world.records.dump('RUN#');
    await bring(world, { ...inputOf('population'), documentHash: 'd'.repeat(64) }, now);
    expect(world.records.dump('RUN#')).toEqual(before);
  });

  it('a requisition that was paid is not sent again', async () => {
    const world = await paidUntil('2021-07');
    const { bankgiro, ...contents } = requisitionOf('ihsi');
    const before = recordOf(world);
    const answer = await ask(world, 'createRequisition', {
      as: 'skr',
      at: at('2021-06-16'),
      body: { year: 2021, kind: 'ihsi', ...contents, account: { bankgiro } },
    });
    expect(outcomeOf(answer)).toBe('409 already-requisitioned');
    expect(recordOf(world)).toEqual(before);
  });
});
