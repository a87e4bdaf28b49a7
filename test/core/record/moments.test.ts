import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../core/calendar/stockholm.ts';
import type { Json } from '../../../core/canonical.ts';
import { headOf } from '../../../core/record/anchor.ts';
import type { FoundStream } from '../../../core/record/found-stream.ts';
import { verify } from '../../../core/record/verify.ts';
import { fileHashOf } from '../../../functions/bank/payment-file.ts';
import { everyEvent, streamsIn } from '../../functions/support/every-event.ts';
import { chainedAnew, hashOf } from '../../helpers/forge.ts';

const record = await streamsIn(await everyEvent());

const found = (changed: readonly FoundStream[], more: object = {}) =>
  verify(chainedAnew(changed), hashOf, undefined, { fileHash: fileHashOf, whole: true, ...more })
    .findings.map(({ where, what }) => `${where} ${what}`)
    .join('\n');

/** The record with one event's moment another, under hashes that fit. */
const at = (partition: string, stream: string, number: number, moment: string) =>
  record.map((each) =>
    each.partition === partition && each.stream === stream
      ? {
          ...each,
          events: each.events.map((event) =>
            event.number === number
              ? { ...event, event: { ...(event.event as Record<string, Json>), at: moment } }
              : event,
          ),
        }
      : each,
  );

/** The record with other events in a stream; vouchers are of their places. */
const changed = (
  partition: string,
  stream: string,
  change: (events: FoundStream['events']) => FoundStream['events'],
) =>
  record.map((each) =>
    each.partition === partition && each.stream === stream
      ? {
          ...each,
          events: change(each.events).map((link, index) =>
            partition.startsWith('JOURNAL')
              ? { ...link, event: { ...(link.event as object), number: index + 1 } as Json }
              : link,
          ),
        }
      : each,
  );

const without = (partition: string, stream: string, number: number) =>
  changed(partition, stream, (events) => events.toSpliced(number - 1, 1));

/** The record with an event and the one after it in each other's places. */
const exchanged = (partition: string, stream: string, number: number) =>
  changed(partition, stream, (events) => {
    const pair = events.slice(number - 1, number + 1);
    return events.toSpliced(number - 1, 2, ...pair.toReversed());
  });

const reading = (moment: Instant) => ({ reading: { notBefore: moment, notAfter: moment } });

describe('A moment that cannot be', () => {
  it('is none in a record in which everything happened', () => expect(found(record)).toBe(''));

  it('is one before what stands before it in its case, be it by a day: a stream only grows', () => {
    expect(found(at('RUN#2021', '03', 3, '2021-02-21T08:00:00.000Z'))).toContain(
      'RUN#2021/03 event 3 is of 2021-02-21T08:00:00.000Z, before what stands before it',
    );
    expect(found(at('RUN#2021', '03', 1, '2021-02-23T08:00:00.000Z'))).toContain(
      'RUN#2021/03 event 2 is of',
    );
  });

  it.each([
    ['of an input', 'INPUT#all', 'payees', 2],
    ['of the switch', 'SWITCH#all', 'releases', 2],
    ['of the bank', 'BANK#2021', 'report', 2],
    ['of a reconciliation', 'RECONCILIATION#2021', 'settlement', 4],
  ])('is one before what stands before it %s', (_, partition, stream, number) =>
    expect(found(at(partition, stream, number, '2021-01-02T08:00:00.000Z'))).toContain(
      `${partition}/${stream} event ${number} is of 2021-01-02T08:00:00.000Z, before what stands`,
    ),
  );

  it('is said of what is new, and not again of what was verified before', () => {
    const changed = chainedAnew(at('RUN#2021', '03', 3, '2019-02-23T08:00:00.000Z'));
    const known = changed.map(headOf);
    const more = { fileHash: fileHashOf, known, whole: true };
    expect(verify(changed, hashOf, undefined, more).findings).toEqual([]);
  });

  it('is that of an input which came to count after a proposal was made from it', () =>
    expect(found(at('INPUT#2021', 'appropriation', 2, '2021-03-26T08:00:00.000Z'))).toMatch(
      /RUN#2021\/03 event \d+ rests on version 1 of INPUT#2021\/appropriation, which came to count/,
    ));

  it('is one of after the record was read', () => {
    const later = at('RUN#2022', '02', 12, '2031-02-01T10:00:00.000Z');
    const read = reading('2026-01-01T00:00:00.000Z');
    expect(found(later, read)).toContain(
      'RUN#2022/02 event 12 is of 2031-02-01T10:00:00.000Z; the record was read by 2026-01-01',
    );
    expect(found(record, read)).toBe('');
  });

  it('is that of a case which was closed long after another that came off the agenda later', () =>
    expect(found(at('REISSUE#2021', '03-03-1', 8, '2021-07-03T08:00:00.000Z'))).toMatch(
      /AGENDA#all\/closed event \d+ is of .*, before what stands before it/,
    ));

  it('is of vouchers that stand before those of months earlier', () =>
    expect(found(exchanged('JOURNAL#2021', 'voucher', 3))).toMatch(
      /JOURNAL#2021\/voucher event 4 is of .*, before what stands before it/,
    ));

  it('is of room that was taken before two had approved its proposal, or after its release', () => {
    const room = (moment: string) => found(at('ROOM#2021', '1:5 ap.2', 1, moment));
    expect(room('2021-02-24T07:59:00.000Z')).toContain('before its proposal was approved at');
    expect(room('2021-03-01T08:00:00.000Z')).toContain('after its release at');
    expect(room('2022-03-01T08:00:00.000Z')).toContain('is of 2022, and stands under ROOM#2021');
  });

  it('is of a deduction that began after its release, and of a report in another year’s stream', () => {
    const begun = at('RECONCILIATION#2021', 'settlement', 1, '2022-02-03T07:00:00.000Z');
    expect(found(begun)).toContain('after its release at');
    const report = at('BANK#2021', 'report', 8, '2022-03-03T13:00:00.000Z');
    expect(found(report)).toContain('is of 2022, and stands under BANK#2021');
  });

  it('is of what the bank said months before its report, and of what is sent again before it came back', () => {
    expect(found(at('REISSUE#2021', '03-03-1', 1, '2021-03-02T08:00:00.000Z'))).toContain(
      'sends again what was resolved later',
    );
    expect(found(at('BANK#2021', 'report', 2, '2021-06-02T08:00:00.000Z'))).toContain(
      'notes what the bank said in a report of 2021-06-02',
    );
  });

  it('is of room that was given back long before its case was closed', () =>
    expect(found(at('ROOM#2021', '1:5 ap.2', 4, '2021-03-16T08:00:00.000Z'))).toContain(
      'gives room back long before its case was free of it',
    ));

  it('is of a release while releases were stopped for good', () =>
    expect(found(without('SWITCH#all', 'releases', 3))).toMatch(
      /RUN#2022\/02 event \d+ is of .*, when releases were stopped/,
    ));
});
