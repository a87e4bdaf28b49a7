import { messageId } from '../../../../core/bank/bank-ids.ts';
import type { CaseId } from '../../../../core/record/case-id.ts';
import { requestExamples } from '../../../../functions/contract/api/openapi-examples.ts';
import { type OperationId, routes } from '../../../../functions/contract/api/routes.ts';
import { stopReleases } from '../../../../functions/doors/stop-releases.ts';
import { camt } from '../../bank/bank-reports.ts';
import { bookingOf, deliver, reportsOf, returnOf } from '../../support/bank.ts';
import { asCalled, at, by, copyOf, newWorld, stateOf, type World } from '../../support/world.ts';
import {
  approve,
  approved,
  bringAll,
  cases,
  granted,
  hashOfVersion,
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
import { ask, type Request } from '../asking.ts';

/** The operations that do something, from the one declaration of routes. */
export type PostId = {
  [Id in OperationId]: (typeof routes)[Id]['method'] extends 'POST' ? Id : never;
}[OperationId];

export const postIds = (Object.keys(routes) as OperationId[]).filter(
  (id): id is PostId => routes[id].method === 'POST',
);

/** A request that does what it asks, on a record that is ready for it. */
export interface PostRequest {
  readonly what: string;
  readonly stage: () => Promise<World>;
  readonly request: (world: World) => Promise<Omit<Request, 'key'>> | Omit<Request, 'key'>;
}

const { march, february, reconciliation } = cases;
const reason = 'Enligt beslut i ärendet.';
const now = at('2021-02-24');

const after = (stage: () => Promise<World>, change: (world: World) => Promise<unknown>) => {
  let built: Promise<World> | undefined;
  const build = async () => {
    const world = await stage();
    await change(world);
    return world;
  };
  return async () => {
    built ??= build();
    return copyOf(await built);
  };
};

const standing = async (world: World, id: CaseId) =>
  (await stateOf(world, id)).proposal?.proposed.proposal ?? '';

const ofMarch =
  (as: Request['as'], body: object = {}, when = now): PostRequest['request'] =>
  () => ({ as, at: when, parameters: { run: march }, body: { reason, ...body } });

const ofProposal =
  (as: Request['as'], said: object, id: CaseId = march, when = now): PostRequest['request'] =>
  async (world) => ({
    ...{ as, at: when, parameters: { run: id, year: '2021' } },
    body: { proposal: await standing(world, id), ...said },
  });

const waiting = after(proposed, (world) => wait(world, 'approval', now));
const halfApproved = after(waiting, (world) => approve(world, march, 0, now));
const stopped = after(approved, async (world) => {
  await stopReleases({ ...by('registrar', now), reason }, asCalled(world, 'api-switch'));
  await wait(world, 'switch', now);
});
const liftAsked = after(stopped, (world) =>
  ask(world, 'liftStop', { as: 'attestant', at: now, body: { reason }, key: 'first-of-two' }),
);
const cameBack = after(returned, (world) => settle(world, march, at('2021-03-02')));
const ofReturn = (choice: string): PostRequest['request'] =>
  ofMarch('checker', { payee: '03', choice }, at('2021-03-03'));
const finals = after(ihsiApproved, async (world) => {
  await release(world, cases.ihsi, at('2021-06-15', '11:00'));
  await bringAll(world, '2022-03-20');
  await prepare(world, reconciliation, at('2022-03-21'));
});
const withFee = after(released, async (world) => {
  await deliver(world, camt({ entries: [await bookingOf(world, '01'), { sek: '75' }] }));
});

const otherPayees = () => {
  const { from, content } = inputOf('payees');
  const text = JSON.stringify(content).replace('990-1000', '990-1018');
  return { from, documentHash: 'c'.repeat(64), content: JSON.parse(text) as unknown };
};
const newPayees = (): PostRequest['request'] => () => ({
  ...{ as: 'checker', at: now, parameters: { year: 'all', kind: 'payees' } },
  body: otherPayees(),
});
const payeesRegistered = after(approved, (world) =>
  register(world, { ...inputOf('payees'), ...(otherPayees() as object) }, now),
);

const ofSecondPayees =
  (said: object): PostRequest['request'] =>
  async (world) => ({
    ...{ as: 'checker', at: now },
    parameters: { year: 'all', kind: 'payees', version: '2' },
    body: { hash: await hashOfVersion(world, { kind: 'payees', year: 2021 }, 2), ...said },
  });

/** Every operation that does something, at least once; those whose second word is another thing than the first, with both. */
export const postRequests: { readonly [Id in PostId]: readonly PostRequest[] } = {
  approveProposal: [
    {
      what: 'the attest',
      stage: waiting,
      request: ofProposal('attestant', { right: 'attest' }),
    },
    {
      what: 'the payment order, which wakes the run',
      stage: halfApproved,
      request: ofProposal('payer', { right: 'order' }),
    },
  ],
  rejectProposal: [
    {
      what: 'of a proposal that waits',
      stage: halfApproved,
      request: ofProposal('payer', { right: 'order', code: 'wrong-amount', reason }),
    },
  ],
  withdrawApproval: [
    {
      what: 'of one’s own attest',
      stage: halfApproved,
      request: ofProposal('attestant', { right: 'attest', code: 'other', reason }),
    },
  ],
  goWithout: [
    {
      what: 'the forecast of rebates',
      stage: after(granted, async (world) => {
        await prepare(world, february, at('2022-01-25'));
        await wait(world, 'inputs', at('2022-01-25'), { id: february });
      }),
      request: () => ({
        ...{ as: 'registrar', at: at('2022-01-26'), parameters: { run: february } },
        body: { needs: ['rebate-forecast'], reason },
      }),
    },
  ],
  prepareAgain: [
    {
      what: 'of a rejected proposal',
      stage: after(halfApproved, async (world) => {
        const { body, ...rest } = await ofProposal('payer', {
          ...{ right: 'order', code: 'other', reason },
        })(world);
        await ask(world, 'rejectProposal', { ...rest, body, key: 'the-rejection' });
        await wait(world, 'change', now);
      }),
      request: ofMarch('registrar'),
    },
  ],
  requestClose: [{ what: 'of a waiting run', stage: waiting, request: ofMarch('registrar') }],
  reportBank: [
    {
      what: 'of one that came back',
      stage: after(released, (world) => wait(world, 'bank', at('2021-03-01'))),
      request: ofMarch(
        'checker',
        { messageId: messageId(march), returned: [{ payee: '03', code: 'AC04' }] },
        at('2021-03-02'),
      ),
    },
  ],
  resolveReturn: [
    { what: 'with the next month', stage: cameBack, request: ofReturn('next-month') },
    { what: 'sent again', stage: cameBack, request: ofReturn('reissue') },
  ],
  takeBankReport: [
    {
      what: 'of what was booked, what came back and a fee',
      stage: after(released, (world) => wait(world, 'bank', at('2021-03-01'))),
      request: async (world) => ({
        ...{ as: 'checker', at: at('2021-03-02') },
        body: {
          file: 'kontoutdrag.xml',
          content: camt({
            entries: [await bookingOf(world, '01'), await returnOf(world, '03'), { sek: '75' }],
          }),
        },
      }),
    },
  ],
  resolveBankItem: [
    {
      what: 'of a fee',
      stage: withFee,
      request: async (world) => {
        const report = (await reportsOf(world))[0];
        const hash = report?.type === 'report-taken' ? report.hash : '';
        return {
          ...{ as: 'checker', at: at('2021-03-03'), body: { reason } },
          parameters: { report: hash, item: '2' },
        };
      },
    },
  ],
  createRequisition: [
    {
      what: 'of SOL',
      stage: granted,
      request: () => ({ as: 'skr', at: at('2021-10-04'), body: requestExamples.createRequisition }),
    },
  ],
  registerInput: [
    {
      what: 'for the first time',
      stage: granted,
      request: () => {
        const { from, documentHash, content } = inputOf('rate');
        return {
          ...{ as: 'registrar', at: at('2021-06-15'), parameters: { year: '2021', kind: 'rate' } },
          body: { from, documentHash, content },
        };
      },
    },
    { what: 'in place of one that a proposal rests on', stage: approved, request: newPayees() },
  ],
  tryInput: [
    { what: 'in place of one that a proposal rests on', stage: approved, request: newPayees() },
  ],
  confirmInput: [
    {
      what: 'which voids what rested on the one before',
      stage: payeesRegistered,
      request: ofSecondPayees({}),
    },
  ],
  refuseInput: [
    {
      what: 'which leaves what rests on the one before',
      stage: payeesRegistered,
      request: ofSecondPayees({ code: 'unlike-document', reason }),
    },
  ],
  signLocalDiscounts: [
    {
      what: 'of one region',
      stage: granted,
      request: () => ({
        ...{ as: 'skrReporter', at: at('2022-01-31'), parameters: { year: '2021' } },
        body: { documentHash: 'd'.repeat(64), discounts: { '09': ['100'] } },
      }),
    },
  ],
  signReconciliation: [
    {
      what: 'for the State',
      stage: finals,
      request: ofProposal('attestant', { right: 'sign-state' }, reconciliation, at('2022-03-25')),
    },
  ],
  stopReleases: [
    {
      what: 'for the first time',
      stage: async () => newWorld(),
      request: () => ({ as: 'registrar', at: now, body: { reason } }),
    },
    {
      what: 'against a lifting that was begun',
      stage: liftAsked,
      request: () => ({ as: 'payer2', at: now, body: { reason } }),
    },
  ],
  liftStop: [
    {
      what: 'by the first of two',
      stage: stopped,
      request: () => ({ as: 'attestant', at: now, body: { reason } }),
    },
    {
      what: 'by the second, which wakes what waited',
      stage: liftAsked,
      request: () => ({ as: 'payer', at: now, body: { reason } }),
    },
  ],
};
