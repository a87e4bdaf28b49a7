import type { Rulebook, Rulebooks } from '../../core/agreement/rulebook.ts';
import { type Month, parseMonth, yearOf } from '../../core/calendar/month.ts';
import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import type { Explained } from '../../core/explain.ts';
import type { Authorisation } from '../../core/inputs/contents.ts';
import { type InForce, interimMonthlyTotal } from '../../core/inputs/facts.ts';
import type { Sek } from '../../core/money/sek.ts';
import { type BalanceEntry, balances, carriedBy, returnedBy } from '../../core/payment/balances.ts';
import { dueIn, dueUpTo, interimMonths, keyParts, paidKeys } from '../../core/payment/due.ts';
import {
  type DueInPayout,
  dueInPayout,
  isGrant,
  type PayoutCalendar,
} from '../../core/payment/due-in-payout.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import { type CaseState, foldRecorded } from '../../core/payment/evolve.ts';
import type { PayoutContext } from '../../core/payment/payout.ts';
import type { TruedUpYear } from '../../core/payment/proposal.ts';
import { grantReleased } from '../../core/payment/released-lines.ts';
import type { Recorded, Records } from '../../core/ports.ts';
import {
  type CaseId,
  caseOfStream,
  casePartition,
  caseStream,
  payoutCase,
  payoutMonth,
  streamText,
} from '../../core/record/case-id.ts';
import { type ByRegion, byRegion } from '../../core/regions.ts';
import type { FactName, PaymentFacts } from '../../core/rules/facts.ts';
import { signedYears } from './deduction.ts';
import { readProposal } from './documents.ts';
import { latestGrantsBefore } from './grants.ts';
import { Inputs } from './inputs.ts';
import { paymentFacts } from './payment-facts.ts';
import type { PaysBy } from './ports.ts';

/** How far back a payout always looks: to the year before last, whose last lines may still be due. */
const yearsBack = 2;

/** The agreement years that a payout looks at: from those on, or from the first of which something is not paid, however old. */
function yearsDue(
  { years, of }: Rulebooks,
  month: Month,
  runs: ReadonlyMap<Month, CaseState>,
): readonly number[] {
  const first = yearOf(month) - yearsBack;
  const paid = paidKeys(runs);
  const unpaid = years.find((year) => keysOf(of(year), month).some((key) => !paid.has(key)));
  return yearsBetween(Math.min(first, unpaid ?? first), yearOf(month));
}

/** What an agreement has paid when it is over; its local discounts wait for a year that may be long in coming. */
const keysOf = (rulebook: Rulebook, month: Month): readonly string[] => [
  ...dueUpTo(month, [rulebook], []).map(({ key }) => key),
  ...rulebook.lines
    .filter(({ kind }) => kind === 'local-discount')
    .map(({ kind }) => `${kind}/${rulebook.agreement.year}`),
];

const yearsBetween = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, after) => first + after);

type CaseEvents = readonly Recorded<CaseEvent>[];

/** Everything that the record knows for a month's payout. */
export async function payoutContext(
  ports: PaysBy,
  inputs: Inputs,
  month: Month,
  without: ReadonlySet<string>,
  now: Instant,
): Promise<
  PayoutContext & {
    readonly balancesFrom: readonly string[];
    readonly truedUpYears: readonly TruedUpYear[];
    /** The authorisations as the record holds them. */
    readonly decisions: readonly InForce<'authorisation'>[];
    readonly runs: Runs;
  }
> {
  const [known, reissues] = await Promise.all([
    calendarOf(ports, inputs, month, now),
    reissuesOf(ports, month, now),
  ]);
  const { calendar, runs, decisions, others } = known;
  const due = dueInPayout(calendar);
  const truedUpYears = truedUpIn(due, runs);
  const carried = carriersOf(others, reissues);
  const [facts, keys, released] = await Promise.all([
    factsFor(ports, inputs, due),
    keysFor(ports, due),
    releasedOf(ports.records, runs, truedUpYears),
  ]);
  return {
    ...calendar,
    facts: (year) => facts.get(year) ?? {},
    interimTotal: (decision) => interimMonthlyTotal(recordOf(inputs, decisions, decision)),
    latestGrants: (year) => keys.get(year),
    grantReleased: (year) => released.get(year) ?? byRegion(() => []),
    runs,
    balances: balances(carried.entries),
    balancesFrom: carried.from,
    truedUpYears,
    decisions,
    without,
  };
}

