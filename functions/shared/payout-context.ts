import type { Rulebook, Rulebooks } from '../../core/agreement/rulebook.ts';
import { type Month, parseMonth, yearOf } from '../../core/calendar/month.ts';
import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import type { Authorisation } from '../../core/inputs/contents.ts';
import { type InForce, interimMonthlyTotal } from '../../core/inputs/facts.ts';
import { type BalanceEntry, balances, carriedBy, returnedBy } from '../../core/payment/balances.ts';
import { dueIn, dueUpTo, interimMonths, keyParts } from '../../core/payment/due.ts';
import {
  type DueInPayout,
  dueInPayout,
  isGrant,
  type PayoutCalendar,
} from '../../core/payment/due-in-payout.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import { foldRecorded } from '../../core/payment/evolve.ts';
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
import type { FactName, PaymentFacts } from '../../core/rules/facts.ts';
import { signedYears } from './deduction.ts';
import { readProposal } from './documents.ts';
import { latestGrantsBefore } from './grants.ts';
import { Inputs } from './inputs.ts';
import { paymentFacts } from './payment-facts.ts';
import type { PaysBy } from './ports.ts';

/** How far back a payout looks: to the year before last, whose last lines may still be due. */
const yearsBack = 2;

const yearsFor = (month: Month): readonly number[] =>
  yearsBetween(yearOf(month) - yearsBack, yearOf(month));

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
    readonly balancesFrom: readonly CaseId[];
    readonly truedUpYears: readonly TruedUpYear[];
  }
> {
  const [known, reissues] = await Promise.all([
    calendarOf(ports, inputs, month, now),
    reissuesOf(ports, month, now),
  ]);
  const { calendar, decisions, others } = known;
  const due = dueInPayout(calendar);
  const truedUpYears = truedUpIn(due, calendar);
  const carried = carriersOf(others, reissues);
  const [facts, keys, released] = await Promise.all([
    factsFor(ports, inputs, due),
    keysFor(ports, due),
    releasedOf(ports.records, calendar, truedUpYears),
  ]);
  return {
    ...calendar,
    facts: (year) => facts.get(year) ?? {},
    interimTotal: (decision) => interimMonthlyTotal(recordOf(inputs, decisions, decision)),
    latestGrants: (year) => keys.get(year),
    grantReleased: (year) => grantReleased(released.get(year) ?? [], year),
    balances: balances(carried.entries),
    balancesFrom: carried.from,
    truedUpYears,
    without,
  };
}

/** What decides which items a month's payout pays, as the record stands now. */
async function calendarOf(ports: PaysBy, inputs: Inputs, month: Month, now: Instant) {
  const years = yearsFor(month);
  const [runEvents, decisions] = await Promise.all([
    runsOf(ports, month, now),
    decisionsOf(inputs, years),
  ]);
  const authorisations = decisions.map(({ content }) => content);
  const ended = await endedYears(inputs, authorisations);
  const others = new Map([...runEvents].filter(([each]) => each !== month));
  const own = runEvents.get(month);
  const rulebooks = rulebooksFor(ports.rulebooks, years).filter(
    ({ agreement }) => !ended.has(agreement.year),
  );
  const interims = interimMonths(authorisations).filter(
    ({ decision }) => !ended.has(decision.agreementYear),
  );
  const runs = new Map([...others].map(([each, events]) => [each, foldRecorded(events)]));
  const due = dueIn(month, dueUpTo(month, rulebooks, interims), runs);
  const calendar: PayoutCalendar = {
    month,
    rulebooks,
    interims,
    authorisations,
    signed: await signedYears(ports.records, due),
    runs,
    ...(own && { own: foldRecorded(own) }),
  };
  return { calendar, decisions, others };
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

/** Of the years that a payout trues up: the payouts that have released anything of their instalments, in order. */
const truedUpIn = ({ truesUp }: DueInPayout, { runs }: PayoutCalendar): readonly TruedUpYear[] =>
  truesUp.map((agreementYear) => ({
    agreementYear,
    releasedIn: [...runs]
      .filter(([, { released }]) =>
        released?.paid
          .map(keyParts)
          .some((paid) => paid.agreementYear === agreementYear && isGrant(paid)),
      )
      .map(([of]) => payoutCase(of))
      .sort(),
  }));

/** The payments that were released of these years' instalments, as they were approved. */
async function releasedOf(
  records: Records,
  { runs }: PayoutCalendar,
  years: readonly TruedUpYear[],
) {
  const read = years.map(async ({ agreementYear, releasedIn }) => {
    const payments = releasedIn.map((id) => {
      const hash = runs.get(payoutMonth(id))?.released?.proposal ?? '';
      return readProposal(records, id, 'payment', hash);
    });
    return [agreementYear, await Promise.all(payments)] as const;
  });
  return new Map(await Promise.all(read));
}

/** Marks the decisions that a payout rests on, by name. */
export async function useDecisions(
  inputs: Inputs,
  month: Month,
  names: readonly string[],
): Promise<void> {
  const decisions = await decisionsOf(inputs, yearsFor(month));
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

/** What the payouts so far, this month's left out, and the reissues carry to the next: entries, and the cases that hold some. */
export interface Carriers {
  readonly entries: readonly BalanceEntry[];
  readonly from: readonly CaseId[];
}

function carriersOf(
  runs: ReadonlyMap<Month, CaseEvents>,
  reissues: ReadonlyMap<CaseId, CaseEvents>,
): Carriers {
  const cases = [
    ...[...runs].sort(byName).map(([month, events]) => ({ id: payoutCase(month), events })),
    ...[...reissues].sort(byName).map(([id, events]) => ({ id, events })),
  ];
  const each = cases
    .flatMap(({ id, events }) =>
      // Once for what it carried and once for what came back: the second may come when the first has been seen.
      [carriedBy(foldRecorded(events)), returnedIn(id, events)].map((entries) => ({ id, entries })),
    )
    .filter(({ entries }) => entries.length > 0);
  return { entries: each.flatMap(({ entries }) => entries), from: each.map(({ id }) => id) };
}

const returnedIn = (id: CaseId, events: CaseEvents): readonly BalanceEntry[] =>
  returnedBy(streamText(caseStream(id)), events, foldRecorded(events));

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

/** The cases whose carried kronor a payout of the month has to take up, as the record stands now. */
export async function carriers(
  ports: PaysBy,
  month: Month,
  now: Instant,
): Promise<readonly CaseId[]> {
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
  const { calendar } = await calendarOf(ports, new Inputs(ports.records), month, now);
  const due = dueInPayout(calendar);
  return {
    keys: new Set(due.items.map(({ key }) => key)),
    decisions: new Map(
      due.items.flatMap(({ key, ground }) =>
        'decision' in ground ? [[key, ground.decision.decision] as const] : [],
      ),
    ),
    truedUpYears: truedUpIn(due, calendar),
  };
}
