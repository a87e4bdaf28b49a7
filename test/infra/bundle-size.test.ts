import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { functionNames } from '../../functions/contract/functions.ts';
import { bundle } from '../../infra/bundling/bundle.ts';
import { callsAws, largestGzip, sizeOfFolder } from '../bench/cold/bundle-size.ts';

const outdir = mkdtempSync(join(tmpdir(), 'bundle-size-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));
const { outputs } = await bundle({ outdir });

/** The packages that went into a function. */
const packagesOf = (name: string): readonly string[] => [
  ...new Set(
    Object.keys(
      outputs[Object.keys(outputs).find((path) => path.endsWith(`/${name}.mjs`)) ?? '']?.inputs ??
        {},
    )
      .map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? '')
      .filter(Boolean),
  ),
];

describe('A function is small enough to start quickly', () => {
  it.each(functionNames)('%s', (name) => {
    const { gzip } = sizeOfFolder(join(outdir, name));
    expect(gzip).toBeGreaterThan(100);
    expect(gzip).toBeLessThanOrEqual(largestGzip(name));
  });

  it('30 kB compressed where it calls no service of AWS, 145 kB otherwise; only what prints may be larger', () => {
    expect(functionNames.filter((name) => !callsAws(name))).toEqual([
      'api-description',
      'name-in-token',
    ]);
    const bounds = functionNames.map((name) => [name, largestGzip(name)] as const);
    expect(bounds.filter(([, bound]) => bound === 30_000).map(([name]) => name)).toEqual([
      'api-description',
      'name-in-token',
    ]);
    expect(bounds.filter(([, bound]) => bound > 145_000)).toEqual([['api-prints', 250_000]]);
  });
});

describe('What keeps a function small is not that it does without', () => {
  const handlers = functionNames.filter((name) => name !== 'name-in-token');

  it.each(handlers)('%s logs, by middy', (name) =>
    expect(packagesOf(name)).toEqual(
      expect.arrayContaining(['@middy/core', '@aws-lambda-powertools/logger']),
    ),
  );

  it.each(handlers.filter(callsAws))(
    '%s validates what it is given, and signs what it asks',
    (name) =>
      expect(packagesOf(name)).toEqual(expect.arrayContaining(['zod', '@smithy/signature-v4'])),
  );

  it('no function carries a client of the SDK', () => {
    for (const name of functionNames)
      expect(packagesOf(name).filter((each) => each.startsWith('@aws-sdk/client-'))).toEqual([]);
  });
});
