import { monthOf, yearOf } from '../../core/calendar/month.ts';
import { dayInStockholm, notBefore } from '../../core/calendar/stockholm.ts';
import { canonical, type Json } from '../../core/canonical.ts';
import { type InputContents, inputKey } from '../../core/inputs/contents.ts';
import { type InputEvent, inputVersions } from '../../core/inputs/input-stream.ts';
import type { InputKind } from '../../core/inputs/kinds.ts';
import { NumberTaken, type Records } from '../../core/ports.ts';
import { inputStream, streamText } from '../../core/record/case-id.ts';
import type { RegisterInput } from '../contract/inputs.ts';
import { voidOutdated } from '../shared/void-outdated.ts';
import { wakeWatchers } from '../shared/waits.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';
import { acceptedContent, type ErrorsOf } from './input-content.ts';

/**
 * Registers a new version of an input; the same content again, from the same document, is the version that is there.
 *
 * Proposals that rest on an older version are voided, and cases that wait for the input go on. Content of another shape than
 * the kind's, or that cannot be, is refused entry by entry, and nothing is written.
 */
export async function registerInput(
  event: RegisterInput,
  ports: WorkflowPorts,
  errors: ErrorsOf = { language: 'en', root: '/content' },
): Promise<{ readonly stream: string; readonly version: number }> {
  const { at, by, year, kind, from, documentHash, registration } = event;
  const content = await acceptedContent(ports, kind, year, event.content, errors);
  const stream = inputStream(year, kind);
  const { version, replaces } = await register(ports.records, kind, year, {
    type: 'input-registered',
    at,
    by,
    from,
    documentHash,
    ...(registration !== undefined && { registration }),
    content,
  });
  const now = yearOf(monthOf(dayInStockholm(at)));
  if (replaces) await voidOutdated(ports.records, streamText(stream), [now - 1, now, now + 1], at);
  await wakeWatchers(ports, streamText(stream), now);
  return { stream: streamText(stream), version };
}

/**
 * Appends unless the newest version of the same key says the same from the same document. Gives the version's number, and
 * whether there was an older one that a proposal can rest on.
 */
async function register(
  records: Records,
  kind: InputKind,
  year: number,
  registered: Extract<InputEvent, { type: 'input-registered' }>,
): Promise<{ readonly version: number; readonly replaces: boolean }> {
  const stream = inputStream(year, kind);
  const keyOf = (content: Json) => inputKey(kind, content as InputContents[typeof kind]);
  for (;;) {
    const events = await records.read<InputEvent>(stream);
    const versions = inputVersions(kind, events);
    const newest = versions.findLast(({ content }) => keyOf(content) === keyOf(registered.content));
    const replaces = newest !== undefined;
    if (
      newest?.documentHash === registered.documentHash &&
      canonical(newest.content) === canonical(registered.content)
    )
      return { version: newest.version, replaces };
    try {
      const last = events.at(-1);
      const at = notBefore(registered.at, last?.event.at);
      await records.append<InputEvent>(stream, last, { ...registered, at });
      return { version: versions.length + 1, replaces };
    } catch (error) {
      if (!(error instanceof NumberTaken)) throw error;
    }
  }
}
