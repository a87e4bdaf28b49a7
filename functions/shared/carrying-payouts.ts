import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import { foldRecorded, standing } from '../../core/payment/evolve.ts';
import type { Records } from '../../core/ports.ts';
import { type CaseId, caseOfStream, casePartition, caseYear } from '../../core/record/case-id.ts';
import { readProposal } from './documents.ts';

/** A payout that pays again what came back of a case, and whether that has been ordered. */
export interface CarryingPayout {
  readonly id: CaseId;
  readonly released: boolean;
}

/** The payouts whose order, or whose proposal that stands, takes up a payment that came back, by its voucher. */
export async function carryingPayouts(
  records: Records,
  from: CaseId,
  voucher: string,
  now: Instant,
): Promise<readonly CarryingPayout[]> {
  const last = Number(dayInStockholm(now).slice(0, 4)) + 1;
  const found: CarryingPayout[] = [];
  for (let year = caseYear(from); year <= last; year++) {
    const partition = casePartition('payout', year);
    for (const [name, events] of await records.readPartition<CaseEvent>(partition)) {
      const id = caseOfStream({ partition, name });
      const state = foldRecorded(events);
      const { released, closed } = state;
      const open = closed ? undefined : standing(state)?.proposed;
      const hash = released?.proposal ?? open?.proposal;
      if (hash === undefined) continue;
      const { balancesFrom } = await readProposal(records, id, 'payment', hash);
      if (balancesFrom.includes(voucher)) found.push({ id, released: released !== undefined });
    }
  }
  return found;
}
