import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../../infra/repository.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { trivialHandlers } from './assembled.ts';
import { bytesOf } from './bytes-of.ts';

const cache = mkdtempSync(join(tmpdir(), 'assembly-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));
const functions = trivialHandlers();

/** A process of its own that synthesizes into `into` and prints as JSON what `expression` says of it. */
function script(into: string, expression: string): string[] {
  const options = JSON.stringify({ cache: into, functions });
  const code = `
    import Module from 'node:module';
    const { synthesize } = await import(${JSON.stringify(join(repository, 'infra/synthesize.ts'))});
    const started = performance.now();
    const made = await synthesize(${options});
    const took = performance.now() - started;
    const loaded = Object.keys(Module._cache);
    console.log(JSON.stringify(${expression}));`;
  return ['--input-type=module', '--eval', code];
}

let first: Awaited<ReturnType<typeof synthesize>>;
beforeAll(async () => {
  first = await synthesize({ cache, functions });
});

describe('the cloud assembly', () => {
  it('is made once, and found after that', async () => {
    expect(first.fresh).toBe(true);
    expect(await synthesize({ cache, functions })).toEqual({ ...first, fresh: false });
  });

  it('has the same bytes when it is made again elsewhere', async () => {
    const other = join(cache, 'elsewhere');
    const again = await synthesize({ cache: other, functions });
    expect(again.fresh).toBe(true);
    expect(basename(again.assembly)).toBe(basename(first.assembly));
    expect(bytesOf(again.assembly)).toEqual(bytesOf(first.assembly));
    expect(Object.keys(bytesOf(again.assembly))).toContain(
      '/Statsbidrag-test-workflow.template.json',
    );
  });

  it('names no path of the machine that made it', () => {
    for (const file of readdirSync(first.assembly).filter((name) => name.endsWith('.json'))) {
      const text = readFileSync(join(first.assembly, file), 'utf8');
      expect(text, file).not.toContain(repository);
      expect(text, file).not.toContain(cache);
    }
  });

  it('is found without importing the CDK or esbuild', () => {
    const child = spawnSync(
      process.execPath,
      script(
        cache,
        '{ fresh: made.fresh, took, cdk: loaded.filter((p) => /aws-cdk|esbuild/.test(p)) }',
      ),
      { encoding: 'utf8' },
    );
    expect(child.stderr).toBe('');
    const { fresh, cdk } = JSON.parse(child.stdout);
    expect({ fresh, cdk }).toEqual({ fresh: false, cdk: [] });
  });

  it('is whole after a run that was killed while it was being made', async () => {
    const killed = join(cache, 'killed');
    const child = spawn(process.execPath, script(killed, 'made'), { stdio: 'ignore' });
    const begun = () => existsSync(killed) && readdirSync(killed).length > 0;
    while (!begun()) await setTimeout(5);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(readdirSync(killed)).toEqual([expect.stringMatching(/^\.half-\d+-/)]);

    const { assembly, fresh } = await synthesize({ cache: killed, functions });
    expect(fresh).toBe(true);
    expect(bytesOf(assembly)).toEqual(bytesOf(first.assembly));
    expect(readdirSync(killed)).toEqual([basename(assembly)]);
  });

  it('is kept for the last four versions of the sources', async () => {
    const kept = join(cache, 'kept');
    const old = ['1', '2', '3', '4', '5'].map((digit) => join(kept, digit.repeat(64)));
    for (const [age, path] of old.entries()) {
      mkdirSync(path, { recursive: true });
      utimesSync(path, 1_600_000_000 - age, 1_600_000_000 - age);
    }
    const { assembly } = await synthesize({ cache: kept, functions });
    expect(readdirSync(kept).sort()).toEqual(
      [assembly, ...old.slice(0, 3)].map((p) => basename(p)).sort(),
    );
  });

  it('is made anew when a handler changes', async () => {
    const changed = mkdtempSync(join(tmpdir(), 'handlers-'));
    try {
      cpSync(functions, changed, { recursive: true });
      const before = await synthesize({ cache, functions: changed });
      appendFileSync(join(changed, 'ask.lambda.ts'), 'console.log();\n');
      const after = await synthesize({ cache, functions: changed });
      expect([before.fresh, after.fresh]).toEqual([true, true]);
      expect(after.assembly).not.toBe(before.assembly);
    } finally {
      rmSync(changed, { recursive: true, force: true });
    }
  });
});
