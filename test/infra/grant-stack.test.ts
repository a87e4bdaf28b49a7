import { describe, expect, it } from 'vitest';
import { functionNames, functions, stateMachines } from '../../functions/contract/functions.ts';
import { functionName, ofType, resources } from './assembled.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

const lambdas = ofType('AWS::Lambda::Function').map(({ Properties }) => Properties);
const serviceName = (properties: (typeof lambdas)[number]): string =>
  properties.Environment.Variables.POWERTOOLS_SERVICE_NAME;

/** What the role of each function may do: every statement of every policy of the role, action by action. */
const allowed = new Map(
  lambdas.map((properties) => {
    const role: string = properties.Role['Fn::GetAtt'][0];
    const statements: Statement[] = ofType('AWS::IAM::Policy')
      .filter(({ Properties }) => Properties.Roles.some((of: { Ref: string }) => of.Ref === role))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    const actions = statements.flatMap(({ Action, Resource }) =>
      [Action].flat().map((action) => [action, Resource] as const),
    );
    return [serviceName(properties), actions] as const;
  }),
);

const debtor = [
  'DEBTOR_ACCOUNT',
  'DEBTOR_BANK_AGREEMENT',
  'DEBTOR_BIC',
  'DEBTOR_NAME',
  'DEBTOR_ORGANISATION_NUMBER',
  'PAYMENT_FILE_FORMAT',
];

function may(name: string): string[] {
  return (allowed.get(name) ?? []).map(([action]) => action).sort();
}

describe('every function', () => {
  it('is deployed, each under its own name', () => {
    expect(lambdas.map(serviceName).sort()).toEqual([...functionNames].sort());
  });

  it.each(functionNames)('%s runs on Node 24, told what it needs and not more', (name) => {
    const properties = lambdas.find((candidate) => serviceName(candidate) === name);
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: 512,
      Timeout: 30,
    });
    const { reads, starts, notifies, watches } = functions[name];
    const { putsFiles, readsFiles, takesReports } = functions[name];
    const arns = Object.values(stateMachines).map(({ environment }) => environment);
    expect(Object.keys(properties?.Environment.Variables).sort()).toEqual(
      [
        'POWERTOOLS_LOG_LEVEL',
        'POWERTOOLS_SERVICE_NAME',
        ...(reads ? ['CODE_VERSION', 'TABLE_NAME', ...debtor] : []),
        ...(starts || watches ? arns : []),
        ...(notifies ? ['NOTICES_TOPIC_ARN'] : []),
        ...(putsFiles || readsFiles ? ['PAYMENT_FILES_BUCKET'] : []),
        ...(takesReports ? ['BANK_REPORTS_BUCKET'] : []),
        ...(name.startsWith('api-') ? ['CONSOLE_CLIENT_ID', 'SKR_CLIENT_ID', 'TOKEN_ISSUER'] : []),
      ].sort(),
    );
    if (reads) {
      expect(properties?.Environment.Variables.CODE_VERSION).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it.each(functionNames)('%s may log, and what the contract says', (name) => {
    const { reads, appends, starts, wakes, notifies, watches } = functions[name];
    const { putsFiles, readsFiles, takesReports } = functions[name];
    expect(may(name)).toEqual(
      [
        ...(reads ? ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'] : []),
        ...(appends ? ['dynamodb:PutItem'] : []),
        'logs:CreateLogStream',
        'logs:PutLogEvents',
        ...(starts ? ['states:StartExecution'] : []),
        ...(wakes ? ['states:SendTaskSuccess'] : []),
        ...(watches ? ['states:DescribeExecution', 'states:GetExecutionHistory'] : []),
        ...(notifies ? ['sns:Publish'] : []),
        ...(putsFiles ? ['s3:PutObject'] : []),
        // Of which buckets: bank-files.test.ts.
        ...(readsFiles || takesReports ? ['s3:GetObject', 's3:ListBucket'] : []),
        ...(takesReports ? ['s3:GetObjectVersion'] : []),
        // What Lambda does in its name when it has failed on a report.
        ...(takesReports ? ['sqs:SendMessage'] : []),
      ].sort(),
    );
  });

  it('of the API that reads cannot write, and the one that describes the API sees nothing', () => {
    expect(
      may('api-read').filter((action) => /Put|Update|Delete|Write|Start|Send/.test(action)),
    ).toEqual(['logs:PutLogEvents']);
    expect(may('api-description')).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
    expect(may('name-in-token')).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
  });

  it('may do it to the record, its own log and the state machines, never to everything', () => {
    for (const [name, actions] of allowed) {
      for (const [action, resource] of actions) {
        expect(JSON.stringify(resource), `${name} ${action}`).not.toContain('"*"');
        if (!action.startsWith('states:')) continue;
        const named = [resource].flat().map((arn) => JSON.stringify(arn));
        const isOfExecutions =
          /Execution(History)?$/.test(action) && action !== 'states:StartExecution';
        const expected = Object.keys(stateMachines).map((machine) =>
          expect.stringContaining(
            isOfExecutions
              ? `:execution:Statsbidrag-${machine}:*`
              : `:stateMachine:Statsbidrag-${machine}"`,
          ),
        );
        expect(named).toHaveLength(expected.length);
        expect(named).toEqual(expect.arrayContaining(expected));
      }
    }
  });

  it('keeps its logs for 18 months, and longer than the stack lives', () => {
    for (const { Properties, DeletionPolicy } of ofType('AWS::Logs::LogGroup')) {
      expect([Properties.RetentionInDays, DeletionPolicy]).toEqual([545, 'Retain']);
    }
    const used = lambdas.map((properties) => properties.LoggingConfig.LogGroup.Ref);
    expect(new Set(used).size).toBe(functionNames.length);
  });
});

describe('nobody', () => {
  const everything = ofType('AWS::IAM::Policy').flatMap(
    ({ Properties }): Statement[] => Properties.PolicyDocument.Statement,
  );
  const actions = everything.flatMap(({ Action }) => Action);

  it('may change, remove or scan what is recorded', () => {
    const dynamodb = new Set(actions.filter((action) => action.startsWith('dynamodb:')));
    expect([...dynamodb].sort()).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
    ]);
  });

  it('may answer a task token with a failure or stop an execution', () => {
    const states = new Set(actions.filter((action) => action.startsWith('states:')));
    expect([...states].sort()).toEqual([
      'states:DescribeExecution',
      'states:GetExecutionHistory',
      'states:SendTaskSuccess',
      'states:StartExecution',
    ]);
  });

  it('gets rights from a policy that is managed elsewhere, but for the role that API Gateway demands', () => {
    const managed = ofType('AWS::IAM::Role').filter(
      ({ Properties }) => Properties.ManagedPolicyArns,
    );
    expect(managed.map(({ Properties }) => JSON.stringify(Properties.ManagedPolicyArns))).toEqual([
      expect.stringContaining(
        ':iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"',
      ),
    ]);
    const trusted = managed[0]?.Properties.AssumeRolePolicyDocument.Statement;
    expect(trusted).toMatchObject([{ Principal: { Service: 'apigateway.amazonaws.com' } }]);
  });
});

