import type { CaseKind } from '../record/case-id.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Person, Right } from './events.ts';
import { type CaseState, standing } from './evolve.ts';
import { groupHolding, rightsFor } from './rights.ts';

/** Why a case does not do what was asked. The code is stable: the API's problem types are named after it. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

export type RefusalCode =
  | 'no-proposal'
  | 'stale-proposal'
  | 'right-not-held'
  | 'right-not-of-this-case'
  | 'same-person'
  | 'own-input'
  | 'already-approved'
  | 'already-released'
  | 'already-requisitioned'
  | 'already-reported'
  | 'another-message'
  | 'another-day'
  | 'approvals-do-not-hold'
  | 'before-the-pay-day'
  | 'case-closed'
  | 'not-released'
  | 'nothing-returned'
  | 'nothing-to-go-without'
  | 'nothing-to-withdraw';

export const refusal = (code: RefusalCode, message: string): Refusal => ({ code, message });

interface Word {
  readonly right: Right;
  readonly proposal: string;
  readonly by: Person;
}

/** Has this person given this approval of this proposal already? */
export function sameWord(state: CaseState, right: Right, proposal: string, by: Person): boolean {
  const word = standing(state)?.approvals.get(right);
  return word?.proposal === proposal && word.by.sub === by.sub;
}

/**
 * May this person speak with this right on this proposal? Approval is of content, by two people: the proposal that stands
 * and no other, each right by another person, and never by somebody whose own input it rests on.
 *
 * @sv attest, utanordning
 */
export function mayApprove(
  kind: CaseKind,
  state: CaseState,
  { right, proposal, by }: Word,
): Result<true, Refusal> {
  const no = (code: RefusalCode, message: string) => refused(refusal(code, message));
  if (!rightsFor(kind).includes(right))
    return no(
      'right-not-of-this-case',
      `A ${kind} needs ${rightsFor(kind).join(' and ')}; "${right}" was given.`,
    );
  if (!by.groups.includes(groupHolding(right)))
    return no(
      'right-not-held',
      `${by.name} is not in the group ${groupHolding(right)}, which "${right}" needs.`,
    );
  const current = standing(state);
  if (!current) return no('no-proposal', 'No proposal stands for approval.');
  const { proposal: hash, restsOn } = current.proposed;
  if (hash !== proposal)
    return no('stale-proposal', `The proposal that stands is ${hash}; ${proposal} was given.`);
  const other = [...current.approvals].find(([held]) => held !== right)?.[1];
  if (other?.by.sub === by.sub)
    return no('same-person', `${by.name} has given the other approval; two people are needed.`);
  if (current.approvals.has(right))
    return no('already-approved', `"${right}" has been given by somebody else.`);
  const own = restsOn.filter(({ registeredBy }) => registeredBy === by.sub);
  if (own.length > 0)
    return no(
      'own-input',
      `${by.name} registered ${own.map(({ stream, version }) => `${stream} version ${version}`).join(', ')}, on which the proposal rests.`,
    );
  return ok(true);
}
