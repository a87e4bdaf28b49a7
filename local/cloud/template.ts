import { join } from 'node:path';
import { isObject, type Json } from '../engine/json.ts';
import { type BucketResource, readBuckets } from './buckets-template.ts';
import { arnOf, nameOf, type Resource, type Resources, resolve } from './intrinsics.ts';
import { type RestApiResource, readRestApis } from './rest-api-template.ts';
import { Rights } from './rights/rights.ts';
import { object, readStacks } from './stacks.ts';

/** A Lambda function: what is called, with which environment, from which bundle. */
export interface FunctionResource {
  readonly logicalId: string;
  /** FunctionName, else its POWERTOOLS_SERVICE_NAME, else the logical id. */
  readonly stableName: string;
  readonly name: string;
  readonly arn: string;
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly environment: { readonly [name: string]: string };
  readonly directory: string;
}

export interface StateMachineResource {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly definition: Json;
}

/** A schedule of EventBridge Scheduler that calls a function. */
export interface ScheduleResource {
  readonly name: string;
  readonly expression: string;
  readonly timezone: string;
  readonly targetArn: string;
  /** JSON text, with Scheduler's `<aws.scheduler.…>` words still in it. */
  readonly input: string;
}

export interface TableResource {
  readonly name: string;
  readonly keySchema: Json;
  readonly attributes: Json;
}

/** What runs locally of everything that the template describes. */
export interface Template {
  readonly functions: readonly FunctionResource[];
  readonly stateMachines: readonly StateMachineResource[];
  readonly schedules: readonly ScheduleResource[];
  readonly tables: readonly TableResource[];
  readonly restApis: readonly RestApiResource[];
  readonly buckets: readonly BucketResource[];
  /** What the functions' roles allow. */
  readonly rights: Rights;
}

/** These would act in the cloud and are not run here, so a template that holds one is refused. */
const ACTS_UNSEEN = new Set(['AWS::Lambda::EventSourceMapping', 'AWS::Pipes::Pipe']);

/** Reads what a cloud assembly, the directory that `cdk synth` writes, deploys by all its stacks. */
export function readTemplate(assembly: string): Template {
  const { resources, assets } = readStacks(assembly);
  const stack = new Stack(resources, assets, assembly);
  const functions: FunctionResource[] = [];
  const stateMachines: StateMachineResource[] = [];
  const schedules: ScheduleResource[] = [];
  const tables: TableResource[] = [];
  for (const [id, resource] of Object.entries(resources)) {
    if (ACTS_UNSEEN.has(resource.Type)) {
      throw new Error(`"${id}" is a ${resource.Type}, which is not run here.`);
    }
    if (resource.Type === 'AWS::Lambda::Function') functions.push(stack.function(id, resource));
    if (resource.Type === 'AWS::StepFunctions::StateMachine') {
      stateMachines.push(stack.stateMachine(id, resource));
    }
    if (resource.Type === 'AWS::Scheduler::Schedule') {
      const schedule = stack.schedule(id, resource);
      if (schedule !== undefined) schedules.push(schedule);
    }
    if (/^AWS::DynamoDB::(Global)?Table$/.test(resource.Type)) {
      tables.push(stack.table(id, resource));
    }
  }
  const environments = functions.map(({ environment }) => environment);
  return {
    ...{ functions, stateMachines, schedules, tables },
    restApis: readRestApis(resources),
    buckets: readBuckets(resources, environments),
    rights: Rights.read(resources),
  };
}

class Stack {
  readonly #resources: Resources;
  readonly #assets: { readonly [hash: string]: Json };
  readonly #assembly: string;

  constructor(resources: Resources, assets: { readonly [hash: string]: Json }, assembly: string) {
    this.#resources = resources;
    this.#assets = assets;
    this.#assembly = assembly;
  }

