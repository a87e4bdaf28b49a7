import { parseInstant } from '../../../core/calendar/stockholm.ts';
import type { AnswerOf, Caller, RequestOf } from '../../../functions/contract/api/operation.ts';
import type { Language } from '../../../functions/contract/api/problem-type.ts';
import { regionOfGroup, roleOfGroup } from '../../../functions/contract/api/roles.ts';
import { type OperationId, routes } from '../../../functions/contract/api/routes.ts';
import { type LocalPerson, person } from '../../../local/officials/people.ts';
import { asCalled, type World } from '../support/world.ts';
import { expectAnswer } from './answers.ts';

interface Asked<Id extends OperationId> {
  readonly as?: LocalPerson;
  readonly at: string;
  readonly language?: Language;
  readonly parameters?: RequestOf<Id>['parameters'];
  readonly query?: RequestOf<Id>['query'];
}

/** A person as their token makes them known to an operation. */
export function caller(who: LocalPerson, at: string): Caller {
  const signedIn = person(who, parseInstant(at));
  return {
    person: signedIn,
    roles: signedIn.groups.map(roleOfGroup).filter((role) => role !== undefined),
    regions: signedIn.groups.map(regionOfGroup).filter((region) => region !== undefined),
  };
}

/** Asks a reading operation as the framework does once everything about the request holds; holds the answer to the contract. */
export async function readAs<Id extends OperationId, Ports>(
  id: Id,
  operation: (request: RequestOf<Id>, ports: Ports) => Promise<AnswerOf<Id>>,
  world: World,
  { as = 'attestant', at, language = 'sv', parameters, query }: Asked<Id>,
  more: Partial<Ports> = {},
): Promise<AnswerOf<Id>> {
  const request = {
    operation: id,
    at: parseInstant(at),
    by: caller(as, at),
    language,
    parameters: parameters ?? {},
    query: query ?? {},
  } as unknown as RequestOf<Id>;
  const ports = { ...asCalled(world, routes[id].function), ...more } as Ports;
  return expectAnswer(id, await operation(request, ports));
}
