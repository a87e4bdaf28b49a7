import { sources } from '../../agreement/sources.ts';
import { canonical, type Json } from '../../canonical.ts';
import type { InputContents } from '../../inputs/contents.ts';
import { giroOf } from '../../inputs/giro.ts';
import type { InputVersion } from '../../inputs/input-stream.ts';
import { lineKinds } from '../../line-kinds.ts';
import { Sek } from '../../money/sek.ts';
import type { RestsOn } from '../../payment/events.ts';
import {
  type PaymentProposal,
  type Proposal,
  type ProposedPayment,
  sumChecks,
} from '../../payment/proposal.ts';
import { regionCodes } from '../../regions.ts';
import { type CaseId, caseKind, caseYear, parseCaseId, reissued } from '../case-id.ts';
import { type Finding, lookedAt, nameOf } from '../found-stream.ts';
import { caseNamed, eventsIn, type Parts, paymentNamed, streamsOf } from './parts.ts';
import { type Workings, wrongAmount } from './workings.ts';

/**
 * What is wrong with the proposals that the record holds: their sums, their working, the versions that they rest on, and whom they
 * would pay to which account.
 */
export const wrongProposals = (parts: Parts, workings: Workings): readonly Finding[] =>
  streamsOf(parts, 'PROPOSAL').flatMap((found) =>
    eventsIn<Proposal>(found)
      .filter(({ number }) => parts.isNew(found, number))
      .flatMap(({ number, event }) =>
        lookedAt(`${nameOf(found)} event ${number}`, () =>
          wrongProposal(parts, workings, parseCaseId(found.stream), event),
        ),
      ),
  );

const wrongProposal = (
  parts: Parts,
  workings: Workings,
  id: CaseId,
  proposal: Proposal,
): readonly string[] => [
  ...(proposal.case === id ? [] : [`is a proposal of ${proposal.case}`]),
  ...wrongAgreements(parts, proposal),
  ...proposal.restsOn.flatMap((each) => wrongVersion(parts, each)),
  ...amountsOf(proposal).flatMap((each) =>
    wrongAmount(parts, workings, each).map((what) => `has ${each.what}, ${each.sek}, ${what}`),
  ),
  ...wrongSums(parts, proposal),
  ...(proposal.kind === 'payment' ? wrongPayments(parts, id, proposal) : []),
];

function wrongAgreements({ rulebooks }: Parts, proposal: Proposal): readonly string[] {
  const { agreements } = proposal;
  const named = agreements.map(({ year }) => year).join(', ');
  const due = rulebooks.years.filter((year) => yearsOf(proposal)?.has(year) ?? true).join(', ');
  const same = yearsOf(proposal) === undefined || named === due;
  const other = same ? [] : [`names the agreements of ${named || 'no year'}, not of ${due}`];
  const wrong = agreements.flatMap(({ year, registration }) => {
    if (!rulebooks.years.includes(year)) return [`names an agreement of ${year}`];
    const source = sources[rulebooks.of(year).agreement.source];
    const known = 'registration' in source ? source.registration : '';
    return registration === known
      ? []
      : [`names the agreement of ${year} ${registration}, not ${known}`];
  });
  const odd = agreements.every((each) => Object.keys(each).sort().join() === 'registration,year')
    ? []
    : ['says of an agreement what is said of none'];
  return [...other, ...wrong, ...odd];
}

/** The agreement years that a proposal is of; of a payment that is sent again, those of the first, which are looked at there. */
function yearsOf(proposal: Proposal): ReadonlySet<number> | undefined {
  if (proposal.kind !== 'payment') return new Set([caseYear(proposal.case)]);
  if (caseKind(proposal.case) === 'reissue') return undefined;
  return new Set(proposal.paid.map((key) => Number(key.split('/')[1])));
}

/** A version that a proposal rests on must be in the record, and be what the proposal says of it. */
function wrongVersion({ inputs, whole }: Parts, rests: RestsOn): readonly string[] {
  const versions = inputs.get(rests.stream);
  if (!versions) return whole ? [`rests on ${rests.stream}, which is not there`] : [];
  const found = versions.find(({ version }) => version === rests.version);
  const { asPaid = true, ...rest } = rests;
  const same =
    asPaid === true && found?.confirmed && canonical(restsOnOf(found)) === canonical(rest);
  return same
    ? []
    : [`rests on ${rests.stream} version ${rests.version} as it does not stand in the record`];
}

const restsOnOf = ({ stream, version, event, hash, registeredBy }: InputVersion): RestsOn => ({
  ...{ stream, version, event, hash, registeredBy },
});

interface Amount {
  readonly what: string;
  readonly sek: string;
  readonly working: string;
}

