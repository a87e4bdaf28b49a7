import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { Handlers } from '../handler.ts';
import { caseAndTime, retryTransient } from './lambda-step.ts';

/** What a case waits for; the function "ask" keeps the token under it and wakes whom it concerns. */
export type Purpose = 'inputs' | 'approval' | 'change' | 'switch' | 'bank' | 'return';

/**
 * A state that waits, for as long as it takes, until its task token is answered.
 *
 * An answer only wakes: whatever it holds is dropped here, and the next state folds the record. So a forged answer pays
 * nothing. There is no timeout and no heartbeat: time alone neither pays nor gives up.
 *
 * What it was told to `watch` (streams of the record, and how long they were) comes from the step before it.
 *
 * @param name what an operator reads
 * @param more what "ask" is told besides case, time, token and purpose
 */
export function waitForWake(
  scope: Construct,
  name: string,
  handlers: Handlers,
  purpose: Purpose,
  more: Readonly<Record<string, string>> = {},
): tasks.LambdaInvoke {
  const wait = tasks.LambdaInvoke.jsonata(scope, name, {
    stateName: name,
    lambdaFunction: handlers.ask,
    integrationPattern: sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: sfn.TaskInput.fromObject({
      ...caseAndTime,
      token: '{% $states.context.Task.Token %}',
      purpose,
      watch: '{% $states.input.watch %}',
      ...more,
    }),
    outputs: { case: '{% $states.input.case %}' },
    retryOnServiceExceptions: false,
  });
  retryTransient(wait);
  return wait;
}

/** For waits for inputs: what is missing, by name, for whoever looks at what waits. */
export const missingNeeds = { needs: '{% [$states.input.needs] %}' } as const;
