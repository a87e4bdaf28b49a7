import { type Month, yearOf } from '../../core/calendar/month.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import { foldRecorded } from '../../core/payment/evolve.ts';
import type { Recorded, Records } from '../../core/ports.ts';
import type { FoundStream } from '../../core/record/verify.ts';

/** What is needed of the record to say what was paid in a month, and no more: the whole of it is read once, at the end. */
export async function streamsOfMonth(
  records: Records,
  agreementYear: number,
  month: Month,
): Promise<FoundStream[]> {
  const runs = await found(records, `RUN#${yearOf(month)}`);
  const requisitions = await found(records, `REQUISITION#${agreementYear}`);
  const proposals = [
    ...runs
      .filter(paidIn(month))
      .map((each) => [yearOf(month), `payout-${yearOf(month)}-${each.stream}`] as const),
    ...requisitions
      .filter(paidIn(month))
      .map((each) => [agreementYear, `requisition-${agreementYear}-${each.stream}`] as const),
  ];
  const documents = await Promise.all(
    proposals.map(([year, name]) => found(records, `PROPOSAL#${year}`, name)),
  );
  return [...runs, ...requisitions, ...documents.flat()];
}

async function found(records: Records, partition: string, prefix = ''): Promise<FoundStream[]> {
  const streams = await records.readPartition(partition, prefix);
  return [...streams].map(([stream, events]) => ({ partition, stream, events }));
}

const paidIn = (month: Month) => (stream: FoundStream) =>
  foldRecorded(
    stream.events as unknown as readonly Recorded<CaseEvent>[],
  ).released?.paidOn.startsWith(month) ?? false;
