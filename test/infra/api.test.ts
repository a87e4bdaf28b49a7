import { describe, expect, it } from 'vitest';
import { problems } from '../../functions/contract/api/problems.ts';
import { operationIds, type Route, routes } from '../../functions/contract/api/routes.ts';
import { constantProblem } from '../../infra/constructs/access/constant-problem.ts';
import { functionName, ofType, resources } from './assembled.ts';

const withIds = (type: string) =>
  Object.entries(resources).filter(([, resource]) => resource.Type === type);

/** The path of a resource of the API, from its parts up to the root. */
function pathOf(id: unknown): string {
  if (typeof id === 'object' && id !== null && 'Fn::GetAtt' in id) return '';
  const { Ref } = id as { Ref: string };
  const { ParentId, PathPart } = resources[Ref]?.Properties ?? {};
  return `${pathOf(ParentId)}/${PathPart}`;
}

const methods = ofType('AWS::ApiGateway::Method').map(({ Properties }) => ({
  path: pathOf(Properties.ResourceId) || '/',
  method: Properties.HttpMethod as string,
  Properties,
}));

/** The function that a method calls; undefined for one that the gateway answers by itself. */
function called({ Integration }: (typeof methods)[number]['Properties']): string | undefined {
  if (Integration.Type !== 'AWS_PROXY') return undefined;
  const parts: unknown[] = Integration.Uri['Fn::Join'][1];
  const id = parts.flatMap((part) => {
    const attribute = (part as { 'Fn::GetAtt'?: string[] })['Fn::GetAtt'];
    return attribute?.[1] === 'Arn' ? [attribute[0] ?? ''] : [];
  });
  expect(id).toHaveLength(1);
  return functionName(id[0] ?? '');
}

const operations = methods.filter(({ Properties }) => called(Properties) !== undefined);
const constant = methods.filter(({ Properties }) => called(Properties) === undefined);

describe('the API', () => {
  it.each(operationIds)('has the operation %s where the contract says, at its function', (id) => {
    const { path, method, function: name }: Route = routes[id];
    const found = methods.filter((each) => each.path === path && each.method === method);
    expect(found.map(({ Properties }) => called(Properties))).toEqual([name]);
  });

  it('has no operation that the contract does not name', () => {
    const named = Object.values<Route>(routes).map(({ method, path }) => `${method} ${path}`);
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(named.sort());
  });

  it('asks for no authorisation of its own, since functions verify tokens', () => {
    for (const { Properties } of methods) {
      expect(Properties.AuthorizationType).toBe('NONE');
      expect(Properties.ApiKeyRequired ?? false).toBe(false);
    }
    expect(ofType('AWS::ApiGateway::Authorizer')).toEqual([]);
  });

  it('may call the functions that the contract names for it, each from this API and stage only', () => {
    const calls = ofType('AWS::Lambda::Permission').filter(
      ({ Properties }) => Properties.Principal === 'apigateway.amazonaws.com',
    );
    const names = calls.map(({ Properties }) =>
      functionName(Properties.FunctionName['Fn::GetAtt'][0]),
    );
    const used = new Set(Object.values<Route>(routes).map(({ function: name }) => name));
    expect(names.sort()).toEqual([...used].sort());
    const [[id] = ['']] = withIds('AWS::ApiGateway::RestApi');
    for (const { Properties } of calls) {
      const arn = JSON.stringify(Properties.SourceArn);
      expect(arn).toContain(`{"Ref":"${id}"},"/api/*/*"`);
      expect(Properties.Action).toBe('lambda:InvokeFunction');
    }
  });

  it('is regional, takes TLS 1.2 and 1.3 only, and lets every content pass as bytes', () => {
    const [api, ...more] = ofType('AWS::ApiGateway::RestApi');
    expect(more).toEqual([]);
    expect(api?.Properties).toMatchObject({
      EndpointConfiguration: { Types: ['REGIONAL'] },
      SecurityPolicy: 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
    });
    expect(api?.Properties.BinaryMediaTypes).toEqual(['*/*']);
    expect(api?.Properties.Policy).toBeUndefined();
  });

  it('slows down who asks too often', () => {
    const [stage] = ofType('AWS::ApiGateway::Stage');
    expect(stage?.Properties.MethodSettings).toEqual([
      {
        HttpMethod: '*',
        ResourcePath: '/*',
        DataTraceEnabled: false,
        LoggingLevel: 'ERROR',
        ThrottlingRateLimit: 50,
        ThrottlingBurstLimit: 100,
      },
    ]);
  });

  it('logs what was asked and how it went, but no query, header, content or address', () => {
    const [stage] = ofType('AWS::ApiGateway::Stage');
    const log: Record<string, string> = JSON.parse(stage?.Properties.AccessLogSetting.Format);
    expect(Object.values(log).sort()).toEqual([
      '$context.error.responseType',
      '$context.httpMethod',
      '$context.requestId',
      '$context.requestTimeEpoch',
      '$context.resourcePath',
      '$context.responseLatency',
      '$context.responseLength',
      '$context.status',
    ]);
  });
});

