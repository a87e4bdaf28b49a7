import { CfnResource, RemovalPolicy, Resource, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { type ApiFunction, type Route, routes } from '../../../functions/contract/api/routes.ts';
import type { ApiHandlers } from '../handler.ts';
import { logGroup } from '../log-group.ts';
import { ManagedRole } from '../managed-role.ts';
import { type ConstantProblem, constantProblem } from './constant-problem.ts';
import { GatewayProblems } from './gateway-problems.ts';

/**
 * The only stage. CloudFront hands the console's requests for `/api/…` on as they are, so the stage bears the name of that path
 * and nothing has to be rewritten between the two.
 */
export const API_STAGE = 'api';

/** Requests a second, over all callers: far above what some thirty people and one machine ask, far below what would cost. */
const throttling = { throttlingRateLimit: 50, throttlingBurstLimit: 100 } as const;

export interface ApiProps {
  /** What the methods call. */
  readonly handlers: ApiHandlers;
  readonly logKey: kms.IKey;
}

/** Whatever a request without a method of its own sends, as far as the gateway distinguishes by it. */
const anyContent = [
  'application/json',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  'multipart/form-data',
  'text/csv',
  'text/plain',
] as const;

/**
 * The REST API: a resource per path and a method per operation of functions/contract/api/routes.ts, each with its function.
 *
 * 1. Whoever calls is told apart by the function, from the token (functions/api/verify-token.ts, ADR 11); the gateway asks for
 *    no authorisation of its own.
 * 2. A method that a path does not have is answered 405 with Allow, a path that the API does not have 404, both made here without
 *    a function. Paths are caught by a resource and not only by the gateway's own answer: to a token in `Authorization` on an
 *    unknown path the service would say that its own kind of signature is missing.
 * 3. Whatever the gateway answers by itself is a problem document: gateway-problems.ts.
 * 4. Every content passes as the bytes that it is, so that documents leave whole: a function gets a request's content as base64, and
 *    what it gives as base64 leaves as bytes (ADR 13).
 * 5. The log of requests holds neither query, token nor content, and no address of a person's machine.
 *
 * There is no CORS: the console calls from the same origin.
 */
export class Api extends Construct {
  readonly api: apigateway.RestApi;

  constructor(scope: Construct, id: string, { handlers, logKey }: ApiProps) {
    super(scope, id);
    const accessLog = logGroup(this, 'AccessLog', logKey);
    this.api = new apigateway.RestApi(this, 'RestApi', {
      restApiName: `${Stack.of(this).stackName}-api`,
      description: 'What people and SKR do with the grant',
      binaryMediaTypes: ['*/*'],
      endpointConfiguration: { types: [apigateway.EndpointType.REGIONAL] },
      cloudWatchRole: false, // Made below, with the reason.
      deployOptions: {
        stageName: API_STAGE,
        ...throttling,
        // Of what the gateway itself could not do; never what was asked or answered.
        loggingLevel: apigateway.MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        tracingEnabled: true,
        accessLogDestination: new apigateway.LogGroupLogDestination(accessLog),
        accessLogFormat: apigateway.AccessLogFormat.custom(JSON.stringify(logged)),
      },
    });
    const { defaultChild } = this.api.node;
    if (defaultChild instanceof apigateway.CfnRestApi) {
      defaultChild.securityPolicy = 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09'; // TLS 1.2 and 1.3.
      defaultChild.endpointAccessMode = 'STRICT';
    }
    const { deploymentStage: stage } = this.api;
    stage.node.addDependency(this.#logAccount());
    // The service writes to a group of this name; made here, it is encrypted and ends.
    const name = `API-Gateway-Execution-Logs_${this.api.restApiId}/${API_STAGE}`;
    stage.node.addDependency(logGroup(this, 'ExecutionLog', logKey, name));
    this.#identify(stage);
    new GatewayProblems(this, 'Problems', { api: this.api });
    this.#addOperations(handlers);
  }

  /** Whatever the stage will call by HTTP one day can tell that the call is this API's. Functions are called by their policy. */
  #identify({ node: { defaultChild } }: apigateway.Stage): void {
    const certificate = new apigateway.CfnClientCertificate(this, 'Identity', {
      description: 'Tells what is called by HTTP that this API calls',
    });
    if (defaultChild instanceof apigateway.CfnStage)
      defaultChild.clientCertificateId = certificate.attrClientCertificateId;
  }

  #addOperations(handlers: ApiHandlers): void {
    const byPath = Map.groupBy(Object.values<Route>(routes), ({ path }) => path);
    for (const [path, operations] of byPath) {
      const resource = this.api.root.resourceForPath(path);
      for (const { method, function: name } of operations) {
        resource.addMethod(method, calls(handlers[name]));
      }
      const methods = operations.map(({ method }) => method).sort();
      const { headers, ...problem } = constantProblem('method-not-allowed');
      const allow = { Allow: `'${methods.join(', ')}'` };
      always(resource, { ...problem, headers: { ...headers, ...allow } });
    }
    this.api.root.resourceForPath('{unknown+}');
    for (const resource of withoutOperation(this.api.root)) {
      always(resource, constantProblem('no-such-operation'));
    }
    const used = new Set(Object.values<Route>(routes).map(({ function: name }) => name));
    for (const name of used) this.#allowToCall(name, handlers);
  }

  /** One permission per function, for this API: one per method would outgrow what a function's policy may hold. */
  #allowToCall(name: ApiFunction, handlers: ApiHandlers): void {
    handlers[name].addPermission(`Calls ${name}`, {
      principal: new iam.ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: this.api.arnForExecuteApi('*', '/*', API_STAGE),
      scope: this,
    });
  }

  /**
   * API Gateway writes logs by a role that is set once for the account and region, so it outlives the stack: another API may
   * have come to use it. It must be allowed these actions on every log group, or the service does not take the role.
   */
  #logAccount(): Construct {
    const role = new ManagedRole(this, 'LogRole', {
      assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com'),
      description: 'Lets API Gateway write logs in this account and region',
    });
    const { policyDependable: rights } = role.addToPrincipalPolicy(
      new iam.PolicyStatement({ actions: [...writingLogs], resources: ['*'] }),
    );
    const account = new apigateway.CfnAccount(this, 'LogAccount', {
      cloudWatchRoleArn: role.roleArn,
    });
    if (rights) account.node.addDependency(rights);
    for (const kept of [role, rights, account])
      if (kept instanceof Resource || kept instanceof CfnResource)
        kept.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return account;
  }
}