describe('the record', () => {
  it('is one table of streams without an index, restorable and not removed with the stack', () => {
    const tables = ofType('AWS::DynamoDB::Table');
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(tables[0]?.Properties).toEqual({
      AttributeDefinitions: [
        { AttributeName: 'partition', AttributeType: 'S' },
        { AttributeName: 'event', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'partition', KeyType: 'HASH' },
        { AttributeName: 'event', KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });
});

describe('notices to people', () => {
  const topics = ofType('AWS::SNS::Topic');

  it('leave through one topic, encrypted at rest, over TLS only', () => {
    expect(topics).toHaveLength(1);
    expect(JSON.stringify(topics[0]?.Properties.KmsMasterKeyId)).toContain('alias/aws/sns');
    const [policy, ...more] = ofType('AWS::SNS::TopicPolicy');
    expect(more).toEqual([]);
    expect(policy?.Properties.PolicyDocument.Statement).toMatchObject([
      {
        Effect: 'Deny',
        Action: 'sns:Publish',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
  });

  it('are published to that topic, and only by those that the contract names', () => {
    const publishing = [...allowed].flatMap(([name, actions]) =>
      actions.filter(([action]) => action.startsWith('sns:')).map((each) => [name, ...each]),
    );
    const topic = Object.entries(resources).find(([, { Type }]) => Type === 'AWS::SNS::Topic')?.[0];
    const named = functionNames.filter((name) => functions[name].notifies);
    expect(named).toEqual(expect.arrayContaining(['ask', 'send-reminders']));
    expect(publishing.sort()).toEqual(
      named.map((name) => [name, 'sns:Publish', { Ref: topic }]).sort(),
    );
  });
});

describe('the schedules', () => {
  const schedules = ofType('AWS::Scheduler::Schedule').map(({ Properties }) => Properties);
  const schedule = (name: string) => schedules.find((candidate) => candidate.Name === name);

  it('are three, all in Stockholm time and in a group of their own', () => {
    expect(schedules.map(({ Name }) => Name).sort()).toEqual([
      'open-due',
      'redeliver-answers',
      'send-reminders',
    ]);
    for (const { ScheduleExpressionTimezone, GroupName, State } of schedules) {
      expect([ScheduleExpressionTimezone, State]).toEqual(['Europe/Stockholm', 'ENABLED']);
      expect(GroupName).toBe(ofType('AWS::Scheduler::ScheduleGroup')[0]?.Properties.Name);
    }
  });

  it('open what is due from Monday to Friday at six, told the time they were set for', () => {
    const { ScheduleExpression, Target } = schedule('open-due');
    expect(ScheduleExpression).toBe('cron(0 6 ? * MON-FRI *)');
    expect(JSON.parse(Target.Input)).toEqual({ scheduledTime: '<aws.scheduler.scheduled-time>' });
  });

  it('remind from Monday to Friday at eight, told the time they were set for', () => {
    const { ScheduleExpression, Target } = schedule('send-reminders');
    expect(ScheduleExpression).toBe('cron(0 8 ? * MON-FRI *)');
    expect(JSON.parse(Target.Input)).toEqual({ scheduledTime: '<aws.scheduler.scheduled-time>' });
  });

  it('deliver answers again every hour, told nothing', () => {
    const { ScheduleExpression, Target } = schedule('redeliver-answers');
    expect(ScheduleExpression).toBe('cron(0 * * * ? *)');
    expect(Target.Input).toBe('{}');
  });

  it('call the function of their name, and again when the call fails', () => {
    for (const { Name, Target } of schedules) {
      expect(functionName(Target.Arn['Fn::GetAtt'][0])).toBe(Name);
      expect(Target.RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(0);
    }
  });
});

it('holds only resources that are in use: none has been added without a test for it', () => {
  const count: Record<string, number> = {};
  for (const { Type } of Object.values(resources)) count[Type] = (count[Type] ?? 0) + 1;
  expect(count).toEqual({
    'AWS::ApiGateway::Account': 1,
    'AWS::ApiGateway::Deployment': 1,
    'AWS::ApiGateway::GatewayResponse': 8,
    'AWS::ApiGateway::Method': expect.any(Number), // api.test.ts.
    'AWS::ApiGateway::Resource': expect.any(Number),
    'AWS::ApiGateway::RestApi': 1,
    'AWS::ApiGateway::Stage': 1,
    'AWS::CloudFront::Distribution': 1,
    'AWS::CloudFront::Function': 1,
    'AWS::CloudFront::OriginAccessControl': 1,
    'AWS::CloudFront::ResponseHeadersPolicy': 1,
    'AWS::Cognito::ManagedLoginBranding': 1,
    'AWS::Cognito::UserPool': 1,
    'AWS::Cognito::UserPoolClient': 2,
    'AWS::Cognito::UserPoolDomain': 1,
    'AWS::Cognito::UserPoolGroup': 26,
    'AWS::Cognito::UserPoolResourceServer': 1,
    'AWS::DynamoDB::Table': 1,
    'AWS::Events::Rule': 1,
    'AWS::IAM::Policy': functionNames.length + 5 + 3, // One per function, state machine and schedule.
    'AWS::IAM::Role': functionNames.length + 5 + 3 + 1, // And the one by which API Gateway logs.
    'AWS::Lambda::Function': functionNames.length,
    'AWS::Lambda::EventInvokeConfig': 1,
    'AWS::Lambda::Permission': 8 + 1 + 1, // The API's functions, the user pool's, and the rule's.
    'AWS::Logs::LogGroup': functionNames.length + 5 + 1, // One per function and state machine, and the API's.
    'AWS::S3::Bucket': 3, // The console's, and bank-files.test.ts.
    'AWS::S3::BucketPolicy': 3,
    'AWS::SNS::Topic': 1,
    'AWS::SNS::TopicPolicy': 1,
    'AWS::SQS::Queue': 1,
    'AWS::SQS::QueuePolicy': 1,
    'AWS::Scheduler::Schedule': 3,
    'AWS::Scheduler::ScheduleGroup': 1,
    'AWS::StepFunctions::StateMachine': 5,
  });
});
