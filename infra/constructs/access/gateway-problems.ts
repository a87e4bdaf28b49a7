import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { type ConstantProblem, constantProblem } from './constant-problem.ts';

const allowedBody = { allowed: '10 MB', given: '> 10 MB' };
const unreadable = { allowed: 'HTTP (RFC 9110)', given: '–' };

const tooMany = later(constantProblem('too-many-requests'));

/**
 * What API Gateway answers when it does not come as far as a function, by its own type of answer. The two defaults take
 * every type that has none of its own, at the status that their document says.
 */
const problemOf: Readonly<Record<string, ConstantProblem>> = {
  // What the service says of an address without a method; its own status would be 403.
  MISSING_AUTHENTICATION_TOKEN: constantProblem('no-such-operation'),
  RESOURCE_NOT_FOUND: constantProblem('no-such-operation'),
  THROTTLED: tooMany,
  QUOTA_EXCEEDED: tooMany,
  REQUEST_TOO_LARGE: constantProblem('content-too-large', allowedBody),
  UNSUPPORTED_MEDIA_TYPE: constantProblem('unsupported-media-type', {
    allowed: 'application/json; charset=utf-8',
    given: '–',
  }),
  DEFAULT_4XX: constantProblem('malformed-request', unreadable),
  DEFAULT_5XX: constantProblem('internal-error'),
};

/** Says in seconds when to try again. */
function later(problem: ConstantProblem): ConstantProblem {
  return { ...problem, headers: { ...problem.headers, 'Retry-After': "'1'" } };
}

export interface GatewayProblemsProps {
  readonly api: apigateway.RestApi;
}

/** The gateway's own answers as problem documents (RFC 9457), as the functions' are. */
export class GatewayProblems extends Construct {
  constructor(scope: Construct, id: string, { api }: GatewayProblemsProps) {
    super(scope, id);
    for (const [type, { status, headers, body }] of Object.entries(problemOf)) {
      new apigateway.GatewayResponse(this, type, {
        restApi: api as apigateway.IRestApi,
        type: apigateway.ResponseType.of(type),
        statusCode: status,
        responseHeaders: headers,
        templates: { 'application/json': body },
      });
    }
  }
}
