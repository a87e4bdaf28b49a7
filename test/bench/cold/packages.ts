import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { repository } from '../../../infra/repository.ts';

/** Packages and folders of ours, by the path of a file in a bundle. */
export function partOf(path: string): string {
  const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (name) return name;
  if (/^(start|made):/.test(path)) return 'infra'; // What a bundle begins with, and what was made with it.
  const [top = '', second = ''] = path.replace(/^(\.\.\/)+/, '').split('/');
  return second.includes('.') || second === '' ? top : `${top}/${second}`;
}

/** Bytes of each part in a function's bundle, minified, as the bundler counts them; the largest first. */
export function partsOf(
  name: string,
  { outputs }: Metafile,
): readonly (readonly [string, number])[] {
  const [, output] = Object.entries(outputs).find(([path]) => path.endsWith(`/${name}.mjs`)) ?? [];
  const bytes = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(output?.inputs ?? {}))
    bytes.set(partOf(path), (bytes.get(partOf(path)) ?? 0) + bytesInOutput);
  return [...bytes].sort(([, a], [, b]) => b - a);
}

/** A package by itself, whole, bundled as the functions are; for how long it takes to load. */
export async function packageAlone(name: string, outdir: string): Promise<string> {
  const outfile = join(outdir, `${name.replaceAll('/', '.')}.mjs`);
  await build({
    stdin: { contents: `export * from ${JSON.stringify(name)};`, resolveDir: repository },
    ...{ outfile, bundle: true, minify: true, format: 'esm', platform: 'node', target: 'node24' },
    mainFields: ['module', 'main'],
    banner: {
      js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);",
    },
    logLevel: 'silent',
  });
  return outfile;
}
