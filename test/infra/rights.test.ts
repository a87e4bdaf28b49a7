import { describe, expect, it } from 'vitest';
import { groups } from '../../functions/contract/api/groups.ts';
import { roles as apiRoles, roleOfGroup } from '../../functions/contract/api/roles.ts';
import { routes } from '../../functions/contract/api/routes.ts';
import { functionNames, functions, stateMachines } from '../../functions/contract/functions.ts';
import { recordRights } from '../../functions/contract/record-rights.ts';
import { ofType, resources } from './assembled.ts';
import {
  allRoles,
  bucketStatements,
  byAction,
  kindsFor,
  rightsOf,
  rightsOfRole,
  roleOf,
  type Statement,
} from './rights-of.ts';

const idOf = (type: string): string => {
  const found = Object.keys(resources).filter((id) => resources[id]?.Type === type);
  expect(found).toHaveLength(1);
  return found[0] ?? '';
};
const table = idOf('AWS::DynamoDB::Table');
const reading = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];

describe('a function', () => {
  it.each(functionNames)(
    '%s runs as its own role, which Lambda and nobody else takes on',
    (name) => {
      const runs = ofType('AWS::Lambda::Function').filter(
        ({ Properties }) => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME === name,
      );
      expect(runs.map(({ Properties }) => Properties.Role)).toEqual([
        { 'Fn::GetAtt': [roleOf(name), 'Arn'] },
      ]);
      expect(resources[roleOf(name)]?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
        {
          Action: 'sts:AssumeRole',
          Effect: 'Allow',
          Principal: { Service: 'lambda.amazonaws.com' },
        },
      ]);
    },
  );

  it.each(functionNames)('%s may do what the contract says, and nothing else', (name) => {
    const { starts, wakes, notifies, watches, lists } = functions[name];
    const { putsFiles, readsFiles, takesReports, anchors } = functions[name];
    const { keepsDocuments, readsDocuments } = functions[name];
    const readsSomeFile = readsFiles || takesReports || readsDocuments || anchors;
    const { reads, appends } = recordRights[name];
    expect([...new Set(rightsOf(name).map(({ action }) => action))].sort()).toEqual(
      [
        'logs:CreateLogStream',
        'logs:PutLogEvents',
        'xray:PutTelemetryRecords',
        'xray:PutTraceSegments',
        'sqs:SendMessage', // An event that it failed on.
        ...(reads.length > 0 ? reading : []),
        ...(appends.length > 0 ? ['dynamodb:PutItem'] : []),
        ...(starts ? ['states:StartExecution'] : []),
        ...(wakes ? ['states:SendTaskSuccess'] : []),
        ...(lists ? ['states:ListExecutions'] : []),
        ...(watches ? ['states:DescribeExecution', 'states:GetExecutionHistory'] : []),
        ...(notifies ? ['sns:Publish'] : []),
        ...(putsFiles || keepsDocuments || anchors ? ['s3:PutObject'] : []),
        // Of which buckets: bank-files.test.ts, documents.test.ts, record-anchors.test.ts.
        ...(readsSomeFile ? ['s3:GetObject', 's3:ListBucket'] : []),
        ...(takesReports ? ['s3:GetObjectVersion'] : []),
      ].sort(),
    );
  });

  it.each(functionNames)('%s reads and appends to the kinds of partition that it needs', (name) => {
    for (const action of reading) expect(kindsFor(name, action)).toEqual(recordRights[name].reads);
    expect(kindsFor(name, 'dynamodb:PutItem')).toEqual(recordRights[name].appends);
    const ofRecord = rightsOf(name).filter(({ action }) => action.startsWith('dynamodb:'));
    for (const { resource, condition } of ofRecord) {
      expect(resource).toEqual({ 'Fn::GetAtt': [table, 'Arn'] });
      // Without this a request that names no partition would satisfy any list.
      expect(condition?.Null).toEqual({ 'dynamodb:LeadingKeys': 'false' });
    }
  });

  it.each(functionNames)(
    '%s reads whatever it appends to, since each event follows one',
    (name) => {
      const { reads, appends } = recordRights[name];
      expect(reads).toEqual(expect.arrayContaining([...appends]));
      expect([reads.length > 0, appends.length > 0]).toEqual([
        functions[name].reads,
        functions[name].appends,
      ]);
    },
  );

  it('wakes and starts the system’s own state machines, and looks at their executions only', () => {
    for (const name of functionNames)
      for (const { action, resource } of rightsOf(name)) {
        if (!action.startsWith('states:')) continue;
        const arns = [resource].flat().map((arn) => JSON.stringify(arn));
        const isOfExecutions = /(DescribeExecution|History)$/.test(action);
        expect(arns.map((arn) => /:(\w+:Statsbidrag-test-[^"]+)"/.exec(arn)?.[1]).sort()).toEqual(
          isOfExecutions
            ? ['execution:Statsbidrag-test-*']
            : Object.keys(stateMachines)
                .map((machine) => `stateMachine:Statsbidrag-test-${machine}`)
                .sort(),
        );
      }
  });
});

describe('what is said of payments', () => {
  const appenders = (kind: string) =>
    functionNames.filter((name) => kindsFor(name, 'dynamodb:PutItem').includes(kind));

  it('is appended by its own steps and doors: who writes which kind of stream', () => {
    const kinds = [...new Set(functionNames.flatMap((name) => recordRights[name].appends))].sort();
    expect(Object.fromEntries(kinds.map((kind) => [kind, appenders(kind).toSorted()]))).toEqual({
      AGENDA: ['close-case'],
      BANK: ['api-bank', 'take-bank-report'],
      GRANT: [
        'api-runs',
        'close-case',
        'compute-allocation',
        'conclude-case',
        'open-case',
        'read-decision',
      ],
      INPUT: ['api-inputs'],
      JOURNAL: ['api-bank', 'release-payment', 'settle-payment', 'take-bank-report'],
      NOTICE: ['api-switch', 'ask', 'send-reminders'],
      ORDER: ['release-payment'],
      PROPOSAL: [
        'compute-allocation',
        'compute-settlement',
        'prepare-payment',
        'prepare-reissue',
        'prepare-requisition',
      ],
      RECONCILIATION: [
        'api-runs',
        'close-case',
        'collect-finals',
        'compute-settlement',
        'conclude-case',
        'open-case',
        'read-decision',
        'release-payment',
      ],
      REISSUE: [
        'api-bank',
        'api-inputs',
        'api-runs',
        'close-case',
        'open-case',
        'prepare-reissue',
        'read-decision',
        'release-payment',
        'settle-payment',
        'take-bank-report',
      ],
      REQUEST: ['api-bank', 'api-inputs', 'api-requisitions', 'api-runs', 'api-switch'],
      REQUISITION: [
        'api-bank',
        'api-inputs',
        'api-requisitions',
        'api-runs',
        'close-case',
        'open-case',
        'prepare-requisition',
        'read-decision',
        'record-requisition',
        'release-payment',
        'settle-payment',
        'take-bank-report',
        'validate-requisition',
      ],
      ROOM: [
        'close-case',
        'open-due',
        'prepare-payment',
        'prepare-reissue',
        'prepare-requisition',
        'release-payment',
      ],
      RUN: [
        'api-bank',
        'api-inputs',
        'api-runs',
        'close-case',
        'open-case',
        'prepare-payment',
        'read-decision',
        'release-payment',
        'settle-payment',
        'take-bank-report',
      ],
      SWITCH: ['api-switch'],
      TOKEN: [
        'api-bank',
        'api-inputs',
        'api-runs',
        'api-switch',
        'ask',
        'close-case',
        'conclude-case',
        'open-due',
        'prepare-payment',
        'prepare-reissue',
        'prepare-requisition',
        'redeliver-answers',
        'settle-payment',
        'take-bank-report',
      ],
      WORKING: [
        'compute-allocation',
        'compute-settlement',
        'prepare-payment',
        'prepare-reissue',
        'prepare-requisition',
      ],
    });
  });

  it('is attested and ordered through groups of which no one gives both rights', () => {
    const takes = routes.approveProposal.roles;
    expect(takes).toEqual(['attestant', 'utanordnare']);
    for (const group of groups) {
      const given = [roleOfGroup(group)].filter((role) => takes.some((each) => each === role));
      expect(given.length).toBeLessThanOrEqual(1);
    }
    expect(apiRoles.filter((role) => takes.some((each) => each === role))).toHaveLength(2);
  });
});

describe('the table itself', () => {
  const policy: (Statement & { Sid: string })[] =
    resources[table]?.Properties.ResourcePolicy.PolicyDocument.Statement;

  it('refuses to everybody what would change or remove an event', () => {
    const refused = policy.find(({ Sid }) => Sid === 'NothingIsOverwritten');
    expect(refused).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' }, Resource: '*' });
    expect(refused).not.toHaveProperty('Condition');
    expect([refused?.Action].flat().sort()).toEqual([
      'dynamodb:BatchWriteItem',
      'dynamodb:DeleteItem',
      'dynamodb:PartiQLDelete',
      'dynamodb:PartiQLInsert',
      'dynamodb:PartiQLSelect',
      'dynamodb:PartiQLUpdate',
      'dynamodb:UpdateItem',
    ]);
  });

  it('lets nobody append but the functions that do, and so no person', () => {
    const [refused, ...more] = policy.filter(({ Action }) => Action === 'dynamodb:PutItem');
    expect(more).toEqual([]);
    expect(refused).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' }, Resource: '*' });
    const appenders = functionNames
      .filter((name) => functions[name].appends)
      .map((name) => ({ 'Fn::GetAtt': [roleOf(name), 'Arn'] }));
    expect(refused?.Condition).toEqual({ ArnNotEquals: { 'aws:PrincipalArn': appenders } });
  });

  it('allows nothing by its own policy', () => {
    expect(policy.filter(({ Effect }) => Effect !== 'Deny')).toEqual([]);
  });
});

describe('nobody', () => {
  const all = allRoles.flatMap(([id]) => rightsOfRole(id).map((right) => ({ id, ...right })));
  const actions = (service: string) =>
    [...new Set(all.map(({ action }) => action).filter((each) => each.startsWith(service)))].sort();

  it('may change, remove or scan what is recorded', () => {
    expect(actions('dynamodb:')).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:DescribeTable',
      'dynamodb:GetItem',
      'dynamodb:ListTagsOfResource',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:StartAwsBackupJob', // The role of the backups: a copy is made beside, nothing is read out.
    ]);
  });

  it('may answer a task token with a failure or stop an execution', () => {
    expect(actions('states:')).toEqual([
      'states:DescribeExecution',
      'states:GetExecutionHistory',
      'states:ListExecutions',
      'states:SendTaskSuccess',
      'states:StartExecution',
    ]);
  });

  it('may remove a file, or put one without having asked that its name is free', () => {
    expect(actions('s3:')).toEqual([
      's3:GetObject',
      's3:GetObjectVersion',
      's3:ListBucket',
      's3:PutObject',
    ]);
  });

  it('is given a right by a pattern, but where a service knows no resources', () => {
    const reasons = {
      'xray:PutTelemetryRecords': 'X-Ray takes traces of the whole account',
      'xray:PutTraceSegments': 'X-Ray takes traces of the whole account',
      'xray:GetSamplingRules': 'sampling is the account’s',
      'xray:GetSamplingTargets': 'sampling is the account’s',
      'logs:CreateLogDelivery': 'a delivery has no name before it is there',
      'logs:GetLogDelivery': 'a delivery has no name before it is there',
      'logs:UpdateLogDelivery': 'a delivery has no name before it is there',
      'logs:DeleteLogDelivery': 'a delivery has no name before it is there',
      'logs:ListLogDeliveries': 'a delivery has no name before it is there',
      'logs:PutResourcePolicy': 'policies of log groups are the region’s',
      'logs:DescribeResourcePolicies': 'policies of log groups are the region’s',
      'logs:DescribeLogGroups': 'a list',
      'logs:CreateLogGroup': 'API Gateway’s role for the whole region',
      'logs:CreateLogStream': 'API Gateway’s role for the whole region',
      'logs:DescribeLogStreams': 'API Gateway’s role for the whole region',
      'logs:PutLogEvents': 'API Gateway’s role for the whole region',
      'logs:GetLogEvents': 'API Gateway’s role for the whole region',
      'logs:FilterLogEvents': 'API Gateway’s role for the whole region',
    };
    const everything = all.filter(({ resource }) => [resource].flat().includes('*'));
    expect([...new Set(everything.map(({ action }) => action))].sort()).toEqual(
      Object.keys(reasons).sort(),
    );
    const gateway = Object.keys(resources).filter((id) => /^ApiLogRole/.test(id));
    const onAllLogs = Object.entries(reasons).filter(([, why]) => /API Gateway/.test(why));
    for (const [action] of onAllLogs)
      expect(everything.filter((each) => each.action === action).map(({ id }) => id)).toEqual(
        gateway.filter((id) => resources[id]?.Type === 'AWS::IAM::Role'),
      );
    // Besides: objects of a bucket, said by the bucket itself, and executions, named after their cases.
    const patterns = all.filter(
      ({ resource, action }) =>
        JSON.stringify(resource).includes('*') &&
        ![resource].flat().includes('*') &&
        !action.startsWith('s3:'),
    );
    expect([...new Set(patterns.map(({ action }) => action))].sort()).toEqual([
      'states:DescribeExecution',
      'states:GetExecutionHistory',
    ]);
  });

  it('has a right in a policy inside its role, or in one that somebody else keeps', () => {
    expect(ofType('AWS::IAM::Policy')).toEqual([]);
    for (const [id, { Properties }] of allRoles) {
      expect([id, Properties.Policies, Properties.ManagedPolicyArns]).toEqual([
        id,
        undefined,
        undefined,
      ]);
    }
  });

  it('is a person or an account: every role is taken on by a service', () => {
    for (const [id, { Properties }] of allRoles)
      for (const { Principal } of Properties.AssumeRolePolicyDocument.Statement)
        expect([id, Object.keys(Principal)]).toEqual([id, ['Service']]);
    for (const type of ['AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::UserToGroupAddition'])
      expect(ofType(type)).toEqual([]);
    const allowed = byAction(bucketStatements).filter(({ Effect }) => Effect === 'Allow');
    for (const { Principal } of allowed) expect(Principal).not.toEqual({ AWS: '*' });
  });
});
