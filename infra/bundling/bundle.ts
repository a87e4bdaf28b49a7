import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { type FunctionName, functionNames } from '../../functions/contract/functions.ts';
import { mapRecord } from '../map-record.ts';
import { repository } from '../repository.ts';
import { bundledDescription } from './bundled-description.ts';
import { checkedStart, startOf } from './checked-start.ts';
import { leaveDeadWeightOut } from './dead-weight.ts';

/** Lambda's ESM has no `require`, but some of what is bundled is CommonJS that asks Node for its own modules. */
const banner =
  "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);";

/**
 * Files that a function reads from a package while it runs, which esbuild cannot see: by their paths in node_modules. They lie in
 * node_modules beside the bundle, so the code that resolves them is the same as anywhere else.
 */
const packageFiles: Readonly<Partial<Record<FunctionName, readonly string[]>>> = {
  // The fonts of documents, and the licence that goes with them: functions/documents/pdf/fonts.ts.
  'api-prints': ['package.json', 'LICENSE', ...[400, 600].map(latin)].map(
    (file) => `@fontsource/source-sans-3/${file}`,
  ),
};

function latin(weight: number): string {
  return `files/source-sans-3-latin-${weight}-normal.woff`;
}

export interface BundleOptions {
  /** Folder of the handlers, `NAME.lambda.ts` each; the repository's functions/ unless told otherwise. */
  readonly functions?: string;
  /** Gets one folder per function, with index.mjs. */
  readonly outdir: string;
}

/**
 * Bundles every handler in one esbuild call to `OUTDIR/NAME/`: minified ESM that needs Node 24 and nothing else, for any
 * processor. The same sources give the same bytes, wherever the folders lie. Gives what went into each bundle.
 *
 * Each bundle is one file: shared chunks would be a fifth larger in sum, and are no faster in one process either (ADR 15).
 *
 * Refused: a function of functions/contract without its file; it is named.
 */
export async function bundle({ functions, outdir }: BundleOptions): Promise<Metafile> {
  const handlers = functions ?? join(repository, 'functions');
  const entryPoints = Object.fromEntries(
    functionNames.map((name) => [name, resolve(handlers, `${name}.lambda.ts`)]),
  );
  refuseMissing(entryPoints);
  const { metafile, outputFiles } = await build({
    absWorkingDir: dirname(handlers), // What the metafile tells is told by paths from here.
    entryPoints: mapRecord(entryPoints, (name) => startOf(entryPoints[name] ?? '')),
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
    plugins: [checkedStart, bundledDescription, leaveDeadWeightOut],
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, experimentalDecorators: true } },
    metafile: true,
    write: false,
    logLevel: 'silent', // A failed build throws with the same text.
  });
  const contents = new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
  for (const name of functionNames)
    writeAsset(join(outdir, name), name, contents.get(`${name}.mjs`));
  return metafile;
}

/** One function's folder: its code as index.mjs, what it reads, and nothing that was there before. */
function writeAsset(folder: string, name: FunctionName, code: Uint8Array | undefined): void {
  const files = new Map([['index.mjs', code]]);
  for (const path of packageFiles[name] ?? []) {
    const file = join('node_modules', path);
    files.set(file, readFileSync(join(repository, file)));
  }
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of files) if (bytes) writeWhole(folder, file, bytes);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(relative(folder, entry.parentPath), entry.name);
    if (!entry.isDirectory() && !files.has(file)) rmSync(join(folder, file));
  }
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
function writeWhole(folder: string, file: string, contents: Uint8Array): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  // Beside the asset directory, so that a process that dies here leaves nothing in an asset.
  const half = `${folder}.${process.pid}.half`;
  writeFileSync(half, contents);
  renameSync(half, path);
}
