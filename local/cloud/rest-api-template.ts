import { isObject, type Json } from '../engine/json.ts';
import { nameOf, type Resource, type Resources, resolve, rootOf } from './intrinsics.ts';

/** What one method of a path does: call a function, or answer always the same. */
export type Integration =
  | { readonly kind: 'function'; readonly arn: string }
  | { readonly kind: 'constant'; readonly answer: ConstantAnswer };

/** An answer made in the gateway itself. The body may hold `$context.…` words. */
export interface ConstantAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly body: string;
}

export interface ApiMethod {
  /** GET, POST … or ANY. */
  readonly method: string;
  /** The path as the template has it: `/runs/{run}`. */
  readonly resource: string;
  readonly resourceId: string;
  readonly integration: Integration;
}

/** What the gateway answers by itself; a status that the template leaves out is the type's own. */
export interface GatewayAnswer {
  readonly type: string;
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly body: string;
}

/** A REST API of API Gateway, as far as it runs here. */
export interface RestApiResource {
  readonly id: string;
  readonly stage: string;
  /** Content types that reach a function as base64. */
  readonly binaryMediaTypes: readonly string[];
  readonly methods: readonly ApiMethod[];
  readonly gatewayAnswers: readonly GatewayAnswer[];
}

/** These would change what a request meets in the cloud, and nothing here would do the same. */
const refusedTypes = new Set([
  'AWS::ApiGateway::Authorizer',
  'AWS::ApiGateway::Model',
  'AWS::ApiGateway::RequestValidator',
  'AWS::ApiGatewayV2::Api',
]);

/** Reads the REST APIs of a stack. Refuses by name what would act in the cloud and cannot here. */
export function readRestApis(resources: Resources): readonly RestApiResource[] {
  for (const [id, { Type }] of Object.entries(resources))
    if (refusedTypes.has(Type)) throw new Error(`"${id}" is a ${Type}, which is not run here.`);
  return ofType(resources, 'AWS::ApiGateway::RestApi').map(([id, api]) => {
    const place = new Place(id, api, resources);
    place.refuse('Body', 'BodyS3Location', 'Parameters');
    const belongsHere = (each: Place): boolean => each.value('RestApiId') === id;
    const methods = places(resources, 'AWS::ApiGateway::Method').filter(belongsHere);
    const answers = places(resources, 'AWS::ApiGateway::GatewayResponse').filter(belongsHere);
    const binaryMediaTypes = texts(place.value('BinaryMediaTypes'));
    const takesBytes = binaryMediaTypes.length > 0;
    return {
      id,
      stage: stageOf(resources, id),
      binaryMediaTypes,
      methods: methods.map((method) => methodOf(method, takesBytes)),
      gatewayAnswers: answers.map(gatewayAnswerOf),
    };
  });
}

/** A resource of the template with its place, so that every refusal can name it. */
class Place {
  readonly id: string;
  readonly resource: Resource;
  readonly resources: Resources;

  constructor(id: string, resource: Resource, resources: Resources) {
    this.id = id;
    this.resource = resource;
    this.resources = resources;
  }

  /** A property with its references resolved; null for none. */
  value(name: string): Json {
    const given = this.resource.Properties?.[name];
    return given === undefined ? null : resolve(given, this.resources, `${this.id}.${name}`);
  }

  text(name: string): string {
    const value = this.value(name);
    if (typeof value === 'string') return value;
    throw new Error(`"${this.id}" needs a text as ${name}, given ${JSON.stringify(value)}.`);
  }

  refuse(...names: readonly string[]): void {
    for (const name of names) {
      const value = this.value(name);
      if (value === null || value === false) continue;
      if (isObject(value) && Object.keys(value).length === 0) continue;
      throw new Error(
        `"${this.id}" has ${name} (${JSON.stringify(value)}), which is not run here.`,
      );
    }
  }
}

function methodOf(method: Place, takesBytes: boolean): ApiMethod {
  const authorization = method.value('AuthorizationType') ?? 'NONE';
  if (authorization !== 'NONE')
    throw new Error(
      `"${method.id}" has AuthorizationType ${authorization}; only NONE is run here, functions verify tokens.`,
    );
  method.refuse('ApiKeyRequired', 'AuthorizerId', 'RequestValidatorId', 'RequestModels');
  const resourceId = method.text('ResourceId');
  return {
    method: method.text('HttpMethod'),
    resource: pathOf(resourceId, method.resources, method.text('RestApiId')),
    resourceId,
    integration: integrationOf(method, takesBytes),
  };
}

