import type { Json, JsonObject } from '../../../local/engine/json.ts';

/** A bucket, which tells EventBridge of what is put into it unless it is said otherwise. */
export const bucket = (tells = true): JsonObject => ({
  Type: 'AWS::S3::Bucket',
  Properties: tells
    ? {
        NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      }
    : {},
});

/** The pattern of a rule that takes each object which is put into a bucket. */
export const createdIn = (name: string): JsonObject => ({
  source: ['aws.s3'],
  'detail-type': ['Object Created'],
  detail: { bucket: { name: [{ Ref: name }] } },
});

/** A rule as the CDK writes it, with whatever differs. */
export const rule = (target: string, pattern: Json, more: JsonObject = {}): JsonObject => ({
  Type: 'AWS::Events::Rule',
  Properties: {
    State: 'ENABLED',
    EventPattern: pattern,
    Targets: [
      {
        Id: 'Target0',
        Arn: { 'Fn::GetAtt': [target, 'Arn'] },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['SomeQueue', 'Arn'] } },
        RetryPolicy: { MaximumRetryAttempts: 20 },
      },
    ],
    ...more,
  },
});
