import type { Template } from '../cloud/template.ts';
import { isObject, type Json } from '../engine/json.ts';
import type { DeployedResource } from './resources.ts';

/** What may be encrypted with a key that is paid for by the request. */
export type Keyed = 'table' | 'topic' | 'bucket' | 'function' | 'machine' | 'log';

/** How the templates are set up, as far as use costs more or less by it. Functions by their stable names. */
export interface Setup {
  readonly keyed: ReadonlySet<Keyed>;
  readonly tableHasRecovery: boolean;
  /** The table is of the class Standard-IA: dearer to use and cheaper to keep. */
  readonly tableIsInfrequent: boolean;
  /** Functions each of whose calls begins a trace of X-Ray: it is traced, and no traced workflow or API that calls it is already. */
  readonly traced: ReadonlySet<string>;
  /** Executions begin a trace each, requests to the API too. */
  readonly tracesExecutions: boolean;
  readonly tracesApi: boolean;
  /** Workflows log every state, not only errors. */
  readonly logsStates: boolean;
  /** Web ACLs that look at a request to the API. */
  readonly acls: number;
  /** Functions for which Lambda itself logs nothing but warnings and errors. */
  readonly quiet: ReadonlySet<string>;
  /** Functions that a REST API calls: each call is a request to it. */
  readonly behindApi: ReadonlySet<string>;
}

/** Where a resource names its key. */
const keyOf: Readonly<Record<string, readonly [Keyed, (properties: Properties) => unknown]>> = {
  'AWS::DynamoDB::Table': ['table', (given) => within(given, 'SSESpecification', 'SSEEnabled')],
  'AWS::SNS::Topic': ['topic', ({ KmsMasterKeyId }) => KmsMasterKeyId],
  'AWS::S3::Bucket': ['bucket', (given) => /aws:kms/.test(text(given.BucketEncryption))],
  'AWS::Lambda::Function': ['function', ({ KmsKeyArn }) => KmsKeyArn],
  'AWS::StepFunctions::StateMachine': [
    'machine',
    (given) => within(given, 'EncryptionConfiguration', 'KmsKeyId'),
  ],
  'AWS::Logs::LogGroup': ['log', ({ KmsKeyId }) => KmsKeyId],
};

type Properties = DeployedResource['properties'];

export function setupOf(resources: readonly DeployedResource[], template: Template): Setup {
  const keyed = resources.flatMap(({ type, properties }) => {
    const [what, key] = keyOf[type] ?? [];
    return what !== undefined && key?.(properties) ? [what] : [];
  });
  const functions = (has: (properties: Properties) => boolean) =>
    new Set(
      template.functions
        .filter(({ logicalId }) =>
          resources.some(({ id, properties }) => id === logicalId && has(properties)),
        )
        .map(({ stableName }) => stableName),
    );
  const called = template.restApis.flatMap(({ methods }) =>
    methods.flatMap(({ integration }) =>
      integration.kind === 'constant' ? [] : [integration.arn],
    ),
  );
  const behindApi = new Set(called.map((arn) => nameOfFunction(template, arn)));
  const of = (wanted: string, has: (properties: Properties) => boolean): boolean =>
    resources.some(({ type, properties }) => type === wanted && has(properties));
  const tracesApi = of('AWS::ApiGateway::Stage', ({ TracingEnabled }) => TracingEnabled === true);
  const tracesExecutions = of(
    'AWS::StepFunctions::StateMachine',
    (given) => within(given, 'TracingConfiguration', 'Enabled') === true,
  );
  const traced = functions((given) => within(given, 'TracingConfig', 'Mode') === 'Active');
  const inOthersTraces = new Set([
    ...(tracesApi ? behindApi : []),
    ...(tracesExecutions ? stepsIn(template) : []),
  ]);
  const table = theTable(resources);
  return {
    keyed: new Set(keyed),
    tableHasRecovery:
      within(table, 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled') === true,
    tableIsInfrequent: table.TableClass === 'STANDARD_INFREQUENT_ACCESS',
    traced: new Set([...traced].filter((name) => !inOthersTraces.has(name))),
    ...{ tracesExecutions, tracesApi },
    logsStates: of(
      'AWS::StepFunctions::StateMachine',
      (given) => within(given, 'LoggingConfiguration', 'Level') === 'ALL',
    ),
    acls: resources.filter(({ type }) => type === 'AWS::WAFv2::WebACL').length,
    quiet: functions((given) =>
      /WARN|ERROR|FATAL/.test(text(within(given, 'LoggingConfig', 'SystemLogLevel'))),
    ),
    behindApi,
  };
}

/** Functions that a workflow calls. */
function stepsIn({ functions, stateMachines }: Template): string[] {
  const definitions = JSON.stringify(stateMachines.map(({ definition }) => definition));
  return functions
    .filter(({ arn }) => definitions.includes(`"${arn}"`))
    .map(({ stableName }) => stableName);
}

/** Refuses templates without a table of the one type that is priced here, or with several. */
function theTable(resources: readonly DeployedResource[]): Properties {
  const [table, ...more] = resources.filter(({ type }) => /^AWS::DynamoDB::.*Table$/.test(type));
  if (table?.type === 'AWS::DynamoDB::Table' && more.length === 0) return table.properties;
  throw new Error('One AWS::DynamoDB::Table is priced here; the templates hold something else.');
}

/** The stable name of a function by its ARN. */
export function nameOfFunction({ functions }: Template, arn: string): string {
  const found = functions.find((each) => each.arn === arn);
  if (found === undefined) throw new Error(`The template has no function ${arn}.`);
  return found.stableName;
}

function within(properties: Properties, name: string, field: string): Json | undefined {
  const value = properties[name];
  return value !== undefined && isObject(value) ? value[field] : undefined;
}

const text = (value: Json | undefined): string => JSON.stringify(value) ?? '';
