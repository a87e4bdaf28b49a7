import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { StateMachineName } from '../../../functions/contract/functions.ts';

/** What is watched of the system; nothing of it is changed by being watched. */
export interface Watched {
  /** What the functions call the system in what they count: their environment's DEPLOYMENT. */
  readonly deployment: string;
  readonly stateMachines: Readonly<Record<StateMachineName, sfn.IStateMachine>>;
  /** The functions by their names. */
  readonly functions: Readonly<Record<string, lambda.IFunction>>;
  /** Where events lie that nobody could take: `reports` those of the bank's files, `failed` all others. */
  readonly deadLetters: Readonly<Record<'failed' | 'reports', sqs.IQueue>>;
  readonly table: dynamodb.Table;
  readonly api: apigateway.RestApi;
  /** Without which nothing of the record can be read. */
  readonly recordKey: kms.IKey;
}
