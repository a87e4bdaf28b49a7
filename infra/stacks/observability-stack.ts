import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { Alarms } from '../constructs/observability/alarms.ts';
import { WatchBoard } from '../constructs/observability/dashboard.ts';
import { Guards } from '../constructs/observability/guards.ts';
import { OnCall } from '../constructs/observability/on-call.ts';
import type { Watched } from '../constructs/observability/watched.ts';

export interface ObservabilityStackProps extends StackProps {
  readonly watched: Watched;
  /** Encrypts what the engineer on call is told. */
  readonly logKey: kms.IKey;
}

/**
 * What is seen of the system: alarms that lead to the runbook, a page to look at, and a topic for the engineer on call. Nothing that
 * pays depends on it, so it can be taken down and put up at any time; while it is down nobody is told.
 */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, props: ObservabilityStackProps) {
    const { watched, logKey, ...rest } = props;
    super(scope, id, {
      description: 'What is seen of the State grant: alarms, dashboard',
      ...rest,
    });
    const { topic } = new OnCall(this, 'OnCall', { encryptionKey: logKey });
    const { alarms } = new Alarms(this, 'Alarms', { watched, topic });
    new Guards(this, 'Guards', { watched, topic });
    new WatchBoard(this, 'WatchBoard', { watched, alarms });
    // Whoever runs the system subscribes the engineer on call to it.
    new CfnOutput(this, 'OnCallTopic', { value: topic.topicArn });
  }
}
