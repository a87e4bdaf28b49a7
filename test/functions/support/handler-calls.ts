import { messageId } from '../../../core/bank/bank-ids.ts';
import { reissueOf } from '../../../core/record/case-id.ts';
import { run as anchorRecord } from '../../../functions/anchor-record.lambda.ts';
import { run as closeCase } from '../../../functions/close-case.lambda.ts';
import { run as collectFinals } from '../../../functions/collect-finals.lambda.ts';
import { run as computeAllocation } from '../../../functions/compute-allocation.lambda.ts';
import { run as computeSettlement } from '../../../functions/compute-settlement.lambda.ts';
import { run as concludeCase } from '../../../functions/conclude-case.lambda.ts';
import type { AnswerCase } from '../../../functions/contract/doors.ts';
import type { FunctionName } from '../../../functions/contract/functions.ts';
import { resolveBankItem } from '../../../functions/doors/resolve-bank-item.ts';
import { stopReleases } from '../../../functions/doors/stop-releases.ts';
import { startRequisition } from '../../../functions/doors/submit-requisition.ts';
import { run as openCase } from '../../../functions/open-case.lambda.ts';
import { run as openDue } from '../../../functions/open-due.lambda.ts';
import { run as preparePayment } from '../../../functions/prepare-payment.lambda.ts';
import { run as prepareRequisition } from '../../../functions/prepare-requisition.lambda.ts';
import { run as readDecision } from '../../../functions/read-decision.lambda.ts';
import { run as recordRequisition } from '../../../functions/record-requisition.lambda.ts';
import { run as redeliverAnswers } from '../../../functions/redeliver-answers.lambda.ts';
import { run as sendReminders } from '../../../functions/send-reminders.lambda.ts';
import { command } from '../../../functions/shared/cases.ts';
import { run as validateRequisition } from '../../../functions/validate-requisition.lambda.ts';
import { run as verifyEvents } from '../../../functions/verify-events.lambda.ts';
import { run as verifyRecord } from '../../../functions/verify-record.lambda.ts';
import { crashAfter } from '../../helpers/memory-records.ts';
import { camt } from '../bank/bank-reports.ts';
import { bookingOf, deliver, returnOf } from './bank.ts';
import {
  asAnchoring,
  asCalled,
  at,
  by,
  newWorld,
  refusalOf,
  stateOf,
  type World,
} from './world.ts';
import {
  approve,
  approveBoth,
  approved,
  approvedInSilence,
  bring,
  bringAll,
  cases,
  confirm,
  decideCase,
  granted,
  ihsiApproved,
  inputOf,
  prepare,
  proposed,
  register,
  release,
  released,
  report,
  requisition,
  requisitionOf,
  resolve,
  returned,
  say,
  settle,
  wait,
} from './year.ts';

/** One call of a handler, on a case that is ready for it. */
/** What people and SKR do, by the files of functions/doors; the API calls them. The switch has its own test. */
export const doorNames = [
  'answer-case',
  'confirm-input',
  'register-input',
  'report-payment',
  'resolve-bank-item',
  'resolve-return',
  'submit-requisition',
] as const;

export interface HandlerCall {
  readonly of: FunctionName | (typeof doorNames)[number];
  /** What is special about this one. */
  readonly what: string;
  readonly stage: () => Promise<World>;
  readonly call: (world: World) => Promise<unknown>;
  /** The answer to a second call, where it is another one: what was done is not told again. */
  readonly second?: unknown;
  /** It only looks: nothing is appended by it. */
  readonly looks?: true;
}

const { march, opening, sol, ihsi, reconciliation } = cases;
const reason = 'As the officials agreed.';

async function withChanges(stage: () => Promise<World>, change: (world: World) => unknown) {
  const world = await stage();
  await change(world);
  return newWorld(world.records, world.paymentFiles, world.anchors);
}
const after = (stage: () => Promise<World>, change: (world: World) => unknown) => () =>
  withChanges(stage, change);

const inputsOnly = async () =>
  withChanges(
    async () => newWorld(),
    (world) => bringAll(world, '2021-02-18'),
  );
const submitted = after(granted, async (world) => {
  await submit(world, '2021-10-04');
  await openCase({ case: sol, now: at('2021-10-04') }, asCalled(world, 'open-case'));
});
const submit = (world: World, day: string) =>
  startRequisition(
    { year: 2021, kind: 'sol', requisition: requisitionOf('sol'), ...by('skr', at(day)) },
    asCalled(world, 'api-requisitions'),
  );
