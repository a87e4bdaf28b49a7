import { bankDayOnOrAfter } from '../../core/calendar/bank-day.ts';
import type { Day } from '../../core/calendar/day.ts';
import { monthOf } from '../../core/calendar/month.ts';
import { dayInStockholm } from '../../core/calendar/stockholm.ts';
import { euroRate } from '../../core/inputs/facts.ts';
import { type Giro, giroText } from '../../core/inputs/giro.ts';
import { Fraction } from '../../core/money/fraction.ts';
import type { CaseState } from '../../core/payment/evolve.ts';
import { need } from '../../core/payment/needs.ts';
import { type CaseId, casePart, caseYear } from '../../core/record/case-id.ts';
import { WorkingNodes } from '../../core/record/working-nodes.ts';
import { authorityFor } from '../../core/rules/payment/authority.ts';
import { ihsiPayment } from '../../core/rules/requisition/ihsi-requisition.ts';
import { solRequisition } from '../../core/rules/requisition/sol-requisition.ts';
import { sha256 } from '../adapters/sha256.ts';
import type { CaseStep } from '../contract/steps.ts';
import { readCase } from './cases.ts';
import { Inputs } from './inputs.ts';
import type { PaymentParts } from './payment-draft.ts';
import type { PaysBy } from './ports.ts';
import { proposedBefore } from './propose.ts';
import { proposePayment } from './propose-payment.ts';
import { noPayees, waitFor, withoutPayment } from './wait-for.ts';
import { otherAccount } from './warnings.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/**
 * State "Prepare the payment": proposes what the requisition is paid, or says what is missing. Euros are worth what they cost
 * on the day of payment: their proposal holds on that day only.
 */
export async function prepareRequisition({ case: id, now }: CaseStep, ports: WorkflowPorts) {
  const { records } = ports;
  const { state } = await readCase(records, id);
  const before = proposedBefore(id, state);
  if (before) return before;
  if (state.closeRequested) return withoutPayment(id);
  const inputs = new Inputs(records);
  const waits = (name: Parameters<typeof need>[0], because: string) =>
    waitFor(records, id, now, [need(name, caseYear(id), [kindOf(id)], because)], inputs.watch());

  const payDay = payDayOf(id, state, dayInStockholm(now));
  const amount = await amountOf(ports, id, state, payDay, inputs);
  if (!amount) return waits('rate', `no rate of ${payDay} is known`);
  const authority = await authorityOf(id, payDay, inputs);
  if (!authority) return waits('authorisation', `no decision covers ${monthOf(payDay)}`);
  const payees = await inputs.use('payees', caseYear(id));
  if (!payees) return waitFor(records, id, now, [noPayees(id)], inputs.watch());

  const working = new WorkingNodes(sha256);
  const sek = amount.value.kronor().toString();
  const { SKR: payee } = payees.content;
  const parts: PaymentParts = {
    payDay,
    onlyOnPayDay: kindOf(id) === 'ihsi',
    payments: [
      {
        payee: 'SKR',
        ...payee,
        payeeVersion: payees.version,
        lines: [{ kind: kindOf(id), sek, working: working.add(amount.working) }],
        totalSek: sek,
      },
    ],
    paid: [`${kindOf(id)}/${caseYear(id)}`],
    decisions: [authority],
    agreementYears: [caseYear(id)],
    without: [],
    balancesFrom: [],
    warnings: accountWarnings(state, payee),
  };
  return proposePayment(ports, id, now, inputs, parts, working);
}

/** Nothing when the requisition names the account that is paid to. */
function accountWarnings({ submitted }: CaseState, confirmed: Giro): readonly string[] {
  if (!submitted) return [];
  const [named, paidTo] = [giroText(submitted.requisition), giroText(confirmed)];
  return named === paidTo ? [] : [otherAccount(named, paidTo)];
}

const kindOf = (id: CaseId): 'sol' | 'ihsi' => (casePart(id) === 'sol' ? 'sol' : 'ihsi');

/**
 * Euros are paid on the day they are proposed, kronor on the day asked for, or when they were requisitioned after it. What would be no
 * bank day becomes the next: a person can bring a proposal about on any day, and banks carry nothing out on a Sunday.
 */
function payDayOf(id: CaseId, { submitted }: CaseState, today: Day): Day {
  if (!submitted) throw new RangeError(`${id}: nothing has been submitted.`);
  if (kindOf(id) === 'ihsi') return bankDayOnOrAfter(today);
  const asked = submitted.requisition.wishedPaymentDay;
  const received = dayInStockholm(submitted.at);
  return bankDayOnOrAfter(asked >= received ? asked : received);
}

async function amountOf(
  { rulebooks }: PaysBy,
  id: CaseId,
  { submitted }: CaseState,
  payDay: Day,
  inputs: Inputs,
) {
  const { agreement } = rulebooks.of(caseYear(id));
  if (kindOf(id) === 'ihsi') {
    const rate = await inputs.use('rate', caseYear(id), payDay);
    return rate && ihsiPayment(euroRate(rate), agreement);
  }
  if (!submitted) throw new RangeError(`${id}: nothing has been submitted.`);
  const asked = Fraction.parse(submitted.requisition.amount.value);
  const amount = solRequisition(
    { from: 'SKR', amount: asked, receivedAt: submitted.at, payDay },
    agreement,
  );
  if (!amount.ok)
    throw new RangeError(`${id} was accepted, and is refused now: ${amount.refusal.kind}.`);
  return amount.value;
}

/** The decision that lets it be paid; undefined when none covers the month. */
async function authorityOf(id: CaseId, payDay: Day, inputs: Inputs): Promise<string | undefined> {
  const year = caseYear(id);
  const decisions = await inputs.all('authorisation', year);
  const covered = authorityFor(
    { kind: kindOf(id), agreementYear: year, month: monthOf(payDay) },
    decisions.map(({ content }) => content),
  );
  if (!covered.ok || covered.value === 'none-needed') return undefined;
  const { decision } = covered.value;
  for (const each of decisions) if (each.content.decision === decision) inputs.markUsed(each);
  return decision;
}
