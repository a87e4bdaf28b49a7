import type { APIGatewayProxyEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { Resource, Resources } from '../../../local/cloud/intrinsics.ts';
import type { LambdaOutcome } from '../../../local/cloud/lambda-messages.ts';
import { readRestApis } from '../../../local/cloud/rest-api-template.ts';
import type { Json } from '../../../local/engine/json.ts';
import { Gateway } from '../../../local/gateway/gateway.ts';
import type { WebAnswer, WebHeader } from '../../../local/serving/web.ts';
import { api, at, fn, gatewayResponse, mock, proxy } from './mini-api.ts';

const problem = (title: string) => `{"title":"${title}","request":"$context.requestId"}`;

const resources = api(
  { Read: fn('read'), Write: fn('write') },
  at('/runs/{run}', 'GET', proxy('Read')),
  at('/runs/{run}/approvals', 'POST', proxy('Write')),
  at(
    '/runs/{run}/approvals',
    'ANY',
    mock(405, problem('not that'), { 'method.response.header.Allow': "'POST'" }),
  ),
  at('/runs/latest', 'GET', proxy('Write')),
  at('/', 'GET', proxy('Read')),
  {
    NotFound: gatewayResponse('MISSING_AUTHENTICATION_TOKEN', '404', problem('nowhere'), {
      'gatewayresponse.header.Cache-Control': "'no-store'",
    }),
    TooLarge: gatewayResponse('REQUEST_TOO_LARGE', undefined, problem('too large')),
    Ours: gatewayResponse('DEFAULT_5XX', undefined, problem('ours')),
  },
);

/** The same API, with the content types that pass as bytes. */
const withBytes = (...types: readonly string[]): Resources => ({
  ...resources,
  Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { BinaryMediaTypes: types } },
});

interface Called {
  readonly arn: string;
  readonly event: APIGatewayProxyEvent;
}

/** A gateway whose functions answer as told, and what they were called with. */
function gatewayOf(
  outcome: LambdaOutcome = { result: { statusCode: 200, body: '{}' } },
  of: Resources = resources,
) {
  const calls: Called[] = [];
  const [first] = readRestApis(of);
  if (first === undefined) throw new Error('The template has no API.');
  const gateway = new Gateway({
    api: first,
    now: () => '2021-03-01T05:06:07.089Z',
    invoke: async (arn, event) => {
      calls.push({ arn, event: event as unknown as APIGatewayProxyEvent });
      return outcome;
    },
  });
  const ask = (method: string, target: string, body = '', headers: readonly WebHeader[] = []) =>
    gateway.answer({ method, target, headers, body: Buffer.from(body) });
  return { ask, calls };
}

const headers = (answer: WebAnswer) => Object.fromEntries(answer.headers);

describe('A request', () => {
  it('reaches the function of its path and method as the event that API Gateway gives', async () => {
    const { ask, calls } = gatewayOf();
    await ask('POST', '/runs/payout-2021-03/approvals?a=1&a=%C3%A5&b=', '{"x":1}', [
      ['Host', '127.0.0.1:8021'],
      ['X-Twice', 'one'],
      ['X-Twice', 'two'],
      ['User-Agent', 'a test'],
    ]);
    expect(calls).toEqual([
      {
        arn: 'arn:aws:lambda:eu-north-1:000000000000:function:write',
        event: {
          resource: '/runs/{run}/approvals',
          path: '/runs/payout-2021-03/approvals',
          httpMethod: 'POST',
          headers: { Host: '127.0.0.1:8021', 'X-Twice': 'two', 'User-Agent': 'a test' },
          multiValueHeaders: {
            Host: ['127.0.0.1:8021'],
            'X-Twice': ['one', 'two'],
            'User-Agent': ['a test'],
          },
          queryStringParameters: { a: 'å', b: '' },
          multiValueQueryStringParameters: { a: ['1', 'å'], b: [''] },
          pathParameters: { run: 'payout-2021-03' },
          stageVariables: null,
          requestContext: expect.objectContaining({
            httpMethod: 'POST',
            path: '/v1/runs/payout-2021-03/approvals',
            resourcePath: '/runs/{run}/approvals',
            stage: 'v1',
            requestTime: '01/Mar/2021:05:06:07 +0000',
            requestTimeEpoch: Date.parse('2021-03-01T05:06:07.089Z'),
            requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
            identity: expect.objectContaining({ sourceIp: '127.0.0.1', userAgent: 'a test' }),
          }),
          body: '{"x":1}',
          isBase64Encoded: false,
        },
      },
    ]);
  });

  it('has null where nothing was given', async () => {
    const { ask, calls } = gatewayOf();
    await ask('GET', '/');
    expect(calls[0]?.event).toMatchObject({
      resource: '/',
      body: null,
      pathParameters: null,
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
    });
  });

  it('has its path parameters decoded, also one that holds a slash', async () => {
    const { ask, calls } = gatewayOf();
    await ask('GET', '/runs/a%2Fb%20%C3%A5');
    expect(calls[0]?.event.pathParameters).toEqual({ run: 'a/b å' });
    expect(calls[0]?.event.path).toBe('/runs/a%2Fb%20%C3%A5');
  });

  it('reaches a fixed path before a variable one, with or without a slash at the end', async () => {
    const { ask, calls } = gatewayOf();
    await ask('GET', '/runs/latest');
    await ask('GET', '/runs/other/');
    expect(calls.map(({ event }) => event.resource)).toEqual(['/runs/latest', '/runs/{run}']);
  });

  it('has its body as base64 when the API takes that type as binary, and only then', async () => {
    const { ask, calls } = gatewayOf(undefined, withBytes('image/*', 'application/pdf'));
    const send = (type: string) =>
      ask('POST', '/runs/x/approvals', 'åäö', [['Content-Type', type]]);
    for (const type of ['application/pdf; x=1', 'image/png', 'application/json']) await send(type);
    expect(calls.map(({ event }) => [event.isBase64Encoded, event.body])).toEqual([
      [true, Buffer.from('åäö').toString('base64')],
      [true, Buffer.from('åäö').toString('base64')],
      [false, 'åäö'],
    ]);
  });
});

