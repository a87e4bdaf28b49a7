import { canonical } from '../canonical.ts';
import type { CaseKind } from '../record/case-id.ts';
import { ok } from '../result.ts';
import { approvedProposal } from './approval.ts';
import {
  type CommandOf,
  type Decider,
  type Decision,
  no,
  nothing,
  one,
  pastChanging,
} from './decision.ts';
import type { CaseEvent } from './events.ts';
import { type CaseState, standing } from './evolve.ts';
import { mayGoWithout } from './needs.ts';

/** How a proposal comes about: what is missing for it, what is gone without, what it replaces. */
export const preparing = {
  wait,
  'go-without': goWithout,
  propose,
  void: (state, { at, because }) => (pastChanging(state) ? nothing : ok(letGo(state, at, because))),
  'prepare-again': (state, { at, by, reason }) =>
    pastChanging(state) ??
    (state.proposal?.rejected ? one({ type: 'reopened', at, by, reason }) : nothing),
  'begin-deduction': beginDeduction,
} satisfies {
  readonly [K in
    | 'wait'
    | 'go-without'
    | 'propose'
    | 'void'
    | 'prepare-again'
    | 'begin-deduction']: Decider<K>;
};

/** The end of the proposal that stands, with whatever people have said of it; nothing when none stands. */
function letGo(state: CaseState, at: CaseEvent['at'], because: string): readonly CaseEvent[] {
  const before = standing(state);
  return before ? [{ type: 'voided', at, proposal: before.proposed.proposal, because }] : [];
}

/**
 * A payout is about to release the deduction that the settlement is made against: what was to be signed is void. Once both parties
 * have signed it is too late, and the deduction has lapsed.
 */
function beginDeduction(
  state: CaseState,
  { at, case: payout, proposal }: CommandOf<'begin-deduction'>,
  kind: CaseKind,
): Decision {
  if (state.deductions.get(payout) === proposal) return nothing;
  if (state.decided || approvedProposal(kind, state).ok)
    return no('already-decided', 'State and SKR have signed the reconciliation without it.');
  return ok([
    ...letGo(state, at, `${payout} deducts the forecast`),
    { type: 'deduction-begun', at, case: payout, proposal },
  ]);
}

/** A case that turns out to lack something lets go of the proposal that stood. */
function wait(state: CaseState, { at, needs }: CommandOf<'wait'>): Decision {
  if (pastChanging(state)) return nothing;
  const voided = letGo(state, at, `lacks ${needs.map(({ need }) => need).join(', ')}`);
  if (canonical(state.needs) === canonical(needs)) return ok(voided);
  return ok([...voided, { type: 'waiting', at, needs }]);
}

/** Lets the month go without what it waits for: two people approve that with the proposal, which says so. */
function goWithout(state: CaseState, command: CommandOf<'go-without'>): Decision {
  const { at, by, needs, reason } = command;
  const past = pastChanging(state);
  if (past) return past;
  const known = state.goingWithout.flatMap((each) => each.needs);
  const asked = needs.filter((need) => !known.includes(need));
  if (asked.length === 0) return nothing;
  const open = state.needs.map(({ need }) => need);
  const unknown = asked.filter((need) => !open.includes(need));
  if (unknown.length > 0)
    return no(
      'nothing-to-go-without',
      `The case does not wait for ${unknown.join(', ')}; it waits for ${open.join(', ') || 'nothing'}.`,
      { given: unknown.join(', '), allowed: open.filter(mayGoWithout).join(', ') || '–' },
    );
  const indispensable = asked.filter((need) => !mayGoWithout(need));
  if (indispensable.length > 0)
    return no(
      'nothing-to-go-without',
      `No payment can be made without ${indispensable.join(', ')}.`,
      { given: indispensable.join(', '), allowed: open.filter(mayGoWithout).join(', ') || '–' },
    );
  return one({ type: 'going-without', at, by, needs, reason });
}

/** Puts a proposal before people. The one that stood is void, unless it is the same. */
function propose(
  state: CaseState,
  { kind: _kind, ...proposed }: CommandOf<'propose'>,
  kind: CaseKind,
): Decision {
  if (pastChanging(state)) return nothing;
  if (kind === 'requisition' && !state.accepted)
    return no('not-accepted', 'The requisition has not been accepted; nothing is paid on it.');
  if (standing(state)?.proposed.proposal === proposed.proposal) return nothing;
  const number = state.proposals + 1;
  const replaced = letGo(state, proposed.at, `replaced by proposal ${number}`);
  return ok([...replaced, { type: 'proposed', number, ...proposed }]);
}
