import { monthOf, yearOf } from '../../core/calendar/month.ts';
import { dayInStockholm, notBefore } from '../../core/calendar/stockholm.ts';
import {
  type InputConfirmed,
  type InputEvent,
  type InputVersion,
  inputVersions,
} from '../../core/inputs/input-stream.ts';
import { NumberTaken, type Records, type StreamId } from '../../core/ports.ts';
import { inputStream, streamText } from '../../core/record/case-id.ts';
import type { ConfirmInput } from '../contract/doors.ts';
import { Refused } from '../shared/refused.ts';
import { voidOutdated } from '../shared/void-outdated.ts';
import { wakeWatchers } from '../shared/waits.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';
import { assertStillPossible, type ErrorsOf } from './input-content.ts';

/**
 * A second person confirms a version of an authorisation, an appropriation or the payees; from now on it counts. Refused for
 * a version that is not there (`not-found`), for the person who registered it (`same-person`), and, entry by entry, for content that
 * cannot be any more: the record may hold by now what makes it impossible. Confirming again changes nothing.
 */
export async function confirmInput(
  { at, by, year, kind, version }: ConfirmInput,
  ports: WorkflowPorts,
  errors: ErrorsOf = { language: 'en', root: '/content' },
): Promise<{ readonly stream: string; readonly version: number }> {
  const stream = inputStream(year, kind);
  const confirmation = { type: 'input-confirmed', at, by, version } as const;
  await confirm(ports.records, stream, kind, confirmation, ({ content }) =>
    assertStillPossible(ports, kind, year, content, errors),
  );
  const now = yearOf(monthOf(dayInStockholm(at)));
  if (version > 1)
    await voidOutdated(ports.records, streamText(stream), [now - 1, now, now + 1], at);
  await wakeWatchers(ports, streamText(stream), now);
  return { stream: streamText(stream), version };
}

/** Appends the confirmation unless the version is confirmed; again when somebody else wrote to the stream in between. */
async function confirm(
  records: Records,
  stream: StreamId,
  kind: ConfirmInput['kind'],
  confirmation: InputConfirmed,
  assertPossible: (version: InputVersion) => Promise<void>,
): Promise<void> {
  const { by, version } = confirmation;
  for (;;) {
    const events = await records.read<InputEvent>(stream);
    const found = inputVersions(kind, events).find((each) => each.version === version);
    if (!found) throw new Refused('not-found', { what: `${streamText(stream)} ${version}` });
    if (found.registeredBy === by.sub)
      throw new Refused(
        'same-person',
        { name: by.name },
        { message: `${by.name} registered version ${version}; a second person must confirm it.` },
      );
    if (found.confirmed) return;
    await assertPossible(found);
    try {
      const last = events.at(-1);
      const at = notBefore(confirmation.at, last?.event.at);
      await records.append<InputEvent>(stream, last, { ...confirmation, at });
      return;
    } catch (error) {
      if (!(error instanceof NumberTaken)) throw error;
    }
  }
}
