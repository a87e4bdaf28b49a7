import { CONSOLE_SCOPE, REQUISITIONS_SCOPE } from '../../functions/contract/api/roles.ts';

/** Who may ask the local issuer for tokens: the console on behalf of people, and SKR's machine on its own. */
export const CONSOLE_CLIENT = 'local-console';

/** Its subject too, as in Cognito: a machine is its client. */
export const SKR_CLIENT = 'local-skr';

/** What the console asks for, and may ask for. */
export const consoleScopes = [CONSOLE_SCOPE] as const;

/** What SKR's machine may ask for. */
export const skrScopes = [REQUISITIONS_SCOPE] as const;
