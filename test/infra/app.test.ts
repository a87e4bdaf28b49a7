import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { functionNames } from '../../functions/contract/functions.ts';
import { repository } from '../../infra/repository.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { bytesOf } from './bytes-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'app-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the app with its own handlers', () => {
  it('deploys every handler there is', () => {
    const handlers = readdirSync(join(repository, 'functions'))
      .filter((name) => name.endsWith('.lambda.ts'))
      .map((name) => name.replace('.lambda.ts', ''));
    expect(handlers.sort()).toEqual([...functionNames].sort());
  });

  it('gives the same bytes to the cloud as to the local run', async () => {
    const cloud = join(folder, 'cloud');
    execFileSync(process.execPath, ['infra/app.ts'], {
      cwd: repository,
      env: { ...process.env, CDK_OUTDIR: cloud },
    });
    const { assembly } = await synthesize({ cache: join(folder, 'local') });
    expect(bytesOf(cloud)).toEqual(bytesOf(assembly));
  });

  it.each(functionNames)('has a bundle of %s that loads and can be called', async (name) => {
    const file = join(repository, '.cache/bundles', name, 'index.mjs');
    const { handler } = await import(/* @vite-ignore */ pathToFileURL(file).href);
    expect(handler).toBeTypeOf('function');
  });
});
