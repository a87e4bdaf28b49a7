import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { DynamoDb } from '../../../../functions/adapters/aws/dynamodb.ts';
import { endpointOf } from '../../../../functions/adapters/aws/endpoint.ts';
import { S3 } from '../../../../functions/adapters/aws/s3.ts';
import { Sns } from '../../../../functions/adapters/aws/sns.ts';
import { StepFunctions } from '../../../../functions/adapters/aws/step-functions-service.ts';
import { listenOnLoopback } from '../../../helpers/loopback.ts';
import { refusalOf } from '../../support/world.ts';

interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What comes instead of an answer. */
type Accident = 'connection lost' | 'answer cut off' | 'no answer';

const answers: (Answer | Accident)[] = [];
const asked: IncomingHttpHeaders[] = [];
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    asked.push(request.headers);
    const next = answers.shift() ?? { status: 500 };
    if (next === 'no answer') return;
    if (next === 'connection lost') return request.socket.destroy();
    if (next === 'answer cut off') {
      response.writeHead(200, { 'content-length': '100' }).write('{"executionArn"');
      setTimeout(() => request.socket.destroy(), 20);
      return;
    }
    response.writeHead(next.status, next.headers).end(next.body ?? '{}');
  });
});
let endpoint: string;
beforeAll(async () => {
  endpoint = await listenOnLoopback(server);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const options = () => ({ endpoint, region: 'eu-north-1', credentials });
const wake = { taskToken: 'a-token', output: '{}' } as const;

/** Asks once of a service that answers so, attempt after attempt; gives what it was refused with. */
async function asking(
  next: readonly (Answer | Accident)[],
  ask: () => Promise<unknown> = () =>
    new StepFunctions({ ...options(), requestTimeout: 200 }).call('SendTaskSuccess', wake),
): Promise<Error | undefined> {
  answers.splice(0, Number.POSITIVE_INFINITY, ...next);
  asked.length = 0;
  return refusalOf(ask());
}

const ok: Answer = { status: 200 };
const refusal = (status: number, type: string, message = 'no'): Answer => ({
  status,
  body: JSON.stringify({ __type: type, message }),
});
const xml = (status: number, code: string): Answer => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
});

describe('A request that may succeed when it is sent again', () => {
  it.each<[string, Answer | Accident]>([
    ['the connection is lost before the answer', 'connection lost'],
    ['the answer is cut off', 'answer cut off'],
    ['no answer comes in time', 'no answer'],
    ['the service has failed', { status: 500 }],
    ['the service is not there', { status: 503, body: '<html>busy</html>' }],
    ['it is throttled', refusal(400, 'ThrottlingException')],
  ])('is sent again: %s', async (_, first) => {
    expect(await asking([first, ok])).toBeUndefined();
    expect(asked).toHaveLength(2);
  });

  it('is sent three times at most, and then fails by the last name', async () => {
    const failing = refusal(500, 'InternalFailure');
    expect((await asking([failing, failing, failing, ok]))?.name).toBe('InternalFailure');
    expect(asked).toHaveLength(3);
  });

  it('to DynamoDB is sent four times at most', async () => {
    const key = { partition: { S: 'RUN#2022' } };
    await asking([], () =>
      new DynamoDb(options()).call('GetItem', { TableName: 't', Key: key, ConsistentRead: true }),
    );
    expect(asked).toHaveLength(4);
  });

  it('that nobody takes fails as such', async () => {
    const client = new StepFunctions({ ...options(), endpoint: 'http://127.0.0.1:9' });
    const error = await refusalOf(client.call('SendTaskSuccess', wake));
    expect(error?.message).toMatch(/ECONNREFUSED/);
  });
});

describe('A request that was refused for what it is', () => {
  it.each<[string, Answer, string]>([
    ['with its namespace', refusal(400, 'com.amazonaws.states#TaskTimedOut'), 'TaskTimedOut'],
    ['without', refusal(400, 'InvalidToken'), 'InvalidToken'],
    [
      'in the header, with an address',
      { status: 400, headers: { 'x-amzn-errortype': 'AccessDeniedException:http://x/' } },
      'AccessDeniedException',
    ],
    ['not at all', { status: 403, body: 'Forbidden by a proxy' }, 'Status403'],
  ])(
    'is not sent again, and fails by the name that the service gives it: %s',
    async (_, answer, name) => {
      expect((await asking([answer, ok]))?.name).toBe(name);
      expect(asked).toHaveLength(1);
    },
  );

  it('keeps what the service says of it', async () => {
    const answer = refusal(400, 'ValidationException', 'The table has no such key.');
    expect((await asking([answer]))?.message).toBe('The table has no such key.');
  });

  it('by a service that speaks XML fails by its name too', async () => {
    const publish = () =>
      new Sns(options()).publish({ topicArn: 't', subject: 's', message: 'm', attributes: {} });
    expect((await asking([xml(404, 'NotFound')], publish))?.name).toBe('NotFound');
    expect(asked).toHaveLength(1);
  });
});