/** A region gets another account, which voids what rests on the old one. */
const otherAccount = async (world: World) => {
  const payees = inputOf('payees');
  const text = JSON.stringify(payees.content).replace('990-1000', '990-1018');
  await bring(world, { ...payees, content: JSON.parse(text) }, at('2021-02-24'));
};
/** March's payout has taken its room, and whoever released it died before the order. */
const tookRoom = after(approved, async (world) => {
  world.records.interrupt(crashAfter('ROOM'));
  await refusalOf(release(world, march, at('2021-03-01')));
  world.records.interrupt(undefined);
});
const finals = after(ihsiApproved, (world) => bringAll(world, '2022-03-20'));

/** What somebody says of March's payout, about the proposal that was made last. */
const saying = (said: (proposal: string) => AnswerCase) => async (world: World) =>
  say(world, said((await stateOf(world, march)).proposal?.proposed.proposal ?? ''));
const attestant = by('attestant', at('2021-02-24'));
const takeBack = (kind: 'reject' | 'withdraw') =>
  saying((proposal) => ({
    ...{ kind, case: march, right: 'attest', proposal, code: 'wrong-amount', reason },
    ...attestant,
  }));

/** The bank says that one payment was booked and another came back, and shows a fee that is nobody's. */
const fromTheBank = async (world: World) =>
  deliver(
    world,
    camt({
      entries: [await bookingOf(world, '01'), await returnOf(world, '03'), { sek: '75' }],
    }),
  );

