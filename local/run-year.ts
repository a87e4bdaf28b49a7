import { LoopbackServer } from './serving/loopback-server.ts';
import { LiveYear } from './year/live-year.ts';
import type { YearOutcome } from './year/year-outcome.ts';
import type { YearRun } from './year/year-run.ts';

export { lastMonth } from './year/last-month.ts';
export type { YearOutcome } from './year/year-outcome.ts';
export type { YearRun } from './year/year-run.ts';

/**
 * Runs the grant year, from where its records are, through the synthesized state machines, and ends. The issuer and the API
 * are up meanwhile, on a free port: the local officials sign in and send requests like everybody.
 */
export async function runYear(run: YearRun): Promise<YearOutcome> {
  const server = await LoopbackServer.listen(0);
  try {
    const year = await LiveYear.open(run, server, null);
    try {
      await year.runMonths();
      return await year.outcome();
    } finally {
      await year.close();
    }
  } finally {
    await server.close();
  }
}
