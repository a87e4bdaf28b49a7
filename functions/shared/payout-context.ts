import { agreementYears, type Rulebook, rulebookOf } from '../../core/agreement/rulebook.ts';
import { type Month, parseMonth, yearOf } from '../../core/calendar/month.ts';
import { given, stored } from '../../core/explain.ts';
import type { Authorisation } from '../../core/inputs/contents.ts';
import { type InForce, interimMonthlyTotal } from '../../core/inputs/facts.ts';
import { Fraction } from '../../core/money/fraction.ts';
import { type BalanceEntry, balances } from '../../core/payment/balances.ts';
import { dueIn, dueUpTo, interimMonths } from '../../core/payment/due.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import { foldRecorded } from '../../core/payment/evolve.ts';
import type { PayoutContext } from '../../core/payment/payout.ts';
import type { Recorded, Records } from '../../core/ports.ts';
import {
  type CaseId,
  caseOfStream,
  casePartition,
  payoutCase,
  streamText,
} from '../../core/record/case-id.ts';
import type { FactName, PaymentFacts } from '../../core/rules/facts.ts';
import { Inputs } from './inputs.ts';
import { paymentFacts } from './payment-facts.ts';

/** How far back a payout looks: to the year before last, whose grants interim payments may still be shared by. */
const yearsBack = 2;

const yearsFor = (month: Month): readonly number[] => yearsFrom(yearOf(month) - yearsBack, month);

/** The payment years from one on, up to the month's. */
const yearsFrom = (first: number, month: Month): readonly number[] =>
  Array.from({ length: yearOf(month) - first + 1 }, (_, after) => first + after);

type CaseEvents = readonly Recorded<CaseEvent>[];

