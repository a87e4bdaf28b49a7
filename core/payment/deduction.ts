import type { CaseId } from '../record/case-id.ts';
import { approvedProposal } from './approval.ts';
import { type DueItem, keyParts } from './due.ts';
import { type CaseState, standing } from './evolve.ts';

/** The agreement years whose forecast of rebates is deducted by a payment that pays these items. */
export const yearsDeducted = (paid: readonly string[]): readonly number[] =>
  paid
    .map(keyParts)
    .flatMap(({ kind, agreementYear }) => (kind === 'rebate-forecast' ? [agreementYear] : []));

/** Whether State and SKR have both signed the reconciliation: what no payout had deducted by then is settled by it. */
export const isSigned = (reconciliation: CaseState): boolean =>
  reconciliation.decided !== undefined || approvedProposal('reconciliation', reconciliation).ok;

/**
 * Items without the deductions that have lapsed: of a forecast that no payout had deducted when both parties signed the
 * reconciliation, which settles the final rebates against nothing.
 *
 * @param signed the agreement years whose reconciliation both have signed
 * @cites agreement-2021, 5
 * @reading R-13
 */
export const withoutLapsed = (
  items: readonly DueItem[],
  signed: ReadonlySet<number>,
): readonly DueItem[] =>
  items.filter(
    ({ kind, agreementYear }) => kind !== 'rebate-forecast' || !signed.has(agreementYear),
  );

/**
 * The payouts that have begun to release a deduction and may still do so: the proposal that they began with stands, and nobody closes
 * them. One that was changed, rejected or is to be closed can never be released by that proposal any more.
 */
export const deductionsUnderWay = (
  { deductions }: CaseState,
  payouts: ReadonlyMap<CaseId, CaseState>,
): readonly CaseId[] =>
  [...payouts].flatMap(([id, payout]) => {
    const begun = deductions.get(id);
    const over = payout.released ?? payout.closed ?? payout.closeRequested;
    return begun !== undefined && !over && standing(payout)?.proposed.proposal === begun
      ? [id]
      : [];
  });