function integrationOf(method: Place, takesBytes: boolean): Integration {
  const given = method.value('Integration');
  const { Type: type, Uri: uri } = isObject(given) ? given : {};
  if (type === 'MOCK' && isObject(given))
    return { kind: 'constant', answer: constantOf(method, given, takesBytes) };
  if (type !== 'AWS_PROXY')
    throw new Error(
      `"${method.id}" has an integration of type ${type}; AWS_PROXY and MOCK are run here.`,
    );
  const arn = /\/functions\/(arn:.+)\/invocations$/.exec(String(uri))?.[1];
  if (arn === undefined)
    throw new Error(
      `"${method.id}" calls ${JSON.stringify(uri)}; only Lambda functions are called here.`,
    );
  return { kind: 'function', arn };
}

/**
 * A MOCK integration that always gives the same: one response, chosen by no condition.
 *
 * @param takesBytes whether content of the API passes as bytes; then the service fails on a template that is not said to be text
 */
function constantOf(
  method: Place,
  integration: { readonly [name: string]: Json },
  takesBytes: boolean,
): ConstantAnswer {
  const requested = onlyTemplate(method.id, integration.RequestTemplates ?? null);
  const wanted = /^\s*\{\s*"statusCode"\s*:\s*(\d+)\s*\}\s*$/.exec(requested.body)?.[1];
  const responses = Array.isArray(integration.IntegrationResponses)
    ? integration.IntegrationResponses
    : [];
  const [response] = responses;
  if (
    wanted === undefined ||
    responses.length !== 1 ||
    !isObject(response) ||
    response.SelectionPattern
  )
    throw new Error(
      `"${method.id}" is a MOCK that does not always give the same; allowed: one RequestTemplate {"statusCode": N} and one response without SelectionPattern.`,
    );
  for (const { ContentHandling: handling } of [integration, response])
    if (takesBytes && handling !== 'CONVERT_TO_TEXT')
      throw new Error(
        `"${method.id}" is a MOCK of an API with BinaryMediaTypes and has ContentHandling ${handling}; it needs CONVERT_TO_TEXT, for what comes and what leaves.`,
      );
  const { contentType, body } = onlyTemplate(method.id, response.ResponseTemplates ?? {});
  const headers = constantHeaders(
    method.id,
    response.ResponseParameters,
    'method.response.header.',
  );
  return { status: Number(response.StatusCode), headers, contentType, body };
}

function gatewayAnswerOf(answer: Place): GatewayAnswer {
  const status = answer.value('StatusCode');
  const template = onlyTemplate(answer.id, answer.value('ResponseTemplates') ?? {});
  return {
    type: answer.text('ResponseType'),
    status: status === null ? undefined : Number(status),
    headers: constantHeaders(
      answer.id,
      answer.value('ResponseParameters') ?? undefined,
      'gatewayresponse.header.',
    ),
    ...template,
  };
}

/** The only template of a map by content type. Of two with the same text the first counts, since nothing else is negotiated. */
function onlyTemplate(id: string, given: Json): { contentType: string; body: string } {
  const entries = Object.entries(isObject(given) ? given : {});
  const [first] = entries;
  if (first === undefined) return { contentType: 'application/json', body: '' };
  if (new Set(entries.map(([, text]) => text)).size > 1)
    throw new Error(
      `"${id}" answers differently by content type (${entries.map(([type]) => type).join(', ')}); one text is given here.`,
    );
  return { contentType: first[0], body: String(first[1]) };
}

/** `{'method.response.header.Allow': "'GET'"}` as `{Allow: 'GET'}`. Only constants, which stand in single quotes. */
function constantHeaders(
  id: string,
  given: Json | undefined,
  prefix: string,
): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(isObject(given) ? given : {})) {
    const constant = /^'(.*)'$/s.exec(String(value))?.[1];
    if (!name.startsWith(prefix) || constant === undefined)
      throw new Error(
        `"${id}" sets ${name} to ${value}; only headers with a constant are set here.`,
      );
    headers[name.slice(prefix.length)] = constant;
  }
  return headers;
}

/** The path of a resource, from its parts up to the root. */
function pathOf(resourceId: string, resources: Resources, api: string): string {
  if (resourceId === rootOf(api)) return '/';
  const found = resources[resourceId];
  if (found?.Type !== 'AWS::ApiGateway::Resource')
    throw new Error(`"${resourceId}" is no resource of the API "${api}".`);
  const place = new Place(resourceId, found, resources);
  const above = pathOf(place.text('ParentId'), resources, api);
  return `${above === '/' ? '' : above}/${place.text('PathPart')}`;
}

function stageOf(resources: Resources, api: string): string {
  const stages = places(resources, 'AWS::ApiGateway::Stage').filter(
    (each) => each.value('RestApiId') === api,
  );
  const [stage] = stages;
  if (stage === undefined || stages.length > 1)
    throw new Error(`The API "${api}" has ${stages.length} stages; one is served here.`);
  return nameOf(stage.id, stage.resource);
}

const ofType = (resources: Resources, type: string): [string, Resource][] =>
  Object.entries(resources).filter(([, each]) => each.Type === type);

const places = (resources: Resources, type: string): Place[] =>
  ofType(resources, type).map(([id, each]) => new Place(id, each, resources));

const texts = (value: Json): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
