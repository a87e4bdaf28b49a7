import { describe, expect, it } from 'vitest';
import type { Json } from '../../../core/canonical.ts';
import { headOf } from '../../../core/record/anchor.ts';
import type { FoundStream } from '../../../core/record/found-stream.ts';
import { verify } from '../../../core/record/verify.ts';
import { fileHashOf } from '../../../functions/bank/payment-file.ts';
import { everyEvent, streamsIn } from '../../functions/support/every-event.ts';
import { chainedAnew, hashOf } from '../../helpers/forge.ts';

const record = await streamsIn(await everyEvent());

const found = (changed: readonly FoundStream[]) =>
  verify(chainedAnew(changed), hashOf, undefined, { fileHash: fileHashOf, whole: true })
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

describe('A moment that cannot be', () => {
  it('is none in a record in which everything happened', () =>
    expect(found(record)).not.toMatch(/long before|which was registered on/));

  it('is one of years before what stands before it in its stream: a stream only grows', () => {
    expect(found(at('RUN#2021', '03', 3, '2019-02-23T08:00:00Z'))).toContain(
      'RUN#2021/03 event 3 is of 2019-02-23T08:00:00Z, long before what comes before it',
    );
    expect(found(at('RUN#2021', '03', 1, '2031-01-01T08:00:00Z'))).toContain(
      'RUN#2021/03 event 2 is of',
    );
  });

  it('is said of what is new, and not again of what was verified before', () => {
    const changed = chainedAnew(at('RUN#2021', '03', 3, '2019-02-23T08:00:00Z'));
    const known = changed.map(headOf);
    const more = { fileHash: fileHashOf, known, whole: true };
    expect(verify(changed, hashOf, undefined, more).findings).toEqual([]);
  });

  it('is that of an input which a proposal was made from long before', () =>
    expect(found(at('INPUT#all', 'payees', 1, '2029-12-31T08:00:00Z'))).toMatch(
      /RUN#2021\/03 event \d+ rests on version 1 of INPUT#all\/payees, which was registered on 2029/,
    ));
});
