import type { Day } from '../../core/calendar/day.ts';
import type { Month } from '../../core/calendar/month.ts';
import type { DueItem } from '../../core/payment/due.ts';
import { workOutPayout } from '../../core/payment/payout.ts';
import { payoutDay } from '../../core/payment/payout-day.ts';
import { proposedPayments } from '../../core/payment/proposal.ts';
import type { StreamId } from '../../core/ports.ts';
import {
  type CaseId,
  caseStream,
  caseYear,
  inputStream,
  journalStream,
  openingCase,
  payoutMonth,
} from '../../core/record/case-id.ts';
import { WorkingNodes } from '../../core/record/working-nodes.ts';
import { sha256 } from '../adapters/sha256.ts';
import type { CaseStep } from '../contract/steps.ts';
import { readCase } from './cases.ts';
import { Inputs } from './inputs.ts';
import type { PaymentParts } from './payment-draft.ts';
import { payoutContext, useDecisions } from './payout-context.ts';
import type { PaysBy } from './ports.ts';
import { proposedBefore } from './propose.ts';
import { proposePayment } from './propose-payment.ts';
import { readAhead } from './read-ahead.ts';
import { noPayees, waitFor, withoutPayment } from './wait-for.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/** State "Prepare payment": proposes what is due in the month, or says what is missing, from whom, since when. */
export async function preparePayment({ case: id, now }: CaseStep, ports: WorkflowPorts) {
  const { records } = ports;
  readAhead(records, neededBy(id, ports));
  const { state } = await readCase(records, id);
  const before = proposedBefore(id, state);
  if (before) return before;
  if (state.closeRequested) return withoutPayment(id);
  const inputs = new Inputs(records);
  const month = payoutMonth(id);
  const without = new Set(state.goingWithout.flatMap(({ needs }) => needs));
  const context = await payoutContext(ports, inputs, month, without, now);
  const payout = workOutPayout(context);
  if (payout.kind === 'nothing-due')
    return { case: id, outcome: without.size > 0 ? 'without-payment' : 'nothing-due', watch: {} };
  if (payout.kind === 'waiting') return waitFor(records, id, now, payout.needs, inputs.watch());

  useDecisions(inputs, context.decisions, payout.decisions);
  const payees = await inputs.use('payees', caseYear(id));
  if (!payees) return waitFor(records, id, now, [noPayees(id)], inputs.watch());
  const working = new WorkingNodes(sha256);
  const payments = proposedPayments(
    payout.payments,
    (code) => ({ payee: payees.content[code], version: payees.version }),
    working,
  );
  const parts: PaymentParts = {
    payDay: dayOf(month, payout.paid, ports),
    onlyOnPayDay: false,
    payments,
    paid: payout.paid.map(({ key }) => key).sort(),
    decisions: payout.decisions,
    agreementYears: payout.paid.map(({ agreementYear }) => agreementYear),
    without: state.goingWithout,
    balancesFrom: context.balancesFrom,
    ...(payout.truesUp.length > 0 && { truesUp: context.truedUpYears }),
    ...(payout.shares.length > 0 && {
      yearShares: payout.shares.map(({ region, amount, ...share }) => ({
        ...share,
        payee: region,
        sek: amount.value.kronor().toString(),
        working: working.add(amount.working),
      })),
    }),
    warnings: [],
  };
  return proposePayment(ports, id, now, inputs, parts, working);
}

/** The pay day, by the agreement years of what is paid. */
function dayOf(month: Month, paid: readonly DueItem[], { rulebooks }: PaysBy): Day {
  const years = paid.map(({ agreementYear }) => agreementYear);
  const day = payoutDay(month, years, rulebooks.years.map(rulebooks.of));
  if (day) return day;
  throw new RangeError(`No agreement says on which day ${month} is paid.`);
}

/** What every payout reads, whatever is due in it. Proposals are read after the events that name them, never ahead of them. */
function neededBy(id: CaseId, { rulebooks }: PaysBy): readonly StreamId[] {
  const year = caseYear(id);
  return [
    caseStream(id),
    inputStream(year, 'payees'),
    ...[year, year - 1].flatMap((each) => [
      inputStream(each, 'appropriation'),
      journalStream(each),
    ]),
    ...rulebooks.years.map((each) => caseStream(openingCase(each))),
  ];
}
