import type { useApi } from '../../kit.ts';
import type { RecordedEvent } from './event-type.ts';

/** As many as the API gives at once. */
const limit = 500;

/**
 * All events of the record, page by page. `told` hears after each page how many have come.
 *
 * Refused with the API's Problem, and when `signal` is aborted.
 */
export async function downloadEvents(
  api: Pick<ReturnType<typeof useApi>, 'get'>,
  told: (count: number) => void,
  signal: AbortSignal,
): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.get('readEvents', { query: { limit, cursor } }, { signal });
    events.push(...page.events);
    told(events.length);
    cursor = page.next;
  } while (cursor !== undefined);
  return events;
}
