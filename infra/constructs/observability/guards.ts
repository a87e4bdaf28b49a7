import { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { runbookAt } from './runbook.ts';
import type { Watched } from './watched.ts';

export interface GuardsProps {
  readonly watched: Watched;
  readonly topic: sns.ITopic;
}

/** What somebody must have done for the record to become unreadable, deletable or open to be written over. */
const touches = {
  'aws.kms': ['DisableKey', 'ScheduleKeyDeletion', 'PutKeyPolicy'],
  'aws.dynamodb': [
    'DeleteResourcePolicy',
    'DeleteTable',
    'PutResourcePolicy',
    'UpdateContinuousBackups',
    'UpdateTable',
  ],
} as const;

/**
 * Tells the engineer on call at once when somebody touches what guards the record: its key, its policy, its copies, the table itself.
 * No metric says so, and by the time one would, the record may be unreadable. A deployment that changes one of them tells too, and
 * whoever deploys knows of it.
 *
 * A message that could not be told lies in the queue of failed events, which has an alarm. The queue belongs to a stack that must not
 * wait for this one, so it takes messages from rules of these names and not from these rules.
 *
 * The account must have a trail of management events (CloudTrail), from which EventBridge has them: docs/deploying.md.
 */
export class Guards extends Construct {
  constructor(scope: Construct, id: string, { watched, topic }: GuardsProps) {
    super(scope, id);
    const { recordKey, table, deployment, deadLetters } = watched;
    const what = events.EventField.fromPath('$.detail.eventName');
    const when = events.EventField.fromPath('$.time');
    const message = events.RuleTargetInput.fromText(
      `${deployment}: ${what} at ${when}: somebody has touched what guards the record. ${runbookAt('A guard of the record was touched')}`,
    );
    const toTopic = new targets.SnsTopic(topic, { message });
    const deadLetterConfig = { arn: deadLetters.failed.queueArn };
    const told: events.IRuleTarget = {
      bind: (rule, targetId) => ({ ...toTopic.bind(rule, targetId), deadLetterConfig }),
    };
    this.#letRulesLeaveEvents(watched);
    const rule = (name: string, source: keyof typeof touches, detail: Record<string, unknown>) =>
      new events.Rule(this, name, {
        ruleName: `${deployment}-guards-${name.toLowerCase()}`,
        description: `Touches what guards the record. ${runbookAt('A guard of the record was touched')}`,
        eventPattern: {
          source: [source],
          detailType: ['AWS API Call via CloudTrail'],
          detail: { eventName: [...touches[source]], ...detail },
        },
        targets: [told],
      });
    // A key is named by its id or its ARN, as the caller liked.
    rule('Key', 'aws.kms', {
      requestParameters: { keyId: [recordKey.keyId, recordKey.keyArn] },
    });
    rule('Table', 'aws.dynamodb', {
      $or: [
        { requestParameters: { tableName: [table.tableName, table.tableArn] } },
        { requestParameters: { resourceArn: [table.tableArn] } },
      ],
    });
  }

  #letRulesLeaveEvents({ deadLetters, deployment }: Watched): void {
    const rules = Stack.of(this).formatArn({
      service: 'events',
      resource: 'rule',
      resourceName: `${deployment}-guards-*`,
    });
    deadLetters.failed.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'WhatCouldNotBeToldOfGuards',
        principals: [new iam.ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [deadLetters.failed.queueArn],
        conditions: { ArnLike: { 'aws:SourceArn': rules } },
      }),
    );
  }
}
