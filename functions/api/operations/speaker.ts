import type { Instant } from '../../../core/calendar/stockholm.ts';
import type { Caller } from '../../contract/api/operation.ts';

/** Who does something and when, as doors are told: the token's person, at the time of the request. */
export function speaker({ at, by }: { readonly at: Instant; readonly by: Caller }) {
  const { sub, name, groups, signedInAt } = by.person;
  return { at, by: { sub, name, groups: [...groups], signedInAt } };
}
