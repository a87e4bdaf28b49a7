import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { Handlers } from '../handler.ts';
import { lambdaStep } from './lambda-step.ts';

/**
 * The first states of a workflow: opens the case, or ends when it is closed already, so that an execution started twice
 * does nothing the second time.
 *
 * @param name what opening is called, e.g. "Open the run"
 * @param work what follows for an open case
 */
export function openCase(
  scope: Construct,
  name: string,
  handlers: Handlers,
  work: sfn.IChainable,
): sfn.IChainable {
  const closedAlready = sfn.Choice.jsonata(scope, 'Closed already?', {
    stateName: 'Closed already?',
  })
    .when(
      sfn.Condition.jsonata("{% $states.input.state = 'closed' %}"),
      end(scope, 'Nothing left to do'),
    )
    .otherwise(work);
  return lambdaStep(scope, name, handlers['open-case']).next(closedAlready);
}

/**
 * The last states of a workflow: closes the case and succeeds.
 *
 * @param name    what closing is called, e.g. "Close the run"
 * @param outcome as what it is closed; an expression or a word of "close-case"
 * @param ending  how the execution ended, for whoever looks at it
 */
export function closeCase(
  scope: Construct,
  name: string,
  handlers: Handlers,
  outcome: string,
  ending: string,
): sfn.IChainable {
  return lambdaStep(scope, name, handlers['close-case'], { tell: { outcome } }).next(
    end(scope, ending),
  );
}

/**
 * What follows a wait of an execution that has grown old: the next execution of the case is started, and this one ends. One state for
 * all the waits of a workflow.
 */
export function goesOn(scope: Construct, handlers: Handlers): sfn.IChainable {
  const name = 'Go on in a new execution';
  const known = scope.node.tryFindChild(name) as tasks.LambdaInvoke | undefined;
  if (known) return known;
  const next = lambdaStep(scope, name, handlers['open-due'], {
    tell: {
      scheduledTime: '{% $states.context.State.EnteredTime %}',
      goOn: '{% $states.input.case %}',
      after: '{% $states.context.Execution.Name %}',
    },
  });
  next.next(end(scope, 'Goes on in a new execution'));
  return next;
}

function end(scope: Construct, name: string): sfn.Succeed {
  return sfn.Succeed.jsonata(scope, name, { stateName: name });
}
