import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { contextText } from './context-text.ts';
import { lacking } from './system.ts';

/** Where people find the console, and what CloudFront needs for it. */
export interface ConsoleAddress {
  /** A host name, `statsbidrag.example`. */
  readonly domain: string;
  /** ARN of a certificate for the name, in us-east-1, where CloudFront takes them from. */
  readonly certificate: string;
  /** ARN of a web ACL for CloudFront; the edge stack makes one. */
  readonly webAcl: string;
  /** Where it answers, by their codes of two letters. */
  readonly countries: readonly string[];
}

/** A host name that is nobody's (RFC 6761). */
const madeUpDomain = 'statsbidrag.example';

/**
 * The console's host name, from the context. People are sent back to it when they have signed in, so it is known before anything is
 * deployed. Refused: what is no host name. Made up, and said to be, as long as the context gives none.
 */
export function consoleDomain(scope: Construct): string {
  const domain = contextText(scope, 'consoleDomain', madeUpDomain);
  if (!/^(?=.{1,253}$)([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/.test(domain))
    throw new Error(
      `Context consoleDomain is ${JSON.stringify(domain)}; allowed is a host name in small letters.`,
    );
  return domain;
}

/** The `https://…` of the console, without a path. */
export const consoleOrigin = (scope: Construct): string => `https://${consoleDomain(scope)}`;

/** The whole address, from the context: the two ARNs as the edge stack tells them. */
export function consoleAddress(scope: Construct): ConsoleAddress {
  const { account } = Stack.of(scope);
  const id = '00000000-0000-0000-0000-000000000000';
  const made = {
    consoleCertificate: `arn:aws:acm:us-east-1:${account}:certificate/${id}`,
    consoleWebAcl: `arn:aws:wafv2:us-east-1:${account}:global/webacl/made-up/${id}`,
  };
  const missing = ['consoleDomain', ...Object.keys(made)].filter(
    (key) => scope.node.tryGetContext(key) === undefined,
  );
  if (missing.length > 0)
    lacking(
      scope,
      'made-up-console-address',
      `The console’s address is made up as long as the context lacks ${missing.join(', ')}.`,
    );
  const arn = (key: keyof typeof made, shape: RegExp): string => {
    const given: unknown = scope.node.tryGetContext(key);
    if (given === undefined) return made[key];
    if (typeof given === 'string' && shape.test(given)) return given;
    throw new Error(`Context ${key} is ${JSON.stringify(given)}; allowed is ${shape.source}.`);
  };
  return {
    domain: consoleDomain(scope),
    certificate: arn('consoleCertificate', /^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/),
    webAcl: arn('consoleWebAcl', /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\w-]+$/),
    countries: countries(scope),
  };
}

/** Sweden, unless the context names others: `SE,NO`. */
function countries(scope: Construct): readonly string[] {
  const given = contextText(scope, 'consoleCountries', 'SE');
  if (/^[A-Z]{2}(,[A-Z]{2})*$/.test(given)) return given.split(',');
  throw new Error(
    `Context consoleCountries is ${JSON.stringify(given)}; allowed are codes of two capital letters with commas between.`,
  );
}
