import { isObject, type Json } from '../engine/json.ts';

export const ACCOUNT = '000000000000';
export const REGION = 'eu-north-1';

/** A resource of a CloudFormation template. */
export interface Resource {
  readonly Type: string;
  readonly Properties?: { readonly [name: string]: Json };
}

export type Resources = { readonly [logicalId: string]: Resource };

const PSEUDO: { readonly [name: string]: string } = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Region': REGION,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'local',
};

/** By type: the property that may name the resource, and its ARN after `arn:aws:`. */
const ARNS: { readonly [type: string]: readonly [nameProperty: string, service: string] } = {
  'AWS::Lambda::Function': ['FunctionName', 'lambda:R:A:function:'],
  'AWS::StepFunctions::StateMachine': ['StateMachineName', 'states:R:A:stateMachine:'],
  'AWS::DynamoDB::Table': ['TableName', 'dynamodb:R:A:table/'],
  'AWS::DynamoDB::GlobalTable': ['TableName', 'dynamodb:R:A:table/'],
  'AWS::S3::Bucket': ['BucketName', 's3:::'],
  'AWS::SNS::Topic': ['TopicName', 'sns:R:A:'],
  'AWS::SQS::Queue': ['QueueName', 'sqs:R:A:'],
  'AWS::Logs::LogGroup': ['LogGroupName', 'logs:R:A:log-group:'],
  'AWS::IAM::Role': ['RoleName', 'iam::A:role/'],
};

/** What has no ARN that anything here asks for: by type, the property that may give what a Ref of it stands for. */
const NAMED: { readonly [type: string]: string | undefined } = {
  'AWS::ApiGateway::RestApi': undefined,
  'AWS::ApiGateway::Resource': undefined,
  'AWS::ApiGateway::Stage': 'StageName',
  'AWS::Cognito::UserPool': undefined,
  'AWS::Cognito::UserPoolClient': undefined,
};

/** Attributes besides `Arn`: by type and name, from the resource's name. */
const ATTRIBUTES: { readonly [typeAndName: string]: (name: string) => string } = {
  'AWS::StepFunctions::StateMachine.Name': (name) => name,
  'AWS::ApiGateway::RestApi.RootResourceId': rootOf,
  // The names that the service gives; locally the issuer on loopback takes their place in the functions' environment.
  'AWS::Cognito::UserPool.ProviderName': (name) => `cognito-idp.${REGION}.amazonaws.com/${name}`,
  'AWS::Cognito::UserPool.ProviderURL': (name) =>
    `https://cognito-idp.${REGION}.amazonaws.com/${name}`,
  'AWS::Cognito::UserPool.UserPoolId': (name) => name,
  'AWS::Cognito::UserPoolClient.ClientId': (name) => name,
};

/** The id of the resource `/` of a REST API. */
export function rootOf(api: string): string {
  return `${api}/root`;
}

/** Types whose Ref is their ARN. */
const REF_IS_ARN = new Set(['AWS::StepFunctions::StateMachine', 'AWS::SNS::Topic']);

/** The name that a resource has here: its own, or its logical id. */
export function nameOf(logicalId: string, resource: Resource): string {
  const property = ARNS[resource.Type]?.[0] ?? NAMED[resource.Type];
  const given = property === undefined ? undefined : resource.Properties?.[property];
  return typeof given === 'string' ? given : logicalId;
}

/** The fixed ARN that a resource has here. */
export function arnOf(logicalId: string, resource: Resource): string {
  const service = ARNS[resource.Type]?.[1];
  if (service === undefined) {
    const known = Object.keys(ARNS).join(', ');
    throw new Error(
      `"${logicalId}" is a ${resource.Type}, which has no ARN here; known: ${known}.`,
    );
  }
  const place = service.replace('R', REGION).replace('A', ACCOUNT);
  return `arn:aws:${place}${nameOf(logicalId, resource)}`;
}

/**
 * Replaces CloudFormation's functions in a value by what they stand for: Ref, Fn::GetAtt, Fn::Join,
 * Fn::Sub, Fn::Select, Fn::Split, and the pseudo parameters. Any other, and any reference to what
 * this template does not hold, is refused with the place where it stands.
 */
