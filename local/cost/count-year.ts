import { basename, join } from 'node:path';
import { readInputs } from '../inputs/read-inputs.ts';
import { recordsDirectory } from '../records-directory.ts';
import { runYear } from '../run-year.ts';
import { USAGE_FILE } from './usage.ts';
import { UsageMeter } from './usage-meter.ts';

/**
 * Runs the grant year in an empty directory and writes what each call uses beside the record. Throws when the year does not end as it
 * should: what goes wrong costs otherwise than what is asked for.
 */
export async function countYear(
  inputsDirectory: string,
  assembly: string,
  directory: string,
  onMonth: (month: string) => void,
): Promise<void> {
  const inputs = await readInputs(inputsDirectory);
  const records = recordsDirectory(directory, inputs, assembly);
  const meter = new UsageMeter(join(records, USAGE_FILE));
  const { checks, failed, findings, waiting } = await runYear({
    ...{ inputs, assembly, records, onMonth },
    approve: 'auto',
    until: null,
    cloud: { meter },
  });
  const wrong = [
    ...checks.filter(({ held }) => !held).map(({ month, name }) => `${month} ${name}`),
    ...failed.map(({ name, why }) => `${name}: ${why}`),
    ...findings.map(({ where, what }) => `${where} ${what}`),
    ...waiting.map((each) => `${each.what} waits`),
  ];
  if (wrong.length > 0) throw new Error(`The year did not end well: ${wrong.join('; ')}.`);
  meter.close(basename(assembly));
}
