import type { Day } from '../../core/calendar/day.ts';
import { monthOf } from '../../core/calendar/month.ts';
import { dayInStockholm } from '../../core/calendar/stockholm.ts';
import { euroRate } from '../../core/inputs/facts.ts';
import { type Giro, giroText } from '../../core/inputs/giro.ts';
import type { CaseState } from '../../core/payment/evolve.ts';
import { need } from '../../core/payment/needs.ts';
import { requisitionKind, requisitionPayDay } from '../../core/payment/requisition-case.ts';
import { type CaseId, caseYear } from '../../core/record/case-id.ts';
import { WorkingNodes } from '../../core/record/working-nodes.ts';
import { authorityFor } from '../../core/rules/payment/authority.ts';
import { ihsiPayment } from '../../core/rules/requisition/ihsi-requisition.ts';
import { solPayment } from '../../core/rules/requisition/sol-requisition.ts';
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
    waitFor(
      records,
      id,
      now,
      [need(name, caseYear(id), [requisitionKind(id)], because)],
      inputs.watch(),
    );

  if (!state.submitted) throw new RangeError(`${id}: nothing has been submitted.`);
  const payDay = requisitionPayDay(id, state.submitted, dayInStockholm(now));
  const amount = await amountOf(ports, id, payDay, inputs);
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
    onlyOnPayDay: requisitionKind(id) === 'ihsi',
    payments: [
      {
        payee: 'SKR',
        ...payee,
        payeeVersion: payees.version,
        lines: [{ kind: requisitionKind(id), sek, working: working.add(amount.working) }],
        totalSek: sek,
      },
    ],
    paid: [`${requisitionKind(id)}/${caseYear(id)}`],
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

async function amountOf({ rulebooks }: PaysBy, id: CaseId, payDay: Day, inputs: Inputs) {
  const { agreement } = rulebooks.of(caseYear(id));
  if (requisitionKind(id) === 'ihsi') {
    const rate = await inputs.use('rate', caseYear(id), payDay);
    return rate && ihsiPayment(euroRate(rate), agreement);
  }
  return solPayment(agreement);
}

/** The decision that lets it be paid; undefined when none covers the month. */
async function authorityOf(id: CaseId, payDay: Day, inputs: Inputs): Promise<string | undefined> {
  const year = caseYear(id);
  const decisions = await inputs.all('authorisation', year);
  const covered = authorityFor(
    { kind: requisitionKind(id), agreementYear: year, month: monthOf(payDay) },
    decisions.map(({ content }) => content),
  );
  if (!covered.ok || covered.value === 'none-needed') return undefined;
  const { decision } = covered.value;
  for (const each of decisions) if (each.content.decision === decision) inputs.markUsed(each);
  return decision;
}
