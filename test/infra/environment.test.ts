import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { variablesOf } from '../../functions/contract/environment.ts';
import { type FunctionName, functionNames } from '../../functions/contract/functions.ts';
import { bundle } from '../../infra/bundling/bundle.ts';
import { ofType } from './assembled.ts';

const outdir = mkdtempSync(join(tmpdir(), 'environment-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** What Lambda tells every function by itself, and what only says how to log and to count. */
const ofLambda = new Set(['AWS_REGION']);
const ofLogging = new Set(['POWERTOOLS_SERVICE_NAME', 'POWERTOOLS_LOG_LEVEL', 'DEPLOYMENT']);

const deployed = new Map(
  ofType('AWS::Lambda::Function').flatMap(({ Properties }) => {
    const variables = Properties.Environment?.Variables ?? {};
    const name: string | undefined = variables.POWERTOOLS_SERVICE_NAME;
    return name === undefined ? [] : [[name, Object.keys(variables)] as const];
  }),
);

describe('The environment of a function', () => {
  it.each(functionNames)(
    '%s is told all that it looks for when it starts, and nothing else',
    (name) => {
      const looksFor = Object.keys(variablesOf(name)).filter((variable) => !ofLambda.has(variable));
      const told = deployed.get(name)?.filter((variable) => !ofLogging.has(variable));
      expect(told?.toSorted()).toEqual(looksFor.filter((each) => !ofLogging.has(each)).toSorted());
    },
  );

  it('is looked at when the bundle is loaded', async () => {
    await bundle({ outdir });
    const load = (name: FunctionName) =>
      import(/* @vite-ignore */ pathToFileURL(join(outdir, name, 'index.mjs')).href);
    await expect(load('open-case')).rejects.toThrow(
      /^The environment of open-case is wrong\.\n.*TABLE_NAME is missing; allowed: /s,
    );
    const { handler } = await load('name-in-token');
    expect(handler).toBeTypeOf('function');
  });
});
