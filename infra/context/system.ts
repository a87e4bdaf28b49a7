import { Annotations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { contextText } from './context-text.ts';

/** Where the system runs: `test` pays nobody, `production` does. */
export const stages = ['test', 'production'] as const;

export type Stage = (typeof stages)[number];

/** The stage of the context `stage`, `test` unless told otherwise. Refused: any that is none. */
export function stageOf(scope: Construct): Stage {
  const given = contextText(scope, 'stage', 'test');
  const stage = stages.find((each) => each === given);
  if (stage !== undefined) return stage;
  throw new Error(`Context stage is ${JSON.stringify(given)}; allowed: ${stages.join(', ')}.`);
}

/** Begins the name of everything that is named by us, so that two stages can share an account: `Statsbidrag-test`. */
export function systemName(scope: Construct): string {
  return `Statsbidrag-${stageOf(scope)}`;
}

/**
 * Says that something is made up or missing: a warning in test, and refused in production, where money would leave by it.
 *
 * @param id of the warning, so that it is given once
 */
export function lacking(scope: Construct, id: string, message: string): void {
  if (stageOf(scope) === 'production') throw new Error(`${message} The stage production needs it.`);
  Annotations.of(scope).addWarningV2(`statsbidrag:${id}`, message);
}