/** Every amount that a proposal gives the working of. */
function amountsOf(proposal: Proposal): readonly Amount[] {
  if (proposal.kind === 'allocation')
    return proposal.grants.map(({ region, ...rest }) => ({
      what: `the grant of ${region}`,
      ...rest,
    }));
  if (proposal.kind === 'settlement')
    return proposal.lines.map(({ region, kind, ...rest }) => ({
      what: `${kind} of ${region}`,
      ...rest,
    }));
  const lines = proposal.payments.flatMap(({ payee, lines: own }) =>
    own.map(({ kind, ...rest }) => ({ what: `${kind} of ${payee}`, ...rest })),
  );
  const shares = (proposal.yearShares ?? []).map(({ payee, kind, agreementYear, ...rest }) => ({
    what: `the part of ${agreementYear} in ${kind} of ${payee}`,
    ...rest,
  }));
  return [...lines, ...shares];
}

function wrongSums({ rulebooks }: Parts, proposal: Proposal): readonly string[] {
  if (proposal.kind === 'settlement') return wrongSettlement(proposal);
  if (proposal.kind === 'payment')
    return sumChecks(proposal)
      .filter(({ holds }) => !holds)
      .map(({ name, left, right }) => `does not hold: ${name}: ${left} ≠ ${right}`);
  const { potSek, grants } = proposal;
  const sum = Sek.sum(grants.map(({ sek }) => Sek.of(sek))).toString();
  const pot = rulebooks.of(caseYear(proposal.case)).agreement.pot.printed.value.toString();
  const codes = grants.map(({ region }) => region).sort();
  return [
    ...(sum === potSek && potSek === pot
      ? []
      : [`does not hold: grants ${sum}, pot ${potSek}, the agreement's ${pot}`]),
    ...(codes.join() === regionCodes.join() ? [] : ['has not every region once']),
  ];
}

/** What both sign has every region once in every kind, zeros included. */
function wrongSettlement({ lines }: Extract<Proposal, { kind: 'settlement' }>): readonly string[] {
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const own = lines.flatMap((line) => (line.kind === kind ? [line.region] : [])).sort();
    const whole = lineKinds.includes(kind) && own.join() === regionCodes.join();
    return whole ? [] : [`has not every region once in ${kind}`];
  });
}

function wrongPayments(parts: Parts, id: CaseId, proposal: PaymentProposal): readonly string[] {
  const { payments, payDay, budgetYear, decisions, paid, balancesFrom } = proposal;
  const payees = payments.map(({ payee }) => payee);
  return [
    ...(payDay.startsWith(`${budgetYear}-`)
      ? []
      : [`is of ${payDay} and takes from ${budgetYear}`]),
    ...(new Set(payees).size === payees.length ? [] : ['pays somebody twice']),
    ...(new Set(paid).size === paid.length ? [] : ['pays an item twice']),
    ...(new Set(decisions).size === decisions.length ? [] : ['names a decision twice']),
    ...balancesFrom
      .filter((each) => parts.whole && !caseNamed(parts, each))
      .map((each) => `takes up balances of ${each}, which is not there`),
    ...(payments.every(hasItsMembers) ? [] : ['says of a payment what is said of none']),
    ...payments.flatMap((payment) => wrongPayee(parts, proposal, payment)),
    ...wrongShares(proposal),
    ...wrongDecisions(parts, id, proposal, decisions),
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

/** What several years have in a line makes the line, or there is none where it comes to nothing. */
function wrongShares({ yearShares = [], payments }: PaymentProposal): readonly string[] {
  const lines = new Map(
    payments.flatMap(({ payee, lines: own }) =>
      own.map(({ kind, sek }) => [`${kind} of ${payee}`, sek]),
    ),
  );
  const named = new Set(yearShares.map(({ kind, payee }) => `${kind} of ${payee}`));
  return [...named].flatMap((name) => {
    const own = yearShares.filter(({ kind, payee }) => `${kind} of ${payee}` === name);
    const sum = Sek.sum(own.map(({ sek }) => Sek.of(sek))).toString();
    const line = lines.get(name) ?? '0';
    return sum === line ? [] : [`has parts of ${name} that make ${sum}; the line is ${line}`];
  });
}

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

/** Every decision that it names must be one of those it rests on; a payment that is sent again rests on those of the first. */
function wrongDecisions(
  parts: Parts,
  id: CaseId,
  { restsOn }: PaymentProposal,
  decisions: readonly string[],
): readonly string[] {
  if (caseKind(id) === 'reissue') return unlikeFirst(parts, id, decisions);
  const authorised = restsOn.flatMap(({ stream, version }) => {
    const found = parts.inputs.get(stream)?.find((each) => each.version === version);
    return found && stream.endsWith('/authorisation')
      ? [(found.content as InputContents['authorisation']).decision]
      : [];
  });
  return decisions
    .filter((decision) => parts.whole && !authorised.includes(decision))
    .map((decision) => `names a decision that it does not rest on: ${decision}`);
}

function unlikeFirst(parts: Parts, id: CaseId, decisions: readonly string[]): readonly string[] {
  const from = parts.cases.get(reissued(id).from);
  const first = from?.state.released && paymentNamed(parts, from.id, from.state.released.proposal);
  if (!first) return parts.whole ? ['sends again what was not released'] : [];
  return canonical(first.decisions) === canonical(decisions)
    ? []
    : ['names other decisions than the payment that came back'];
}
