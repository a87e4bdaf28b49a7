import { routes } from '../../functions/contract/api/routes.ts';
import type { OperationId, Place } from './operation-types.ts';

/** The path and query of an operation, from the contract. A parameter that is missing is a RangeError. */
export function pathOf<Id extends OperationId>(operation: Id, place: Place<Id>): string {
  const given: Readonly<Record<string, string | number>> = place.parameters ?? {};
  const path = routes[operation].path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = given[name];
    if (value === undefined || value === '') {
      throw new RangeError(`${operation} needs ${name} in its path.`);
    }
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(place.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
