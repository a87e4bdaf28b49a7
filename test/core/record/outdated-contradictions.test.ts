import { describe, expect, it } from 'vitest';
import { headOf } from '../../../core/record/anchor.ts';
import { type FoundStream, nameOf } from '../../../core/record/found-stream.ts';
import { verify } from '../../../core/record/verify.ts';
import { newVersions } from '../../forgery/new-versions.ts';
import { hashOf } from '../../helpers/forge.ts';
import { isOf, where, whole } from './one-forged.ts';

type More = NonNullable<Parameters<typeof verify>[3]>;
const told = (record: readonly FoundStream[], more: More = {}) =>
  verify(record, hashOf, undefined, { ...more, whole: true })
    .findings.map(({ where: at, what }) => `${at} ${what}`)
    .filter((each) => each.includes('a newer one counted by then'));

const march = whole.find((each) => nameOf(each) === 'RUN#2021/03');
const released = march?.events.find(({ event }) => isOf('release-ordered')(event));
const place = `RUN#2021/03 event ${released?.number}`;
const tried = (of: string) =>
  newVersions(whole).find((each) => each.where === place && each.of === of);
const payees = tried('INPUT#all/payees');

describe('A payment that was released', () => {
  it.each(['INPUT#all/payees', 'INPUT#2021/authorisation'])(
    'by an older version of %s than counted by then is found, since the release would have refused it',
    (of) => {
      const changed = tried(of)?.make(60) ?? [];
      expect(told(changed)).toContainEqual(
        expect.stringMatching(
          new RegExp(`^${place} release-ordered resting on version \\d of ${of}, of which a newer`),
        ),
      );
    },
  );

  it('is past changing by what counts from then on', () => {
    expect(told(whole)).toEqual([]);
    expect(told(payees?.make(0) ?? []).filter((each) => each.startsWith(place))).toEqual([]);
  });

  it('is found where its input has grown though it was verified before, and not where both were', () => {
    const changed = payees?.make(60) ?? [];
    const heads = (record: readonly FoundStream[]) => ({ known: record.map(headOf) });
    expect(told(changed, heads(whole))).not.toEqual([]);
    expect(told(changed, heads(changed))).toEqual([]);
  });

  it('is not judged by an input of which only the end was read, or that is none', () => {
    const without = (keep: (found: FoundStream) => readonly FoundStream[]) =>
      (payees?.make(60) ?? []).flatMap((each) =>
        nameOf(each) === 'INPUT#all/payees' ? keep(each) : [each],
      );
    expect(told(without(() => []))).toEqual([]);
    expect(told(without((each) => [{ ...each, events: each.events.slice(1) }]))).toEqual([]);
    const elsewhere = where('RUN#2021/03', isOf('proposed'), (event: { restsOn: object[] }) => ({
      ...event,
      restsOn: event.restsOn.map((each) => ({ ...each, stream: 'RUN#2021/03' })),
    }));
    expect(told(elsewhere)).toEqual([]);
  });
});