describe('A request that was refused for its time', () => {
  const date = 'Tue, 01 Feb 2022 06:00:00 GMT';
  const headers = { date };

  it.each([
    {
      ...refusal(400, 'InvalidSignatureException', 'Signature expired: 20220201T050000Z'),
      headers,
    },
    { ...refusal(400, 'InvalidSignatureException', 'Signature not yet current: …'), headers },
    { ...refusal(403, 'RequestTimeTooSkewed'), headers },
  ])('is signed with the service’s time and sent again: $body', async (late) => {
    expect(await asking([late, ok])).toBeUndefined();
    expect(asked[0]?.['x-amz-date']).not.toBe('20220201T060000Z');
    expect(asked[1]?.['x-amz-date']).toBe('20220201T060000Z');
  });

  it('is not sent again when its signature is wrong for another reason', async () => {
    const wrong = refusal(403, 'InvalidSignatureException', 'The signature does not match.');
    expect((await asking([{ ...wrong, headers }, ok]))?.name).toBe('InvalidSignatureException');
    expect(asked).toHaveLength(1);
  });
});

describe('Credentials', () => {
  const ask = () => new StepFunctions({ endpoint }).call('SendTaskSuccess', wake);

  it('are those that Lambda puts into the environment, with their session', async () => {
    vi.stubEnv('AWS_REGION', 'eu-north-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKID');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_SESSION_TOKEN', 'a-session');
    expect(await asking([ok], ask)).toBeUndefined();
    expect(asked[0]?.['x-amz-security-token']).toBe('a-session');
    expect(asked[0]?.authorization).toMatch(
      /Credential=AKID\/\d{8}\/eu-north-1\/states\/aws4_request/,
    );
  });

  it('that are not there are said to be missing, and nothing is sent', async () => {
    vi.stubEnv('AWS_REGION', 'eu-north-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    expect((await asking([ok], ask))?.message).toMatch(/^The environment lacks AWS_ACCESS_KEY_ID/);
    expect(asked).toEqual([]);
  });
});

describe('Where a service is', () => {
  it.each([
    ['dynamodb', 'AWS_ENDPOINT_URL_DYNAMODB', 'https://dynamodb.eu-north-1.amazonaws.com/'],
    ['states', 'AWS_ENDPOINT_URL_SFN', 'https://states.eu-north-1.amazonaws.com/'],
    ['sns', 'AWS_ENDPOINT_URL_SNS', 'https://sns.eu-north-1.amazonaws.com/'],
    ['s3', 'AWS_ENDPOINT_URL_S3', 'https://s3.eu-north-1.amazonaws.com/'],
  ] as const)('%s: the environment’s %s, or %s', (service, variable, address) => {
    vi.stubEnv(variable, undefined);
    expect(endpointOf(service, 'eu-north-1').url.href).toBe(address);
    vi.stubEnv(variable, 'http://127.0.0.1:8021');
    expect(endpointOf(service, 'eu-north-1').url.href).toBe('http://127.0.0.1:8021/');
  });

  it.each(['', 'cn-north-1', 'us-gov-west-1', 'eusc-de-east-1', 'Stockholm'])(
    'is not known for the region "%s"',
    (region) => {
      vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', undefined);
      expect(() => endpointOf('dynamodb', region)).toThrow(`The region is "${region}"; allowed`);
    },
  );
});

describe('An object of S3', () => {
  const content = 'Ett kvitto från banken';
  /** Computed by other programs, from the published polynomials. */
  const stored = {
    'x-amz-checksum-sha256': 'GFc1tqAeuhgYJbeaW3T9TOJyYz02wMneVG1ADPyONIg=',
    'x-amz-checksum-sha1': 'rVE2YDBgLaGtWQ0qtbu7zebUAK8=',
    'x-amz-checksum-crc32': 'G6WmWA==',
    'x-amz-checksum-crc32c': 'N1McCQ==',
    'x-amz-checksum-crc64nvme': 'bdaIPNS72a8=',
  };
  const get = () => new S3(options()).get('reports', 'camt.xml');
  const given = (headers: Readonly<Record<string, string>>): Answer => ({
    ...{ status: 200, body: content, headers },
  });

  it.each(Object.entries(stored))(
    'whose %s is the stored one is read',
    async (header, checksum) => {
      expect(await asking([given({ [header]: checksum })], get)).toBeUndefined();
    },
  );

  it.each(Object.keys(stored))('whose %s is another is refused', async (header) => {
    const error = await asking([given({ [header]: 'AAAAAA==' })], get);
    expect(error?.message).toMatch(new RegExp(`^Checksum mismatch: ${header} is AAAAAA==, the b`));
  });

  it('that was put in parts has no checksum of the whole', async () => {
    expect(await asking([given({ 'x-amz-checksum-crc32': 'AAAAAA==-3' })], get)).toBeUndefined();
  });
});
