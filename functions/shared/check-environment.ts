import * as z from 'zod/mini';
import { debtorFaults } from '../../core/payment/debtor-faults.ts';
import { variablesOf } from '../contract/environment.ts';
import type { FunctionName } from '../contract/functions.ts';
import { debtorIn, debtorVariables, type Environment } from './environment.ts';
import { namedError } from './errors.ts';

/**
 * Holds the environment of a function to what the contract says that it must be told. Called when its bundle is loaded, so that what
 * was deployed wrongly fails at its first start and not in the middle of a payment. Refuses, with `EnvironmentRejected`, every
 * variable that is wrong at once, each with what was given and what is allowed; none of them is a secret.
 */
export function checkEnvironment(name: FunctionName, environment: Environment): void {
  const wrong = Object.entries(variablesOf(name)).flatMap(([variable, { schema, allowed }]) => {
    const given = environment[variable];
    if (z.safeParse(schema, given).success) return [];
    return [refusal(variable, given, allowed)];
  });
  const refused = [...wrong, ...wrongDebtor(name, environment)];
  if (refused.length === 0) return;
  throw namedError(
    'EnvironmentRejected',
    [`The environment of ${name} is wrong.`, ...refused].join('\n'),
  );
}

/** The rules of core for a debtor, once all of it is there. */
function wrongDebtor(name: FunctionName, environment: Environment): readonly string[] {
  const variables = Object.values(debtorVariables).filter((each) => each in variablesOf(name));
  if (variables.length === 0 || variables.some((variable) => !environment[variable])) return [];
  return debtorFaults(debtorIn(environment)).map(({ place, given, allowed }) =>
    refusal(debtorVariables[place as keyof typeof debtorVariables], given, allowed),
  );
}

const refusal = (variable: string, given: string | undefined, allowed: string): string =>
  given === undefined
    ? `${variable} is missing; allowed: ${allowed}.`
    : `${variable} is ${JSON.stringify(given)}; allowed: ${allowed}.`;
