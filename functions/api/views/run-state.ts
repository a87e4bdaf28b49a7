import { isApproved } from '../../../core/payment/decide.ts';
import type { Outcome } from '../../../core/payment/events.ts';
import { type CaseState, standing } from '../../../core/payment/evolve.ts';
import { heldLines } from '../../../core/payment/lines.ts';
import type { CaseKind } from '../../../core/record/case-id.ts';
import type { runStates } from '../../contract/api/shapes/run-words.ts';

export type RunState = (typeof runStates)[number];

const ended: Readonly<Record<Outcome, RunState>> = {
  paid: 'paid',
  'without-payment': 'closed-without-payment',
  'nothing-due': 'nothing-due',
  refused: 'refused',
  decided: 'decided',
};

/**
 * How far a run has come, in one word, from what its case folds to.
 *
 * What is final goes first: how it was closed, what was released or decided. A payment is `paid` once it is settled, also when
 * some of it came back and was resolved; while what came back waits for somebody it is `returned`, even after it was closed. A proposal that no longer
 * stands leaves the run `preparing`, unless something is missing for the next.
 */
export function runState(kind: CaseKind, state: CaseState): RunState {
  // A payment can come back when the run has long been closed.
  if (state.released && heldLines(state.lines).length > 0) return 'returned';
  if (state.closed) return ended[state.closed];
  if (state.released) return state.settled ? 'paid' : 'released';
  if (state.decided) return 'decided';
  if (state.refused) return 'refused';
  if (state.proposal?.rejected && state.needs.length === 0) return 'rejected';
  const proposal = standing(state);
  if (proposal) {
    if (isApproved(kind, state)) return 'approved';
    return proposal.approvals.size > 0 ? 'half-approved' : 'waiting-for-approval';
  }
  if (state.needs.length > 0) return 'waiting-for-inputs';
  return state.opened || state.submitted ? 'preparing' : 'not-open';
}
