import type { IncomingHttpHeaders } from 'node:http';
import type { Asked, Rights } from './rights.ts';

/** The access key that functions sign with; everybody else on this machine signs with another one, and is asked nothing. */
export const FUNCTION_ACCESS_KEY = 'FUNCTION';

/** Says why a request is refused; undefined when it may go on. */
export type Guard = (headers: IncomingHttpHeaders, asked: () => Asked) => string | undefined;

/** Lets everything through: for a service that nobody's rights are held against. */
export const noGuard: Guard = () => undefined;

/**
 * Holds the rights of the function that is being called against what it asks. Only one is called at a time, so a request that is
 * signed as a function's is that one's.
 *
 * @param called the ARN of the function that was called last
 */
export function guardOf(rights: Rights, called: () => string | undefined): Guard {
  return ({ authorization = '' }, asked) => {
    const caller = called();
    const isFunction = authorization.includes(`Credential=${FUNCTION_ACCESS_KEY}/`);
    return isFunction && caller !== undefined ? rights.refusal(caller, asked()) : undefined;
  };
}
