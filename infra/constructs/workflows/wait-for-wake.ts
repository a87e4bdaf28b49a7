import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { Handlers } from '../handler.ts';
import { goesOn } from './case-ends.ts';
import { caseAndTime, retryTransient } from './lambda-step.ts';

/** What a case waits for; the function "ask" keeps the token under it and wakes whom it concerns. */
export type Purpose = 'inputs' | 'approval' | 'change' | 'switch' | 'bank' | 'return';

/**
 * A state that waits, for as long as it takes, until its task token is answered.
 *
 * An answer only wakes: whatever it holds is dropped here, and the next state folds the record. So a forged answer pays
 * nothing. Time alone neither pays nor gives up: Step Functions lets no execution live for more than a year, so when this one is old
 * the case goes on in the next, under the next name, and waits there. What people have approved stands in the record.
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
    taskTimeout: sfn.Timeout.jsonata(secondsLeft),
  });
  retryTransient(wait, { timeouts: false });
  wait.addCatch(goesOn(scope, handlers), {
    errors: [sfn.Errors.TIMEOUT],
    outputs: { case: '{% $states.input.case %}' },
  });
  return wait;
}

/** From this age on no wait of an execution goes on, in days: a month is left for what comes after the last wake. */
const oldAge = 330;

/** What is left of it when the state is entered, in seconds; a minute where it is over, since a limit is above zero. */
const secondsLeft = `{% $max([60, ${oldAge * 86_400} - $floor(($toMillis($states.context.State.EnteredTime) - $toMillis($states.context.Execution.StartTime)) / 1000)]) %}`;

/** For waits for inputs: what is missing, by name, for whoever looks at what waits. */
export const missingNeeds = { needs: '{% [$states.input.needs] %}' } as const;
