import { Sns } from '../adapters/aws/sns.ts';
import { StepFunctions } from '../adapters/aws/step-functions-service.ts';
import { SnsNotices } from '../adapters/sns-notices.ts';
import { StepFunctionsWorkflows, type Workflows } from '../adapters/step-functions.ts';
import { environment } from './environment.ts';
import type { Notifier } from './notice.ts';
import { type Ports, ports } from './ports.ts';

/**
 * What a step that starts executions, wakes them or tells people may use besides. Apart, so that the others do not load it.
 */
export interface WorkflowPorts extends Ports {
  readonly workflows: Workflows;
  readonly notifier: Notifier;
}

let made: WorkflowPorts | undefined;

export function workflowPorts(): WorkflowPorts {
  made ??= { ...ports(), workflows: new StepFunctionsWorkflows(new StepFunctions()), notifier };
  return made;
}

let sns: Notifier | undefined;

/** Made for the first notice: only functions that notify are told the topic. */
const notifier: Notifier = {
  async publish(notice) {
    // A notice must not take the time of the step that sends it: it is sent again by another.
    sns ??= new SnsNotices(
      new Sns({ maxAttempts: 2, requestTimeout: 3_000 }),
      environment('NOTICES_TOPIC_ARN'),
    );
    await sns.publish(notice);
  },
};
