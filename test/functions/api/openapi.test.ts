import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { serveAnyone } from '../../../functions/api/serve-anyone.ts';
import { operations as describing } from '../../../functions/api-description.lambda.ts';
import { openApi } from '../../../functions/contract/api/openapi.ts';
import { operationIds, type Route, routes } from '../../../functions/contract/api/routes.ts';
import { description, expectDocumented, undocumented } from './documented.ts';
import { eventOf } from './support.ts';

const document = JSON.parse(JSON.stringify(description));
const documented = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('docs/openapi.json', () => {
  it('is what the contract makes of itself now; npm run docs writes it', () =>
    expect(document).toEqual(JSON.parse(JSON.stringify(openApi()))));

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('describes every operation that is routed, where it is routed, and nothing else', () => {
    const described = documented.map(({ path, method, operation }) => [
      operation.operationId,
      `${method.toUpperCase()} ${path}`,
    ]);
    const routed = operationIds.map((id) => [id, `${routes[id].method} ${routes[id].path}`]);
    expect(Object.fromEntries(described)).toEqual(Object.fromEntries(routed));
    expect(described).toHaveLength(operationIds.length);
  });

  it.each(documented.map(({ operation }) => [operation.operationId, operation] as const))(
    '%s says what it does in two languages, who may call it, and how it refuses',
    (id, operation) => {
      const told = operation as unknown as Record<string, string & readonly string[]>;
      const { roles }: Route = routes[id as keyof typeof routes];
      expect([told.summary, told['x-summary-sv'], told.description].every(Boolean)).toBe(true);
      expect(told.summary).not.toBe(told['x-summary-sv']);
      expect(told['x-roles']).toEqual(roles === 'anyone' ? [] : roles);
      const refusals = Object.keys(operation.responses).filter((status) => status >= '400');
      expect(refusals).toEqual(
        expect.arrayContaining(roles === 'anyone' ? ['500'] : ['401', '403', '422', '500']),
      );
    },
  );

  it('describes every parameter in both languages, and every POST has its key', () => {
    for (const { method, operation } of documented) {
      const { parameters } = operation as unknown as { parameters: Record<string, string>[] };
      for (const each of parameters)
        if (!each.$ref)
          expect([each.description, each['x-description-sv']].every(Boolean)).toBe(true);
      const keyed = parameters.some(({ $ref }) => $ref?.endsWith('/IdempotencyKey'));
      expect(keyed).toBe(method === 'post');
    }
  });

  it('holds examples that are valid by their own schemas', async () => {
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const formats = await import('ajv-formats');
    const ajv = new Ajv2020({ strict: false });
    formats.default.default(ajv);
    ajv.addSchema({ $id: 'api', components: document.components });
    for (const { operation } of documented) {
      const { requestBody } = operation as {
        requestBody?: { content: Record<string, { schema: { $ref: string }; example?: unknown }> };
      };
      const { schema, example } = requestBody?.content['application/json'] ?? {};
      if (schema && example) {
        const valid = ajv.validate({ $ref: `api${schema.$ref}` }, example);
        expect([operation.operationId, valid, ajv.errors]).toEqual([
          operation.operationId,
          true,
          null,
        ]);
      }
    }
  });

  it('is what the API serves to anyone, without a token', async () => {
    const handler = serveAnyone(describing);
    const { statusCode, headers, body } = await handler(eventOf('describeApi'), {} as never);
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toEqual(document);
    expectDocumented('describeApi', statusCode, headers ?? {}, JSON.parse(body));
  });
});

describe('An answer is not as documented', () => {
  const headers = { 'content-type': 'application/json', 'content-language': 'sv' };
  const regions = { regions: [{ region: '09', name: 'Region Gotland' }] };
  const problem = {
    type: 'https://statsbidrag.example/errors/not-signed-in',
    title: 'x',
    status: 401,
    detail: 'x',
  };
  const problemHeaders = { ...headers, 'content-type': 'application/problem+json' };

  it('and one that is, is', () => {
    expect(undocumented('listRegions', 200, headers, regions)).toEqual([]);
    expect(undocumented('listRegions', 401, problemHeaders, problem)).toEqual([]);
  });

  it.each<[string, number, Record<string, string>, unknown]>([
    ['with a status that nobody wrote down', 418, headers, regions],
    ['with another media type', 200, { ...headers, 'content-type': 'text/html' }, regions],
    ['with a member that nobody wrote down', 200, headers, { ...regions, total: 1 }],
    ['without a member that was promised', 200, headers, {}],
    ['with a member of another type', 200, headers, { regions: [{ region: 9, name: 'Gotland' }] }],
    ['without its language', 200, { 'content-type': 'application/json' }, regions],
    [
      'with a problem that the operation does not have',
      401,
      problemHeaders,
      { ...problem, type: 'https://statsbidrag.example/errors/same-person' },
    ],
    ['with a problem of another status', 401, problemHeaders, { ...problem, status: 403 }],
  ])('%s', (_what, status, given, body) => {
    expect(undocumented('listRegions', status, given, body)).not.toEqual([]);
    expect(() => expectDocumented('listRegions', status, given, body)).toThrow('listRegions');
  });
});
