import { SFNClient } from '@aws-sdk/client-sfn';
import { StepFunctionsWorkflows, type Workflows } from '../adapters/step-functions.ts';
import type { Notifier } from './notice.ts';
import { environment, type Ports, ports } from './ports.ts';

/**
 * What a step that starts executions, wakes them or tells people may use besides. Apart, so that the others do not load the
 * clients.
 */
export interface WorkflowPorts extends Ports {
  readonly workflows: Workflows;
  readonly notifier: Notifier;
}

let made: WorkflowPorts | undefined;

export function workflowPorts(): WorkflowPorts {
  made ??= { ...ports(), workflows: new StepFunctionsWorkflows(new SFNClient({})), notifier };
  return made;
}

let sns: Promise<Notifier> | undefined;

/** Made for the first notice: most calls send none, and need not load its client. */
const notifier: Notifier = {
  async publish(notice) {
    sns ??= snsNotices();
    await (await sns).publish(notice);
  },
};

async function snsNotices(): Promise<Notifier> {
  const [{ SNSClient }, { SnsNotices }] = await Promise.all([
    import('@aws-sdk/client-sns'),
    import('../adapters/sns-notices.ts'),
  ]);
  // A notice must not take the time of the step that sends it: it is sent again by another.
  const requestHandler = { connectionTimeout: 1000, requestTimeout: 3000 };
  const client = new SNSClient({ maxAttempts: 2, requestHandler });
  return new SnsNotices(client, environment('NOTICES_TOPIC_ARN'));
}
