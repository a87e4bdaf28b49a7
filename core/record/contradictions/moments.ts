import type { RestsOn } from '../../payment/events.ts';
import { caseKinds } from '../case-id.ts';
import { type Finding, type FoundStream, lookedAt, nameOf } from '../found-stream.ts';
import { eventsIn, type Parts, partitionKind } from './parts.ts';

/** What is said of when something happened, and what it was made from. */
interface Moment {
  readonly type?: string;
  readonly at?: string;
  readonly restsOn?: readonly RestsOn[];
}

/**
 * A step that is tried again keeps the moment at which it was entered, and an execution can be taken up again for fourteen days: what it
 * writes then may lie so far before what others have written meanwhile.
 */
const LONGEST_MS = 15 * 24 * 60 * 60 * 1000;

/**
 * Moments that cannot be: long before that of an earlier event of the same case or input, and a proposal long before an input that it was made
 * from was registered. Streams only grow, and nothing is made of what is not there.
 */
export const wrongMoments = (parts: Parts): readonly Finding[] =>
  parts.streams.filter(isTold).flatMap((found) => {
    let latest = Number.NEGATIVE_INFINITY;
    return eventsIn(found).flatMap(({ number, event }) =>
      lookedAt(`${nameOf(found)} event ${number}`, () => {
        const { type, at: moment, restsOn = [] } = Object(event) as Moment;
        const at = Date.parse(String(moment));
        if (Number.isNaN(at)) return [];
        const early = at + LONGEST_MS < latest;
        latest = Math.max(latest, at);
        if (!parts.isNew(found, number)) return [];
        return [
          ...(early ? [`is of ${moment}, long before what comes before it`] : []),
          ...(type === 'proposed' ? madeFromLater(parts, at, restsOn) : []),
        ];
      }),
    );
  });

/** Cases and inputs: each is told by the people and steps of one thing, in the order in which it goes. */
const isTold = (found: FoundStream): boolean =>
  caseKinds.has(partitionKind(found)) || partitionKind(found) === 'INPUT';

const madeFromLater = (
  { inputs }: Parts,
  at: number,
  restsOn: readonly RestsOn[],
): readonly string[] =>
  restsOn.flatMap(({ stream, version }) => {
    const used = inputs.get(stream)?.find((each) => each.version === version);
    return used && Date.parse(used.registeredAt) > at + LONGEST_MS
      ? [`rests on version ${version} of ${stream}, which was registered on ${used.registeredAt}`]
      : [];
  });
