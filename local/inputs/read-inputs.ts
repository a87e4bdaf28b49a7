import { canonical } from '../../core/canonical.ts';
import { population } from '../../functions/csv/population.ts';
import { priceTags } from '../../functions/csv/price-tags.ts';
import { rebates } from '../../functions/csv/rebates.ts';
import { solidarityCosts } from '../../functions/csv/solidarity-costs.ts';
import { appropriations } from './appropriations.ts';
import { AGREEMENT_YEAR, authorisations } from './authorisations.ts';
import { crossChecks } from './cross-checks.ts';
import { type InputFile, type InputTexts, inputFiles } from './input-files.ts';
import { inputText, noDirectory } from './input-text.ts';
import { localDiscounts } from './local-discounts.ts';
import { outcome } from './outcome.ts';
import { InputsRefused, Problems } from './problems.ts';
import { refuseTooLarge } from './recordable.ts';
import { sha256 } from './sha256.ts';
import type { YearInputs } from './year-inputs.ts';

/**
 * Reads the inputs of the 2021 agreement year from a directory in the format of local/sample-2021/README.md.
 *
 * Throws InputsRefused, with every problem that was found, when anything is missing, unknown, repeated or misspelled. It
 * writes nothing, so a refused directory leaves no trace.
 */
export async function readInputs(directory: string): Promise<YearInputs> {
  const noDirectoryThere = await noDirectory(directory);
  if (noDirectoryThere !== null) throw InputsRefused.forDirectory(directory, noDirectoryThere);
  const byFile = inputFiles.map((file) => new Problems(file));
  const read = await Promise.all(
    byFile.map(async (problems) => {
      const text = await inputText(directory, problems.file, problems);
      return text === undefined ? [] : [[problems.file, text] as const];
    }),
  );
  return parseInputs(directory, Object.fromEntries(read.flat()), byFile);
}

/**
 * The same for files that are already read; `directory` is only named in the refusal. A file that could not be read is
 * absent, with its problem in `unread`, and the others are checked nevertheless.
 */
export function parseInputs(
  directory: string,
  texts: Partial<InputTexts>,
  unread: readonly Problems[] = [],
): YearInputs {
  const all = [...unread];
  const parsed = <T>(file: InputFile, parse: (text: string, problems: Problems) => T) => {
    const problems = new Problems(file);
    all.push(problems);
    const given = texts[file];
    if (given !== undefined) return parse(given.text, problems);
    const known = unread.some((other) => other.file === file && other.found.length > 0);
    if (!known) problems.note(null, 'given no such file, allowed: a file that can be read');
    return undefined;
  };
  const inputs = {
    agreementYear: AGREEMENT_YEAR,
    population: parsed('population-by-group.csv', population),
    priceTags: parsed('price-tags.csv', priceTags),
    solidarityCosts: parsed('solidarity-costs.csv', solidarityCosts),
    rebates: parsed('rebates.csv', rebates),
    localDiscounts: parsed('local-discounts.csv', localDiscounts),
    authorisations: parsed('authorisations.csv', authorisations),
    appropriations: parsed('appropriations.csv', appropriations),
    outcome: parsed('outcome.json', outcome),
  };
  refuseIfAny(directory, all);
  const year = { ...(inputs as Omit<YearInputs, 'fileHashes' | 'hash'>), ...hashesOf(texts) };
  refuseIfAny(directory, [...crossChecks(year), ...refuseTooLarge(year)]);
  return year;
}

function hashesOf(texts: Partial<InputTexts>): Pick<YearInputs, 'fileHashes' | 'hash'> {
  const fileHashes = Object.fromEntries(
    inputFiles.map((file) => [file, texts[file]?.hash ?? '']),
  ) as Record<InputFile, string>;
  return { fileHashes, hash: sha256(canonical(fileHashes)) };
}

function refuseIfAny(directory: string, all: readonly Problems[]): void {
  const found = all.flatMap((problems) => problems.found);
  if (found.length > 0) throw InputsRefused.forProblems(directory, found);
}