/** What decides which items a month's payout pays, as the record stands now. */
async function calendarOf(ports: PaysBy, inputs: Inputs, month: Month, now: Instant) {
  const runEvents = await runsOf(ports, month, now);
  const others = new Map([...runEvents].filter(([each]) => each !== month));
  const runs = new Map([...others].map(([each, events]) => [each, foldRecorded(events)]));
  const years = yearsDue(ports.rulebooks, month, runs);
  const decisions = await decisionsOf(inputs, years);
  const authorisations = decisions.map(({ content }) => content);
  const ended = await endedYears(inputs, authorisations);
  const own = runEvents.get(month);
  const rulebooks = rulebooksFor(ports.rulebooks, years).filter(
    ({ agreement }) => !ended.has(agreement.year),
  );
  const interims = interimMonths(authorisations).filter(
    ({ decision }) => !ended.has(decision.agreementYear),
  );
  const due = dueIn(month, dueUpTo(month, rulebooks, interims, ended), runs);
  const calendar: PayoutCalendar = {
    month,
    rulebooks,
    interims,
    authorisations,
    ended,
    signed: await signedYears(ports.records, due),
    runs,
    ...(own && { own: foldRecorded(own) }),
  };
  return { calendar, runs, decisions, others };
}

/**
 * The years that two people have ended without an agreement: their interim payments stand, and nothing more is due of them. Looked up
 * only of years that have interim decisions.
 */
async function endedYears(
  inputs: Inputs,
  decisions: readonly Authorisation[],
): Promise<ReadonlySet<number>> {
  const interim = decisions.filter(({ kind }) => kind === 'interim');
  const years = [...new Set(interim.map(({ agreementYear }) => agreementYear))];
  const ended = await Promise.all(years.map((year) => inputs.all('year-ended', year)));
  return new Set(years.filter((_year, index) => ended[index]?.length));
}

/** The payouts so far that the record holds, by month. */
type Runs = ReadonlyMap<Month, CaseState>;

/** Of the years that a payout trues up: the payouts that have released anything of their instalments, in order. */
const truedUpIn = ({ truesUp }: DueInPayout, runs: Runs): readonly TruedUpYear[] =>
  truesUp.map((agreementYear) => ({ agreementYear, releasedIn: releasedIn(runs, agreementYear) }));

/** The payouts that have released anything of a year's instalments, or of its interim payments. */
const releasedIn = (runs: Runs, agreementYear: number): readonly CaseId[] =>
  [...runs]
    .filter(([, { released }]) =>
      released?.paid
        .map(keyParts)
        .some((paid) => paid.agreementYear === agreementYear && isGrant(paid)),
    )
    .map(([of]) => payoutCase(of))
    .sort();

/** Every line of a year's instalments and interim payments that these payouts have released. */
export async function releasedOfYear(
  records: Records,
  runs: Runs,
  agreementYear: number,
): Promise<ByRegion<readonly Explained<Sek>[]>> {
  const payments = releasedIn(runs, agreementYear).map((id) => {
    const hash = runs.get(payoutMonth(id))?.released?.proposal ?? '';
    return readProposal(records, id, 'payment', hash);
  });
  return grantReleased(await Promise.all(payments), agreementYear);
}

/** The same of the years that a payout trues up. */
async function releasedOf(records: Records, runs: Runs, years: readonly TruedUpYear[]) {
  const read = years.map(
    async ({ agreementYear }) =>
      [agreementYear, await releasedOfYear(records, runs, agreementYear)] as const,
  );
  return new Map(await Promise.all(read));
}

/** Marks the decisions that a payout rests on, by name. */
export function useDecisions(
  inputs: Inputs,
  decisions: readonly InForce<'authorisation'>[],
  names: readonly string[],
): void {
  for (const each of decisions) if (names.includes(each.content.decision)) inputs.markUsed(each);
}

const rulebooksFor = (rulebooks: Rulebooks, years: readonly number[]): readonly Rulebook[] =>
  rulebooks.years.filter((year) => years.includes(year)).map(rulebooks.of);

/**
 * The years in which anything can have been paid that a month's payout has to know of: all since the first agreement. Not up to the
 * month's own alone: one that is late finds that later months have been paid, and next year's first is opened some days before it.
 */
function paymentYears({ rulebooks }: PaysBy, month: Month, now: Instant): readonly number[] {
  const first = Math.min(yearOf(month) - yearsBack, ...rulebooks.years);
  const last = Math.max(yearOf(month), Number(dayInStockholm(now).slice(0, 4))) + 1;
  return yearsBetween(first, last);
}

/**
 * All payouts since the first agreement: a balance is the sum of everything ever carried, and with only some of it a region would be
 * paid, or charged, what was settled long ago.
 */
async function runsOf(
  ports: PaysBy,
  month: Month,
  now: Instant,
): Promise<ReadonlyMap<Month, CaseEvents>> {
  const partitions = await Promise.all(
    paymentYears(ports, month, now).map(async (year) => {
      const streams = await ports.records.readPartition<CaseEvent>(`RUN#${year}`);
      return [...streams].map(([name, events]) => [parseMonth(`${year}-${name}`), events] as const);
    }),
  );
  return new Map(partitions.flat());
}