describe('An answer', () => {
  it('goes out as the function gave it, a header with many values as many', async () => {
    const { ask } = gatewayOf({
      result: {
        statusCode: 201,
        headers: { 'Content-Type': 'application/json', 'X-Number': 7 as Json, 'X-Many': 'one' },
        multiValueHeaders: { 'x-many': ['one', 'two'] },
        body: '{"a":1}',
      },
    });
    expect(await ask('GET', '/runs/x')).toEqual({
      status: 201,
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Number', '7'],
        ['x-many', 'one'],
        ['x-many', 'two'],
      ],
      body: '{"a":1}',
    });
  });

  const bytes = Buffer.from([0, 255, 10]);
  const base64 = bytes.toString('base64');

  it.each<[types: readonly string[], accept: string | undefined, body: Buffer | string]>([
    [['*/*'], undefined, bytes],
    [['*/*'], 'text/html,application/xhtml+xml', bytes],
    [['application/pdf'], 'application/pdf', bytes],
    [['application/pdf'], 'application/pdf, text/html', bytes],
    [['application/*'], 'application/pdf;q=0.9, text/html', bytes],
    [['application/pdf'], 'text/html, application/pdf', base64],
    [['application/pdf'], undefined, base64],
    [[], 'application/pdf', base64],
  ])(
    'of base64, where %j pass as bytes and %s is asked for first, leaves as the cloud lets it',
    async (types, accept, body) => {
      const outcome = { result: { statusCode: 200, body: base64, isBase64Encoded: true } };
      const { ask } = gatewayOf(outcome, withBytes(...types));
      const asked: WebHeader[] = accept === undefined ? [] : [['Accept', accept]];
      expect((await ask('GET', '/runs/x', '', asked)).body).toEqual(body);
    },
  );

  it('of text leaves as it is where everything passes as bytes, and so do those of the gateway', async () => {
    const { ask } = gatewayOf(undefined, withBytes('*/*'));
    expect((await ask('GET', '/runs/x')).body).toBe('{}');
    const notThat = await ask('PUT', '/runs/x/approvals', 'å', [['Content-Type', 'text/plain']]);
    expect([notThat.status, JSON.parse(String(notThat.body)).title]).toEqual([405, 'not that']);
    expect(JSON.parse(String((await ask('GET', '/nowhere')).body)).title).toBe('nowhere');
  });

  it.each<[string, LambdaOutcome, number]>([
    [
      'throws',
      { failure: { errorType: 'TypeError', errorMessage: 'secret', trace: ['secret'] } },
      502,
    ],
    [
      'takes too long',
      { failure: { errorType: 'Sandbox.Timedout', errorMessage: 'secret', trace: [] } },
      504,
    ],
    ['answers no object', { result: 'secret' }, 502],
    ['answers without a status', { result: { body: 'secret' } }, 502],
    ['answers with a status that is none', { result: { statusCode: 99, body: 'secret' } }, 502],
    ['answers with a body that is no text', { result: { statusCode: 200, body: { a: 1 } } }, 502],
  ])(
    'of a function that %s is a problem document of the template, with nothing of it',
    async (...row) => {
      const [, outcome, status] = row;
      const answer = await gatewayOf(outcome).ask('GET', '/runs/x');
      expect(answer.status).toBe(status);
      expect(headers(answer)['content-type']).toBe('application/problem+json');
      expect(JSON.parse(String(answer.body))).toEqual({
        title: 'ours',
        request: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    },
  );
});

describe('The gateway itself', () => {
  it('answers a path that the API lacks as the template says, and calls nobody', async () => {
    const { ask, calls } = gatewayOf();
    const answer = await ask('GET', '/nowhere');
    expect(answer.status).toBe(404);
    expect(headers(answer)).toEqual({
      'content-type': 'application/problem+json',
      'Cache-Control': 'no-store',
    });
    expect(JSON.parse(String(answer.body))).toMatchObject({ title: 'nowhere' });
    expect(calls).toEqual([]);
  });

  it('answers another method with the constant of the path, and its Allow', async () => {
    const { ask, calls } = gatewayOf();
    const answer = await ask('DELETE', '/runs/x/approvals');
    expect([answer.status, headers(answer).Allow]).toEqual([405, 'POST']);
    expect(JSON.parse(String(answer.body)).title).toBe('not that');
    expect(calls).toEqual([]);
  });

  it.each(['/runs/%', '/runs/%E5', '/%zz'])('refuses %s, which encodes nothing', async (path) => {
    const { ask, calls } = gatewayOf();
    expect((await ask('GET', path)).status).toBe(400);
    expect(calls).toEqual([]);
  });

  it('takes 10 MB at the most, and no event that Lambda would not take', async () => {
    const { ask, calls } = gatewayOf();
    const send = async (body: string) => (await ask('POST', '/runs/x/approvals', body)).status;
    expect(await send('x'.repeat(10 * 1024 * 1024 + 1))).toBe(413);
    expect(await send('"'.repeat(4 * 1024 * 1024))).toBe(413);
    expect(calls).toEqual([]);
    expect(await send('x'.repeat(4 * 1024 * 1024))).toBe(200);
  });

  it('says what the service says where the template says nothing', async () => {
    const bare = api({ Read: fn('read') }, at('/me', 'GET', proxy('Read')));
    const { ask } = gatewayOf(undefined, bare);
    const answer = await ask('GET', '/nowhere');
    expect([answer.status, answer.body]).toEqual([
      403,
      '{"message":"Missing Authentication Token"}',
    ]);
  });

  it('catches every other path where the template does, without a function', async () => {
    const caught = api(
      { Read: fn('read') },
      at('/me', 'GET', proxy('Read')),
      at('/{unknown+}', 'ANY', mock(404, problem('no such address'), {})),
    );
    const { ask, calls } = gatewayOf(undefined, caught);
    for (const path of ['/you', '/me/too/and/more'])
      expect((await ask('PATCH', path)).status).toBe(404);
    expect(calls).toEqual([]);
    expect((await ask('GET', '/me')).status).toBe(200);
  });

  it('names the type of its answer once, the one that the template sets last', async () => {
    const header = { 'method.response.header.Content-Type': "'application/problem+json'" };
    const own = api(at('/me', 'ANY', mock(405, '{}', header)));
    const answer = await gatewayOf(undefined, own).ask('GET', '/me');
    expect(answer.headers).toEqual([['Content-Type', 'application/problem+json']]);
  });
});

/** A MOCK with one thing changed on its way in, or on its way out. */
const bytesWith = (inwards: object, outwards: object = {}): Resources => {
  const { IntegrationResponses: responses, ...integration } = mock(405, '{}', {});
  const [response] = responses as readonly object[];
  const changed = {
    ...integration,
    ...inwards,
    IntegrationResponses: [{ ...response, ...outwards }],
  };
  return { ...at('/me', 'ANY', changed as Json), Api: withBytes('*/*').Api as Resource };
};

describe('A template is refused', () => {
  const read = (...more: readonly Resources[]) =>
    gatewayOf(undefined, api({ Read: fn('read') }, ...more));
  const method = (integration: Json, more = {}) => at('/me', 'GET', integration, more);

  it.each<[string, Resources, RegExp]>([
    ['with an authorizer', { A: { Type: 'AWS::ApiGateway::Authorizer' } }, /"A" is a .*Authorizer/],
    [
      'whose method lets the gateway decide who may call',
      method(proxy('Read'), { AuthorizationType: 'COGNITO_USER_POOLS' }),
      /AuthorizationType COGNITO_USER_POOLS/,
    ],
    ['with API keys', method(proxy('Read'), { ApiKeyRequired: true }), /ApiKeyRequired/],
    ['that calls something else', method({ Type: 'HTTP_PROXY', Uri: 'x' }), /HTTP_PROXY/],
    [
      'that calls another service',
      method({ Type: 'AWS_PROXY', Uri: 'arn:aws:apigateway:x:sqs:path/q' }),
      /only Lambda functions/,
    ],
    [
      'with an answer that is worked out',
      method(mock(405, '$input.body', {})),
      /holds \$input\.body/,
    ],
    [
      'with a header that is taken from somewhere',
      method(mock(405, '', { 'method.response.header.X': 'integration.response.header.X' })),
      /only headers with a constant/,
    ],
    [
      'whose bytes would come to a template that is not said to be text',
      bytesWith({ ContentHandling: null }),
      /"MeANY" is a MOCK of an API with BinaryMediaTypes/,
    ],
    [
      'whose text would leave as if it were base64',
      bytesWith({}, { ContentHandling: 'CONVERT_TO_BINARY' }),
      /has ContentHandling CONVERT_TO_BINARY/,
    ],
  ])('%s', (_, more, why) => {
    expect(() => read(more)).toThrow(why);
  });
});
