import type { Json } from '../../canonical.ts';
import { type InputVersion, inputVersions } from '../../inputs/input-stream.ts';
import { isInputKind } from '../../inputs/kinds.ts';
import { askedInForce, outdatedAmong } from '../../inputs/outdated.ts';
import type { RestsOn } from '../../payment/events.ts';
import { recordedWithinSeconds } from '../../payment/rights.ts';
import { type Finding, lookedAt, nameOf } from '../found-stream.ts';
import { attempt, type FoundCase, type Parts } from './parts.ts';

/**
 * Proposals that were made, approved, decided or released although a newer version of what they rest on counted by then. What came to
 * count while that was being done, or after it, is no matter: a payment that has been released is past changing.
 */
export const wrongRests = (parts: Parts): readonly Finding[] =>
  [...parts.cases.values()].flatMap((each) => outdatedIn(parts, each));

const outdatedIn = (parts: Parts, { found, events }: FoundCase): readonly Finding[] =>
  askedInForce(events).flatMap(({ number, event, restsOn }) =>
    lookedAt(`${nameOf(found)} event ${number}`, () => {
      const before = Date.parse(event.at) - recordedWithinSeconds * 1000;
      const fresh = parts.isNew(found, number);
      return restsOn
        .flatMap((each) => outdatedAmong([each], () => versionsAt(parts, each, before, fresh)))
        .map(
          ({ stream, version }) =>
            `${event.type} resting on version ${version} of ${stream}, of which a newer one counted by then`,
        );
    }),
  );

/**
 * The versions that there were at a moment of an input that something rests on. What stands before something that was there was there as
 * well, whatever moment it says. Undefined of what the record does not hold, which is found elsewhere; and where neither what rests on
 * it nor any of these is new.
 */
function versionsAt(
  { named, isNew }: Parts,
  { stream, event: counts }: RestsOn,
  moment: number,
  fresh: boolean,
): readonly InputVersion[] | undefined {
  const found = named.get(stream);
  if (!found || !isInputKind(found.stream) || found.events[0]?.number !== 1) return undefined;
  const { partition, stream: name, events } = found;
  const last = events.findLastIndex(({ event }) => Date.parse(atOf(event)) < moment);
  const there = events.slice(0, Math.max(last + 1, counts));
  if (!fresh && !there.some(({ number }) => isNew(found, number))) return undefined;
  const recorded = there.map((each) => ({ ...each, stream: { partition, name } }));
  return attempt(() => inputVersions(name, recorded as never));
}

const atOf = (event: Json): string => String((Object(event) as { at?: Json }).at);
