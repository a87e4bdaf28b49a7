import { monthOf, yearOf } from '../../core/calendar/month.ts';
import { dayInStockholm } from '../../core/calendar/stockholm.ts';
import { inputStream, streamText } from '../../core/record/case-id.ts';
import type { RefuseInput } from '../contract/doors.ts';
import { Refused } from '../shared/refused.ts';
import { wakeWatchers } from '../shared/waits.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';
import { judgeInput, refusedBefore } from './judge-input.ts';

/**
 * A second person refuses a version of an input, with a coded reason and words: it can never be confirmed, and another may be registered.
 * What counts already stays as it is. Refused as judge-input.ts says; a version that is confirmed (`input-confirmed`), and one that
 * somebody else has refused (`input-refused`). Refusing again changes nothing.
 */
export async function refuseInput(
  { at, by, year, kind, version, hash, code, reason }: RefuseInput,
  ports: WorkflowPorts,
): Promise<{ readonly stream: string; readonly version: number }> {
  const stream = streamText(inputStream(year, kind));
  await judgeInput(ports.records, { year, kind, version, hash }, by, async (found) => {
    if (found.confirmed) throw new Refused('input-confirmed', { given: String(version) });
    if (found.refused && found.refused.by.sub !== by.sub) throw refusedBefore(found);
    if (found.refused) return undefined;
    return { type: 'input-refused', at, by, version, code, reason };
  });
  // Whoever waits for the stream has seen how long it was.
  await wakeWatchers(ports, stream, yearOf(monthOf(dayInStockholm(at))));
  return { stream, version };
}
