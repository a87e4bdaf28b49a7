import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionNames, type StateMachineName } from '../../functions/contract/functions.ts';
import { repository } from '../../infra/repository.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { readStacks } from '../../local/cloud/stacks.ts';

/** A resource of the template, loosely typed: tests say what they expect of it. */
export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is asserted on, not programmed against.
  readonly Properties: any;
  readonly DeletionPolicy?: string;
}

/** A state of a definition, its fields as far as tests read them. */
export interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Output?: unknown;
  readonly Retry?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly IntervalSeconds?: number;
    readonly MaxAttempts?: number;
    readonly MaxDelaySeconds?: number;
    readonly JitterStrategy?: string;
  }[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Arguments?: { readonly FunctionName: string; readonly Payload: Record<string, string> };
}

export interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

/**
 * Handlers that do nothing, so that the rules on the template do not depend on what the real ones do. Their folder has a
 * fixed place: synthesized once, the template is found by every test file.
 */
export function trivialHandlers(): string {
  const folder = join(repository, '.cache/test/handlers');
  mkdirSync(folder, { recursive: true });
  for (const name of functionNames) {
    const text = `export const handler = async () => ({ by: '${name}' });\n`;
    const file = join(folder, `${name}.lambda.ts`);
    // Test files run side by side: none may find a file that another is writing again.
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
  return folder;
}

const { assembly } = await synthesize({
  cache: join(repository, '.cache/test/assembly'),
  functions: trivialHandlers(),
});

/** Every resource that is deployed by any stack, by its id; what one stack imports from another refers to the resource itself. */
export const resources = readStacks(assembly).resources as unknown as Readonly<
  Record<string, Resource>
>;

/** The resources of one stack: `data`, `workflow` … */
export function stackResources(stack: string): Readonly<Record<string, Resource>> {
  return JSON.parse(readFileSync(join(assembly, `Statsbidrag-test-${stack}.template.json`), 'utf8'))
    .Resources;
}

export function ofType(type: string): readonly Resource[] {
  return Object.values(resources).filter((resource) => resource.Type === type);
}

/** The name that the contract has for the function with an id in the template. */
export function functionName(id: string): string {
  return resources[id]?.Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME;
}

/** A state machine's definition, with functions by their names instead of their ARNs. */
export function definition(name: StateMachineName): Definition {
  const machine = ofType('AWS::StepFunctions::StateMachine').find(
    ({ Properties }) => Properties.StateMachineName === `Statsbidrag-test-${name}`,
  );
  const parts: readonly (string | Record<string, string[]>)[] =
    machine?.Properties.DefinitionString['Fn::Join'][1] ?? [];
  const text = parts.map((part) => {
    if (typeof part === 'string') return part;
    const id = part['Fn::GetAtt']?.[0];
    return id === undefined ? 'aws' : functionName(id); // The rest is the partition.
  });
  return JSON.parse(text.join(''));
}
