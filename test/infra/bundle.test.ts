import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { functionNames } from '../../functions/contract/functions.ts';
import { bundle } from '../../infra/bundling/bundle.ts';

const root = mkdtempSync(join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Handlers that use what real ones do: a shared file, Node's own modules, and a CommonJS package that asks for them. */
function handlersIn(folder: string): string {
  mkdirSync(join(folder, 'shared'), { recursive: true });
  writeFileSync(join(folder, 'shared/hash.cjs'), "module.exports = require('node:crypto').hash;\n");
  for (const name of functionNames) {
    writeFileSync(
      join(folder, `${name}.lambda.ts`),
      `import hash from './shared/hash.cjs';
/* A comment of no use to Lambda. */
export const handler = async (event: { text: string }): Promise<object> =>
  ({ by: '${name}', månad: 'maj', hash: hash('sha256', event.text) });\n`,
    );
  }
  return folder;
}

const functions = handlersIn(join(root, 'functions'));
const outdir = join(root, 'bundles');
const metafile = await bundle({ functions, outdir });

/** What of a function's folder is code. */
const codeIn = (folder: string, name: string): string[] =>
  readdirSync(join(folder, name)).filter((file) => file !== 'node_modules');

/** Every file of code of every bundle, with its name. */
function contents(folder: string): string[] {
  return functionNames.flatMap((name) =>
    codeIn(folder, name)
      .sort()
      .map((file) => `${file}: ${readFileSync(join(folder, name, file), 'utf8')}`),
  );
}

describe('the bundles', () => {
  it('are one folder per function, with all its code in one file that needs nothing but Node', () => {
    expect(readdirSync(outdir).sort()).toEqual([...functionNames].sort());
    for (const name of functionNames) {
      expect(codeIn(outdir, name), name).toEqual(['index.mjs']);
      const text = readFileSync(join(outdir, name, 'index.mjs'), 'utf8');
      const imported = [...text.matchAll(/\bfrom"([^"]+)"/g)].map(([, from]) => from);

      expect(imported.filter((from) => !from?.startsWith('node:'))).toEqual([]);
    }
  });

  it('run by themselves, CommonJS that asks for Node modules included', async () => {
    for (const name of ['api-description', 'name-in-token']) {
      // Told nothing, they look for nothing when they start.
      const url = pathToFileURL(join(outdir, name, 'index.mjs')).href;
      const { handler } = await import(/* @vite-ignore */ url);
      expect(await handler({ text: 'krona' })).toEqual({
        by: name,
        månad: 'maj',
        hash: createHash('sha256').update('krona').digest('hex'),
      });
    }
  });

  it('hold the fonts beside the one function that makes documents, and nothing of packages elsewhere', () => {
    const withPackages = functionNames.filter((name) =>
      readdirSync(join(outdir, name)).includes('node_modules'),
    );
    expect(withPackages).toEqual(['api-prints']);
    const font = join(outdir, 'api-prints/node_modules/@fontsource/source-sans-3');
    expect(readdirSync(font, { recursive: true }).sort()).toEqual([
      'LICENSE',
      'files',
      'files/source-sans-3-latin-400-normal.woff',
      'files/source-sans-3-latin-600-normal.woff',
      'package.json',
    ]);
  });

  it('keep nothing of a package that is not read any more', async () => {
    const old = join(outdir, 'api-prints/node_modules/@fontsource/source-sans-3/files/old.woff');
    writeFileSync(old, '');
    await bundle({ functions, outdir });
    expect(existsSync(old)).toBe(false);
  });

  it('have the same bytes again, also when the folders lie elsewhere', async () => {
    const elsewhere = join(root, 'else', 'where');
    await bundle({ functions: handlersIn(join(elsewhere, 'functions')), outdir: elsewhere });
    expect(contents(elsewhere)).toEqual(contents(outdir));
  });

  it('replace what was bundled before', async () => {
    writeFileSync(join(outdir, 'ask/index.mjs'), 'an older bundle');
    await bundle({ functions, outdir });
    expect(contents(outdir).join()).not.toContain('an older bundle');
  });

  it('keep nothing of what was bundled before', async () => {
    writeFileSync(join(outdir, 'ask/chunk-0LD0LD00.mjs'), '');
    await bundle({ functions, outdir });
    expect(readdirSync(join(outdir, 'ask'))).not.toContain('chunk-0LD0LD00.mjs');
  });

  it('hold neither comments, nor source maps, nor paths of the machine that made them', () => {
    for (const text of contents(outdir)) {
      expect(text).not.toMatch(/of no use|sourceMappingURL/);
      expect(text).not.toContain(root);
    }
  });

  it('are told of, each with the files that went into it', () => {
    const entries = Object.values(metafile.outputs).flatMap(({ entryPoint }) => entryPoint ?? []);
    expect(entries).toHaveLength(functionNames.length);
  });

  it('are refused when a function has no file, and the error names the file', async () => {
    const lacking = handlersIn(join(root, 'lacking'));
    rmSync(join(lacking, 'ask.lambda.ts'));
    const made = join(root, 'never');
    await expect(bundle({ functions: lacking, outdir: made })).rejects.toThrow(
      /named in functions\/contract\/functions\.ts but have no file: .*lacking\/ask\.lambda\.ts\.$/,
    );
    expect(() => readdirSync(made)).toThrow('ENOENT');
  });
});
