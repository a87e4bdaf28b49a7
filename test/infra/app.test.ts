import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functionNames } from '../../functions/contract/functions.ts';
import { repository } from '../../infra/repository.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { started } from '../helpers/function-environment.ts';
import { bytesOf } from './bytes-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'app-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cloud = join(folder, 'cloud');
beforeAll(() => {
  execFileSync(process.execPath, ['infra/app.ts'], {
    cwd: repository,
    env: { ...process.env, CDK_OUTDIR: cloud },
  });
});

/** What both ways of synthesizing make: the templates, and everything that they refer to. */
function deployed(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).filter(
      ([path]) => path.endsWith('.template.json') || path.startsWith('/asset.'),
    ),
  );
}

describe('the app with its own handlers', () => {
  it('deploys every handler there is', () => {
    const handlers = readdirSync(join(repository, 'functions'))
      .filter((name) => name.endsWith('.lambda.ts'))
      .map((name) => name.replace('.lambda.ts', ''));
    expect(handlers.sort()).toEqual([...functionNames].sort());
  });

  it('gives the same bytes to the cloud as to the local run', async () => {
    const { assembly } = await synthesize({ cache: join(folder, 'local') });
    const local = deployed(bytesOf(assembly));
    expect(Object.keys(local).length).toBeGreaterThan(functionNames.length);
    expect(deployed(bytesOf(cloud))).toEqual(local);
  });

  it("holds CloudFormation's own rules against the templates of the cloud, and finds nothing", () => {
    const report = JSON.parse(readFileSync(join(cloud, 'validation-report.json'), 'utf8'));
    expect(report.pluginReports).toEqual([]);
  });

  it('says how large each bundle is', () => {
    const sizes = functionNames.map((name) => {
      const bundle = join(repository, '.cache/bundles', name);
      const packed = readdirSync(bundle, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => gzipSync(readFileSync(join(entry.parentPath, entry.name))));
      return [name, packed.reduce((sum, { length }) => sum + length, 0)] as const;
    });
    const lines = sizes.map(([name, bytes]) => `${(bytes / 1000).toFixed(1).padStart(7)}  ${name}`);
    console.log(`kB gzip  bundle\n${lines.join('\n')}`);
    expect(sizes.filter(([, bytes]) => bytes === 0)).toEqual([]);
  });

  it.each(functionNames)('has a bundle of %s that loads and can be called', async (name) => {
    const file = join(repository, '.cache/bundles', name, 'index.mjs');
    const { handler } = await started(name, file);
    expect(handler).toBeTypeOf('function');
  });
});
