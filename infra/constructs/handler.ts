import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import {
  type FunctionName,
  functions,
  type StateMachineName,
  stateMachines,
} from '../../functions/contract/functions.ts';
import { logRetention } from './log-retention.ts';
import { executionArns } from './state-machine-arn.ts';

/** Every function of the product by its name. */
export type Handlers = Readonly<Record<FunctionName, lambda.IFunction>>;

export interface HandlerProps {
  readonly name: FunctionName;
  /** Folder with one bundle per function. */
  readonly bundles: string;
  readonly table: dynamodb.Table;
  /** Where payment files and bank reports lie. */
  readonly files: Readonly<Record<'payments' | 'reports', s3.Bucket>>;
  /** Where notices to people leave. */
  readonly notices: sns.ITopic;
  /** What every function that reads the record is told. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stateMachineArns: Readonly<Record<StateMachineName, string>>;
  /** Whose tokens the functions of the API take; a pool's own trigger is made before there is one. */
  readonly trust?: Trust;
}

/** Whose tokens count, as functions/api/ports.ts reads it. */
export interface Trust {
  readonly TOKEN_ISSUER: string;
  readonly CONSOLE_CLIENT_ID: string;
  readonly SKR_CLIENT_ID: string;
}

/**
 * One function, with a role and a log group of its own.
 *
 * It may do what the contract says of it, and nothing else:
 *
 * 1. Read the record, append to it, or neither. Nobody may change or remove an item, and who does not read is not told where the
 *    record is.
 * 2. Start executions: only with this right is it told the ARNs.
 * 3. Wake executions: it can answer their task tokens with success and nothing else; an answer carries no decision.
 * 4. Publish notices to people: only with this right is it told the topic's ARN.
 * 5. Watch executions: read how far those of the state machines are.
 * 6. Put payment files, or read them, or read the bank's reports: only with one of these rights is it told the bucket. It may list
 *    the bucket that it reads, because S3 says of a file that is not there that it is forbidden to whoever may not. Nobody may
 *    remove a file or change one that is there.
 *
 * The functions of the API are told whose tokens to take, all of them the same.
 */
export class Handler extends Construct {
  readonly function: lambda.Function;

  constructor(scope: Construct, id: string, props: HandlerProps) {
    super(scope, id);
    const { reads, appends, starts, wakes, notifies, watches } = functions[props.name];
    const { putsFiles, readsFiles, takesReports } = functions[props.name];
    const { payments, reports } = props.files;
    const stateMachineArns = Object.values(props.stateMachineArns);

    const logGroup = new logs.LogGroup(this, 'Logs', logRetention);
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${props.name} may do`,
    });
    logGroup.grantWrite(role);
    if (reads) props.table.grant(role, ...readActions);
    if (appends) props.table.grant(role, 'dynamodb:PutItem');
    if (starts) allow(role, 'states:StartExecution', stateMachineArns);
    if (wakes) allow(role, 'states:SendTaskSuccess', stateMachineArns);
    if (watches) {
      const executions = machineNames.map((name) => executionArns(this, name));
      allow(role, 'states:DescribeExecution', executions);
      allow(role, 'states:GetExecutionHistory', executions);
    }
    if (notifies) allow(role, 'sns:Publish', [props.notices.topicArn]);
    if (putsFiles) allow(role, 's3:PutObject', [payments.arnForObjects('*')]);
    if (readsFiles) allowToRead(role, payments);
    if (takesReports) {
      allowToRead(role, reports);
      // Each event is about one version; the bank may have put another over it before we look.
      allow(role, 's3:GetObjectVersion', [reports.arnForObjects('*')]);
    }

    this.function = new lambda.Function(this, 'Function', {
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(props.bundles, props.name)),
      memorySize: 512,
      timeout: Duration.seconds(30),
      role,
      logGroup,
      environment: {
        ...(reads ? props.environment : {}),
        ...(props.name.startsWith('api-') ? props.trust : {}),
        POWERTOOLS_SERVICE_NAME: props.name,
        POWERTOOLS_LOG_LEVEL: 'INFO',
        ...(starts || watches ? stateMachineEnvironment(props.stateMachineArns) : {}),
        ...(notifies ? { NOTICES_TOPIC_ARN: props.notices.topicArn } : {}),
        ...(putsFiles || readsFiles ? { PAYMENT_FILES_BUCKET: payments.bucketName } : {}),
        ...(takesReports ? { BANK_REPORTS_BUCKET: reports.bucketName } : {}),
      },
    });
  }
}

const readActions = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];

const machineNames = Object.keys(stateMachines) as StateMachineName[];

function allow(role: iam.Role, action: string, resources: string[]): void {
  role.addToPolicy(new iam.PolicyStatement({ actions: [action], resources }));
}

function allowToRead(role: iam.Role, bucket: s3.Bucket): void {
  allow(role, 's3:GetObject', [bucket.arnForObjects('*')]);
  allow(role, 's3:ListBucket', [bucket.bucketArn]);
}

function stateMachineEnvironment(arns: HandlerProps['stateMachineArns']): Record<string, string> {
  return Object.fromEntries(
    machineNames.map((name) => [stateMachines[name].environment, arns[name]]),
  );
}
