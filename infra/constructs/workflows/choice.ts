import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

/** Where one answer leads, and what is set on the way. */
export interface Way {
  readonly to: sfn.IChainable;
  /** Variables that the states after it may read. */
  readonly assign?: Readonly<Record<string, string>>;
  /** What the next state gets instead of the choice's input. */
  readonly outputs?: Readonly<Record<string, string>>;
}

/**
 * A state that goes by one field of its input. An answer that is not listed fails the execution by name
 * (States.Runtime) for an engineer to look at: a step that says something new is never taken to mean something old.
 *
 * @param name  what an operator reads: a question
 * @param field field of the input
 * @param ways  by the field's value
 */
export function choice(
  scope: Construct,
  name: string,
  field: string,
  ways: Readonly<Record<string, Way>>,
): sfn.Choice {
  const state = sfn.Choice.jsonata(scope, name, { stateName: name });
  for (const [value, { to, ...options }] of Object.entries(ways)) {
    state.when(sfn.Condition.jsonata(`{% $states.input.${field} = '${value}' %}`), to, options);
  }
  return state;
}
