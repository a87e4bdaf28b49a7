import { type CaseKind, payingKinds } from '../record/case-id.ts';
import type { Command } from './commands.ts';
import { approving } from './decide-approval.ts';
import { lifecycle } from './decide-lifecycle.ts';
import { preparing } from './decide-preparation.ts';
import { paying } from './decide-release.ts';
import { type Decider, type Decision, no, nothing } from './decision.ts';
import type { CaseState } from './evolve.ts';

export { isApproved } from './approval.ts';

type Kind = Command['kind'];

const afterPayment: ReadonlySet<Kind> = new Set(['return', 'resolve-return', 'decide-movement']);

/**
 * What can still be asked of a closed case: a requisition that was not paid can be submitted anew, and a payment can come back long
 * after it was settled. That it did, only a file of the bank's can say then, and no person by themselves.
 */
function stays({ closed }: CaseState, command: Command): boolean {
  if (command.kind === 'submit') return true;
  // Who ended it finds it ended, though it has been closed since.
  if (command.kind === 'end-reissue') return closed === 'without-payment';
  // A reconciliation that was closed without a decision settles nothing, and stands in no deduction's way.
  if (command.kind === 'begin-deduction') return closed === 'without-payment';
  if (closed !== 'paid') return false;
  if (command.kind === 'report') return 'report' in command.source;
  return afterPayment.has(command.kind);
}

const deciders: { readonly [K in Kind]: Decider<K> } = {
  ...lifecycle,
  ...preparing,
  ...approving,
  ...paying,
};

/** Commands that only some kinds of case know. What is not listed can be asked of every case. */
const only: { readonly [K in Kind]?: readonly CaseKind[] } = {
  submit: ['requisition'],
  accept: ['requisition'],
  refuse: ['requisition'],
  record: ['requisition'],
  'go-without': ['payout'],
  'begin-deduction': ['reconciliation'],
  release: payingKinds,
  report: payingKinds,
  return: payingKinds,
  'resolve-return': payingKinds,
  'decide-movement': payingKinds,
  settle: payingKinds,
  // What came back is owed: it is sent again, and can be prepared again, but not given up.
  'request-close': ['payout', 'requisition', 'opening', 'reconciliation'],
  // Unless the bank has carried it out meanwhile: then it is owed no more.
  'end-reissue': ['reissue'],
  conclude: ['opening', 'reconciliation'],
};

/**
 * What happens when a command meets a case: the events to append, or why not.
 *
 * As long as a case is open, asking again for what has happened already gives no event and no refusal, so a step that runs
 * twice changes nothing. Of a closed case little can be asked: see `stays`.
 */
export function decide(kind: CaseKind, state: CaseState, command: Command): Decision {
  const kinds = only[command.kind];
  if (kinds && !kinds.includes(kind))
    return no(
      'not-of-this-case',
      `"${command.kind}" is for ${kinds.join(' and ')} only; this is a case of ${kind}.`,
      { allowed: kinds.join(', '), given: kind },
    );
  if (state.closed && !stays(state, command))
    return command.kind === 'close' || command.kind === 'open'
      ? nothing
      : no('case-closed', `The case is closed (${state.closed}); nothing more can be done in it.`);
  // A command and its decider have one kind by the type of the table; the compiler cannot see that they are the same.
  return (deciders[command.kind] as Decider<Kind>)(state, command, kind);
}
