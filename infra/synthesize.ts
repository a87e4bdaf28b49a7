import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { repository } from './repository.ts';
import { treeHash } from './tree-hash.ts';

/** Everything that a cloud assembly is made from. The lock file stands for the CDK, esbuild and all that is bundled. */
const madeFrom = ['core', 'functions', 'infra', 'package-lock.json', 'cdk.json'];

/** How many assemblies are kept, so that going back and forth between two versions of the code costs nothing. */
const KEPT = 4;

export interface SynthesizeOptions {
  /** Folder that the assemblies are kept in. */
  readonly cache?: string;
  /** Folder of the handlers. */
  readonly functions?: string;
}

const inRepository = {
  cache: join(repository, '.cache/assembly'),
  functions: join(repository, 'functions'),
};

/**
 * Makes the cloud assembly that is deployed, for running it locally: without the CDK's command, once per version of the
 * sources, in `.cache/assembly/KEY/`. `fresh` says that it was made now. Alarms and dashboard are left out: nothing of them runs.
 *
 * When it is there already nothing is bundled or synthesized, and neither esbuild nor the CDK is imported. It is made in a
 * folder beside and renamed when whole, so a run that is killed leaves no half of one, and two runs at a time both succeed.
 */
export async function synthesize(
  options: SynthesizeOptions = {},
): Promise<{ assembly: string; fresh: boolean }> {
  const { cache, functions } = { ...inRepository, ...options };
  const sources = [...new Set([...madeFrom, relative(repository, functions)])];
  const assembly = join(cache, treeHash(repository, sources));
  if (existsSync(assembly)) return { assembly, fresh: false };

  mkdirSync(cache, { recursive: true });
  removeHalves(cache);
  const half = mkdtempSync(join(cache, `.half-${process.pid}-`));
  try {
    await makeAssembly(half, functions);
    putInPlace(join(half, 'assembly'), assembly);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  removeOld(cache, assembly);
  return { assembly, fresh: true };
}

async function makeAssembly(folder: string, functions: string): Promise<void> {
  const { bundle } = await import('./bundling/bundle.ts');
  const { grantApp } = await import('./grant-app.ts');
  const bundles = join(folder, 'bundles');
  await bundle({ functions, outdir: bundles });
  grantApp({
    bundles,
    validate: false,
    outdir: join(folder, 'assembly'),
  }).synth();
}

function putInPlace(made: string, assembly: string): void {
  try {
    renameSync(made, assembly);
  } catch (error) {
    // Another run made the same from the same sources; only then is its folder there.
    if (!existsSync(assembly)) throw error;
  }
}

/** Removes what a killed run left; a run that still works keeps its own. */
function removeHalves(cache: string): void {
  for (const name of readdirSync(cache)) {
    const pid = /^\.half-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) {
      rmSync(join(cache, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0); // Signal 0 only asks.
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // It runs, and is somebody else's.
  }
}

function removeOld(cache: string, current: string): void {
  const others = readdirSync(cache)
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .map((name) => join(cache, name))
    .filter((path) => path !== current)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of others.slice(KEPT - 1)) rmSync(path, { recursive: true, force: true });
}
