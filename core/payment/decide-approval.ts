import type { CaseKind } from '../record/case-id.ts';
import { approvedProposal, mayApprove, maySpeak, sameWord } from './approval.ts';
import {
  type CommandOf,
  type Decider,
  type Decision,
  no,
  nothing,
  one,
  pastChanging,
} from './decision.ts';
import { type CaseState, standing } from './evolve.ts';

/** What people say of the proposal that stands, and, where no money moves, what two of them have decided. */
export const approving = { approve, reject, withdraw, conclude } satisfies {
  readonly [K in 'approve' | 'reject' | 'withdraw' | 'conclude']: Decider<K>;
};

function approve(state: CaseState, command: CommandOf<'approve'>, kind: CaseKind): Decision {
  const { at, right, proposal, by } = command;
  if (sameWord(state, right, proposal, by)) return nothing;
  const past = pastChanging(state);
  if (past) return past;
  const may = mayApprove(kind, state, command);
  return may.ok ? one({ type: 'approved', at, right, proposal, by }) : may;
}

/** Anybody who holds one of the rights may reject, also with an input of their own in it: no is always safe. */
function reject(state: CaseState, command: CommandOf<'reject'>, kind: CaseKind): Decision {
  const { at, right, proposal, by, code, reason } = command;
  const past = pastChanging(state);
  if (past) return past;
  const { rejected } = state.proposal ?? {};
  if (rejected?.proposal === proposal && rejected.by.sub === by.sub) return nothing;
  const may = maySpeak(kind, state, command);
  return may.ok ? one({ type: 'rejected', at, right, proposal, by, code, reason }) : may;
}

/** Takes back one's own approval, until the payment is released or the decision made. */
function withdraw(state: CaseState, command: CommandOf<'withdraw'>): Decision {
  const { at, right, proposal, by, reason } = command;
  const past = pastChanging(state);
  if (past) return past;
  if (sameWord(state, right, proposal, by))
    return one({ type: 'withdrawn', at, right, proposal, by, reason });
  const before = standing(state)?.withdrawn.get(right);
  return before?.proposal === proposal && before.by.sub === by.sub
    ? nothing
    : no('nothing-to-withdraw', `${by.name} has not given this approval of this proposal.`, {
        name: by.name,
      });
}

/** Makes the proposal that two people have approved the decision. */
function conclude(state: CaseState, { at }: CommandOf<'conclude'>, kind: CaseKind): Decision {
  if (state.decided) return nothing;
  const approved = approvedProposal(kind, state);
  if (!approved.ok) return approved;
  return one({ type: 'decided', at, proposal: approved.value.proposed.proposal });
}
