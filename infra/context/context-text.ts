import type { Construct } from 'constructs';

/**
 * A text of the CDK's context, from cdk.json or `--context KEY=VALUE`, or else the default. Refused: anything else than a text, and
 * an empty one.
 */
export function contextText(scope: Construct, key: string, otherwise: string): string {
  const given: unknown = scope.node.tryGetContext(key) ?? otherwise;
  if (typeof given === 'string' && given.trim() !== '') return given;
  throw new Error(
    `Context ${key} is ${JSON.stringify(given)}; a text that is not empty is allowed.`,
  );
}
