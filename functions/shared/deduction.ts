import { type Month, yearOf } from '../../core/calendar/month.ts';
import { type Instant, notBefore } from '../../core/calendar/stockholm.ts';
import type { Explained } from '../../core/explain.ts';
import { amountsByRegion } from '../../core/inputs/facts.ts';
import type { Sek } from '../../core/money/sek.ts';
import { deductionsUnderWay, isSigned, yearsDeducted } from '../../core/payment/deduction.ts';
import type { DueItem } from '../../core/payment/due.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import type { CaseState } from '../../core/payment/evolve.ts';
import type { Records } from '../../core/ports.ts';
import {
  type CaseId,
  caseStream,
  caseYear,
  parseCaseId,
  reconciliationCase,
} from '../../core/record/case-id.ts';
import type { ByRegion } from '../../core/regions.ts';
import { readCase, tryCommand } from './cases.ts';
import { readProposal } from './documents.ts';
import type { Inputs } from './inputs.ts';
import { type Payouts, readPayouts } from './payouts.ts';
import type { PaysBy } from './ports.ts';

/**
 * The forecast of rebates that was deducted: the version that the released payout was made from, of whichever month. 'not-deducted'
 * when none has deducted one; undefined while a payout is under way that may.
 *
 * The reconciliation is read before the payouts: whoever begins to deduct after that collides with what is made from this.
 */
export async function rebateDeducted(
  pays: PaysBy,
  inputs: Inputs,
  year: number,
): Promise<ByRegion<Explained<Sek>> | 'not-deducted' | undefined> {
  const { records } = pays;
  const { state } = await readCase(records, reconciliationCase(year));
  const payouts = await payoutsThatMayDeduct(pays, year, state);
  for (const [id, { released }] of payouts) {
    if (!released || !yearsDeducted(released.paid).includes(year)) continue;
    const proposal = await readProposal(records, id, 'payment', released.proposal);
    return amountsByRegion(await inputs.paidBy('rebate-forecast', year, proposal));
  }
  return deductionsUnderWay(state, payouts).length > 0 ? undefined : 'not-deducted';
}

/** The payouts of the payment year in which the deduction falls due, and of every year in which one has begun. */
async function payoutsThatMayDeduct(
  { records, rulebooks }: PaysBy,
  year: number,
  { deductions }: CaseState,
): Promise<Payouts> {
  const { forecastMonth } = rulebooks.of(year).agreement.rebate;
  const months: readonly Month[] = forecastMonth ? [forecastMonth.value] : [];
  const begun = [...deductions.keys()].map((id) => caseYear(parseCaseId(id)));
  return readPayouts(records, [...new Set([...months.map(yearOf), ...begun])]);
}

/** Of the agreement years whose forecast is deducted by one of these items: those whose reconciliation both parties have signed. */
export async function signedYears(
  records: Records,
  items: readonly DueItem[],
): Promise<ReadonlySet<number>> {
  const years = new Set(
    items.flatMap(({ kind, agreementYear }) => (kind === 'rebate-forecast' ? [agreementYear] : [])),
  );
  const signed = await Promise.all(
    [...years].map(async (year) => {
      const { state } = await readCase(records, reconciliationCase(year));
      return isSigned(state) ? [year] : [];
    }),
  );
  return new Set(signed.flat());
}

/**
 * Before a payout is released that deducts the forecast of rebates of these years: says so in the stream of each year's reconciliation.
 * What was to be signed there is void by it, and is made again when this release has been ordered, or has become impossible. A signature
 * that comes at the same moment takes the same place in the stream, so only one of the two is in time.
 *
 * Undefined when both parties have signed without it; else the moment of the last that was said. A retry finds what it said before.
 */
export async function beginDeductions(
  records: Records,
  id: CaseId,
  proposal: string,
  years: readonly number[],
  now: Instant,
): Promise<Instant | undefined> {
  let said = now;
  for (const year of years) {
    const reconciliation = reconciliationCase(year);
    const begun = await tryCommand(records, reconciliation, {
      kind: 'begin-deduction',
      at: now,
      case: id,
      proposal,
    });
    if (!begun.ok) return undefined;
    const events = await records.read<CaseEvent>(caseStream(reconciliation));
    const own = events.findLast(
      ({ event }) =>
        event.type === 'deduction-begun' && event.case === id && event.proposal === proposal,
    );
    said = notBefore(said, own?.event.at);
  }
  return said;
}
