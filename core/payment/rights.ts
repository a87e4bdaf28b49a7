import type { CaseKind } from '../record/case-id.ts';
import type { Right } from './events.ts';

/** The two rights that a case needs, each held by another person: attest and payment order under förordning 2000:606, or the signatures of the agreement's two parties. */
const needed: Record<CaseKind, readonly [Right, Right]> = {
  payout: ['attest', 'order'],
  requisition: ['attest', 'order'],
  opening: ['attest', 'order'],
  reconciliation: ['sign-state', 'sign-skr'],
  reissue: ['attest', 'order'],
};

/** The group of people that holds a right, as the identity provider names it. */
const holders: Record<Right, string> = {
  attest: 'attestant',
  order: 'utanordnare',
  'sign-state': 'attestant',
  'sign-skr': 'skr-firmatecknare',
};

export const rightsFor = (kind: CaseKind): readonly [Right, Right] => needed[kind];
export const groupHolding = (right: Right): string => holders[right];
