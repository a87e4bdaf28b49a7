import { dayInStockholm, type Instant } from '../../calendar/stockholm.ts';
import type { BankSource, RestsOn } from '../../payment/events.ts';
import { rightsFor } from '../../payment/rights.ts';
import type { SwitchEvent } from '../../payment/stop-switch.ts';
import { caseOfStream, reissued } from '../case-id.ts';
import type { FoundStream } from '../found-stream.ts';
import {
  caseNamed,
  eventsIn,
  type FoundCase,
  longestMs,
  momentText,
  type Parts,
  partitionKind,
  streamsOf,
} from './parts.ts';

/** What is said of when something happened, and what it is about or was made from. */
export interface Moment {
  readonly type?: string;
  readonly at?: Instant;
  readonly case?: string;
  readonly proposal?: string;
  readonly key?: string;
  readonly restsOn?: readonly RestsOn[];
  readonly source?: BankSource;
}

type Look = (parts: Parts, found: FoundStream, said: Moment, at: number) => readonly string[];

/**
 * What a moment is wrong against in other streams, by the type of the event. What a step does is no earlier than what it was entered
 * after. Where two write of the same thing apart from each other, the one may have died and been tried again for as long as that can be.
 */
const looks: Readonly<Record<string, Look>> = {
  proposed: ({ named }, _found, { restsOn = [] }, at) =>
    restsOn.flatMap(({ stream, version, event: number }) => {
      const { event } = named.get(stream)?.events.find((each) => each.number === number) ?? {};
      return isAfter(Object(event) as Moment, at)
        ? [`rests on version ${version} of ${stream}, which came to count at ${momentOf(event)}`]
        : [];
    }),
  'room-taken': (parts, found, said, at) => [
    ...ofAnotherYear(found, said),
    ...beforeApproved(parts, said, at),
    ...afterReleased(parts, said, at),
  ],
  'room-given-back': (parts, _found, { case: id, proposal }, at) => {
    const events = caseNamed(parts, id)?.events ?? [];
    const since = events.findIndex(
      ({ event }) => event.type === 'proposed' && event.proposal === proposal,
    );
    const freed = events
      .slice(since + 1)
      .find(({ event }) => event.type === 'proposed' || event.type === 'closed')?.event;
    return isAfter(freed, at + longestMs)
      ? [`gives room back long before its case was free of it, at ${momentOf(freed)}`]
      : [];
  },
  'deduction-begun': (parts, _found, said, at) => [
    ...beforeApproved(parts, said, at),
    ...afterReleased(parts, said, at),
  ],
  'release-ordered': (parts, _found, { at: said }, at) =>
    stopsIn(parts).some(({ from, to }) => from + longestMs < at && at + longestMs < to)
      ? [`is of ${momentText(said)}, when releases were stopped`]
      : [],
  'report-taken': (_parts, found, said) => ofAnotherYear(found, said),
  'report-refused': (_parts, found, said) => ofAnotherYear(found, said),
  'bank-reported': ({ reports }, _found, { source }, at) => {
    const hash = source && 'report' in source ? source.report : '';
    const taken = reports.get(hash)?.at;
    return Math.abs(Date.parse(taken ?? '') - at) > longestMs
      ? [`notes what the bank said in a report of ${momentText(taken)}`]
      : [];
  },
  opened: (parts, found, _said, at) => {
    if (partitionKind(found) !== 'REISSUE') return [];
    const { from, payee } = reissued(
      caseOfStream({ partition: found.partition, name: found.stream }),
    );
    const resolved = parts.cases
      .get(from)
      ?.events.find(
        ({ event }) => event.type === 'return-resolved' && event.payee === payee,
      )?.event;
    return isAfter(resolved, at)
      ? [`sends again what was resolved later, at ${momentOf(resolved)}`]
      : [];
  },
};

/** What of an event is earlier than what it follows in other streams, or stands in those of another year than it is of. */
export const earlierThanItsCause: Look = (parts, found, said, at) => {
  const type = String(said.type);
  const look = Object.hasOwn(looks, type) ? looks[type] : undefined;
  return look?.(parts, found, said, at) ?? [];
};

const isAfter = (said: Moment | undefined, at: number): boolean =>
  Date.parse(String(said?.at)) > at;

const momentOf = (said: unknown): string => momentText((Object(said) as Moment).at);

/** What is paid or arrives in a year stands in that year's stream. */
function ofAnotherYear({ partition }: FoundStream, { at }: Moment): readonly string[] {
  const year = at && dayInStockholm(at).slice(0, 4);
  return partition.endsWith(`#${year}`) ? [] : [`is of ${year}, and stands under ${partition}`];
}

/** What a release does before it orders is done once both rights of its proposal have been given. */
function beforeApproved(parts: Parts, { case: id, proposal, at: said }: Moment, at: number) {
  const about: FoundCase | undefined = caseNamed(parts, id);
  const first = new Map<string, Moment>();
  for (const { event } of about?.events ?? [])
    if (event.type === 'approved' && event.proposal === proposal && !first.has(event.right))
      first.set(event.right, event);
  const later = [...first.values()].find((approved) => isAfter(approved, at));
  const lacks = about && rightsFor(about.kind).find((right) => !first.has(right));
  return [
    ...(later
      ? [`is of ${momentText(said)}, before its proposal was approved at ${momentOf(later)}`]
      : []),
    ...(lacks ? [`is of a proposal that nobody approved by ${lacks}`] : []),
  ];
}

/** What a release does before it orders is no later than its order. */
function afterReleased(parts: Parts, { case: id, proposal }: Moment, at: number) {
  const released = caseNamed(parts, id)?.state.released;
  if (released?.proposal !== proposal || !released || Date.parse(released.at) >= at) return [];
  return [`is of ${new Date(at).toISOString()}, after its release at ${momentOf(released)}`];
}

/** From when to when releases were stopped; to the end of time where nobody has lifted it. */
const stopsIn = (parts: Parts): readonly { readonly from: number; readonly to: number }[] =>
  streamsOf(parts, 'SWITCH').flatMap((found) => {
    const events = eventsIn<SwitchEvent>(found).map(({ event }) => event);
    return events.flatMap(({ type, at }, index) => {
      if (type !== 'stopped') return [];
      const lifted = events.slice(index + 1).find((each) => each.type === 'lifted')?.at;
      const to = lifted === undefined ? Number.POSITIVE_INFINITY : Date.parse(lifted);
      return [{ from: Date.parse(at), to }];
    });
  });
