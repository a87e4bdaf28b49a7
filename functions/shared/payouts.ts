import type { CaseEvent } from '../../core/payment/events.ts';
import { type CaseState, foldRecorded } from '../../core/payment/evolve.ts';
import type { Records } from '../../core/ports.ts';
import { type CaseId, caseOfStream, casePartition } from '../../core/record/case-id.ts';

/** Payouts that the record holds, each as it stands. */
export type Payouts = ReadonlyMap<CaseId, CaseState>;

/** Every payout of these payment years. */
export async function readPayouts(records: Records, years: readonly number[]): Promise<Payouts> {
  const partitions = years.map(async (year) => {
    const partition = casePartition('payout', year);
    const streams = await records.readPartition<CaseEvent>(partition);
    return [...streams].map(
      ([name, events]) => [caseOfStream({ partition, name }), foldRecorded(events)] as const,
    );
  });
  return new Map((await Promise.all(partitions)).flat());
}
