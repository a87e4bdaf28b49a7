/** Where the console finds its issuer and its API. One build serves AWS and the laptop, so this is asked for at start. */
export interface ConsoleConfig {
  /** The issuer's identifier; its discovery document lies below it. */
  readonly issuer: string;
  readonly clientId: string;
  /** Where the API's paths begin: an origin, with a path before them if there is one, and no slash at the end. */
  readonly apiBase: string;
  /** Separated by spaces. */
  readonly scopes: string;
}

const names = ['issuer', 'clientId', 'apiBase', 'scopes'] as const;

/** Reads what /console-config.json answered. What is missing or no text is a RangeError that names it. */
export function readConfig(given: unknown): ConsoleConfig {
  const found: Partial<Record<string, unknown>> =
    typeof given === 'object' && given !== null ? { ...given } : {};
  const [issuer, clientId, apiBase, scopes] = names.map((name) => {
    const value = found[name];
    if (typeof value === 'string') return value;
    throw new RangeError(
      `console-config.json: ${name} is to be text, given ${JSON.stringify(value)}.`,
    );
  });
  return {
    issuer: issuer ?? '',
    clientId: clientId ?? '',
    apiBase: (apiBase ?? '').replace(/\/+$/, ''),
    scopes: scopes ?? '',
  };
}
