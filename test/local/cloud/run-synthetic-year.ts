/**
 * Runs a short synthetic year in a process of its own, so that a test can kill it. Arguments: the
 * assembly, the records directory, the file for the calls, a directory for the compile cache,
 * the last instant, further options.
 */
import { type LocalCloudOptions, openLocalCloud } from '../../../local/cloud/local-cloud.ts';
import { approver, START_AT } from './synthetic-year.ts';

const [assembly = '', records = '', CALLS = '', compileCache = '', until = '', more = '{}'] =
  process.argv.slice(2);
const options: Partial<LocalCloudOptions> = JSON.parse(more);
const env = { CALLS };
const cloud = await openLocalCloud({
  assembly,
  records,
  startAt: START_AT,
  compileCache,
  env,
  ...options,
});
await cloud.runUntil(until, [approver]);
await cloud.close();
