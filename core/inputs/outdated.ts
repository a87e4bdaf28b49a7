import type { CaseEvent, RestsOn } from '../payment/events.ts';
import { type InputContents, inputKey } from './contents.ts';
import { type InputVersion, inForce } from './input-stream.ts';
import type { InputKind } from './kinds.ts';

/** What a newer version makes another proposal of: everything but what was paid already, and is settled as it was paid. */
export const changeable = (restsOn: readonly RestsOn[]): readonly RestsOn[] =>
  restsOn.filter(({ asPaid }) => !asPaid);

/**
 * Which of these versions are not the ones in force, given the versions that there are of each stream; of a stream that is not given
 * nothing is said. What rests on a version as paid is never outdated.
 *
 * Whoever approves, decides or releases asks it of the versions that there are, and the verifier of those that there were.
 */
export const outdatedAmong = (
  restsOn: readonly RestsOn[],
  versionsOf: (stream: string) => readonly InputVersion[] | undefined,
): readonly RestsOn[] =>
  changeable(restsOn).filter(({ stream, version, hash }) => {
    const versions = versionsOf(stream);
    if (!versions) return false;
    const kind = stream.slice(stream.indexOf('/') + 1) as InputKind;
    const current = inForce(versions, (content) =>
      inputKey(kind, content as InputContents[typeof kind]),
    );
    return ![...current.values()].some((each) => each.version === version && each.hash === hash);
  });

/** What is said or done of a proposal only as long as it rests on the versions in force: whoever does it asks that before. */
const asking: readonly CaseEvent['type'][] = ['proposed', 'approved', 'release-ordered', 'decided'];

/** What was done in a case that asked whether newer versions had come, each with what its proposal rests on. */
export function askedInForce<F extends { readonly event: CaseEvent }>(
  events: readonly F[],
): readonly (F & { readonly restsOn: readonly RestsOn[] })[] {
  let restsOn: readonly RestsOn[] = [];
  return events.flatMap((each) => {
    const { event } = each;
    if (event?.type === 'proposed') restsOn = event.restsOn;
    return asking.includes(event?.type) ? [{ ...each, restsOn }] : [];
  });
}
