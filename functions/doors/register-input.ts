import { monthOf, yearOf } from '../../core/calendar/month.ts';
import { dayInStockholm, notBefore } from '../../core/calendar/stockholm.ts';
import type { Json } from '../../core/canonical.ts';
import { type InputContents, inputKey } from '../../core/inputs/contents.ts';
import {
  type InputEvent,
  type InputRegistered,
  inputVersions,
  newestOf,
  saysTheSame,
} from '../../core/inputs/input-stream.ts';
import { type InputKind, inputKinds } from '../../core/inputs/kinds.ts';
import { NumberTaken, type Records } from '../../core/ports.ts';
import { inputStream, streamText } from '../../core/record/case-id.ts';
import type { RegisterInput } from '../contract/inputs.ts';
import { countsFrom, voidOutdated } from '../shared/void-outdated.ts';
import { wakeWatchers } from '../shared/waits.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';
import { acceptedContent, type ErrorsOf } from './input-content.ts';
import { acceptedDocument, keepDocument } from './input-document.ts';

/**
 * Registers a new version of an input; the same content again, from the same document, is the version that is there.
 *
 * Proposals that rest on an older version are voided, and cases that wait for the input go on. Content of another shape than
 * the kind's, or that cannot be, is refused entry by entry, as is a document that is not kept here, and nothing is written.
 *
 * The document is stored after the version that names it: whoever dies in between comes again with both, and what lies among the
 * documents is always named by the record.
 */
export async function registerInput(
  event: RegisterInput,
  ports: WorkflowPorts,
  errors: ErrorsOf = { language: 'en', root: '/content' },
): Promise<{ readonly stream: string; readonly version: number; readonly hash: string }> {
  const { at, by, year, kind, from, documentHash, registration } = event;
  const document = acceptedDocument(event, errors.language);
  const content = await acceptedContent(ports, kind, year, event.content, errors);
  const stream = inputStream(year, kind);
  const now = yearOf(monthOf(dayInStockholm(at)));
  const years = [now - 1, now, now + 1];
  const { version, hash, replaces } = await register(ports.records, kind, year, years, {
    type: 'input-registered',
    at,
    by,
    from,
    documentHash,
    ...(registration !== undefined && { registration }),
    ...(document !== undefined && { document }),
    content,
  });
  await keepDocument(ports.documents, event);
  if (replaces) await voidOutdated(ports.records, streamText(stream), years, at);
  await wakeWatchers(ports, streamText(stream), now);
  return { stream: streamText(stream), version, hash };
}

/**
 * Appends unless the newest version of the same key says the same from the same document. Gives the version's number and hash, and
 * whether there was an older one that a proposal can rest on.
 */
async function register(
  records: Records,
  kind: InputKind,
  year: number,
  years: readonly number[],
  registered: InputRegistered,
): Promise<{ readonly version: number; readonly hash: string; readonly replaces: boolean }> {
  const stream = inputStream(year, kind);
  const keyOf = (content: Json) => inputKey(kind, content as InputContents[typeof kind]);
  for (;;) {
    const events = await records.read<InputEvent>(stream);
    const versions = inputVersions(kind, events);
    const newest = newestOf(versions, keyOf(registered.content), keyOf);
    const replaces = newest !== undefined;
    if (newest && saysTheSame(newest, registered))
      return { version: newest.version, hash: newest.hash, replaces };
    const counts = replaces && !inputKinds[kind].confirmed;
    const from = counts
      ? await countsFrom(records, streamText(stream), years, registered.at)
      : registered.at;
    try {
      const last = events.at(-1);
      const at = notBefore(from, last?.event.at);
      const { hash } = await records.append<InputEvent>(stream, last, { ...registered, at });
      return { version: versions.length + 1, hash, replaces };
    } catch (error) {
      if (!(error instanceof NumberTaken)) throw error;
    }
  }
}