export function resolve(value: Json, resources: Resources, place: string): Json {
  if (Array.isArray(value)) {
    return value.map((item: Json, at) => resolve(item, resources, `${place}[${at}]`));
  }
  if (!isObject(value)) return value;
  const [key, ...others] = Object.keys(value);
  if (key !== undefined && others.length === 0 && (key === 'Ref' || key.startsWith('Fn::'))) {
    return call(key, value[key] ?? null, resources, place);
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, resolve(inner, resources, `${place}.${name}`)]),
  );
}

function call(name: string, given: Json, resources: Resources, place: string): Json {
  switch (name) {
    case 'Ref':
      return ref(String(given), resources, place);
    case 'Fn::GetAtt':
      return getAtt(given, resources, place);
    case 'Fn::Join': {
      const [between, parts] = pair(given, name, place);
      return list(resolve(parts, resources, place), name, place).join(text(between, name, place));
    }
    case 'Fn::Split': {
      const [between, whole] = pair(given, name, place);
      const split = text(resolve(whole, resources, place), name, place);
      return split.split(text(between, name, place));
    }
    case 'Fn::Select': {
      const [index, parts] = pair(given, name, place);
      const chosen = list(resolve(parts, resources, place), name, place)[Number(index)];
      if (chosen !== undefined) return chosen;
      throw new Error(`${place}: Fn::Select ${index} is beyond the list ${JSON.stringify(parts)}.`);
    }
    case 'Fn::Sub':
      return sub(given, resources, place);
    default:
      throw new Error(
        `${place}: ${name} is not resolved here; allowed: Ref, Fn::GetAtt, Fn::Join, Fn::Sub, Fn::Select, Fn::Split.`,
      );
  }
}

function ref(name: string, resources: Resources, place: string): string {
  const pseudo = PSEUDO[name];
  if (pseudo !== undefined) return pseudo;
  const resource = found(name, resources, place);
  // The Ref of a state machine or a topic is its ARN; the others give their name.
  if (REF_IS_ARN.has(resource.Type)) return arnOf(name, resource);
  if (resource.Type in ARNS || resource.Type in NAMED) return nameOf(name, resource);
  throw new Error(`${place}: Ref of "${name}", a ${resource.Type}, is not resolved here.`);
}

function getAtt(given: Json, resources: Resources, place: string): string {
  const [name, ...rest] = typeof given === 'string' ? given.split('.') : (given as string[]);
  const attribute = rest.join('.');
  const resource = found(String(name), resources, place);
  if (attribute === 'Arn') return arnOf(String(name), resource);
  const known = ATTRIBUTES[`${resource.Type}.${attribute}`];
  if (known !== undefined) return known(nameOf(String(name), resource));
  throw new Error(`${place}: Fn::GetAtt ${name}.${attribute} is not resolved here; allowed: Arn.`);
}

function sub(given: Json, resources: Resources, place: string): string {
  if (typeof given !== 'string') {
    throw new Error(`${place}: only Fn::Sub of a single text is resolved here.`);
  }
  return given.replaceAll(/\$\{([^}]+)\}/g, (_whole, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    return name.includes('.') ? getAtt(name, resources, place) : ref(name, resources, place);
  });
}

function found(name: string, resources: Resources, place: string): Resource {
  const resource = resources[name];
  if (resource !== undefined) return resource;
  throw new Error(`${place}: "${name}" is neither a resource of the template nor known here.`);
}

function pair(given: Json, name: string, place: string): [Json, Json] {
  if (Array.isArray(given) && given.length === 2) return [given[0], given[1]];
  throw new Error(`${place}: ${name} needs a list of two, given ${JSON.stringify(given)}.`);
}

function list(given: Json, name: string, place: string): Json[] {
  if (Array.isArray(given)) return given;
  throw new Error(`${place}: ${name} needs a list, given ${JSON.stringify(given)}.`);
}

function text(given: Json, name: string, place: string): string {
  if (typeof given === 'string') return given;
  throw new Error(`${place}: ${name} needs a text, given ${JSON.stringify(given)}.`);
}
