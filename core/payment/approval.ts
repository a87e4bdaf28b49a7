import type { CaseKind } from '../record/case-id.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Person, Right } from './events.ts';
import { type CaseState, type ProposalState, standing } from './evolve.ts';
import { groupHolding, rightsFor } from './rights.ts';

/** Why a case does not do what was asked. The code is stable: the API's problem types are named after it. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  /** What the message speaks of, by name, for those who say it in other words. */
  readonly facts: Readonly<Record<string, string>>;
}

export type RefusalCode =
  | 'no-proposal'
  | 'stale-proposal'
  | 'right-not-held'
  | 'right-not-of-this-case'
  | 'same-person'
  | 'own-input'
  | 'already-answered'
  | 'already-approved'
  | 'already-decided'
  | 'already-released'
  | 'already-requisitioned'
  | 'already-reported'
  | 'already-resolved'
  | 'another-message'
  | 'another-day'
  | 'approvals-do-not-hold'
  | 'before-the-pay-day'
  | 'case-closed'
  | 'close-requested'
  | 'not-accepted'
  | 'not-of-this-case'
  | 'not-released'
  | 'movement-carried'
  | 'movement-not-open'
  | 'movement-undecided'
  | 'movement-undone'
  | 'no-next-month'
  | 'not-reported'
  | 'not-sent'
  | 'not-submitted'
  | 'nothing-returned'
  | 'outcome-does-not-hold'
  | 'return-not-resolved'
  | 'nothing-to-go-without'
  | 'nothing-to-withdraw';

export const refusal = (
  code: RefusalCode,
  message: string,
  facts: Refusal['facts'] = {},
): Refusal => ({ code, message, facts });

interface Word {
  readonly right: Right;
  readonly proposal: string;
  readonly by: Person;
}

const no = (...said: Parameters<typeof refusal>) => refused(refusal(...said));

/** Has this person given this approval of this proposal already? */
export function sameWord(state: CaseState, right: Right, proposal: string, by: Person): boolean {
  const word = standing(state)?.approvals.get(right);
  return word?.proposal === proposal && word.by.sub === by.sub;
}

/**
 * May this person say anything with this right of this proposal? It must be one of the case's two rights, held by the person's
 * group, and about the proposal that stands. That is enough to reject; to approve takes more.
 */
export function maySpeak(
  kind: CaseKind,
  state: CaseState,
  { right, proposal, by }: Word,
): Result<ProposalState, Refusal> {
  if (!rightsFor(kind).includes(right))
    return no(
      'right-not-of-this-case',
      `A ${kind} needs ${rightsFor(kind).join(' and ')}; "${right}" was given.`,
      { allowed: rightsFor(kind).join(', '), given: right },
    );
  if (!by.groups.includes(groupHolding(right)))
    return no(
      'right-not-held',
      `${by.name} is not in the group ${groupHolding(right)}, which "${right}" needs.`,
      { allowed: groupHolding(right), name: by.name },
    );
  const current = standing(state);
  if (!current) return no('no-proposal', 'No proposal stands for approval.');
  const { proposal: hash } = current.proposed;
  return hash === proposal
    ? ok(current)
    : no('stale-proposal', `The proposal that stands is ${hash}; ${proposal} was given.`, {
        standing: hash,
        given: proposal,
      });
}

/**
 * May this person approve this proposal with this right? Approval is of content, by two people: the proposal that stands
 * and no other, each right by another person, and never by somebody whose own input it rests on.
 *
 * @sv attest, utanordning
 */
export function mayApprove(kind: CaseKind, state: CaseState, word: Word): Result<true, Refusal> {
  const may = maySpeak(kind, state, word);
  if (!may.ok) return may;
  const { right, by } = word;
  const { approvals, proposed } = may.value;
  const other = [...approvals].find(([held]) => held !== right)?.[1];
  if (other?.by.sub === by.sub)
    return no('same-person', `${by.name} has given the other approval; two people are needed.`, {
      name: by.name,
    });
  if (approvals.has(right))
    return no('already-approved', `"${right}" has been given by somebody else.`, { given: right });
  const own = proposed.restsOn.filter(({ registeredBy }) => registeredBy === by.sub);
  const inputs = own.map(({ stream, version }) => `${stream} version ${version}`).join(', ');
  if (own.length > 0)
    return no('own-input', `${by.name} registered ${inputs}, on which the proposal rests.`, {
      name: by.name,
      inputs,
    });
  return ok(true);
}

/** Are there both approvals of the proposal that stands, by two people? */
export function isApproved(kind: CaseKind, state: CaseState): boolean {
  const proposal = standing(state);
  if (!proposal) return false;
  const words = rightsFor(kind).map((right) => proposal.approvals.get(right));
  return (
    words.every((word) => word?.proposal === proposal.proposed.proposal) &&
    new Set(words.map((word) => word?.by.sub)).size === 2
  );
}

/** The proposal that may take effect now: approved by two people, in a case that nobody has asked to close. */
export function approvedProposal(kind: CaseKind, state: CaseState): Result<ProposalState, Refusal> {
  if (state.closeRequested)
    return no('close-requested', 'The case is about to be closed; nothing takes effect in it.');
  const proposal = standing(state);
  return proposal && isApproved(kind, state)
    ? ok(proposal)
    : no(
        'approvals-do-not-hold',
        'There are no two valid approvals, by two people, of the proposal that stands.',
      );
}
