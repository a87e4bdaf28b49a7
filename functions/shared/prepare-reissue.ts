import { bankDayOnOrAfter } from '../../core/calendar/bank-day.ts';
import { dayInStockholm } from '../../core/calendar/stockholm.ts';
import { canonical } from '../../core/canonical.ts';
import { given } from '../../core/explain.ts';
import { giroOf, giroText } from '../../core/inputs/giro.ts';
import { Fraction } from '../../core/money/fraction.ts';
import type { CaseEvent, PayeeCode, TakenBack } from '../../core/payment/events.ts';
import { foldRecorded } from '../../core/payment/evolve.ts';
import { hasUndecided } from '../../core/payment/lines.ts';
import { need } from '../../core/payment/needs.ts';
import type { PaymentProposal, ProposedPayment } from '../../core/payment/proposal.ts';
import type { Recorded, Records } from '../../core/ports.ts';
import {
  type CaseId,
  caseStream,
  caseYear,
  reissued,
  streamText,
} from '../../core/record/case-id.ts';
import { WorkingNodes } from '../../core/record/working-nodes.ts';
import { sha256 } from '../adapters/sha256.ts';
import type { CaseStep } from '../contract/steps.ts';
import { readCase } from './cases.ts';
import { readProposal } from './documents.ts';
import { Inputs } from './inputs.ts';
import type { PaymentParts } from './payment-draft.ts';
import { proposedBefore } from './propose.ts';
import { proposePayment } from './propose-payment.ts';
import { movedBesideIt, noPayees, type Waiting, waitFor, withoutPayment } from './wait-for.ts';
import { sameAccount } from './warnings.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/**
 * State "Prepare the reissue": proposes to send one payment again that came back, to the account that is confirmed now. The amount
 * is what came back; its working is the reversal in the record, and leads to the run whose line it was. It is paid on the next bank
 * day, by the decisions of the payment that came back.
 */
export async function prepareReissue({ case: id, now }: CaseStep, ports: WorkflowPorts) {
  const { records } = ports;
  const { state } = await readCase(records, id);
  const before = proposedBefore(id, state);
  if (before) return before;
  if (state.closeRequested) return withoutPayment(id);
  const { came, first, payment, undecided } = await whatCameBack(records, id);
  if (undecided) return waitForDecision(records, id, now, undecided);
  const inputs = new Inputs(records);
  const payees = await inputs.use('payees', caseYear(id));
  if (!payees) return waitFor(records, id, now, [noPayees(id)], inputs.watch());

  const { sek, code } = came.event;
  const source = { stream: streamText(came.stream), version: came.number, hash: came.hash };
  const amount = given.sek(Fraction.parse(sek), `${payment.payee} returned`, source);
  const working = new WorkingNodes(sha256);
  const payee = payees.content[payment.payee];
  const parts: PaymentParts = {
    payDay: bankDayOnOrAfter(dayInStockholm(now)),
    onlyOnPayDay: false,
    payments: [
      {
        payee: payment.payee,
        ...payee,
        payeeVersion: payees.version,
        lines: [{ kind: 'reissue', sek, working: working.add(amount.working) }],
        totalSek: sek,
      },
    ],
    paid: [`reissue/${id}`],
    decisions: first.decisions,
    agreementYears: first.agreements.map(({ year }) => year),
    without: [],
    balancesFrom: [],
    warnings: accountWarnings(payment, payee, code),
  };
  return proposePayment(ports, id, now, inputs, parts, working);
}

/** Nothing when the account is another than the one from which the payment came back. */
function accountWarnings(
  payment: ProposedPayment,
  payee: Parameters<typeof giroOf>[0],
  code: string,
): readonly string[] {
  return canonical(giroOf(payment)) === canonical(giroOf(payee))
    ? [sameAccount(giroText(payee), code)]
    : [];
}

interface CameBack {
  /** The event that took the payment back into the journal, with this payment of it. */
  readonly came: Recorded<TakenBack>;
  /** The payment that came back, as it was approved. */
  readonly payment: ProposedPayment;
  readonly first: PaymentProposal;
  /** How long the stream of its case is, where money has moved beside it that nobody has said anything of. */
  readonly undecided?: number;
}

/** Refused with a RangeError unless the payment came back and a person has decided that it is sent again. */
async function whatCameBack(records: Records, id: CaseId): Promise<CameBack> {
  const { from, payee } = reissued(id);
  const events = await records.read<CaseEvent>(caseStream(from));
  const { lines, released } = foldRecorded(events);
  const line = lines.get(payee as PayeeCode);
  const came = events.flatMap((recorded) =>
    recorded.event.type === 'returned'
      ? recorded.event.payments
          .filter((each) => each.payee === payee && each.voucherKey === line?.takenBack)
          .map((event) => ({ ...recorded, event }))
      : [],
  )[0];
  if (!released || !came || line?.resolved?.choice !== 'reissue')
    throw new RangeError(`${id}: nothing of ${from} is to be sent again to ${payee}.`);
  const first = await readProposal(records, from, 'payment', released.proposal);
  const payment = first.payments.find((each) => each.payee === payee);
  if (!payment) throw new RangeError(`${id}: ${from} paid nobody of the name ${payee}.`);
  return { came, payment, first, ...(hasUndecided(line) && { undecided: events.length }) };
}

/** Waits for whatever happens next in the case whose payment came back. */
async function waitForDecision(
  records: Records,
  id: CaseId,
  now: CaseStep['now'],
  length: number,
): Promise<Waiting> {
  const { from } = reissued(id);
  const needs = [need('bank-movement', caseYear(id), ['reissue'], movedBesideIt)];
  const waiting = await waitFor(records, id, now, needs, {});
  return { ...waiting, watch: { [streamText(caseStream(from))]: length } };
}
