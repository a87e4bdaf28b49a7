import type { Day } from '../../core/calendar/day.ts';
import type { Instant } from '../../core/calendar/stockholm.ts';
import { type CaseState, standing } from '../../core/payment/evolve.ts';
import { groupHolding, rightsFor } from '../../core/payment/rights.ts';
import { type CaseId, caseKind } from '../../core/record/case-id.ts';
import type { Notice } from './notice.ts';

/** What tells a notice that a case waits from a reminder of it, which is one of its day. */
export type Asking =
  | { readonly kind: 'asked'; readonly at: Instant }
  | { readonly kind: 'reminder'; readonly at: Instant; readonly day: Day };

/** To each group whose approval of the proposal that stands is missing; nothing when none is, or nothing stands. */
export function approvalNotices(id: CaseId, state: CaseState, asking: Asking): readonly Notice[] {
  const proposal = standing(state);
  const past = state.released ?? state.decided ?? state.closeRequested ?? state.closed;
  if (!proposal || past) return [];
  const { proposal: hash, payment } = proposal.proposed;
  return rightsFor(caseKind(id))
    .filter((right) => !proposal.approvals.has(right))
    .map((right) => ({
      ...asking,
      to: groupHolding(right),
      case: id,
      proposal: hash,
      ...(payment && { payDay: payment.payDay }),
    }));
}
