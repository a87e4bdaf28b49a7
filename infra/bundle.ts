import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { functionNames } from '../functions/contract/functions.ts';
import { repository } from './repository.ts';

/** Lambda's ESM has no `require`, but some of what is bundled is CommonJS that asks Node for its own modules. */
const banner =
  "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);";

export interface BundleOptions {
  /** Folder of the handlers, `NAME.lambda.ts` each; the repository's functions/ unless told otherwise. */
  readonly functions?: string;
  /** Gets one folder per function with nothing in it but index.mjs. */
  readonly outdir: string;
}

/**
 * Bundles every handler in one esbuild call to `OUTDIR/NAME/index.mjs`: minified ESM that needs Node 24 and nothing else,
 * for any processor. The same sources give the same bytes, wherever the folders lie. Gives what went into each bundle.
 *
 * Refused: a function of functions/contract without its file; it is named.
 */
export async function bundle({ functions, outdir }: BundleOptions): Promise<Metafile> {
  const handlers = functions ?? join(repository, 'functions');
  const entryPoints = Object.fromEntries(
    functionNames.map((name) => [`${name}/index`, resolve(handlers, `${name}.lambda.ts`)]),
  );
  refuseMissing(entryPoints);
  const result = await build({
    absWorkingDir: repository,
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: false,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    metafile: true,
    write: false,
    logLevel: 'silent', // A failed build throws with the same text.
  });
  for (const file of result.outputFiles) writeWhole(file.path, file.contents);
  return result.metafile;
}

function refuseMissing(entryPoints: Readonly<Record<string, string>>): void {
  const missing = Object.values(entryPoints).filter((path) => !existsSync(path));
  if (missing.length === 0) return;
  const files = missing.map((path) => relative(repository, path)).join(', ');
  throw new Error(
    `These handlers are named in functions/contract/functions.ts but have no file: ${files}.`,
  );
}

/** Whoever reads the file meanwhile, another synthesis for one, finds the old bytes or the new ones. */
function writeWhole(path: string, contents: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  // Beside the asset directory, so that a process that dies here leaves nothing in an asset.
  const half = `${dirname(path)}.${process.pid}.half`;
  writeFileSync(half, contents);
  renameSync(half, path);
}
