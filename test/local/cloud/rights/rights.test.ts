import { describe, expect, it } from 'vitest';
import type { Resources } from '../../../../local/cloud/intrinsics.ts';
import { askedOfTable } from '../../../../local/cloud/rights/asked-of-table.ts';
import { guardOf } from '../../../../local/cloud/rights/guard.ts';
import { type Asked, Rights } from '../../../../local/cloud/rights/rights.ts';
import type { Json, JsonObject } from '../../../../local/engine/json.ts';

const tableArn = 'arn:aws:dynamodb:eu-north-1:000000000000:table/record';
const roleArn = 'arn:aws:iam::000000000000:role/reader';
const inKinds = (...keys: string[]): JsonObject => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
  Null: { 'dynamodb:LeadingKeys': 'false' },
});

/** A function with a role, a table and a bucket, each with its policy. */
function template(
  statements: readonly Json[],
  ofTable: readonly Json[] = [],
  ofBucket: readonly Json[] = [],
): Resources {
  return {
    Reader: {
      Type: 'AWS::Lambda::Function',
      Properties: { FunctionName: 'reader', Role: { 'Fn::GetAtt': ['Role', 'Arn'] } },
    },
    Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'reader' } },
    Policy: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: [...statements] } },
    },
    Record: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        TableName: 'record',
        ResourcePolicy: { PolicyDocument: { Statement: [...ofTable] } },
      },
    },
    Files: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: { PolicyDocument: { Statement: [...ofBucket] } },
    },
  };
}

const functionArn = 'arn:aws:lambda:eu-north-1:000000000000:function:reader';
const refusal = (resources: Resources, asked: Asked) =>
  Rights.read(resources).refusal(functionArn, asked);
const put = (partition: string): Asked => ({
  action: 'dynamodb:PutItem',
  resource: tableArn,
  context: { 'dynamodb:LeadingKeys': [partition] },
});
const mayPut = (Condition: JsonObject): Json => ({
  Effect: 'Allow',
  Action: 'dynamodb:PutItem',
  Resource: { 'Fn::GetAtt': ['Record', 'Arn'] },
  Condition,
});

