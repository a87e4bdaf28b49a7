import type { Resource, Resources } from '../../../local/cloud/intrinsics.ts';
import type { Json, JsonObject } from '../../../local/engine/json.ts';

export const fn = (id: string): Resource => ({
  Type: 'AWS::Lambda::Function',
  Properties: { FunctionName: id },
});

/** What the CDK writes for a method that calls a function. */
export const proxy = (id: string): JsonObject => ({
  Type: 'AWS_PROXY',
  IntegrationHttpMethod: 'POST',
  Uri: {
    'Fn::Join': [
      '',
      [
        'arn:',
        { Ref: 'AWS::Partition' },
        ':apigateway:',
        { Ref: 'AWS::Region' },
        ':lambda:path/2015-03-31/functions/',
        { 'Fn::GetAtt': [id, 'Arn'] },
        '/invocations',
      ],
    ],
  },
});

export const mock = (status: number, body: string, headers: JsonObject): JsonObject => ({
  Type: 'MOCK',
  ContentHandling: 'CONVERT_TO_TEXT',
  RequestTemplates: { 'application/json': `{"statusCode": ${status}}` },
  IntegrationResponses: [
    {
      StatusCode: String(status),
      ContentHandling: 'CONVERT_TO_TEXT',
      ResponseTemplates: { 'application/problem+json': body },
      ResponseParameters: headers,
    },
  ],
});

/** A method at a path such as `/runs/{run}`, with the resources that its path needs. */
export function at(
  path: string,
  method: string,
  integration: Json,
  more: JsonObject = {},
): Resources {
  const found: Record<string, Resource> = {};
  let above: Json = { 'Fn::GetAtt': ['Api', 'RootResourceId'] };
  let id = '';
  for (const part of path.split('/').filter((each) => each !== '')) {
    id += part.replaceAll(/\W/g, '').replace(/^./, (first) => first.toUpperCase());
    found[id] = {
      Type: 'AWS::ApiGateway::Resource',
      Properties: { ParentId: above, PathPart: part, RestApiId: { Ref: 'Api' } },
    };
    above = { Ref: id };
  }
  found[`${id}${method}`] = {
    Type: 'AWS::ApiGateway::Method',
    Properties: {
      ...{ HttpMethod: method, ResourceId: above, RestApiId: { Ref: 'Api' } },
      ...{ AuthorizationType: 'NONE', Integration: integration, ...more },
    },
  };
  return found;
}

export const gatewayResponse = (
  type: string,
  status: string | undefined,
  body: string,
  headers: JsonObject = {},
): Resource => ({
  Type: 'AWS::ApiGateway::GatewayResponse',
  Properties: {
    RestApiId: { Ref: 'Api' },
    ResponseType: type,
    ...(status !== undefined && { StatusCode: status }),
    ResponseTemplates: { 'application/problem+json': body },
    ResponseParameters: headers,
  },
});

/** The API itself, with its stage; the name of the stage is `v1`. */
export const api = (...resources: readonly Resources[]): Resources => ({
  Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'the-api' } },
  Stage: {
    Type: 'AWS::ApiGateway::Stage',
    Properties: { RestApiId: { Ref: 'Api' }, StageName: 'v1' },
  },
  ...Object.assign({}, ...resources),
});
