/**
 * Prints what the templates come to, point by point: stacks, functions, rights, checks, alarms, cost and definitions. It judges
 * nothing: what must hold is held by the tests, by the synthesis and by check-definitions.ts.
 *
 *   node test/infra/figures.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { functionLimits } from '../../functions/contract/function-limits.ts';
import { functionNames } from '../../functions/contract/functions.ts';
import { recordRights } from '../../functions/contract/record-rights.ts';
import { exceptions } from '../../infra/checks.ts';
import { repository } from '../../infra/repository.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { readTemplate } from '../../local/cloud/template.ts';
import { table } from '../../local/engine/conformance/table.ts';
import { callsAws, largestGzip, sizeOfFolder } from '../bench/cold/bundle-size.ts';

interface Template {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: object }>
  >;
}

const { assembly } = await synthesize();
const { artifacts } = JSON.parse(readFileSync(join(assembly, 'manifest.json'), 'utf8')) as {
  artifacts: Record<string, { type: string; dependencies?: string[] }>;
};
const stacks = Object.entries(artifacts)
  .filter(([, { type }]) => type === 'aws:cloudformation:stack')
  .map(([name]) => {
    const text = readFileSync(join(assembly, `${name}.template.json`), 'utf8');
    return { name, text, template: JSON.parse(text) as Template };
  });
const folders = new Map(
  readTemplate(assembly).functions.map(({ stableName, directory }) => [stableName, directory]),
);
const resources = stacks.flatMap(({ template }) => Object.values(template.Resources));
const count = (type: string): number => resources.filter(({ Type }) => Type === type).length;
const say = (text: string) => process.stdout.write(`${text}\n`);
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;

say('stacks');
for (const { name, text, template } of stacks)
  say(
    `  ${name.padEnd(32)}${String(Object.keys(template.Resources).length).padStart(4)} resources${kB(text.length)}`,
  );

say('\nfunctions: compressed, of at most; memory, time, at a time');
for (const name of functionNames) {
  const { gzip } = sizeOfFolder(folders.get(name) ?? '');
  const { memory, timeout, concurrency } = functionLimits[name];
  const aws = callsAws(name) ? '' : '  calls no service';
  say(
    `  ${name.padEnd(22)}${kB(gzip)} of ${String(largestGzip(name) / 1000).padStart(3)}${String(memory).padStart(6)} MB${String(timeout).padStart(5)} s${String(concurrency).padStart(4)}${aws}`,
  );
}

say('\nrights: who appends to which kinds of stream');
for (const name of functionNames) {
  const { appends } = recordRights[name];
  if (appends.length > 0) say(`  ${name.padEnd(22)}${appends.join(' ')}`);
}
const patterns = resources
  .filter(({ Type }) => Type === 'AWS::IAM::ManagedPolicy')
  .map(({ Properties }) => JSON.stringify(Properties));
say(
  `  ${count('AWS::IAM::Role')} roles, ${patterns.length} policies, ${count('AWS::IAM::Policy')} of them inside a role; PutItem is refused to all but ${functionNames.filter((name) => recordRights[name].appends.length > 0).length} roles by the table itself`,
);

const given = exceptions(new App({ analyticsReporting: false }));
say(
  `\ncdk-nag: AwsSolutions, NIST 800-53 R5, Serverless; held by synthesis, with ${given.length} exceptions of at most 10`,
);
for (const { id } of given) say(`  ${id}`);

say(
  `\noperations: ${count('AWS::CloudWatch::Alarm')} alarms, each with its section of docs/runbook.md; ${count('AWS::CloudWatch::Dashboard')} dashboard; ${count('AWS::Logs::LogGroup')} log groups; ${count('AWS::SQS::Queue')} queues of dead letters`,
);

say('\ncost: as docs/cost.md has it, written by npm run cost -- --write');
const cost = readFileSync(join(repository, 'docs/cost.md'), 'utf8');
for (const line of cost.split('\n'))
  if (/^(What (the|costs)|both:|State transitions by workflow|after the free tier)/.test(line))
    say(`  ${line}`);

say(
  `\ndefinitions: ${count('AWS::StepFunctions::StateMachine')} state machines; the states language that is run locally has ${Object.keys(table).length} rows (docs/states-language.md)`,
);
