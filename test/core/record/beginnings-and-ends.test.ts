import { describe, expect, it } from 'vitest';
import type { Json } from '../../../core/canonical.ts';
import { headOf } from '../../../core/record/anchor.ts';
import { type FoundStream, nameOf } from '../../../core/record/found-stream.ts';
import { verify } from '../../../core/record/verify.ts';
import { fileHashOf } from '../../../functions/bank/payment-file.ts';
import { chainedAnew, hashOf } from '../../helpers/forge.ts';
import { whole } from './one-forged.ts';

const moment = '2026-01-01T00:00:00.000Z' as const;
const more = { fileHash: fileHashOf, whole: true } as const;

/** What is found in a record that is read years later. */
const found = (record: readonly FoundStream[]) =>
  verify(chainedAnew(record), hashOf, undefined, {
    ...more,
    reading: { notBefore: moment, notAfter: moment },
  }).findings.map(({ where, what }) => `${where} ${what}`);

const changed = (
  name: string,
  change: (events: FoundStream['events']) => FoundStream['events'],
): readonly FoundStream[] =>
  whole.map((each) => (nameOf(each) === name ? { ...each, events: change(each.events) } : each));

const without = (name: string, ...types: readonly string[]) =>
  changed(name, (events) =>
    events.filter(({ event }) => !types.includes((event as { type: string }).type)),
  );

const gone = (name: string, record = whole) => record.filter((each) => nameOf(each) !== name);

const added = (partition: string, stream: string, ...events: readonly object[]) => [
  ...whole,
  {
    ...{ partition, stream },
    events: events.map((event) => ({ number: 0, event: event as Json, previous: '', hash: '' })),
  },
];

const opened = (id: string, at: string) => ({ type: 'opened', at, case: id });

