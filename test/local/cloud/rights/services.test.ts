import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalCloud, openLocalCloud } from '../../../../local/cloud/local-cloud.ts';
import type { Json } from '../../../../local/engine/json.ts';
import { importAsked } from '../asked.ts';
import { writeAssembly } from '../mini-assembly.ts';

/** Sends what its event says to a service, signed as every function signs, and gives what came back. */
const probe = `
${importAsked}
const urls = { table: 'AWS_ENDPOINT_URL_DYNAMODB', machines: 'AWS_ENDPOINT_URL_SFN', people: 'AWS_ENDPOINT_URL_SNS', files: 'AWS_ENDPOINT_URL_S3' };
export const handler = async ({ to, path = '/', method = 'POST', headers = {}, body }) => {
  const key = process.env.AWS_ACCESS_KEY_ID;
  const authorization = 'AWS4-HMAC-SHA256 Credential=' + key + '/x, SignedHeaders=host, Signature=x';
  const signed = { ...headers, authorization, 'x-amz-date': '20210101T000000Z' };
  const answer = await asked(process.env[urls[to]] + path, { method, headers: signed, body });
  return [answer.status, answer.text];
};
`;

const bucketArn = 'arn:aws:s3:::payments';
const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-services-'));
let cloud: LocalCloud;

beforeAll(async () => {
  const environment = {
    PAYMENT_FILES_BUCKET: { Ref: 'payments' },
    NOTICES_TOPIC_ARN: { Ref: 'T' },
  };
  const assembly = writeAssembly(join(directory, 'assembly'), {
    functions: { F: { code: probe, environment } },
    machines: { M: { QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Succeed' } } } },
    tables: ['record'],
    more: {
      payments: { Type: 'AWS::S3::Bucket' },
      T: { Type: 'AWS::SNS::Topic' },
      // Only this, where the other tests of the local cloud let functions do everything.
      SomeRights: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          Roles: [{ Ref: 'SomeRole' }],
          PolicyDocument: {
            Statement: [
              { Effect: 'Allow', Action: 'dynamodb:Query', Resource: '*' },
              { Effect: 'Allow', Action: 'states:SendTaskSuccess', Resource: '*' },
              { Effect: 'Allow', Action: 's3:GetObject', Resource: `${bucketArn}/*` },
            ],
          },
        },
      },
    },
  });
  const records = join(directory, 'records');
  cloud = await openLocalCloud({ assembly, records, startAt: '2021-01-04T08:00:00.000Z' });
});
afterAll(async () => await cloud.close());

const ask = async (event: Readonly<Record<string, Json>>): Promise<string> =>
  ((await cloud.invoke('F', event)) as [number, string]).join(' ');
const table = (operation: string, body: Json): Promise<string> =>
  ask({
    to: 'table',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
    },
    body: JSON.stringify(body),
  });
const machines = (operation: string, body: Json): Promise<string> =>
  ask({
    to: 'machines',
    headers: { 'x-amz-target': `AWSStepFunctions.${operation}` },
    body: JSON.stringify(body),
  });

describe('A function that its role does not allow', () => {
  it('to append is refused by the database', async () => {
    const put = { TableName: 'record', Item: { pk: { S: 'a' }, sk: { S: 'b' } } };
    expect(await table('PutItem', put)).toMatch(/^400 .*AccessDeniedException.*dynamodb:PutItem/);
    const query = {
      TableName: 'record',
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': { S: 'a' } },
    };
    expect(await table('Query', query)).toMatch(/^200 .*"Count":0/);
  });

  it('to start executions is refused by Step Functions', async () => {
    const stateMachineArn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:M';
    expect(await machines('StartExecution', { stateMachineArn, input: '{}' })).toMatch(
      /^400 .*AccessDeniedException.*states:StartExecution/,
    );
    // It may answer tokens; this one is none.
    expect(await machines('SendTaskSuccess', { taskToken: 'none', output: '{}' })).toMatch(
      /^400 .*(InvalidToken|TaskDoesNotExist)/,
    );
  });

  it('to tell people is refused by the topic', async () => {
    const form = {
      Action: 'Publish',
      TopicArn: 'arn:aws:sns:eu-north-1:000000000000:T',
      Message: 'a',
    };
    expect(await ask({ to: 'people', body: new URLSearchParams(form).toString() })).toMatch(
      /^403 .*AuthorizationError.*sns:Publish/s,
    );
  });

  it('to put files is refused by the bucket', async () => {
    const file = { to: 'files', path: '/payments/2022/a.xml' };
    expect(await ask({ ...file, method: 'PUT', body: 'a' })).toMatch(
      /^403 .*AccessDenied.*s3:PutObject/s,
    );
    expect(await ask({ ...file, method: 'GET' })).toMatch(/^404 .*NoSuchKey/s);
  });
});
