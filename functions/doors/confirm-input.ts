import { monthOf, yearOf } from '../../core/calendar/month.ts';
import { dayInStockholm } from '../../core/calendar/stockholm.ts';
import { inputStream, streamText } from '../../core/record/case-id.ts';
import type { ConfirmInput } from '../contract/doors.ts';
import { Refused } from '../shared/refused.ts';
import { countsFrom, voidOutdated } from '../shared/void-outdated.ts';
import { wakeWatchers } from '../shared/waits.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';
import { assertStillPossible, type ErrorsOf } from './input-content.ts';
import { isKept } from './input-document.ts';
import { judgeInput, refusedBefore } from './judge-input.ts';

/**
 * A second person confirms a version of an authorisation, an appropriation or the payees; from now on it counts. Refused as
 * judge-input.ts says; a version that was refused (`input-refused`), one whose document is not there to be compared with
 * (`document-not-kept`), and, entry by entry, content that cannot be any more: the record may hold by now what makes it impossible.
 * Confirming again changes nothing.
 */
export async function confirmInput(
  { at, by, year, kind, version, hash }: ConfirmInput,
  ports: WorkflowPorts,
  errors: ErrorsOf = { language: 'en', root: '/content' },
): Promise<{ readonly stream: string; readonly version: number }> {
  const stream = streamText(inputStream(year, kind));
  const now = yearOf(monthOf(dayInStockholm(at)));
  const years = [now - 1, now, now + 1];
  await judgeInput(ports.records, { year, kind, version, hash }, by, async (found) => {
    if (found.refused) throw refusedBefore(found);
    if (found.confirmed) return undefined;
    if (!(await isKept(ports.documents, found)))
      throw new Refused('document-not-kept', { given: found.document?.name ?? '–' });
    await assertStillPossible(ports, kind, year, found.content, errors);
    const counts = version > 1 ? await countsFrom(ports.records, stream, years, at) : at;
    return { type: 'input-confirmed', at: counts, by, version };
  });
  if (version > 1) await voidOutdated(ports.records, stream, years, at);
  await wakeWatchers(ports, stream, now);
  return { stream, version };
}
