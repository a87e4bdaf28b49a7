import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/**
 * Where notices and reminders leave for people: one topic. Each message has its group as the attribute `group`, and whoever
 * subscribes filters by it. Subscriptions are made by those who run the system, not here: they are people's addresses.
 *
 * 1. Encrypted at rest with the account's key for SNS, though no notice holds an amount or a name.
 * 2. Only TLS is let in.
 */
export class Notices extends Construct {
  readonly topic: sns.Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.topic = new sns.Topic(this, 'Topic', {
      displayName: 'Statsbidrag',
      masterKey: kms.Alias.fromAliasName(this, 'Key', 'alias/aws/sns'),
      enforceSSL: true,
    });
  }
}
