import { describe, expect, it } from 'vitest';
import { rightToReject } from '../../../console/components/run-actions/right-to-reject.ts';

const payment = ['attest', 'order'] as const;
const reconciliation = ['sign-state', 'sign-skr'] as const;

describe('one rejects by a right of one’s own', () => {
  it.each([
    ['attestant', payment, 'attest'],
    ['utanordnare', payment, 'order'],
    ['attestant', reconciliation, 'sign-state'],
    ['skr-firmatecknare', reconciliation, 'sign-skr'],
  ] as const)('the %s', (role, rights, right) => {
    expect(rightToReject({ roles: [role] }, rights)).toBe(right);
  });

  it('and who has none asks by the first, which the server refuses', () => {
    expect(rightToReject({ roles: ['revisor'] }, payment)).toBe('attest');
  });
});
