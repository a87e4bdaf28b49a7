import { hash } from 'node:crypto';
import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { describe, expect, it } from 'vitest';
import { DynamoDb } from '../../../../functions/adapters/aws/dynamodb.ts';
import { S3 } from '../../../../functions/adapters/aws/s3.ts';
import { sha256Checksum } from '../../../../functions/adapters/aws/s3-checksums.ts';
import type { RequestHandler } from '../../../../functions/adapters/aws/service.ts';
import { Sns } from '../../../../functions/adapters/aws/sns.ts';
import { StepFunctions } from '../../../../functions/adapters/aws/step-functions-service.ts';

/** Lets nothing leave; notes what would have. */
class Caught implements RequestHandler {
  readonly requests: HttpRequest[] = [];

  async handle(request: HttpRequest) {
    this.requests.push(HttpRequest.clone(request));
    const body = { toArray: async () => [Buffer.from('{}')] };
    return { response: new HttpResponse({ statusCode: 500, headers: {}, body }) };
  }

  destroy(): void {}
}

/** Headers that say who asks and how often, and those that prove it; every client has its own. */
const ofTheClient =
  /^(user-agent|x-amz-user-agent|amz-sdk-.*|authorization|x-amz-date|x-amzn-query-mode)$/;

/** What a service sees of a request. */
function seen({ method, protocol, hostname, path, query = {}, headers, body }: HttpRequest) {
  const { 'x-id': _, ...asked } = query; // The operation's name, which S3 is told for its logs only.
  const sent = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const said = Object.fromEntries(sent.filter(([name]) => !ofTheClient.test(name)));
  const text = typeof body === 'string' ? body : Buffer.from(body ?? '').toString();
  const type = String(said['content-type'] ?? '');
  const content = type.includes('json')
    ? JSON.parse(text)
    : type.includes('form')
      ? Object.fromEntries(new URLSearchParams(text))
      : text;
  // Members may come in any order, so each body has a hash of its own.
  expect(said['x-amz-content-sha256']).toBe(hash('sha256', text));
  delete said['x-amz-content-sha256'];
  if (type.includes('form')) delete said['content-length']; // A blank has two spellings in a form.
  return { method, protocol, hostname, path, query: asked, headers: said, content };
}

const credentials = { accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'a-session' };

/** The request that is sent when something is asked by one client or the other. */
async function sentBy(
  ask: (options: {
    readonly region: string;
    readonly credentials: typeof credentials;
    readonly maxAttempts: number;
    readonly requestHandler: never;
  }) => Promise<unknown>,
): Promise<HttpRequest> {
  const caught = new Caught();
  const given = { region: 'eu-north-1', credentials, maxAttempts: 1 };
  await ask({ ...given, requestHandler: caught as never }).catch(() => undefined);
  const [request] = caught.requests;
  if (!request) throw new Error('Nothing was sent.');
  return request;
}

type Ask = Parameters<typeof sentBy>[0];

const key = { partition: { S: 'RUN#2022' }, event: { S: '02#000004' } };
const names = { '#partition': 'partition', '#event': 'event' };
const put = {
  TableName: 'record',
  Item: { ...key, body: { S: '{"reason":"Återbäring – 40 % \\u0001"}' } },
  ConditionExpression: 'attribute_not_exists(#event)',
  ExpressionAttributeNames: { '#event': 'event' },
};
const get = { TableName: 'record', Key: key, ConsistentRead: true } as const;
const batch = {
  RequestItems: {
    record: {
      Keys: [key],
      ConsistentRead: true,
      ProjectionExpression: '#partition, #event',
      ExpressionAttributeNames: names,
    },
  },
} as const;
const query = {
  TableName: 'record',
  ConsistentRead: true,
  KeyConditionExpression: '#partition = :partition AND begins_with(#event, :prefix)',
  ExpressionAttributeNames: names,
  ExpressionAttributeValues: { ':partition': { S: 'RUN#2022' }, ':prefix': { S: '02#' } },
  ExclusiveStartKey: key,
} as const;
const machine = 'arn:aws:states:eu-north-1:000000000000:stateMachine:monthly-payout';
const start = { stateMachineArn: machine, name: 'payout-2022-02', input: '{"case":"å"}' };
const success = { taskToken: 'a-token', output: '{}' };
const execution = { executionArn: `${machine}:payout-2022-02` };
const running = { stateMachineArn: machine, statusFilter: 'RUNNING', nextToken: 'n' } as const;
const history = {
  ...execution,
  includeExecutionData: false,
  maxResults: 1000,
  nextToken: 'n',
} as const;
const topicArn = 'arn:aws:sns:eu-north-1:000000000000:notices';
const message = 'Väntar på attest & utanordning.\n\nWaits.\n';
const file = { Bucket: 'payments', Key: '2022/månad 02 (1)+2!.xml' };
const bytes = Buffer.from('<Document>1 krona</Document>');