/** What API Gateway asks to be allowed before it takes the role: the actions of AmazonAPIGatewayPushToCloudWatchLogs. */
const writingLogs = [
  'logs:CreateLogGroup',
  'logs:CreateLogStream',
  'logs:DescribeLogGroups',
  'logs:DescribeLogStreams',
  'logs:PutLogEvents',
  'logs:GetLogEvents',
  'logs:FilterLogEvents',
] as const;

/** What the log says of a request, for the engineer: what was asked and how it went, not by whom or with what. */
const logged = {
  request: apigateway.AccessLogField.contextRequestId(),
  at: apigateway.AccessLogField.contextRequestTimeEpoch(),
  method: apigateway.AccessLogField.contextHttpMethod(),
  resource: apigateway.AccessLogField.contextResourcePath(),
  status: apigateway.AccessLogField.contextStatus(),
  bytes: apigateway.AccessLogField.contextResponseLength(),
  milliseconds: apigateway.AccessLogField.contextResponseLatency(),
  error: apigateway.AccessLogField.contextErrorResponseType(),
} as const;

/** A function that answers everything about a request itself, status and headers included. */
function calls(handler: ApiHandlers[ApiFunction]): apigateway.Integration {
  const path = `2015-03-31/functions/${handler.functionArn}/invocations`;
  return new apigateway.AwsIntegration({ service: 'lambda', proxy: true, path });
}

/** Templates are text: in an API of bytes, one that is not told so fails on what it is sent, and on what it answers. */
const text = apigateway.ContentHandling.CONVERT_TO_TEXT;

/** Answers every method that the resource does not have with the same, without calling anything. */
function always(resource: apigateway.IResource, { status, headers, body }: ConstantProblem): void {
  const parameters = Object.entries(headers).map(
    ([name, value]) => [`method.response.header.${name}`, value] as const,
  );
  const integration = new apigateway.MockIntegration({
    passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
    contentHandling: text,
    requestTemplates: Object.fromEntries(
      anyContent.map((type) => [type, JSON.stringify({ statusCode: Number(status) })]),
    ),
    integrationResponses: [
      {
        statusCode: status,
        contentHandling: text,
        responseTemplates: { 'application/json': body },
        responseParameters: Object.fromEntries(parameters),
      },
    ],
  });
  resource.addMethod('ANY', integration, {
    methodResponses: [
      {
        statusCode: status,
        responseParameters: Object.fromEntries(parameters.map(([name]) => [name, true])),
      },
    ],
  });
}

/** The resource and those below it that have no method yet: steps on the way to an operation, and what catches the rest. */
function withoutOperation(resource: apigateway.IResource): apigateway.IResource[] {
  const children = resource.node.children.filter((child) => child instanceof apigateway.Resource);
  const below = children.flatMap(withoutOperation);
  const hasMethod = resource.node.children.some((child) => child instanceof apigateway.Method);
  return hasMethod ? below : [resource, ...below];
}