describe('A function may do', () => {
  it('what a policy of its role allows, and nothing else', () => {
    const resources = template([mayPut(inKinds('RUN#*'))]);
    expect(refusal(resources, put('RUN#2021'))).toBeUndefined();
    expect(refusal(resources, put('INPUT#2021'))).toBe(
      `User: ${roleArn} is not authorized to perform: dynamodb:PutItem on resource: ${tableArn} (INPUT#2021) because no identity-based policy allows the action`,
    );
    expect(refusal(resources, { ...put('RUN#2021'), action: 'dynamodb:DeleteItem' })).toContain(
      'dynamodb:DeleteItem',
    );
    expect(refusal(resources, { ...put('RUN#2021'), resource: `${tableArn}s` })).toBeDefined();
  });

  it('nothing to partitions that it does not name, though an empty list is in any list', () => {
    const scan: Asked = { action: 'dynamodb:PutItem', resource: tableArn };
    expect(refusal(template([mayPut(inKinds('RUN#*'))]), scan)).toBeDefined();
    const careless = mayPut({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['RUN#*'] } });
    expect(refusal(template([careless]), scan)).toBeUndefined();
  });

  it('what a bucket allows its role', () => {
    const resources = template(
      [],
      [],
      [
        {
          Effect: 'Allow',
          Principal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::files/*',
        },
      ],
    );
    const get = (resource: string): Asked => ({ action: 's3:GetObject', resource });
    expect(refusal(resources, get('arn:aws:s3:::files/2022/a.xml'))).toBeUndefined();
    expect(refusal(resources, get('arn:aws:s3:::others/a.xml'))).toBeDefined();
  });

  it('nothing that the table refuses to everybody, whatever its role says', () => {
    const everything: Json = { Effect: 'Allow', Action: '*', Resource: '*' };
    const resources = template(
      [everything],
      [
        { Effect: 'Deny', Principal: { AWS: '*' }, Action: 'dynamodb:DeleteItem', Resource: '*' },
        {
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: 'dynamodb:PutItem',
          Resource: '*',
          Condition: { ArnNotEquals: { 'aws:PrincipalArn': ['arn:aws:iam::000000000000:role/x'] } },
        },
      ],
    );
    const denied = 'with an explicit deny in a resource-based policy';
    expect(refusal(resources, { action: 'dynamodb:DeleteItem', resource: tableArn })).toContain(
      denied,
    );
    expect(refusal(resources, put('RUN#2021'))).toContain(denied);
    expect(refusal(resources, { action: 'dynamodb:Query', resource: tableArn })).toBeUndefined();
  });

  it('nothing without a role', () => {
    expect(Rights.read({}).refusal(functionArn, put('RUN#2021'))).toBeDefined();
  });
});

describe('Rights are refused when they are read, because nothing here would follow them:', () => {
  it.each<[string, Json, string]>([
    ['an unknown condition', mayPut({ StringLike: { a: 'b' } }), 'the condition StringLike'],
    ['an exclusion', { Effect: 'Allow', NotAction: 'a', Resource: '*' }, 'NotAction is not'],
  ])('%s', (_what, statement, why) => {
    expect(() => Rights.read(template([statement]))).toThrow(why);
  });

  it('a policy inside a role', () => {
    const resources = template([]);
    const Role = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'reader', Policies: [] } };
    expect(() => Rights.read({ ...resources, Role })).toThrow('"Role" has Policies');
  });
});

describe('A request to the table asks for', () => {
  it.each<[string, JsonObject, string[]]>([
    [
      'PutItem',
      { Item: { partition: { S: 'RUN#2021' }, event: { S: '02#000001' } } },
      ['RUN#2021'],
    ],
    ['GetItem', { Key: { partition: { S: 'RUN#2021' } } }, ['RUN#2021']],
    ['DeleteItem', { Key: { partition: { S: 'RUN#2021' } } }, ['RUN#2021']],
    [
      'Query',
      {
        KeyConditionExpression: '#p = :p AND begins_with(#e, :e)',
        ExpressionAttributeNames: { '#p': 'partition', '#e': 'event' },
        ExpressionAttributeValues: { ':p': { S: 'RUN#2021' }, ':e': { S: '02#' } },
      },
      ['RUN#2021'],
    ],
    ['Scan', {}, []],
  ])('%s of the partitions that it names', (operation, body, keys) => {
    const asked = askedOfTable(operation, JSON.stringify({ TableName: 'record', ...body }));
    expect(asked).toMatchObject({ action: `dynamodb:${operation}`, resource: tableArn });
    expect(asked.context?.['dynamodb:LeadingKeys'] ?? []).toEqual(keys);
  });

  it('every partition of a batch', () => {
    const Keys = ['RUN#2021', 'INPUT#all'].map((S) => ({ partition: { S } }));
    const asked = askedOfTable(
      'BatchGetItem',
      JSON.stringify({ RequestItems: { record: { Keys } } }),
    );
    expect(asked).toEqual({
      action: 'dynamodb:BatchGetItem',
      resource: tableArn,
      context: { 'dynamodb:LeadingKeys': ['RUN#2021', 'INPUT#all'] },
    });
  });
});

describe('The guard asks', () => {
  const guard = guardOf(Rights.read(template([])), () => functionArn);
  const signed = (key: string) => ({ authorization: `AWS4-HMAC-SHA256 Credential=${key}/2021` });

  it('whoever signs as a function, for the rights of the one that is called', () => {
    expect(guard(signed('FUNCTION'), () => put('RUN#2021'))).toContain(roleArn);
  });

  it('nobody else on this machine', () => {
    expect(guard(signed('local'), () => put('RUN#2021'))).toBeUndefined();
    expect(guard({}, () => put('RUN#2021'))).toBeUndefined();
  });
});
