import { monthOf } from '../../calendar/month.ts';
import { dayInStockholm } from '../../calendar/stockholm.ts';
import { canonical, type Json } from '../../canonical.ts';
import type { InputContents } from '../../inputs/contents.ts';
import { euroRate } from '../../inputs/facts.ts';
import { giroOf } from '../../inputs/giro.ts';
import { dayToPay } from '../../payment/day-to-pay.ts';
import type { Debtor } from '../../payment/debtor.ts';
import { debtorFaults } from '../../payment/debtor-faults.ts';
import { dueUpTo, interimMonths, keyParts } from '../../payment/due.ts';
import type { PaymentProposal, ProposedPayment } from '../../payment/proposal.ts';
import { rateOf } from '../../payment/recorded.ts';
import { requisitionKind } from '../../payment/requisition-case.ts';
import { authorityFor } from '../../rules/payment/authority.ts';
import { ihsiRequisition } from '../../rules/requisition/ihsi-requisition.ts';
import { solRequisition } from '../../rules/requisition/sol-requisition.ts';
import { type CaseId, caseKind, caseYear, payoutMonth, reissued } from '../case-id.ts';
import { WorkingNodes } from '../working-nodes.ts';
import { type Parts, paymentNamed, proposedAt } from './parts.ts';
import { isTakenUp, wrongBalances } from './taken-up.ts';
import type { Workings } from './workings.ts';

/** What is wrong with a payment that is proposed: whom it pays, from which account, by which decisions, and what of what is due. */
export function wrongPayments(
  parts: Parts,
  workings: Workings,
  id: CaseId,
  proposal: PaymentProposal,
): readonly string[] {
  const { payments, budgetYear, paid, balancesFrom } = proposal;
  const payees = payments.map(({ payee }) => payee);
  const proposed = proposedAt(parts, id, proposal);
  const dayPaid = proposed ? dayToPay(proposal, dayInStockholm(proposed)) : proposal.payDay;
  return [
    ...(dayPaid.startsWith(`${budgetYear}-`)
      ? []
      : [`is paid on ${dayPaid} and takes from ${budgetYear}`]),
    ...(new Set(payees).size === payees.length ? [] : ['pays somebody twice']),
    ...(new Set(paid).size === paid.length ? [] : ['pays an item twice']),
    ...balancesFrom
      .filter((each) => parts.whole && !isTakenUp(parts, each))
      .map((each) => `takes up balances of ${each}, which is not there`),
    ...(payments.every(hasItsMembers) ? [] : ['says of a payment what is said of none']),
    ...payments.flatMap((payment) => wrongPayee(parts, proposal, payment)),
    ...wrongDebtor(proposal.debtor),
    ...notDue(parts, id, proposal),
    ...wrongRequisition(parts, id, proposal),
    ...wrongBalances(parts, workings, id, proposal),
    ...wrongDecisions(parts, id, proposal),
  ];
}

const lineMembers = 'kind,sek,working';
const paymentMembers: readonly string[] = [
  ...[
    'bankgiro',
    'lines',
    'name',
    'organisationNumber',
    'payee',
    'payeeVersion',
    'plusgiro',
    'totalSek',
  ],
];

const hasItsMembers = (payment: ProposedPayment): boolean =>
  Object.keys(payment).every((name) => paymentMembers.includes(name)) &&
  payment.lines.every((line) => Object.keys(line).sort().join() === lineMembers);

/** Whom it pays, and to which account, must be what the version of the payees says that it names. */
function wrongPayee(
  { inputs, whole }: Parts,
  { restsOn }: PaymentProposal,
  { payee, payeeVersion, name, organisationNumber, ...payment }: ProposedPayment,
): readonly string[] {
  const versions = inputs.get('INPUT#all/payees');
  if (!versions && !whole) return [];
  const found = versions?.find(({ version }) => version === payeeVersion);
  const confirmed = (found?.content as InputContents['payees'] | undefined)?.[payee];
  const rests = restsOn.some(
    (each) => each.stream === found?.stream && each.version === payeeVersion,
  );
  const said = { name, organisationNumber, ...giroOf(payment) };
  return rests && confirmed && canonical(said) === canonical(confirmed as Json)
    ? []
    : [`pays ${payee} otherwise than version ${payeeVersion} of the payees says`];
}

/**
 * The decisions that it names must be those that it rests on, and they must let it pay what it pays; a payment that is sent again rests
 * on those of the first.
 */
