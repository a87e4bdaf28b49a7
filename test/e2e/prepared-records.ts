import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { repository } from '../../infra/repository.ts';
import { treeHash } from '../../infra/tree-hash.ts';
import { readInputs } from '../../local/inputs/read-inputs.ts';

/** How far the local officials have run the year before people take over. */
export interface Stage {
  /** The last month that they approve by themselves, YYYY-MM. */
  readonly until: string;
  /** A directory of inputs; the bundled sample when left out. */
  readonly inputs?: string;
  /** How the local bank answers; it books everything on its day when left out. */
  readonly bank?: 'calm' | 'troubled';
}

const program = fileURLToPath(new URL('../../local/start.ts', import.meta.url));
const sample = join(repository, 'local/sample-2021');
const cache = join(repository, '.cache/e2e');

/** What a year's records come from: all that runs it. */
const madeFrom = ['core', 'functions', 'infra', 'local', 'package-lock.json', 'cdk.json'];

/** How many versions are kept: one may still be copied from while the sources change. */
const KEPT = 3;

/**
 * Records of a year that the local officials have run up to a stage, made once per version of the sources and shared by every test:
 * copy them before going on.
 */
export async function preparedRecords(stage: Stage): Promise<string> {
  const { until, inputs = sample, bank = 'calm' } = stage;
  const { hash } = await readInputs(inputs);
  const version = treeHash(repository, madeFrom);
  const records = join(cache, version, `${until}-${bank}-${hash.slice(0, 12)}`);
  if (existsSync(records)) return records;
  mkdirSync(join(cache, version), { recursive: true });
  removeOld();
  const half = mkdtempSync(join(cache, version, '.half-'));
  const where = ['--inputs', inputs, '--records', join(half, 'r')];
  const args = ['--until', until, '--no-serve', '--bank', bank, ...where];
  await promisify(execFile)(process.execPath, [program, ...args]);
  try {
    renameSync(join(half, 'r'), records);
  } catch (error) {
    // Another test file made the same meanwhile; only then is it there.
    if (!existsSync(records)) throw error;
  }
  rmSync(half, { recursive: true, force: true });
  return records;
}

function removeOld(): void {
  const versions = readdirSync(cache)
    .map((name) => join(cache, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of versions.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}