/** A problem document as the gateway sends it, once it has filled in the id of the request. */
function document(body: string): Record<string, unknown> {
  const words = body.match(/\$[\w.{!]+/g) ?? [];
  expect(new Set(words)).toEqual(new Set(['$context.requestId']));
  expect(body).not.toContain('#'); // A template's own commands begin with it.
  return JSON.parse(body.replaceAll('$context.requestId', '3f1c'));
}

interface Constant {
  readonly status: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** What a method of the gateway's own always answers. */
function answerOf({ Integration }: (typeof methods)[number]['Properties']): Constant {
  expect(Integration.Type).toBe('MOCK');
  expect(Integration.PassthroughBehavior).toBe('NEVER');
  // In an API of bytes, a template that is not told that it is text fails.
  expect(Integration.ContentHandling).toBe('CONVERT_TO_TEXT');
  const [response, ...more] = Integration.IntegrationResponses;
  expect(more).toEqual([]);
  const { StatusCode: status } = response;
  expect(response.ContentHandling).toBe('CONVERT_TO_TEXT');
  for (const template of Object.values<string>(Integration.RequestTemplates))
    expect(JSON.parse(template)).toEqual({ statusCode: Number(status) });
  return {
    status,
    headers: response.ResponseParameters,
    body: response.ResponseTemplates['application/json'],
  };
}

function expectProblem(constant: Constant, name: keyof typeof problems, prefix: string): void {
  const { status, title } = problems[name];
  expect(constant.status).toBe(String(status));
  expect(constant.headers[`${prefix}Content-Type`]).toBe("'application/problem+json'");
  expect(document(constant.body)).toMatchObject({
    type: `https://statsbidrag.example/errors/${name}`,
    title: `${title.sv} / ${title.en}`,
    status,
    instance: 'urn:request:3f1c',
  });
}

describe('a method that a path does not have', () => {
  const paths = [...new Set(Object.values<Route>(routes).map(({ path }) => path))];

  it.each(paths)('is answered at %s with 405 and the methods that it has', (path) => {
    const [any, ...more] = constant.filter((each) => each.path === path);
    expect([any?.method, more]).toEqual(['ANY', []]);
    const answer = answerOf(any?.Properties);
    expectProblem(answer, 'method-not-allowed', 'method.response.header.');
    const allowed = Object.values<Route>(routes)
      .filter((each) => each.path === path)
      .map(({ method }) => method);
    expect(answer.headers['method.response.header.Allow']).toBe(`'${allowed.sort().join(', ')}'`);
  });
});

describe('a path that the API does not have', () => {
  const known = new Set(Object.values<Route>(routes).map(({ path }) => path as string));
  const others = constant.filter(({ path }) => !known.has(path));

  it('is caught wherever it is, also with a token that the gateway would take for a signature', () => {
    const paths = others.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/', '/{unknown+}', '/calendars', '/audit']));
    const parts = withIds('AWS::ApiGateway::Resource').map(([id]) => pathOf({ Ref: id }));
    expect(paths.sort()).toEqual(['/', ...parts].filter((path) => !known.has(path)).sort());
  });

  it('is answered with 404, whatever the method', () => {
    for (const { method, Properties } of others) {
      expect(method).toBe('ANY');
      expectProblem(answerOf(Properties), 'no-such-operation', 'method.response.header.');
    }
  });
});

describe('what the gateway answers by itself', () => {
  const answers = ofType('AWS::ApiGateway::GatewayResponse').map(({ Properties }) => Properties);
  const cases = [
    ['MISSING_AUTHENTICATION_TOKEN', 'no-such-operation'],
    ['RESOURCE_NOT_FOUND', 'no-such-operation'],
    ['THROTTLED', 'too-many-requests'],
    ['QUOTA_EXCEEDED', 'too-many-requests'],
    ['REQUEST_TOO_LARGE', 'content-too-large'],
    ['UNSUPPORTED_MEDIA_TYPE', 'unsupported-media-type'],
    ['DEFAULT_4XX', 'malformed-request'],
    ['DEFAULT_5XX', 'internal-error'],
  ] as const;

  it.each(cases)('for %s is the problem %s', (type, name) => {
    const [answer, ...more] = answers.filter(({ ResponseType }) => ResponseType === type);
    expect(more).toEqual([]);
    const constant = {
      status: answer.StatusCode,
      headers: answer.ResponseParameters,
      body: answer.ResponseTemplates['application/json'],
    };
    expectProblem(constant, name, 'gatewayresponse.header.');
  });

  it('has no answer but these, and says when to try again', () => {
    expect(answers.map(({ ResponseType }) => ResponseType).sort()).toEqual(
      cases.map(([type]) => type).sort(),
    );
    const throttled = answers.find(({ ResponseType }) => ResponseType === 'THROTTLED');
    expect(throttled.ResponseParameters['gatewayresponse.header.Retry-After']).toBe("'1'");
  });

  it('is never sent with the name of a fact where the fact belongs', () => {
    expect(() => constantProblem('not-your-region')).toThrow(
      /^The problem not-your-region needs the fact "allowed"; given: request\.$/,
    );
  });
});
