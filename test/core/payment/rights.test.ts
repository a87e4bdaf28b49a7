import { expect, it } from 'vitest';
import { groupHolding, groupsSaying, rightsFor } from '../../../core/payment/rights.ts';
import { routes } from '../../../functions/contract/api/routes.ts';

it.each([
  ['payout', ['attest', 'order'], ['attestant', 'utanordnare']],
  ['requisition', ['attest', 'order'], ['attestant', 'utanordnare']],
  ['opening', ['attest', 'order'], ['attestant', 'utanordnare']],
  ['reconciliation', ['sign-state', 'sign-skr'], ['attestant', 'skr-firmatecknare']],
] as const)('A case of %s needs %j, held by %j', (kind, rights, groups) => {
  expect(rightsFor(kind)).toEqual(rights);
  expect(rightsFor(kind).map(groupHolding)).toEqual(groups);
});

it('What becomes an event is said by the groups that the API lets say it', () => {
  const operations = {
    submitted: [routes.createRequisition],
    'going-without': [routes.goWithout],
    withdrawn: [routes.withdrawApproval],
    'bank-reported': [routes.reportBank],
    'return-resolved': [routes.resolveReturn],
    'movement-decided': [routes.resolveBankItem],
    reopened: [routes.prepareAgain],
    'close-requested': [routes.requestClose],
    'input-registered': [routes.registerInput, routes.signLocalDiscounts],
    'input-confirmed': [routes.confirmInput],
    'input-refused': [routes.refuseInput],
    'report-taken': [routes.takeBankReport],
    'report-refused': [routes.takeBankReport],
    'item-resolved': [routes.resolveBankItem],
  };
  const allowed = Object.entries(operations).map(([type, through]) => [
    type,
    [...new Set(through.flatMap(({ roles }) => roles))],
  ]);
  expect(Object.fromEntries(allowed)).toEqual(groupsSaying);
});