const cases: readonly (readonly [string, ours: Ask, theSdks: Ask])[] = [
  [
    'a put where nothing is',
    (options) => new DynamoDb(options).call('PutItem', put),
    (options) => new DynamoDBClient(options).send(new PutItemCommand(put)),
  ],
  [
    'a consistent get',
    (options) => new DynamoDb(options).call('GetItem', get),
    (options) => new DynamoDBClient(options).send(new GetItemCommand(get)),
  ],
  [
    'a batch of gets',
    (options) => new DynamoDb(options).call('BatchGetItem', batch),
    (options) =>
      new DynamoDBClient(options).send(new BatchGetItemCommand(structuredClone(batch) as never)),
  ],
  [
    'a later page of a query',
    (options) => new DynamoDb(options).call('Query', query),
    (options) => new DynamoDBClient(options).send(new QueryCommand(query)),
  ],
  [
    'a start of an execution',
    (options) => new StepFunctions(options).call('StartExecution', start),
    (options) => new SFNClient(options).send(new StartExecutionCommand(start)),
  ],
  [
    'an answer to a task token',
    (options) => new StepFunctions(options).call('SendTaskSuccess', success),
    (options) => new SFNClient(options).send(new SendTaskSuccessCommand(success)),
  ],
  [
    'a look at an execution',
    (options) => new StepFunctions(options).call('DescribeExecution', execution),
    (options) => new SFNClient(options).send(new DescribeExecutionCommand(execution)),
  ],
  [
    'a later page of those that run',
    (options) => new StepFunctions(options).call('ListExecutions', running),
    (options) => new SFNClient(options).send(new ListExecutionsCommand(running)),
  ],
  [
    'a page of its history',
    (options) => new StepFunctions(options).call('GetExecutionHistory', history),
    (options) => new SFNClient(options).send(new GetExecutionHistoryCommand(history)),
  ],
  [
    'a notice',
    (options) =>
      new Sns(options).publish({
        ...{ topicArn, subject: 'Statsbidrag', message },
        attributes: { group: 'handläggare', kind: 'asked' },
      }),
    (options) =>
      new SNSClient(options).send(
        new PublishCommand({
          TopicArn: topicArn,
          Subject: 'Statsbidrag',
          Message: message,
          MessageAttributes: {
            group: { DataType: 'String', StringValue: 'handläggare' },
            kind: { DataType: 'String', StringValue: 'asked' },
          },
        }),
      ),
  ],
  [
    'a put of a new object',
    (options) => new S3(options).putNew(file.Bucket, file.Key, bytes, 'application/xml'),
    (options) =>
      new S3Client(options).send(
        new PutObjectCommand({
          ...file,
          Body: bytes,
          ContentType: 'application/xml',
          ChecksumAlgorithm: 'SHA256',
          ChecksumSHA256: sha256Checksum(bytes),
          IfNoneMatch: '*',
        }),
      ),
  ],
  [
    'a get of a version of an object',
    (options) => new S3(options).get(file.Bucket, file.Key, 'v/1+2'),
    (options) =>
      new S3Client(options).send(
        new GetObjectCommand({ ...file, VersionId: 'v/1+2', ChecksumMode: 'ENABLED' }),
      ),
  ],
  [
    'a later page of a list',
    (options) => new S3(options).list(file.Bucket, '1+/=='),
    (options) =>
      new S3Client(options).send(
        new ListObjectsV2Command({
          Bucket: file.Bucket,
          EncodingType: 'url',
          ContinuationToken: '1+/==',
        }),
      ),
  ],
];

describe("What is sent to AWS is what AWS's own SDK would send", () => {
  it.each(cases)('%s', async (_, ours, theSdks) => {
    const [mine, reference] = [await sentBy(ours), await sentBy(theSdks)];
    expect(seen(mine)).toEqual(seen(reference));
  });

  it.each(cases)('%s, signed by the same keys for the same service', async (_, ours, theSdks) => {
    const scopes = await Promise.all(
      [ours, theSdks].map(async (ask) => {
        const { headers } = await sentBy(ask);
        expect(headers['x-amz-security-token']).toBe('a-session');
        const [, scope] =
          /Credential=AKID\/\d{8}\/([^,]+),/.exec(headers.authorization ?? '') ?? [];
        return scope;
      }),
    );
    expect(scopes[0]).toMatch(/^eu-north-1\/(dynamodb|states|sns|s3)\/aws4_request$/);
    expect(scopes[0]).toBe(scopes[1]);
  });
});