/** Everything that the record knows for a month's payout. */
export async function payoutContext(
  records: Records,
  inputs: Inputs,
  month: Month,
  without: ReadonlySet<string>,
): Promise<PayoutContext & { readonly balancesFrom: readonly CaseId[] }> {
  const years = yearsFor(month);
  const [runEvents, reissues, decisions] = await Promise.all([
    runsOf(records, month),
    reissuesOf(records, month),
    decisionsOf(inputs, years),
  ]);
  const rulebooks = rulebooksOf(years);
  const interims = interimMonths(decisions.map(({ content }) => content));
  const runs = new Map([...runEvents].map(([each, events]) => [each, foldRecorded(events)]));
  const carried = carriersOf(runEvents, reissues);
  const facts = await factsFor(records, inputs, month, { rulebooks, runs, interims });
  return {
    month,
    rulebooks,
    runs,
    interims,
    facts: (year) => facts.get(year) ?? {},
    interimTotal: (decision) => interimMonthlyTotal(recordOf(inputs, decisions, decision)),
    latestGrants: latest(facts),
    authorisations: decisions.map(({ content }) => content),
    balances: balances(carried.entries),
    balancesFrom: carried.from,
    without,
  };
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

const rulebooksOf = (years: readonly number[]): readonly Rulebook[] =>
  agreementYears.filter((year) => years.includes(year)).map(rulebookOf);

/**
 * All payouts but the month's, since the first agreement: a balance is the sum of everything ever carried, and with only some of
 * it a region would be paid, or charged, what was settled long ago.
 */
async function runsOf(records: Records, month: Month): Promise<ReadonlyMap<Month, CaseEvents>> {
  const partitions = await Promise.all(
    yearsFrom(Math.min(yearOf(month) - yearsBack, ...agreementYears), month).map(async (year) => {
      const streams = await records.readPartition<CaseEvent>(`RUN#${year}`);
      return [...streams].map(([name, events]) => [parseMonth(`${year}-${name}`), events] as const);
    }),
  );
  return new Map(partitions.flat().filter(([each]) => each !== month));
}

/** What came back and was sent again: it can come back once more, and then go to a month after all. */
async function reissuesOf(
  records: Records,
  month: Month,
): Promise<ReadonlyMap<CaseId, CaseEvents>> {
  const partitions = await Promise.all(
    yearsFrom(Math.min(yearOf(month) - yearsBack, ...agreementYears), month).map(async (year) => {
      const partition = casePartition('reissue', year);
      const streams = await records.readPartition<CaseEvent>(partition);
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
  records: Records,
  inputs: Inputs,
  month: Month,
  known: Pick<PayoutContext, 'rulebooks' | 'runs' | 'interims'>,
): Promise<ReadonlyMap<number, PaymentFacts>> {
  const { rulebooks, runs, interims } = known;
  const items = dueIn(month, dueUpTo(month, rulebooks, interims), runs);
  const interimDue = items.some(({ kind }) => kind === 'interim-instalment');
  const facts = rulebooks.map(async (rulebook) => {
    const { year } = rulebook.agreement;
    const due = items.filter(({ agreementYear }) => agreementYear === year);
    const needs = new Set(due.flatMap(({ kind }) => needsOf(rulebook, kind)));
    if (interimDue) needs.add('grants');
    return [year, await paymentFacts(records, inputs, year, needs)] as const;
  });
  return new Map(await Promise.all(facts));
}

const needsOf = ({ lines }: Rulebook, kind: string): readonly FactName[] =>
  lines.find((rule) => rule.kind === kind)?.needs ?? [];

/** The grants of the latest year that has been decided. */
const latest = (facts: ReadonlyMap<number, PaymentFacts>): PaymentFacts['grants'] =>
  [...facts]
    .sort(([a], [b]) => b - a)
    .map(([, { grants }]) => grants)
    .find((grants) => grants !== undefined);

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
      [carriedBy(events), returnedBy(events)].map((entries) => ({ id, entries })),
    )
    .filter(({ entries }) => entries.length > 0);
  return { entries: each.flatMap(({ entries }) => entries), from: each.map(({ id }) => id) };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

/** The cases whose carried kronor a payout of the month has to take up, as the record stands now. */
export async function carriers(records: Records, month: Month): Promise<readonly CaseId[]> {
  const [runs, reissues] = await Promise.all([runsOf(records, month), reissuesOf(records, month)]);
  return carriersOf(runs, reissues).from;
}

/**
 * The keys of what a month's payout may pay, as the record stands now. Another payout, opened or released since the proposal was
 * made, may have taken an item over.
 */
export async function dueNow(records: Records, month: Month): Promise<ReadonlySet<string>> {
  const years = yearsFor(month);
  const [runEvents, decisions] = await Promise.all([
    runsOf(records, month),
    decisionsOf(new Inputs(records), years),
  ]);
  const interims = interimMonths(decisions.map(({ content }) => content));
  const runs = new Map([...runEvents].map(([each, events]) => [each, foldRecorded(events)]));
  const items = dueIn(month, dueUpTo(month, rulebooksOf(years), interims), runs);
  return new Set(items.map(({ key }) => key));
}

const carriedBy = (events: CaseEvents): readonly BalanceEntry[] =>
  (foldRecorded(events).released?.carried ?? []).map(({ region, sek, working }) => ({
    region,
    carried: stored(Fraction.parse(sek), working),
  }));

/** Payments that came back and that a person let go to the next month: the event that took them back is their leaf. */
function returnedBy(events: CaseEvents): readonly BalanceEntry[] {
  const { lines } = foldRecorded(events);
  return events.flatMap(({ event, stream, number, hash }) => {
    if (event.type !== 'returned') return [];
    const source = { stream: streamText(stream), version: number, hash };
    return event.payments.flatMap(({ payee, sek }) =>
      payee !== 'SKR' && lines.get(payee)?.resolved?.choice === 'next-month'
        ? [
            {
              region: payee,
              carried: given.sek(Fraction.parse(sek).negated(), `${payee} returned`, source),
            },
          ]
        : [],
    );
  });
}
