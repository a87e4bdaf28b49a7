import * as z from 'zod/mini';
import { monthOf, yearOf } from '../core/calendar/month.ts';
import { dayInStockholm } from '../core/calendar/stockholm.ts';
import { canonical, type Json } from '../core/canonical.ts';
import { type InputContents, inputKey } from '../core/inputs/contents.ts';
import { type InputEvent, inputVersions } from '../core/inputs/input-stream.ts';
import type { InputKind } from '../core/inputs/kinds.ts';
import { NumberTaken } from '../core/ports.ts';
import { inputStream, streamText } from '../core/record/case-id.ts';
import { INPUT_REJECTED } from './contract/errors.ts';
import { inputContents, RegisterInput } from './contract/inputs.ts';
import { namedError } from './shared/errors.ts';
import { step } from './shared/step.ts';
import { voidOutdated } from './shared/void-outdated.ts';
import { wakeWatchers } from './shared/waits.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/**
 * Registers a new version of an input; the same content again, from the same document, is the version that is there.
 *
 * Proposals that rest on an older version are voided, and cases that wait for the input go on. Content of another shape than
 * the kind's is refused with `InputRejected`, and nothing is written.
 */
export async function run(event: RegisterInput, ports: WorkflowPorts) {
  const { at, by, year, kind, from, documentHash } = event;
  const content = parsedContent(kind, year, event.content);
  const stream = inputStream(year, kind);
  const { version, replaces } = await register(ports, kind, year, {
    type: 'input-registered',
    at,
    by,
    from,
    documentHash,
    content,
  });
  const now = yearOf(monthOf(dayInStockholm(at)));
  if (replaces) await voidOutdated(ports.records, streamText(stream), [now - 1, now, now + 1], at);
  await wakeWatchers(ports, streamText(stream), now);
  return { stream: streamText(stream), version };
}

function parsedContent(kind: InputKind, year: number, content: unknown): Json {
  const parsed = z.safeParse<z.ZodMiniType>(inputContents[kind], content);
  if (!parsed.success)
    throw namedError(INPUT_REJECTED, `${kind}: ${z.prettifyError(parsed.error)}`);
  const { budgetYear, agreementYear } = parsed.data as Partial<Record<string, number>>;
  const own = budgetYear ?? agreementYear ?? year;
  if (own !== year)
    throw namedError(
      INPUT_REJECTED,
      `${kind}: its content is for ${own}, and it was given as one of ${year}; the two must be the same.`,
    );
  return JSON.parse(canonical(parsed.data as Json)) as Json;
}

/**
 * Appends unless the newest version of the same key says the same from the same document. Gives the version's number, and
 * whether there was an older one that a proposal can rest on.
 */
async function register(
  { records }: WorkflowPorts,
  kind: InputKind,
  year: number,
  registered: Extract<InputEvent, { type: 'input-registered' }>,
): Promise<{ readonly version: number; readonly replaces: boolean }> {
  const stream = inputStream(year, kind);
  const keyOf = (content: Json) => inputKey(kind, content as InputContents[typeof kind]);
  for (;;) {
    const events = await records.read<InputEvent>(stream);
    const versions = inputVersions(kind, events);
    const replaces = versions.some(({ content }) => keyOf(content) === keyOf(registered.content));
    const newest = versions.findLast(({ content }) => keyOf(content) === keyOf(registered.content));
    if (
      newest?.documentHash === registered.documentHash &&
      canonical(newest.content) === canonical(registered.content)
    )
      return { version: newest.version, replaces };
    try {
      await records.append<InputEvent>(stream, events.at(-1), registered);
      return { version: versions.length + 1, replaces };
    } catch (error) {
      if (!(error instanceof NumberTaken)) throw error;
    }
  }
}

export const handler = step(RegisterInput, run, workflowPorts);
