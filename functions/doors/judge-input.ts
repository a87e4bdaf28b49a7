import { notBefore } from '../../core/calendar/stockholm.ts';
import type { Json } from '../../core/canonical.ts';
import { type InputContents, inputKey } from '../../core/inputs/contents.ts';
import {
  type InputConfirmed,
  type InputEvent,
  type InputRefused,
  type InputVersion,
  inputVersions,
  newestOf,
} from '../../core/inputs/input-stream.ts';
import type { Person } from '../../core/payment/events.ts';
import { NumberTaken, type Records } from '../../core/ports.ts';
import { inputStream, streamText } from '../../core/record/case-id.ts';
import type { ConfirmInput } from '../contract/doors.ts';
import { Refused } from '../shared/refused.ts';

/** The version that is judged, by the hash of what was read. */
export type Judged = Pick<ConfirmInput, 'year' | 'kind' | 'version' | 'hash'>;

/**
 * Appends what a second person says of a version; again when somebody else wrote to the stream in between.
 *
 * Refused: a version that is not there (`not-found`), the person who registered it (`same-person`), another version than the one that was
 * read, or one that a newer version of the same thing has come after (`stale-input`). What is said of it comes of `judge`; where that has
 * been said already it gives nothing, and nothing is written.
 */
export async function judgeInput(
  records: Records,
  { year, kind, version, hash }: Judged,
  by: Person,
  judge: (found: InputVersion) => Promise<InputConfirmed | InputRefused | undefined>,
): Promise<void> {
  const stream = inputStream(year, kind);
  const keyOf = (content: Json) => inputKey(kind, content as InputContents[typeof kind]);
  for (;;) {
    const events = await records.read<InputEvent>(stream);
    const versions = inputVersions(kind, events);
    const found = versions.find((each) => each.version === version);
    if (!found) throw new Refused('not-found', { what: `${streamText(stream)} ${version}` });
    if (found.registeredBy === by.sub)
      throw new Refused(
        'same-person',
        { name: by.name },
        {
          message: `${by.name} registered version ${version}; a second person must judge it.`,
        },
      );
    if (found.hash !== hash) throw staleInput(found, hash);
    const said = await judge(found);
    if (!said) return;
    const newest = newestOf(versions, keyOf(found.content), keyOf);
    if (newest && newest.version !== version) throw staleInput(newest, `version ${version}`);
    try {
      const last = events.at(-1);
      await records.append<InputEvent>(stream, last, {
        ...said,
        at: notBefore(said.at, last?.event.at),
      });
      return;
    } catch (error) {
      if (!(error instanceof NumberTaken)) throw error;
    }
  }
}

const staleInput = ({ version, hash }: InputVersion, given: string): Refused =>
  new Refused('stale-input', { standing: `${version} (${hash})`, given });

/** Refuses to go on with a version that was refused, in the words of whoever did. */
export const refusedBefore = ({ version, refused }: InputVersion): Refused =>
  new Refused('input-refused', {
    name: refused?.by.name ?? '–',
    given: String(version),
    reason: refused?.reason ?? '–',
  });