  function(id: string, resource: Resource): FunctionResource {
    this.#refuse(id, resource, { Layers: 'layers', ImageConfig: 'images' });
    const environment: Record<string, string> = {};
    const variables = this.#property(id, resource, 'Environment', {});
    for (const [name, value] of Object.entries(isObject(variables) ? variables : {})) {
      if (name !== 'Variables' || !isObject(value)) continue;
      for (const [key, text] of Object.entries(value)) environment[key] = String(text);
    }
    const named = resource.Properties?.FunctionName;
    const stable = typeof named === 'string' ? named : environment.POWERTOOLS_SERVICE_NAME;
    return {
      logicalId: id,
      stableName: stable ?? id,
      name: nameOf(id, resource),
      arn: arnOf(id, resource),
      handler: this.#text(id, resource, 'Handler'),
      // The service's own defaults.
      timeoutSeconds: Number(this.#property(id, resource, 'Timeout', 3)),
      memoryMb: Number(this.#property(id, resource, 'MemorySize', 128)),
      environment,
      directory: this.#asset(id, resource),
    };
  }

  stateMachine(id: string, resource: Resource): StateMachineResource {
    this.#refuse(id, resource, {
      Definition: 'a Definition object; only DefinitionString is',
      DefinitionSubstitutions: 'substitutions',
      DefinitionS3Location: 'a definition in S3',
    });
    const type = this.#property(id, resource, 'StateMachineType', 'STANDARD');
    if (type !== 'STANDARD') {
      throw new Error(`"${id}" is of type ${type}; only STANDARD is run here.`);
    }
    const definition = JSON.parse(this.#text(id, resource, 'DefinitionString'));
    return { logicalId: id, name: nameOf(id, resource), arn: arnOf(id, resource), definition };
  }

  /** Undefined for a schedule that is switched off. */
  schedule(id: string, resource: Resource): ScheduleResource | undefined {
    this.#refuse(id, resource, { StartDate: 'a start date', EndDate: 'an end date' });
    if (this.#property(id, resource, 'State', 'ENABLED') !== 'ENABLED') return undefined;
    const flexible = this.#property(id, resource, 'FlexibleTimeWindow', { Mode: 'OFF' });
    if (!isObject(flexible) || flexible.Mode !== 'OFF') {
      throw new Error(`Schedule "${id}" has a flexible time window; only OFF is run here.`);
    }
    const target = resource.Properties?.Target;
    const place = `${id}.Target`;
    const { Arn, Input } = isObject(target) ? target : {};
    const name = this.#property(id, resource, 'Name', id);
    return {
      name: String(name),
      expression: this.#text(id, resource, 'ScheduleExpression'),
      timezone: String(this.#property(id, resource, 'ScheduleExpressionTimezone', 'UTC')),
      targetArn: String(resolve(Arn ?? null, this.#resources, `${place}.Arn`)),
      input: String(resolve(Input ?? '{}', this.#resources, `${place}.Input`)),
    };
  }

  table(id: string, resource: Resource): TableResource {
    this.#refuse(id, resource, {
      GlobalSecondaryIndexes: 'an index',
      LocalSecondaryIndexes: 'an index',
    });
    return {
      name: nameOf(id, resource),
      keySchema: this.#property(id, resource, 'KeySchema', null),
      attributes: this.#property(id, resource, 'AttributeDefinitions', null),
    };
  }

  /** The bundle's directory: the S3 key of the code begins with the hash of the asset. */
  #asset(id: string, resource: Resource): string {
    const code = resource.Properties?.Code;
    const key = isObject(code) ? code.S3Key : undefined;
    if (typeof key !== 'string') {
      throw new Error(`Function "${id}" has no asset; only code from an asset is run here.`);
    }
    const asset = this.#assets[key.replace(/\.zip$/, '')];
    if (asset === undefined) throw new Error(`The asset ${key} of function "${id}" is missing.`);
    return join(this.#assembly, String(object(asset, 'source', key).path));
  }

  #refuse(id: string, resource: Resource, properties: { readonly [name: string]: string }): void {
    for (const [name, what] of Object.entries(properties)) {
      const value = resource.Properties?.[name];
      if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
      throw new Error(`"${id}" has ${name}: ${what} not run here.`);
    }
  }

  #property(id: string, resource: Resource, name: string, otherwise: Json): Json {
    const value = resource.Properties?.[name];
    return value === undefined ? otherwise : resolve(value, this.#resources, `${id}.${name}`);
  }

  #text(id: string, resource: Resource, name: string): string {
    const value = this.#property(id, resource, name, null);
    if (typeof value === 'string') return value;
    throw new Error(`"${id}" needs a text as ${name}, given ${JSON.stringify(value)}.`);
  }
}
