import type { Json } from '../../core/canonical.ts';
import { type FoundStream, nameOf } from '../../core/record/found-stream.ts';
import { chainedAnew, type Forgery, kindOf, typeOf } from '../helpers/forge.ts';

type Events = FoundStream['events'];

const ofOrder = { ofForm: false, ofOrder: true } as const;

/** Between which moments a forged record is said to be read: after everything that happens in it. */
export const reading = {
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2026-01-01T00:00:00.000Z',
} as const;

/**
 * Forgeries of when, where and whether something happened: of each type of event in each kind of stream the moment, the last one away,
 * exchanged with the one before it, or in the stream of another year; each stream gone; and streams that begin for no reason.
 */
export function forgeriesOfOrder(given: readonly FoundStream[]): readonly Forgery[] {
  const record = chainedAnew(given);
  const places = record.flatMap((stream) =>
    stream.events.map(({ event, number }) => ({ stream, number, type: typeOf(stream, event) })),
  );
  const ofTypes = [...new Map(places.map((each) => [each.type, each])).values()];
  const made = (
    stream: FoundStream,
    number: number,
    field: string,
    change: string,
    events: (before: Events) => Events,
  ): Forgery => ({
    ...{ where: `${nameOf(stream)} event ${number}`, field, change, ...ofOrder },
    make: () => withEvents(record, stream, events(stream.events)),
  });
  return [
    ...ofTypes.flatMap(({ stream, number, type }) =>
      moments.flatMap(([change, moved]) => {
        const event = stream.events[number - 1]?.event as { readonly at?: string } | null;
        if (!event?.at || kindOf(stream.partition) === 'JOURNAL') return [];
        const at = moved(event.at);
        return [
          made(stream, number, `${type} at`, change, (all) =>
            all.map((each) =>
              each.number === number ? { ...each, event: { ...event, at } as Json } : each,
            ),
          ),
        ];
      }),
    ),
    ...places.flatMap(({ stream, number, type }) => [
      made(stream, number, type, 'away', (all) => all.filter((each) => each.number !== number)),
      ...(number === 1
        ? []
        : [
            made(stream, number, type, 'exchanged with the one before it', (all) =>
              all.toSpliced(
                number - 2,
                2,
                all[number - 1] as Events[number],
                all[number - 2] as Events[number],
              ),
            ),
          ]),
    ]),
    ...ofTypes.map(({ stream, number, type }) => ({
      ...{ where: `${nameOf(stream)} event ${number}`, field: type, ...ofOrder },
      change: 'in the stream of the next year',
      make: () => inNextYear(record, stream, number),
    })),
    ...record.map((stream) => ({
      ...{
        where: nameOf(stream),
        field: kindOf(stream.partition),
        change: 'gone',
        ...ofOrder,
      },
      make: () => record.filter((each) => each !== stream),
    })),
    ...bare(record),
  ];
}

const days = (count: number) => (at: string) =>
  new Date(Date.parse(at) + count * 86_400_000).toISOString();

const moments: readonly (readonly [string, (at: string) => string])[] = [
  ['ten years later', days(3653)],
  ['twenty days later', days(20)],
  ['five days later', days(5)],
  ['five days earlier', days(-5)],
  ['twenty days earlier', days(-20)],
  ['ten years earlier', days(-3653)],
];

/** The record with other events in a stream, which is gone where none are left; vouchers are of their places. */
function withEvents(
  record: readonly FoundStream[],
  stream: FoundStream,
  events: Events,
): readonly FoundStream[] {
  const numbered = events.map((each, index) => ({
    ...each,
    event: typeOf(stream, each.event).endsWith('voucher')
      ? ({ ...(each.event as object), number: index + 1 } as Json)
      : each.event,
  }));
  return chainedAnew(
    record.flatMap((each) =>
      each !== stream ? [each] : numbered.length > 0 ? [{ ...each, events: numbered }] : [],
    ),
  );
}

function inNextYear(record: readonly FoundStream[], stream: FoundStream, number: number) {
  const [kind, year] = stream.partition.split('#');
  const partition = `${kind}#${Number(year) + 1}`;
  const moved = stream.events.filter((each) => each.number === number);
  const other = record.find((each) => nameOf(each) === nameOf({ ...stream, partition }));
  const rest = withEvents(
    record,
    stream,
    stream.events.filter((each) => !moved.includes(each)),
  );
  const there = rest.filter((each) => nameOf(each) !== nameOf({ ...stream, partition }));
  return chainedAnew([
    ...there,
    { partition, stream: stream.stream, events: [...(other?.events ?? []), ...moved] },
  ]);
}

/** Streams of cases that nobody opened for a reason, and documents that nobody names. */
function bare(record: readonly FoundStream[]): readonly Forgery[] {
  const opened = (id: string, at: string) => ({ type: 'opened', at, case: id });
  const node = {
    ...{ node: 'parameter', name: 'nothing', unit: 'sek', exact: '1' },
    ...{ cites: { source: 'agreement-2021', place: 'nowhere' } },
  };
  const working = { type: 'working', nodes: [node] };
  const add = (partition: string, stream: string, event: object): Forgery => ({
    ...{ where: `${partition}/${stream}`, field: kindOf(partition), ...ofOrder },
    change: 'begun for nothing',
    make: () => {
      const there = record.find((each) => nameOf(each) === nameOf({ partition, stream }));
      const more = { number: 0, event: event as Json, previous: '', hash: '' };
      return chainedAnew([
        ...record.filter((each) => each !== there),
        { partition, stream, events: [...(there?.events ?? []), more] },
      ]);
    },
  });
  return [
    add('RUN#2023', '06', opened('payout-2023-06', '2023-05-25T04:00:00.000Z')),
    add('RUN#2021', '02', opened('payout-2021-02', '2021-01-25T05:00:00.000Z')),
    add('GRANT#2030', 'allocation', opened('opening-2030', '2021-03-25T05:00:00.000Z')),
    add(
      'RECONCILIATION#2022',
      'settlement',
      opened('reconciliation-2022', '2022-03-21T05:00:00.000Z'),
    ),
    add('REQUISITION#2025', 'sol', opened('requisition-2025-sol', '2021-03-25T05:00:00.000Z')),
    add('REISSUE#2021', '03-05-1', opened('reissue-2021-03-05-1', '2021-03-25T05:00:00.000Z')),
    ...['PROPOSAL', 'WORKING', 'ORDER'].map((kind) =>
      add(`${kind}#2023`, 'payout-2023-06', kind === 'WORKING' ? working : { type: 'none' }),
    ),
    add('WORKING#2021', 'payout-2021-03', working),
  ];
}