function wrongDecisions(
  parts: Parts,
  id: CaseId,
  { restsOn, decisions, paid, payments, payDay }: PaymentProposal,
): readonly string[] {
  if (caseKind(id) === 'reissue') return unlikeFirst(parts, id, decisions);
  const rests = restsOn.filter(({ stream }) => stream.endsWith('/authorisation'));
  const found = rests.flatMap(({ stream, version }) => {
    const named = parts.inputs.get(stream)?.find((each) => each.version === version);
    return named ? [named.content as InputContents['authorisation']] : [];
  });
  if (found.length < rests.length && !parts.whole) return [];
  const names = [...new Set(found.map(({ decision }) => decision))].sort();
  const month = caseKind(id) === 'payout' ? payoutMonth(id) : monthOf(payDay);
  const kinds = new Set(payments.flatMap(({ lines }) => lines.map(({ kind }) => kind)));
  const unauthorised = paid.filter((key) => {
    const { kind, agreementYear } = keyParts(key);
    return kinds.has(kind) && !authorityFor({ kind, agreementYear, month }, found).ok;
  });
  return [
    ...(canonical(names) === canonical(decisions)
      ? []
      : [`names the decisions ${decisions.join(', ')}; it rests on ${names.join(', ')}`]),
    ...unauthorised.map((key) => `pays ${key}, which none of its decisions covers in ${month}`),
  ];
}

function unlikeFirst(parts: Parts, id: CaseId, decisions: readonly string[]): readonly string[] {
  const from = parts.cases.get(reissued(id).from);
  const first = from?.state.released && paymentNamed(parts, from.id, from.state.released.proposal);
  if (!first) return parts.whole ? ['sends again what was not released'] : [];
  return canonical(first.decisions) === canonical(decisions)
    ? []
    : ['names other decisions than the payment that came back'];
}

/** Whose account the money leaves: one of the form that every bank asks for. Which one two people approve with the rest. */
const wrongDebtor = (debtor: Debtor): readonly string[] =>
  debtorFaults(debtor).map(
    ({ place, given }) => `leaves from a debtor whose ${place} is none: ${given}`,
  );

/** What it pays must fall due by an agreement or by an interim decision, and each of its lines must be of something that it pays. */
function notDue(parts: Parts, id: CaseId, { paid, payments }: PaymentProposal): readonly string[] {
  const due = dueTo(parts, id);
  const kinds: ReadonlySet<string> = new Set(paid.map((key) => keyParts(key).kind));
  const lines = new Set(payments.flatMap((payment) => payment.lines.map(({ kind }) => kind)));
  return [
    ...paid.filter((key) => !due(key)).map((key) => `pays ${key}, which is not due`),
    ...[...lines]
      .filter((kind) => kind !== 'carried-forward' && !kinds.has(kind))
      .map((kind) => `has lines of ${kind} and pays none`),
  ];
}

/** Whether a key names what falls due to a case. Interim decisions that were not read may make more due. */
function dueTo(parts: Parts, id: CaseId): (key: string) => boolean {
  const kind = caseKind(id);
  if (kind === 'requisition') return (key) => key === `${requisitionKind(id)}/${caseYear(id)}`;
  if (kind === 'reissue') return (key) => key === `reissue/${id}`;
  const interims = [...parts.inputs]
    .flatMap(([stream, versions]) => (stream.endsWith('/authorisation') ? versions : []))
    .filter(({ confirmed }) => confirmed)
    .flatMap(({ content }) => interimMonths([content as InputContents['authorisation']]));
  const rulebooks = parts.rulebooks.years.map(parts.rulebooks.of);
  const keys = new Set(dueUpTo(payoutMonth(id), rulebooks, interims).map(({ key }) => key));
  return (key) => keys.has(key) || (!parts.whole && /^(interim|local)-/.test(key));
}

/** What was requisitioned is paid as the agreement says: its kronor, or its euros at the rate of the pay day. */
function wrongRequisition(
  { inputs, rulebooks, sha256, whole }: Parts,
  id: CaseId,
  proposal: PaymentProposal,
): readonly string[] {
  if (caseKind(id) !== 'requisition') return [];
  const { agreement } = rulebooks.of(caseYear(id));
  const rests = rateOf(proposal);
  const rate = inputs.get(rests?.stream ?? '')?.find(({ version }) => version === rests?.version);
  if (rests && !rate && !whole) return [];
  const isOfDay = (rate?.content as InputContents['rate'] | undefined)?.day === proposal.payDay;
  const kind = requisitionKind(id);
  const amount =
    kind === 'sol'
      ? solRequisition(agreement)
      : rate && ihsiRequisition(euroRate(rate as never), agreement);
  const due = amount && {
    kind,
    sek: amount.value.kronor().toString(),
    working: new WorkingNodes(sha256).add(amount.working),
  };
  const lines = proposal.payments.flatMap((payment) =>
    payment.lines.map((line) => [payment.payee, line]),
  );
  return due &&
    (kind === 'sol' || isOfDay) &&
    canonical(lines as Json) === canonical([['SKR', due]])
    ? []
    : ['pays otherwise than the agreement says'];
}
