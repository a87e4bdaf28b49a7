import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { YearInputs } from './inputs/year-inputs.ts';
import { ofFile } from './record/of-file.ts';

/** What a records directory says of itself: whose year lies in it. */
interface Label {
  readonly agreementYear: number;
  readonly inputs: string;
  /** How the local bank behaves in it; a calm one is not named. */
  readonly bank?: string;
}

/** The directory holds another year than the one that is asked for. Nothing has been written. */
export class RecordsRefused extends Error {
  override readonly name = 'RecordsRefused';
  readonly exitCode = 2;
}

/**
 * The directory of the run's records, made if need be. Where none is named it is one per set of inputs, version of the code and
 * conduct of the bank, so that the same command goes on where it was, and other inputs, other code or another bank begin anew.
 *
 * Refuses a directory that holds the year of other inputs or of another bank, and one that is full of something else.
 */
export function recordsDirectory(
  named: string | null,
  { agreementYear, hash }: YearInputs,
  assembly: string,
  bank = 'calm',
): string {
  const code = basename(assembly).slice(0, 12);
  const conduct = bank === 'calm' ? '' : `-${bank.replaceAll(/[^a-z0-9]+/g, '-')}`;
  const directory = resolve(
    named ?? join('.records', `${agreementYear}-${hash.slice(0, 12)}-${code}${conduct}`),
  );
  const file = join(directory, 'year.json');
  const label: Label = { agreementYear, inputs: hash, ...(bank !== 'calm' && { bank }) };
  if (existsSync(file)) {
    const found = labelIn(file);
    if (found.inputs !== hash)
      throw new RecordsRefused(
        `${directory} holds the year of other inputs (${found.inputs.slice(0, 12)}…; given ${hash.slice(0, 12)}…). Name another directory with --records.`,
      );
    if ((found.bank ?? 'calm') !== bank)
      throw new RecordsRefused(
        `${directory} holds a year with another bank (--bank ${found.bank ?? 'calm'}; given --bank ${bank}). Name another directory with --records.`,
      );
    return directory;
  }
  const others = whatLiesIn(directory);
  if (others.length > 0)
    throw new RecordsRefused(
      `${directory} holds ${others.slice(0, 3).join(', ')} and no year.json; it is not touched. Allowed: an empty directory, or one that is not there yet.`,
    );
  mkdirSync(directory, { recursive: true });
  // Written beside and renamed: a run that is killed here leaves no half of a label.
  writeFileSync(`${file}.new`, `${JSON.stringify(label)}\n`);
  renameSync(`${file}.new`, file);
  return directory;
}

/** Refuses a label that is none: whose year it is, nobody else says. */
function labelIn(file: string): Label {
  try {
    const { inputs, ...label } = Object(
      JSON.parse(ofFile(file, () => readFileSync(file, 'utf8'))),
    ) as Label;
    if (typeof inputs === 'string') return { ...label, inputs };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new RecordsRefused(
    `${file} is damaged: it does not say whose year lies there. Bring it back from a copy of the directory, or name another directory with --records.`,
  );
}

/** What a directory holds that is not the beginning of a label. A file in its place is refused. */
function whatLiesIn(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  if (!statSync(directory).isDirectory())
    throw new RecordsRefused(`${directory} is a file; records need a directory.`);
  return readdirSync(directory).filter((name) => name !== 'year.json.new');
}