/** Every step and every door at least once, doing its work. */
export const handlerCalls: readonly HandlerCall[] = [
  {
    of: 'open-due',
    what: 'on a day with two due cases',
    stage: granted,
    looks: true,
    call: (world) =>
      openDue({ scheduledTime: at('2021-02-22', '06:00') }, asCalled(world, 'open-due')),
  },
  {
    of: 'open-due',
    what: 'where whoever closed a payout died before giving back its room',
    stage: after(tookRoom, (world) =>
      command(world.records, march, {
        ...{ kind: 'close', at: at('2021-03-02'), outcome: 'without-payment' },
      }),
    ),
    call: (world) =>
      openDue({ scheduledTime: at('2021-03-03', '06:00') }, asCalled(world, 'open-due')),
  },
  {
    of: 'send-reminders',
    what: 'on the day before a pay day, with both approvals missing',
    stage: proposed,
    call: (world) =>
      sendReminders({ scheduledTime: at('2021-02-26') }, asCalled(world, 'send-reminders')),
  },
  {
    of: 'redeliver-answers',
    what: 'with an answer that never arrived',
    stage: approvedInSilence,
    call: (world) => redeliverAnswers({}, asCalled(world, 'redeliver-answers')),
    second: { woken: [] },
  },
  {
    of: 'verify-events',
    what: 'the day after a release was anchored',
    stage: after(released, (world) =>
      anchorRecord({ case: march, now: at('2021-03-01') }, asAnchoring(world, 'anchor-record')),
    ),
    looks: true,
    call: (world) => verifyEvents({}, asAnchoring(world, 'verify-events')),
  },
  {
    of: 'verify-events',
    what: 'before anything is anchored',
    stage: released,
    looks: true,
    call: (world) => verifyEvents({}, asAnchoring(world, 'verify-events')),
  },
  {
    of: 'verify-record',
    what: 'of what was anchored before',
    stage: after(released, (world) =>
      anchorRecord({ case: march, now: at('2021-03-01') }, asAnchoring(world, 'anchor-record')),
    ),
    looks: true,
    call: (world) =>
      verifyRecord({ scheduledTime: at('2021-05-15') }, asAnchoring(world, 'verify-record')),
  },
  {
    of: 'open-case',
    what: 'for the first time',
    stage: granted,
    call: (world) => openCase({ case: march, now: at('2021-02-22') }, asCalled(world, 'open-case')),
  },
  {
    of: 'ask',
    what: 'with the approvals there already',
    stage: approved,
    call: (world) => wait(world, 'approval', at('2021-02-23', '09:00')),
  },
  {
    of: 'ask',
    what: 'with nothing said yet',
    stage: proposed,
    call: (world) => wait(world, 'approval', at('2021-02-23', '09:00')),
  },
  {
    of: 'ask',
    what: 'with releases stopped, for the switch',
    stage: after(approved, (world) =>
      stopReleases({ ...by('registrar', at('2021-02-26')), reason }, asCalled(world, 'api-switch')),
    ),
    call: (world) => wait(world, 'switch', at('2021-03-01')),
  },
  {
    of: 'read-decision',
    what: 'of an approved proposal',
    stage: approved,
    looks: true,
    call: (world) =>
      readDecision({ case: march, now: at('2021-02-24') }, asCalled(world, 'read-decision')),
  },
  {
    of: 'release-payment',
    what: 'on the pay day',
    stage: approved,
    call: (world) => release(world, march, at('2021-03-01')),
  },
  {
    of: 'anchor-record',
    what: 'after a release',
    stage: released,
    looks: true,
    call: (world) =>
      anchorRecord({ case: march, now: at('2021-03-01') }, asAnchoring(world, 'anchor-record')),
  },
  {
    of: 'settle-payment',
    what: 'of a payment that arrived',
    stage: after(released, (world) => report(world, march, at('2021-03-02'))),
    call: (world) => settle(world, march, at('2021-03-02')),
  },
  {
    of: 'settle-payment',
    what: 'of a payment that came back in part, and that nobody has taken back yet',
    stage: after(released, (world) =>
      command(world.records, march, {
        ...{ kind: 'report', at: at('2021-03-02'), messageId: messageId(march) },
        ...{ words: [{ payee: '03', result: 'returned', code: 'AC04' }], source: { report: 'R1' } },
      }),
    ),
    call: (world) => settle(world, march, at('2021-03-02')),
  },
  {
    of: 'settle-payment',
    what: 'of a returned payment that was resolved',
    stage: after(returned, async (world) => {
      await settle(world, march, at('2021-03-02'));
      await resolve(world, march, at('2021-03-02'));
    }),
    call: (world) => settle(world, march, at('2021-03-03')),
  },
  {
    of: 'conclude-case',
    what: 'of the grants',
    stage: after(inputsOnly, async (world) => {
      await prepare(world, opening, at('2021-02-18'));
      await approveBoth(world, opening, at('2021-02-18'));
    }),
    call: (world) =>
      concludeCase({ case: opening, now: at('2021-02-18') }, asCalled(world, 'conclude-case')),
  },
  {
    of: 'close-case',
    what: 'of a payout without payment',
    stage: proposed,
    call: (world) =>
      closeCase(
        { case: march, now: at('2021-03-02'), outcome: 'without-payment' },
        asCalled(world, 'close-case'),
      ),
  },
  {
    of: 'close-case',
    what: 'of a payout that had taken room',
    stage: tookRoom,
    call: (world) =>
      closeCase(
        { case: march, now: at('2021-03-02'), outcome: 'without-payment' },
        asCalled(world, 'close-case'),
      ),
  },
  {
    of: 'compute-allocation',
    what: 'with all inputs',
    stage: inputsOnly,
    call: (world) =>
      computeAllocation(
        { case: opening, now: at('2021-02-18') },
        asCalled(world, 'compute-allocation'),
      ),
  },
  {
    of: 'compute-allocation',
    what: 'with no input',
    stage: async () => newWorld(),
    call: (world) =>
      computeAllocation(
        { case: opening, now: at('2021-02-18') },
        asCalled(world, 'compute-allocation'),
      ),
  },
  {
    of: 'prepare-payment',
    what: 'with everything there',
    stage: granted,
    call: (world) =>
      preparePayment({ case: march, now: at('2021-02-22') }, asCalled(world, 'prepare-payment')),
  },
  {
    of: 'prepare-payment',
    what: 'in place of a proposal that no longer holds',
    stage: after(approved, otherAccount),
    call: (world) =>
      preparePayment({ case: march, now: at('2021-02-25') }, asCalled(world, 'prepare-payment')),
  },
  {
    of: 'prepare-payment',
    what: 'in place of a proposal that had taken room',
    stage: after(tookRoom, otherAccount),
    call: (world) =>
      preparePayment({ case: march, now: at('2021-03-02') }, asCalled(world, 'prepare-payment')),
  },
  {
    of: 'validate-requisition',
    what: 'that came in time',
    stage: submitted,
    call: (world) =>
      validateRequisition(
        { case: sol, now: at('2021-10-04') },
        asCalled(world, 'validate-requisition'),
      ),
  },
  {
    of: 'validate-requisition',
    what: 'that came too late',
    stage: after(granted, (world) => submit(world, '2021-12-02')),
    call: (world) =>
      validateRequisition(
        { case: sol, now: at('2021-12-02') },
        asCalled(world, 'validate-requisition'),
      ),
  },
  {
    of: 'prepare-requisition',
    what: 'of SOL',
    stage: after(granted, (world) => requisition(world, 'sol', at('2021-10-04'))),
    call: (world) =>
      prepareRequisition(
        { case: sol, now: at('2021-10-04') },
        asCalled(world, 'prepare-requisition'),
      ),
  },
  {
    of: 'record-requisition',
    what: 'of IHSI, with its rate',
    stage: after(ihsiApproved, (world) => release(world, ihsi, at('2021-06-15', '11:00'))),
    call: (world) =>
      recordRequisition(
        { case: ihsi, now: at('2021-06-16') },
        asCalled(world, 'record-requisition'),
      ),
  },
  {
    of: 'collect-finals',
    what: 'with none of them there',
    stage: granted,
    call: (world) =>
      collectFinals(
        { case: reconciliation, now: at('2022-03-01') },
        asCalled(world, 'collect-finals'),
      ),
  },
  {
    of: 'compute-settlement',
    what: 'with all finals',
    stage: finals,
    call: (world) =>
      computeSettlement(
        { case: reconciliation, now: at('2022-03-21') },
        asCalled(world, 'compute-settlement'),
      ),
  },
  {
    of: 'register-input',
    what: 'for the first time',
    stage: granted,
    call: (world) => register(world, inputOf('rate'), at('2021-06-15')),
  },
  {
    of: 'confirm-input',
    what: 'by a second person',
    stage: after(
      async () => newWorld(),
      (world) => register(world, inputOf('payees'), at('2021-02-01')),
    ),
    call: (world) => confirm(world, inputOf('payees'), 1, at('2021-02-01', '09:00')),
  },
  {
    of: 'answer-case',
    what: 'with an approval',
    stage: proposed,
    call: (world) => approve(world, march, 0, at('2021-02-23')),
  },
  { of: 'answer-case', what: 'with a rejection', stage: proposed, call: takeBack('reject') },
  { of: 'answer-case', what: 'with a withdrawal', stage: approved, call: takeBack('withdraw') },
  {
    of: 'answer-case',
    what: 'with a request to close',
    stage: proposed,
    call: saying(() => ({ kind: 'request-close', case: march, reason, ...attestant })),
  },
  {
    of: 'answer-case',
    what: 'with a request to prepare again',
    stage: after(proposed, takeBack('reject')),
    call: saying(() => ({ kind: 'prepare-again', case: march, reason, ...attestant })),
  },
  {
    of: 'answer-case',
    what: 'going without a line',
    stage: after(granted, (world) => prepare(world, cases.february, at('2022-01-25'))),
    call: (world) =>
      say(world, {
        ...{ kind: 'go-without', case: cases.february, needs: ['rebate-forecast'], reason },
        ...attestant,
      }),
  },
  {
    of: 'resolve-return',
    what: 'paying it with the next month',
    stage: after(returned, (world) => settle(world, march, at('2021-03-02'))),
    call: (world) => resolve(world, march, at('2021-03-03')),
  },
  {
    of: 'resolve-return',
    what: 'sending it again',
    stage: after(returned, (world) => settle(world, march, at('2021-03-02'))),
    call: (world) => resolve(world, march, at('2021-03-03'), 'reissue'),
  },
  {
    of: 'prepare-reissue',
    what: 'of a payment that came back',
    stage: after(returned, (world) => resolve(world, march, at('2021-03-03'), 'reissue')),
    call: (world) => prepare(world, reissueOf(march, '03'), at('2021-03-03')),
  },
  {
    of: 'submit-requisition',
    what: 'for the first time',
    stage: granted,
    call: (world) => submit(world, '2021-10-04'),
  },
  {
    of: 'submit-requisition',
    what: 'again after a refusal',
    stage: after(granted, async (world) => {
      await requisition(world, 'sol', at('2021-12-02'));
      await closeCase(
        { case: sol, now: at('2021-12-02'), outcome: 'refused' },
        asCalled(world, 'close-case'),
      );
    }),
    call: (world) => submit(world, '2021-12-03'),
  },
  {
    of: 'report-payment',
    what: 'of a payment that arrived',
    stage: released,
    call: (world) => report(world, march, at('2021-03-02')),
  },
  {
    of: 'take-bank-report',
    what: 'of what was booked and what came back',
    stage: released,
    call: fromTheBank,
  },
  {
    of: 'resolve-bank-item',
    what: 'of a fee',
    stage: after(released, fromTheBank),
    call: async (world) => {
      const { report: hash } = await fromTheBank(world);
      const said = { report: hash, item: 3, reason, ...by('checker', at('2021-03-03')) };
      return resolveBankItem(said, asCalled(world, 'api-bank'));
    },
  },
  {
    of: 'conclude-case',
    what: 'of the settlement',
    stage: after(finals, async (world) => {
      await prepare(world, reconciliation, at('2022-03-21'));
      await approveBoth(world, reconciliation, at('2022-03-22'));
    }),
    call: (world) =>
      concludeCase(
        { case: reconciliation, now: at('2022-03-22') },
        asCalled(world, 'conclude-case'),
      ),
  },
  {
    of: 'compute-allocation',
    what: 'after the grants were decided',
    stage: after(inputsOnly, (world) => decideCase(world, opening, '2021-02-18')),
    looks: true,
    call: (world) =>
      computeAllocation(
        { case: opening, now: at('2021-02-19') },
        asCalled(world, 'compute-allocation'),
      ),
  },
];
