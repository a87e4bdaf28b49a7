import type { Role } from '../../../functions/contract/api/roles.ts';
import type { Me } from '../../shell/me.tsx';
import type { Right } from './subject.ts';

const holders: Readonly<Record<Right, Role>> = {
  attest: 'attestant',
  order: 'utanordnare',
  'sign-state': 'attestant',
  'sign-skr': 'skr-firmatecknare',
};

/** The right that one rejects by: the first of the run's that a role of one's own holds. The server refuses whoever holds none. */
export function rightToReject(me: Pick<Me, 'roles'>, rights: readonly Right[]): Right {
  return rights.find((right) => me.roles.includes(holders[right])) ?? rights[0] ?? 'attest';
}
