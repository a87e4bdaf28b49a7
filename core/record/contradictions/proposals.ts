import { sources } from '../../agreement/sources.ts';
import { canonical } from '../../canonical.ts';
import type { InputContents } from '../../inputs/contents.ts';
import type { InputVersion } from '../../inputs/input-stream.ts';
import { lineKinds } from '../../line-kinds.ts';
import { Sek } from '../../money/sek.ts';
import type { RestsOn } from '../../payment/events.ts';
import { type Proposal, sumChecks } from '../../payment/proposal.ts';
import { regionCodes } from '../../regions.ts';
import {
  type CaseId,
  caseKind,
  caseYear,
  inputStream,
  parseCaseId,
  streamText,
} from '../case-id.ts';
import { type Finding, lookedAt, nameOf } from '../found-stream.ts';
import { amountsOf } from './amounts.ts';
import { foreignTo } from './foreign-to.ts';
import { eventsIn, type Parts, streamsOf } from './parts.ts';
import { wrongPayments } from './proposed-payments.ts';
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
  ...wrongMembers(proposal),
  ...wrongAgreements(parts, proposal),
  ...proposal.restsOn.flatMap((each) => wrongVersion(parts, each)),
  ...wrongAmounts(parts, workings, amountsOf(proposal)),
  ...wrongSums(parts, proposal),
  ...(proposal.kind === 'payment' ? wrongPayments(parts, workings, id, proposal) : []),
];

/** Each amount stands once, comes to what its working does, and is worked out of its payee's own numbers. */
function wrongAmounts(
  parts: Parts,
  workings: Workings,
  amounts: ReturnType<typeof amountsOf>,
): readonly string[] {
  const named = new Set<string>();
  return amounts.flatMap((each) => {
    const again = named.has(each.what);
    named.add(each.what);
    const others = foreignTo(workings, each);
    return [
      ...(again ? ['again'] : []),
      ...wrongAmount(parts, workings, each),
      ...(others.length > 0 ? [`worked out for ${others.join(', ')}`] : []),
    ].map((what) => `has ${each.what}, ${each.sek}, ${what}`);
  });
}

/** What each kind of proposal says, besides what is there only of some payments; and each part of it. */
const members: { readonly [K in Proposal['kind']]: string } = {
  payment:
    'agreements,balancesFrom,budgetYear,case,codeVersion,debtor,decisions,kind,number,onlyOnPayDay,paid,payDay,payments,restsOn,totalSek,warnings,without',
  allocation: 'agreements,case,codeVersion,grants,kind,number,potSek,restsOn',
  settlement: 'agreements,case,codeVersion,kind,lines,localDiscounts,number,restsOn',
};
const ofSome: readonly string[] = ['truesUp', 'yearShares'];
const grant = 'region,sek,working';

const namesIn = (said: object): string => Object.keys(said).sort().join();

function wrongMembers(proposal: Proposal): readonly string[] {
  const { kind } = proposal;
  const said = Object.keys(proposal).filter((name) => kind !== 'payment' || !ofSome.includes(name));
  const parts: readonly (readonly [object, string])[] = [
    ...(kind === 'allocation' ? proposal.grants : []).map((each) => [each, grant] as const),
    ...(kind === 'settlement' ? proposal.lines : []).map(
      (each) => [each, `kind,${grant}`] as const,
    ),
    ...proposal.agreements.map((each) => [each, 'registration,year'] as const),
  ];
  const isMade =
    typeof proposal.codeVersion === 'string' &&
    proposal.codeVersion !== '' &&
    Number.isInteger(kind === 'payment' ? proposal.budgetYear : proposal.number);
  const odd = parts.find(([each, names]) => namesIn(each) !== names);
  return [
    ...(said.sort().join() === members[kind]
      ? []
      : [`says ${said.join()}; a ${kind} says ${members[kind]}`]),
    ...(isMade ? [] : ['does not say by which code it was made, or of which budget year it is']),
    ...(odd ? [`says ${namesIn(odd[0])} where ${odd[1]} belongs`] : []),
  ];
}

function wrongAgreements({ rulebooks }: Parts, proposal: Proposal): readonly string[] {
  const { agreements } = proposal;
  const named = agreements.map(({ year }) => year).join(', ');
  const due = rulebooks.years.filter((year) => yearsOf(proposal)?.has(year) ?? true).join(', ');
  const same = yearsOf(proposal) === undefined || named === due;
  const other = same ? [] : [`names the agreements of ${named || 'no year'}, not of ${due}`];
  const wrong = agreements.flatMap(({ year, registration }) => {
    if (!rulebooks.years.includes(year)) return [`names an agreement of ${year}`];
    const source: { readonly registration?: string; readonly title: string } =
      sources[rulebooks.of(year).agreement.source];
    const { registration: known = '' } = source;
    return registration === known
      ? []
      : [`names the agreement of ${year} ${registration}, not ${known}`];
  });
  return [...other, ...wrong];
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

function wrongSums(parts: Parts, proposal: Proposal): readonly string[] {
  if (proposal.kind === 'settlement')
    return [...wrongSettlement(proposal), ...wrongDiscounts(parts, proposal)];
  if (proposal.kind === 'payment')
    return sumChecks(proposal)
      .filter(({ holds }) => !holds)
      .map(({ name, left, right }) => `does not hold: ${name}: ${left} ≠ ${right}`);
  const { potSek, grants } = proposal;
  const sum = Sek.sum(grants.map(({ sek }) => Sek.of(sek))).toString();
  const pot = parts.rulebooks.of(caseYear(proposal.case)).agreement.pot.printed.value.toString();
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

/** The local discounts that are listed for both must be those of the report that it rests on. */
function wrongDiscounts(
  { inputs, whole }: Parts,
  { case: id, restsOn, localDiscounts }: Extract<Proposal, { kind: 'settlement' }>,
): readonly string[] {
  const stream = streamText(inputStream(caseYear(id), 'local-discounts'));
  const rests = restsOn.find((each) => each.stream === stream);
  const version = inputs.get(stream)?.find((each) => each.version === rests?.version);
  if (rests && !version && !whole) return [];
  const reported = (version?.content ?? {}) as InputContents['local-discounts'];
  const due = regionCodes.flatMap((region) =>
    (reported[region] ?? []).map((sek) => ({ region, sek })),
  );
  return canonical(due) === canonical(localDiscounts)
    ? []
    : ['lists other local discounts than were reported'];
}
