import { type Month, yearOf } from '../../core/calendar/month.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import { foldRecorded } from '../../core/payment/evolve.ts';
import type { Recorded, Records } from '../../core/ports.ts';
import { payoutCase } from '../../core/record/case-id.ts';
import type { FoundStream } from '../../core/record/verify.ts';
import { RememberingRecords } from '../../functions/adapters/remembering-records.ts';

/**
 * What is needed of the record to say what was paid in a month, and no more: the whole of it is read once, at the end. A payout
 * of the year before may have waited until now.
 */
export async function streamsOfMonth(
  table: Records,
  agreementYear: number,
  month: Month,
): Promise<FoundStream[]> {
  const records = new RememberingRecords(table);
  // Most months pay their own payout: its proposal is asked for with the rest, and found again below.
  records.readPartition(`PROPOSAL#${yearOf(month)}`, payoutCase(month)).catch(() => undefined);
  const all = (...partitions: readonly string[]) =>
    Promise.all(partitions.map((partition) => found(records, partition)));
  const years = [yearOf(month) - 1, yearOf(month)];
  const [paying, sentAgain] = await Promise.all([
    all(...years.map((year) => `RUN#${year}`), `REQUISITION#${agreementYear}`),
    // It belongs to the year of the payout that it began with, and may come back as well.
    all(...years.map((year) => `REISSUE#${year}`)),
  ]);
  const cases = paying.flat();
  const documents = await Promise.all(
    cases.filter(paidIn(month)).map(async (each) => {
      const [kind, year] = each.partition.split('#');
      const name = `${kind === 'RUN' ? 'payout' : 'requisition'}-${year}-${each.stream}`;
      return found(records, `PROPOSAL#${year}`, name);
    }),
  );
  return [...cases, ...sentAgain.flat(), ...documents.flat()];
}

async function found(records: Records, partition: string, prefix = ''): Promise<FoundStream[]> {
  const streams = await records.readPartition(partition, prefix);
  return [...streams].map(([stream, events]) => ({ partition, stream, events }));
}

const paidIn = (month: Month) => (stream: FoundStream) =>
  foldRecorded(
    stream.events as unknown as readonly Recorded<CaseEvent>[],
  ).released?.paidOn.startsWith(month) ?? false;
