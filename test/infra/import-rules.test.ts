import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IRuleSetType } from 'dependency-cruiser';
import { afterAll, describe, expect, it } from 'vitest';
import { repository } from '../../infra/repository.ts';

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

/** Imports that are forbidden: file, what it imports, and the rule that says so. */
const wrong = [
  ['core/reads-a-file.ts', 'node:fs', 'core-stands-alone'],
  ['core/asks-aws.ts', '@aws-sdk/client-dynamodb', 'core-stands-alone'],
  ['core/knows-a-handler.ts', '../functions/ask.lambda.ts', 'core-stands-alone'],
  ['functions/deploys.ts', 'aws-cdk-lib', 'functions-are-thin'],
  ['functions/knows-infra.ts', '../infra/synthesize.ts', 'functions-are-thin'],
  ['functions/runs-a-database.ts', 'dynalite', 'functions-are-thin'],
  ['functions/contract/asks-aws.ts', '@aws-sdk/client-sfn', 'contract-is-read-by-everyone'],
  ['functions/contract/knows-a-step.ts', '../shared/step.ts', 'contract-is-read-by-everyone'],
  ['functions/other.lambda.ts', './ask.lambda.ts', 'handlers-do-not-call-handlers'],
  ['infra/computes.ts', '../core/sek.ts', 'infra-sees-only-the-contract'],
  ['infra/imports-a-handler.ts', '../functions/ask.lambda.ts', 'infra-sees-only-the-contract'],
  ['infra/asks-aws.ts', '@aws-sdk/client-sfn', 'infra-sees-only-the-contract'],
  ['local/writes-it-twice.ts', '../infra/app.ts', 'local-runs-what-is-synthesized'],
  ['local/deploys.ts', 'aws-cdk-lib', 'local-runs-what-is-synthesized'],
  ['console/acts.ts', '../functions/ask.lambda.ts', 'console-shows-and-does-not-act'],
  ['console/deploys.ts', '../infra/app.ts', 'console-shows-and-does-not-act'],
  ['infra/runs-locally.ts', '../local/host.ts', 'nothing-leans-on-local'],
  ['local/shows.ts', '../console/page.ts', 'nothing-leans-on-console'],
  ['functions/cheats.ts', '../test/helper.ts', 'nothing-leans-on-test'],
  ['local/tests.ts', 'fast-check', 'no-development-packages'],
  ['local/guesses.ts', './nowhere.ts', 'everything-is-found'],
  ['core/egg.ts', './hen.ts', 'no-cycles'],
] as const;

/** Imports that are allowed. */
const right = [
  ['core/counts.ts', 'decimal.js'],
  ['core/uses-core.ts', './sek.ts'],
  ['functions/shared/step.ts', '@middy/core'],
  ['functions/ask.lambda.ts', '../core/sek.ts'],
  ['functions/hashes.ts', 'node:crypto'],
  ['functions/reads-csv.ts', 'csv-parse/sync'],
  ['functions/contract/inputs.ts', 'zod/mini'],
  ['functions/contract/regions.ts', '../../core/sek.ts'],
  ['infra/app.ts', 'aws-cdk-lib'],
  ['infra/synthesize.ts', '../functions/contract/inputs.ts'],
  ['infra/bundling/bundle.ts', 'esbuild'],
  ['local/host.ts', '../infra/synthesize.ts'],
  ['local/records.ts', 'dynalite'],
  ['console/page.ts', '../core/sek.ts'],
  ['test/helper.ts', 'fast-check'],
  ['test/of-local.ts', '../local/host.ts'],
] as const;

const files = [
  ['core/sek.ts', 'export const krona = 1;\n'],
  ['core/hen.ts', "import './egg.ts';\n"],
  ...[...wrong, ...right].map(([file, imported]) => [file, `import '${imported}';\n`] as const),
] as const;

// Inside the repository, so that packages are found; beside nothing that anybody else reads.
mkdirSync(join(repository, '.cache'), { recursive: true });
const tree = mkdtempSync(join(repository, '.cache/imports-'));
afterAll(() => rmSync(tree, { recursive: true, force: true }));
for (const [file, text] of files) {
  mkdirSync(join(tree, dirname(file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}
symlinkSync(join(repository, 'package.json'), join(tree, 'package.json'));

const { output } = await cruise(['core', 'functions', 'infra', 'local', 'console', 'test'], {
  ...options,
  tsConfig: undefined,
  baseDir: tree,
  ruleSet: { forbidden } as IRuleSetType,
  validate: true,
});
const { violations } = (output as ICruiseResult).summary;
const found = violations.map(({ from, rule }) => [from, rule.name]);

describe('an import is refused', () => {
  it.each(wrong)('in %s of %s, by the rule %s', (file, _, rule) => {
    expect(found).toContainEqual([file, rule]);
  });

  it('by every rule at least once, so that no rule is there for show', () => {
    const rules: string[] = forbidden.map(({ name }: { name: string }) => name);
    expect([...new Set(wrong.map(([, , rule]) => rule))].sort()).toEqual([...rules].sort());
  });
});

it.each(right)('%s may import %s', (file) => {
  expect(found.filter(([from]) => from === file)).toEqual([]);
});
