import { join } from 'node:path';
import { rulebookOf } from '../core/agreement/rulebook.ts';
import { nextBankDay } from '../core/calendar/bank-day.ts';
import { firstDayOf } from '../core/calendar/day.ts';
import { addMonths, type Month, monthOf, monthsFrom } from '../core/calendar/month.ts';
import { dayInStockholm, instantInStockholm, parseInstant } from '../core/calendar/stockholm.ts';
import type { CaseId } from '../core/record/case-id.ts';
import type { Finding, Verification } from '../core/record/verify.ts';
import { DynamoDbRecords } from '../functions/adapters/dynamodb-records.ts';
import { type Actor, type LocalCloud, openLocalCloud } from './cloud/local-cloud.ts';
import type { Registration } from './inputs/registration.ts';
import { registrations } from './inputs/registrations.ts';
import { FIRST_DAY } from './inputs/run-days.ts';
import type { YearInputs } from './inputs/year-inputs.ts';
import { Approvers } from './officials/approvers.ts';
import { nobody, WaitsForPeople } from './officials/nobody.ts';
import { Registrars } from './officials/registrars.ts';
import { foundStreams, localClient, theTable } from './record/found-streams.ts';
import { streamsOfMonth } from './record/streams-of-month.ts';
import { waitingIn } from './record/waiting.ts';
import { writeWhole } from './record/write-whole.ts';
import { YearInRecord } from './record/year-in-record.ts';
import type { Check, Waiting, YearResult } from './report/year-result.ts';

export interface YearRun {
  readonly inputs: YearInputs;
  readonly assembly: string;
  readonly records: string;
  readonly approve: 'auto' | 'console';
  /** The last month; null for as long as anything can be paid. */
  readonly until: Month | null;
  /** Told of every month when it is over. */
  readonly onMonth: (month: Month, year: YearInRecord, waiting: readonly Waiting[]) => void;
  readonly onTime?: (now: string) => void;
  /** Whether the outcome says where the time went; counting that takes time itself. */
  readonly timed?: boolean;
  /** What arrives, and on which day; everything on the day that local/sample-2021/README.md says, when left out. */
  readonly arrivals?: readonly Registration[];
  /** Who approves with 'auto'; the local officials, when left out. */
  readonly approvers?: (cloud: LocalCloud) => Actor;
  /** Further people on the time line, and modes of the local cloud: for tests. */
  readonly actors?: (cloud: LocalCloud) => readonly Actor[];
  readonly cloud?: Partial<Parameters<typeof openLocalCloud>[0]>;
}

export interface YearOutcome {
  readonly result: YearResult;
  readonly checks: readonly Check[];
  readonly waiting: readonly Waiting[];
  /** What is wrong with the record itself; nothing, when it is whole. */
  readonly findings: readonly Finding[];
  readonly failed: readonly { readonly name: string; readonly why: string }[];
  readonly timings: Record<string, number>;
}

/**
 * The last month of the run: the settlement's, the last for which a decision lets anything be paid, or that of the bank day
 * after the last arrival, on which what waited for it is paid. Everything that can be paid is paid by then.
 */
export function lastMonth(
  { agreementYear, authorisations }: Pick<YearInputs, 'agreementYear' | 'authorisations'>,
  arrivals: readonly Pick<Registration, 'day'>[],
): Month {
  const { settlementMonth } = rulebookOf(agreementYear).agreement.reconciliation;
  const months = [
    settlementMonth.value,
    ...authorisations.map((each) => each.lastPaymentMonth),
    ...arrivals.map(({ day }) => monthOf(nextBankDay(day))),
  ];
  return months.sort().at(-1) ?? settlementMonth.value;
}

/** Runs the grant year, from where its records are, through the synthesized state machines. */
export async function runYear(run: YearRun): Promise<YearOutcome> {
  const beginning = instantInStockholm(FIRST_DAY, '00:00');
  const cloud = await openLocalCloud({
    assembly: run.assembly,
    records: run.records,
    startAt: beginning,
    ...run.cloud,
  });
  const client = localClient(cloud.endpoints().dynamodb);
  try {
    const table = await theTable(client);
    const { agreementYear } = run.inputs;
    const records = new DynamoDbRecords(client, table);
    const readMonth = async (month: Month) =>
      new YearInRecord(await streamsOfMonth(records, agreementYear, month), agreementYear);
    const approvers = run.approvers?.(cloud) ?? new Approvers(cloud);
    const arrivals = run.arrivals ?? registrations(run.inputs);
    const actors = [
      new Registrars(cloud, records, arrivals),
      run.approve === 'auto' ? approvers : nobody,
      ...(run.actors?.(cloud) ?? []),
    ];
    // What was recorded before a crash and reached nobody is delivered now, not at the next full hour.
    if (cloud.now() !== beginning) await cloud.invoke('redeliver-answers', {});
    const last = run.until ?? lastMonth(run.inputs, arrivals);
    await throughMonths(run, last, cloud, actors, readMonth);
    const year = new YearInRecord(await foundStreams(client, table), agreementYear);
    anchor(run.records, year.verification());
    return outcomeOf(run, cloud, year);
  } finally {
    client.destroy();
    await cloud.close();
  }
}

async function throughMonths(
  { onMonth, onTime }: YearRun,
  last: Month,
  cloud: LocalCloud,
  actors: readonly Actor[],
  read: (month: Month) => Promise<YearInRecord>,
): Promise<void> {
  const reached = monthOf(dayInStockholm(parseInstant(cloud.now())));
  for (const month of monthsFrom(monthOf(FIRST_DAY), last)) {
    if (month >= reached) {
      const end = instantInStockholm(firstDayOf(addMonths(month, 1)), '00:00');
      try {
        await cloud.runUntil(end, actors, onTime);
      } catch (error) {
        if (!(error instanceof WaitsForPeople)) throw error;
        onMonth(month, await read(month), waitingIn(cloud));
        return;
      }
    }
    onMonth(month, await read(month), waitingIn(cloud));
  }
}

/** Notes the record's heads beside it, for `npm run verify`: what an object lock outside does where the record is in AWS. */
function anchor(records: string, { headHash, heads }: Verification): void {
  writeWhole(join(records, 'anchor.json'), `${JSON.stringify({ headHash, heads }, null, 2)}\n`);
}

function outcomeOf(
  { inputs, timed = false }: YearRun,
  cloud: LocalCloud,
  year: YearInRecord,
): YearOutcome {
  const { agreement } = rulebookOf(inputs.agreementYear);
  return {
    result: year.result(agreement.pot.printed.value.toString()),
    checks: year.payouts().flatMap((id: CaseId) => year.checks(id)),
    waiting: waitingIn(cloud),
    findings: year.verification().findings,
    failed: cloud
      .executions()
      .filter(({ status }) => status !== 'RUNNING' && status !== 'SUCCEEDED')
      .map(({ name, error, cause }) => ({ name, why: `${error ?? ''} ${cause ?? ''}`.trim() })),
    timings: timed ? cloud.timings() : {},
  };
}
