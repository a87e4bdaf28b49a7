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

const officer = ['handläggare'] as const;
const approvers = ['attestant', 'utanordnare', 'skr-firmatecknare'] as const;

/**
 * The groups whose members may say what becomes an event of that type. Who may approve or reject is asked of the right (`maySpeak`),
 * and who may stop releases of the switch.
 */
export const groupsSaying: Readonly<Record<string, readonly string[]>> = {
  submitted: ['skr'],
  'going-without': officer,
  withdrawn: approvers,
  'bank-reported': officer,
  'return-resolved': officer,
  'movement-decided': officer,
  reopened: officer,
  'close-requested': officer,
  // SKR's signatories report the local discounts by themselves.
  'input-registered': ['handläggare', 'skr-firmatecknare'],
  'input-confirmed': officer,
  'input-refused': officer,
  'report-taken': officer,
  'report-refused': officer,
  'item-resolved': officer,
};

/** By how many seconds the clocks of those who sign people in and of this system may differ. */
export const clocksDifferBySeconds = 5;

/** Within how many seconds of the moment that it says what a person said stands in the record, unless it was tried again later. */
export const recordedWithinSeconds = 120;
