import type { Construct } from 'constructs';
import { contextText } from './context-text.ts';
import { lacking } from './system.ts';

const key = 'bankConnectionRole';

/**
 * The role by which the bank's connection comes for payment files and brings reports, from the context; the connection itself is
 * made elsewhere (ADR 13). Refused: what is no role's ARN. Warned of: none, as long as nobody fetches the files.
 */
export function bankConnectionRole(scope: Construct): string | undefined {
  if (scope.node.tryGetContext(key) === undefined) {
    lacking(
      scope,
      'no-bank-connection',
      `Nobody fetches payment files or brings reports; give the role of the bank's connection as context ${key}.`,
    );
    return undefined;
  }
  const role = contextText(scope, key, '');
  if (/^arn:aws:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/.test(role)) return role;
  throw new Error(
    `Context ${key} is ${JSON.stringify(role)}; allowed is the ARN of a role, arn:aws:iam::ACCOUNT:role/NAME.`,
  );
}
