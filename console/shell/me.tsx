import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Role } from '../../functions/contract/api/roles.ts';
import { type OperationId, routes } from '../../functions/contract/api/routes.ts';
import type { AnswerOf } from '../api/operation-types.ts';

export type Me = AnswerOf<'whoAmI'>;

export const MeContext = createContext<Me | undefined>(undefined);

/** Who is signed in, and the server's time. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new RangeError('Nobody is signed in here.');
  return me;
}

/** Whether any of one's roles may call an operation, by the contract. It spares a request that would be refused; the server decides. */
export function mayCall(me: Me, operation: OperationId): boolean {
  const allowed: readonly Role[] | 'anyone' = routes[operation].roles;
  return allowed === 'anyone' || me.roles.some((role) => allowed.includes(role));
}
