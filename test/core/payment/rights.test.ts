import { expect, it } from 'vitest';
import { groupHolding, rightsFor } from '../../../core/payment/rights.ts';

it.each([
  ['payout', ['attest', 'order'], ['attestant', 'utanordnare']],
  ['requisition', ['attest', 'order'], ['attestant', 'utanordnare']],
  ['opening', ['attest', 'order'], ['attestant', 'utanordnare']],
  ['reconciliation', ['sign-state', 'sign-skr'], ['attestant', 'skr-firmatecknare']],
] as const)('A case of %s needs %j, held by %j', (kind, rights, groups) => {
  expect(rightsFor(kind)).toEqual(rights);
  expect(rightsFor(kind).map(groupHolding)).toEqual(groups);
});
