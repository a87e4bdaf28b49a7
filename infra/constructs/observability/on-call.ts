import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface OnCallProps {
  /** Encrypts what is published; its own policy lets alarms use it (keys.ts). */
  readonly encryptionKey: kms.IKey;
}

/**
 * Where the engineer on call is told of alarms. Whoever runs the system subscribes to it: addresses are people's, and are not here.
 *
 * Only CloudWatch's alarms of this account may publish, and the rules that name the topic (guards.ts), only by TLS. What is published says what is blocked and
 * where in the runbook it is told what to do; it holds no person, account or amount.
 */
export class OnCall extends Construct {
  readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, { encryptionKey }: OnCallProps) {
    super(scope, id);
    this.topic = new sns.Topic(this, 'Topic', {
      displayName: 'Statsbidrag on call',
      masterKey: encryptionKey,
      enforceSSL: true,
    });
    const { account } = Stack.of(this);
    // A topic with a policy of its own has no other: without this an alarm would tell nobody.
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: alarming,
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }
}

const alarming = [new iam.ServicePrincipal('cloudwatch.amazonaws.com')];