/** What came back and was sent again: it can come back once more, and then go to a month after all. */
async function reissuesOf(
  ports: PaysBy,
  month: Month,
  now: Instant,
): Promise<ReadonlyMap<CaseId, CaseEvents>> {
  const partitions = await Promise.all(
    paymentYears(ports, month, now).map(async (year) => {
      const partition = casePartition('reissue', year);
      const streams = await ports.records.readPartition<CaseEvent>(partition);
      return [...streams].map(
        ([name, events]) => [caseOfStream({ partition, name }), events] as const,
      );
    }),
  );
  return new Map(partitions.flat());
}

async function decisionsOf(
  inputs: Inputs,
  years: readonly number[],
): Promise<readonly InForce<'authorisation'>[]> {
  return (await Promise.all(years.map((year) => inputs.all('authorisation', year)))).flat();
}

function recordOf(
  inputs: Inputs,
  decisions: readonly InForce<'authorisation'>[],
  wanted: Authorisation,
): InForce<'authorisation'> {
  const found = decisions.find(({ content }) => content === wanted);
  if (!found) throw new RangeError(`Decision ${wanted.decision} is not in the record.`);
  inputs.markUsed(found);
  return found;
}

/** Reads only the facts that this month's items need, so that the proposal rests on nothing else. */
async function factsFor(
  pays: PaysBy,
  inputs: Inputs,
  { items }: DueInPayout,
): Promise<ReadonlyMap<number, PaymentFacts>> {
  const { rulebooks } = pays;
  const facts = rulebooks.years.map(async (year) => {
    const due = items.filter(({ agreementYear }) => agreementYear === year);
    const needs = new Set(due.flatMap(({ kind }) => needsOf(rulebooks.of(year), kind)));
    return [year, await paymentFacts(pays, inputs, year, needs)] as const;
  });
  return new Map(await Promise.all(facts));
}

const needsOf = ({ lines }: Rulebook, kind: string): readonly FactName[] =>
  lines.find((rule) => rule.kind === kind)?.needs ?? [];

/** By which grants the interim payments among the items are shared, by their agreement year. */
async function keysFor(ports: PaysBy, { items }: DueInPayout) {
  const interims = items.filter(({ kind }) => kind === 'interim-instalment');
  const years = [...new Set(interims.map(({ agreementYear }) => agreementYear))];
  const grants = years.map(async (year) => [year, await latestGrantsBefore(ports, year)] as const);
  return new Map(await Promise.all(grants));
}

/** What the payouts so far, this month's left out, and the reissues carry to the next: entries, and by name what they are of. */
export interface Carriers {
  readonly entries: readonly BalanceEntry[];
  readonly from: readonly string[];
}

function carriersOf(
  runs: ReadonlyMap<Month, CaseEvents>,
  reissues: ReadonlyMap<CaseId, CaseEvents>,
): Carriers {
  const cases = [
    ...[...runs].sort(byName).map(([month, events]) => ({ id: payoutCase(month), events })),
    ...[...reissues].sort(byName).map(([id, events]) => ({ id, events })),
  ];
  const entries = cases.flatMap(({ id, events }) => {
    const state = foldRecorded(events);
    return [...carriedBy(id, state), ...returnedBy(streamText(caseStream(id)), events, state)];
  });
  return { entries, from: [...new Set(entries.map(({ of }) => of))] };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

/** Of what the kronor are that a payout of the month has to take up, by name, as the record stands now. */
export async function carriers(
  ports: PaysBy,
  month: Month,
  now: Instant,
): Promise<readonly string[]> {
  const [runs, reissues] = await Promise.all([
    runsOf(ports, month, now),
    reissuesOf(ports, month, now),
  ]);
  return carriersOf(new Map([...runs].filter(([each]) => each !== month)), reissues).from;
}

/**
 * What a month's payout may pay, by key, as the record stands now, and what it would settle. Another payout, opened or released since
 * the proposal was made, may have taken an item over, and a decision may have come that ends it.
 */
export async function dueNow(
  ports: PaysBy,
  month: Month,
  now: Instant,
): Promise<{
  readonly keys: ReadonlySet<string>;
  /** By which interim decision an item of it is paid, by key. */
  readonly decisions: ReadonlyMap<string, string>;
  readonly truedUpYears: readonly TruedUpYear[];
}> {
  const { calendar, runs } = await calendarOf(ports, new Inputs(ports.records), month, now);
  const due = dueInPayout(calendar);
  return {
    keys: new Set(due.items.map(({ key }) => key)),
    decisions: new Map(
      due.items.flatMap(({ key, ground }) =>
        'decision' in ground ? [[key, ground.decision.decision] as const] : [],
      ),
    ),
    truedUpYears: truedUpIn(due, runs),
  };
}
