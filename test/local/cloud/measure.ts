/** Prints where the time of a synthetic year goes: `node test/local/cloud/measure.ts`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalCloud } from '../../../local/cloud/local-cloud.ts';
import { approver, START_AT, writeSyntheticYear } from './synthetic-year.ts';

const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-measure-'));
const assembly = await writeSyntheticYear(join(directory, 'cdk.out'));
for (const round of ['cold', 'warm', 'warm']) {
  const records = join(directory, 'records');
  rmSync(records, { recursive: true, force: true });
  const begun = performance.now();
  const cloud = await openLocalCloud({
    ...{ assembly, records, startAt: START_AT },
    compileCache: join(directory, 'compile'),
  });
  await cloud.runUntil('2022-05-01T00:00:00Z', [approver]);
  const wallMs = performance.now() - begun;
  const states = cloud.executions().map((each) => each.status);
  const parts = Object.entries({ wallMs, ...cloud.timings() });
  await cloud.close();
  console.log(`${round}: ${states.length} executions, ${new Set(states).size} kinds of end`);
  for (const [name, value] of parts) console.log(`  ${name.padEnd(20)} ${value.toFixed(0)}`);
}
rmSync(directory, { recursive: true });