describe('What must have happened by the time that a record is read', () => {
  it('has happened in one in which everything happened, and nothing begins for nothing', () =>
    expect(found(whole)).toEqual([]));

  it('is that a closed case is off the agenda: gone, or shortened at its end', () => {
    expect(found(gone('AGENDA#all/closed'))).toContainEqual(
      expect.stringMatching(/^RUN#2021\/03 was closed at .*, and is still on the agenda$/),
    );
    expect(found(changed('AGENDA#all/closed', (events) => events.slice(0, -1)))).toContainEqual(
      expect.stringContaining('is still on the agenda'),
    );
  });

  it('is said of a record that tells of a later moment itself, and not of one that ends there', () => {
    const foundAlone = (record: readonly FoundStream[]) =>
      verify(chainedAnew(record), hashOf, undefined, more).findings.map(({ where }) => where);
    const last = nameOf(
      whole.find(({ partition }) => partition === 'RECONCILIATION#2021') as FoundStream,
    );
    expect(foundAlone(gone('AGENDA#all/closed'))).toContain('RUN#2021/03');
    expect(foundAlone(gone('AGENDA#all/closed'))).not.toContain(last);
  });

  it('is that a case is closed which was paid, decided, refused or given up', () => {
    for (const name of ['RUN#2022/02', 'GRANT#2021/allocation', 'REQUISITION#2021/ihsi'])
      expect(found(gone('AGENDA#all/closed', without(name, 'closed')))).toContainEqual(
        expect.stringMatching(
          new RegExp(`^${name} has had nothing to wait for since .*, and was not closed$`),
        ),
      );
  });

  it('is that something comes of a case that was opened', () =>
    expect(found(changed('RUN#2021/04', (events) => events.slice(0, 1)))).toContainEqual(
      'RUN#2021/04 was opened at 2021-03-25T07:00:00.000Z, and nothing has come of it',
    ));

  it('is that room is given back of a case that was closed without its payment', () =>
    expect(found(without('ROOM#2021/1:5 ap.2', 'room-given-back'))).toContainEqual(
      expect.stringContaining('holds room of payout-2021-04, which was closed at'),
    ));

  it('is not said again of what was verified before', () => {
    const agenda = changed('AGENDA#all/closed', (events) => events.slice(0, 1));
    const record = chainedAnew(agenda);
    expect(found(record)).toContainEqual(expect.stringContaining('still on the agenda'));
    const { findings } = verify(record, hashOf, undefined, { ...more, known: record.map(headOf) });
    expect(findings).toEqual([]);
  });
});

describe('A stream that begins for no reason', () => {
  it.each([
    [
      'a payout of a month in which nothing was due',
      'RUN#2021',
      '02',
      'payout-2021-02',
      'nothing was due',
    ],
    ['a payout before its week', 'RUN#2021', '05', 'payout-2021-05', 'before 2021-04-26'],
    [
      'an opening of a year without an agreement',
      'GRANT#2030',
      'allocation',
      'opening-2030',
      'a year without an agreement',
    ],
    [
      'a reconciliation before its day',
      'RECONCILIATION#2021',
      'settlement',
      '',
      'was opened on 2022-02-02, before 2022-03-01',
    ],
    [
      'a requisition that nobody submitted',
      'REQUISITION#2021',
      'sol',
      '',
      'opened stands where submitted should',
    ],
    [
      'a payment sent again that nobody decided to send',
      'REISSUE#2021',
      '03-05-1',
      'reissue-2021-03-05-1',
      'sends again what nobody decided to send again: 05 of payout-2021-03',
    ],
  ])('is %s', (_, partition, stream, id, what) => {
    const record =
      id !== ''
        ? added(partition, stream, opened(id, '2021-01-25T05:00:00.000Z'))
        : partition === 'RECONCILIATION#2021'
          ? changed(`${partition}/${stream}`, (events) =>
              events.map((link) => {
                const event = link.event as { type: string };
                return event.type === 'opened'
                  ? { ...link, event: { ...event, at: '2022-02-02T05:00:00.000Z' } as Json }
                  : link;
              }),
            )
          : without(`${partition}/${stream}`, 'submitted');
    expect(found(record)).toContainEqual(expect.stringContaining(what));
  });

  it('is one in which something happens before it is opened', () =>
    expect(found(without('RUN#2022/02', 'opened'))).toContain(
      'RUN#2022/02 event 1 waiting stands where opened should',
    ));

  it('is a payout long after everything was paid and nothing carried', () =>
    expect(
      found(added('RUN#2023', '06', opened('payout-2023-06', '2023-05-25T04:00:00.000Z'))),
    ).toContainEqual(
      expect.stringMatching(/^RUN#2023\/06 was opened at .*, and nothing has come/),
    ));

  it.each(['PROPOSAL', 'WORKING', 'ORDER'])('is a document of no case: %s', (kind) =>
    expect(found(added(`${kind}#2023`, 'payout-2023-06', { type: 'none' }))).toContain(
      `${kind}#2023/payout-2023-06 is of payout-2023-06, which was never opened`,
    ),
  );
});

describe('A document that nothing names', () => {
  const twice = (name: string, change: (event: object) => object) =>
    changed(name, (events) => {
      const last = events.at(-1) as FoundStream['events'][number];
      return [...events, { ...last, event: change(last.event as object) as Json }];
    });

  it('is a proposal at the end of a case that was put before nobody', () =>
    expect(
      found(twice('PROPOSAL#2021/payout-2021-03', (event) => ({ ...event, codeVersion: 'x' }))),
    ).toContain('PROPOSAL#2021/payout-2021-03 event 4 is a proposal that was put before nobody'));

  it('is a proposal that stands after a later one', () =>
    expect(
      found(changed('PROPOSAL#2021/payout-2021-03', (events) => events.toReversed())),
    ).toContainEqual(expect.stringContaining('stands after proposal 3')));

  it('is working at the end of a case of which no proposal is made', () => {
    const record = twice('WORKING#2021/payout-2021-03', () => ({ type: 'working', nodes: [] }));
    expect(found(record)).toContainEqual(
      expect.stringMatching(
        /^WORKING#2021\/payout-2021-03 event \d+ is working of which no proposal/,
      ),
    );
  });

  it('is working that stands before what it is made of', () =>
    expect(
      found(changed('WORKING#2021/opening-2021', (events) => events.toReversed())),
    ).toContainEqual(expect.stringContaining('is made of working that stands after it')));
});

describe('A case', () => {
  it('is closed without payment only when somebody asked, and a requisition is recorded first', () => {
    expect(found(without('RUN#2021/04', 'close-requested'))).toContainEqual(
      expect.stringContaining('closed as nobody asked for'),
    );
    expect(found(without('REQUISITION#2021/ihsi', 'recorded'))).toContainEqual(
      expect.stringContaining('closed before it was recorded'),
    );
  });

  it('takes room only for what both have approved', () =>
    expect(found(without('RUN#2021/04', 'approved'))).toContainEqual(
      expect.stringContaining('is of a proposal that nobody approved by attest'),
    ));

  it('knows what somebody has chosen for a movement of its payment', () =>
    expect(found(without('RUN#2021/03', 'movement-decided'))).toContainEqual(
      expect.stringContaining('chooses bank-to-correct, which payout-2021-03 does not say'),
    ));

  it('is told of by a person in the stream in which its report stands', () => {
    const bank = whole.find((each) => nameOf(each) === 'BANK#2021/report') as FoundStream;
    const said = bank.events.filter(
      ({ event }) => (event as { type: string }).type === 'item-resolved',
    );
    const record = [
      ...without('BANK#2021/report', 'item-resolved'),
      { ...bank, partition: 'BANK#2022', events: said },
    ];
    expect(found(record)).toContainEqual(
      expect.stringContaining('is about a report of another year'),
    );
  });
});
