/**
 * Bundles the console into static files: `node console/build.ts --outdir DIR`, or `buildConsole` from a program.
 *
 * Whoever serves them answers every path that is no file with index.html, sends the headers of
 * functions/contract/console-headers.ts, and answers /console-config.json with where the issuer and the API are.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile } from 'esbuild';

export interface BuiltFile {
  /** From the output directory, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

export interface BuildReport {
  readonly outdir: string;
  readonly files: readonly BuiltFile[];
  /** What the browser asks for before the start page shows what waits: these files, and then `calls`. */
  readonly firstView: {
    readonly files: readonly BuiltFile[];
    readonly gzipBytes: number;
    /** Requests that are no files of the build: the configuration, and what the start page asks the API. */
    readonly calls: readonly string[];
    readonly requests: number;
  };
}

const here = import.meta.dirname;
const startPage = 'console/pages/task-list.tsx';
/** What runs apart from the page, by the name that the page's code has for the file's path: each in one file, with all it needs. */
const workers = { VERIFY_WORKER: 'console/pages/audit/verify-worker.ts' } as const;
const calls = ['/console-config.json', '/me', '/switch', '/tasks', '/notices'];

/** Builds into `outdir`, which is emptied first. The same sources give the same bytes. */
export async function buildConsole({ outdir }: { outdir: string }): Promise<BuildReport> {
  const to = resolve(outdir);
  const threads = await buildWorkers(to);
  const { metafile, outputFiles } = await build({
    ...common,
    define: threads.paths,
    entryPoints: { console: 'console/main.tsx', style: 'console/styles/console.css' },
    outdir: to,
    splitting: true,
    metafile: true,
  });
  const made = new Map(
    [...outputFiles, ...threads.outputFiles].map((file) => [
      slashed(relative(to, file.path)),
      file.contents,
    ]),
  );
  const outputs = byEntry(metafile, to);
  const script = named(outputs, 'console/main.tsx');
  const style = named(outputs, 'console/styles/console.css');
  const page = await readFile(join(here, 'index.html'), 'utf8');
  const index = page
    .replace('{{style}}', `/${style.path}`)
    .replace('{{script}}', `/${script.path}`)
    .replace('{{preloads}}', script.imports.map(preload).join('\n    '));
  made.set('index.html', new TextEncoder().encode(index));
  made.set('robots.txt', new TextEncoder().encode('User-agent: *\nDisallow: /\n'));

  await rm(to, { recursive: true, force: true });
  for (const [path, contents] of made) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await writeFile(join(to, path), contents);
  }

  const files = [...made]
    .map(([path, contents]) => sized(path, contents))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const start = named(outputs, startPage);
  const paths = new Set(['index.html', style.path, script.path, start.path]);
  for (const path of [...script.imports, ...start.imports]) paths.add(path);
  const first = files.filter((file) => paths.has(file.path));
  return {
    outdir: to,
    files,
    firstView: {
      files: first,
      gzipBytes: first.reduce((sum, file) => sum + file.gzipBytes, 0),
      calls,
      requests: first.length + calls.length,
    },
  };
}

const common = {
  absWorkingDir: dirname(here), // File hashes depend on paths from here, not on where the repository lies.
  entryNames: 'assets/[name]-[hash]',
  chunkNames: 'assets/[name]-[hash]',
  assetNames: 'assets/[name]-[hash]',
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: ['chrome120', 'firefox121', 'safari17'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  legalComments: 'linked',
  charset: 'utf8',
  write: false,
  logLevel: 'silent', // Failures are thrown with their text.
} as const satisfies BuildOptions;

/** The workers' files, and their paths as the pages' code is given them. */
async function buildWorkers(to: string) {
  const built = await Promise.all(
    Object.entries(workers).map(async ([name, entry]) => {
      const { outputFiles } = await build({ ...common, entryPoints: [entry], outdir: to });
      const script = outputFiles.find(({ path }) => path.endsWith('.js'));
      if (!script) throw new RangeError(`${entry} was built into no script.`);
      const path = JSON.stringify(`/${slashed(relative(to, script.path))}`);
      return { name, path, outputFiles };
    }),
  );
  return {
    paths: Object.fromEntries(built.map(({ name, path }) => [name, path])),
    outputFiles: built.flatMap(({ outputFiles }) => outputFiles),
  };
}

interface Output {
  readonly path: string;
  /** What is loaded with it, all the way down; what it only loads later is left out. */
  readonly imports: readonly string[];
}

function byEntry(metafile: Metafile, outdir: string): Map<string, Output> {
  const short = (path: string) => slashed(relative(outdir, resolve(dirname(here), path)));
  const importsOf = (path: string): string[] =>
    (metafile.outputs[path]?.imports ?? [])
      .filter(({ kind }) => kind === 'import-statement')
      .flatMap((found) => [found.path, ...importsOf(found.path)]);
  const found = new Map<string, Output>();
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (!entryPoint) continue;
    const imports = [...new Set(importsOf(path))].map(short);
    found.set(slashed(entryPoint), { path: short(path), imports });
  }
  return found;
}

function named(outputs: Map<string, Output>, entry: string): Output {
  const output = outputs.get(entry);
  if (!output) throw new RangeError(`The bundle of ${entry} is missing: is it still an entry?`);
  return output;
}

const preload = (path: string) => `<link rel="modulepreload" href="/${path}">`;
const slashed = (path: string) => path.replaceAll('\\', '/');
const sized = (path: string, contents: Uint8Array): BuiltFile => ({
  path,
  bytes: contents.byteLength,
  gzipBytes: gzipSync(contents, { level: 9 }).byteLength,
});

if (import.meta.main) {
  const { values } = parseArgs({ options: { outdir: { type: 'string' } } });
  if (!values.outdir) throw new RangeError('Where to? node console/build.ts --outdir DIR');
  const { firstView, files } = await buildConsole({ outdir: values.outdir });
  for (const file of files) console.log(`${file.path}  ${file.bytes} B  ${file.gzipBytes} B gzip`);
  console.log(`First view: ${firstView.gzipBytes} B gzip, ${firstView.requests} requests`);
}
