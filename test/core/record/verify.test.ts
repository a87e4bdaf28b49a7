import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, type Json } from '../../../core/canonical.ts';
import type { FoundStream } from '../../../core/record/verify.ts';
import { verify } from '../../../core/record/verify.ts';
import { sha256 } from '../../../functions/adapters/sha256.ts';
import { cases } from '../../helpers/cases.ts';
import {
  anna,
  at,
  bo,
  everythingBooked,
  hanna,
  happened,
  registeredBy,
  ulf,
} from '../payment/words.ts';
import { chained } from './streams.ts';

const document = { kind: 'payment', totalSek: '100' };
const hash = sha256(canonical(document));
const { opened, proposed, computed, approved, withdrawn, released, voided, settled, decided } =
  happened;
const both = [approved('attest', anna, hash), approved('order', ulf, hash)];
const typed = {
  ...happened.reported(...everythingBooked),
  source: { by: hanna, reason: 'as it says' },
};
const run = [opened, proposed(hash), ...both, released(hash), typed, settled];

const voucher = (number: number, more: object = {}): Json => ({
  type: 'voucher',
  number,
  key: `payout-2022-${number}`,
  proposal: hash,
  entries: [
    { account: 'grant', counterpart: '01', line: 'instalment', sek: '100' },
    { account: 'bank', counterpart: '', line: 'payment', sek: '-100' },
  ],
  cashSek: '100',
  ...more,
});

const proposals = chained('PROPOSAL#2022', 'payout-2022-02', document);
const payouts = (...events: readonly Json[]) => chained('RUN#2022', '02', ...events);
const journal = chained('JOURNAL#2022', 'voucher', voucher(1));
const inputs = chained(
  'INPUT#2021',
  'rate',
  { day: '2021-06-15' },
  { day: '2021-06-16' },
  { day: '2021-06-17' },
);
const taken = {
  type: 'room-taken',
  at,
  case: 'payout-2022-02',
  proposal: hash,
  number: 1,
  sek: '100',
};
const room = chained('ROOM#2022', '1:5 ap.2', taken);
const record: readonly FoundStream[] = [payouts(...run), room, journal, proposals, inputs];

const findings = (found: readonly FoundStream[]) =>
  verify(found, sha256).findings.map(({ where, what }) => `${where} ${what}`);
/** What is found in a run with these events, beside a journal and the proposal. */
const inRun = (...events: readonly Json[]) => findings([payouts(...events), room, proposals]);
const inJournal = (...vouchers: readonly Json[]) =>
  findings([payouts(...run), room, proposals, chained('JOURNAL#2022', 'voucher', ...vouchers)]);

describe('A record that is what it says', () => {
  it('has no findings, and is counted', () => {
    const { streams, events, findings: found, heads } = verify(record, sha256);
    expect(found).toEqual([]);
    expect([streams, events]).toEqual([5, 1 + 1 + 1 + 3 + run.length]);
    expect(heads.map(({ partition, stream, length }) => [partition, stream, length])).toEqual([
      ['INPUT#2021', 'rate', 3],
      ['JOURNAL#2022', 'voucher', 1],
      ['PROPOSAL#2022', 'payout-2022-02', 1],
      ['ROOM#2022', '1:5 ap.2', 1],
      ['RUN#2022', '02', run.length],
    ]);
  });

  it('has one head hash, in whatever order its streams are found; tokens and notices are no part of it', () => {
    const notices = chained('NOTICE#2022', 'attestant', { type: 'noted' });
    const tokens = chained('TOKEN#2022', 'payout-2022-02', { type: 'asked' });
    const { headHash, streams } = verify([tokens, notices, ...[...record].reverse()], sha256);
    expect(headHash).toBe(verify(record, sha256).headHash);
    expect(streams).toBe(5);
  });

  it('may be empty, and may hold an empty stream', () => {
    expect(verify([], sha256)).toMatchObject({ streams: 0, events: 0, findings: [] });
    const { heads } = verify([{ partition: 'RUN#2022', stream: '02', events: [] }], sha256);
    expect(heads).toEqual([
      { partition: 'RUN#2022', stream: '02', length: 0, hash: '0'.repeat(64) },
    ]);
  });
});

describe('A broken chain is found where', () => {
  const [first, second, third] = inputs.events;
  if (!first || !second || !third) throw new Error('Three events.');
  const rate = (...events: FoundStream['events']) => findings([{ ...inputs, events }]);

  it('an event was changed', () => {
    expect(rate(first, { ...second, event: { day: '2021-06-30' } }, third)).toEqual([
      'INPUT#2021/rate event 2 is not what its hash was made of',
    ]);
  });

  it('an event was changed and hashed anew: the next does not follow it', () => {
    const forged = chained('INPUT#2021', 'rate', { day: '2021-06-15' }, { day: '2021-06-30' })
      .events[1];
    expect(rate(first, forged ?? second, third)).toEqual([
      'INPUT#2021/rate event 3 does not follow the event before it',
    ]);
  });

  it('an event is missing', () => {
    expect(rate(first, third)).toEqual([
      'INPUT#2021/rate event 3 stands where event 2 should',
      'INPUT#2021/rate event 3 does not follow the event before it',
    ]);
  });

  it('the first event is missing', () => {
    expect(rate(second, third)).toContain(
      'INPUT#2021/rate event 2 does not follow the event before it',
    );
  });

  it('something stands that has no canonical text', () => {
    expect(rate(first, { ...second, event: { rate: 10.5 } }, third)).toEqual([
      'INPUT#2021/rate event 2 is not what its hash was made of',
    ]);
    const made = verify([{ ...proposals, events: [{ ...first, event: 1.5 }] }], sha256);
    expect(made.findings.length).toBeGreaterThan(0);
  });

  it('a token stream was tampered with too', () => {
    const tokens = chained('TOKEN#2022', 'payout-2022-02', { type: 'asked' }, { type: 'woken' });
    expect(findings([{ ...tokens, events: tokens.events.slice(1) }])).not.toEqual([]);
  });

  it('anything was changed, cut out, put in, swapped or moved, in any record', () => {
    const streams = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    });
    const tampering = fc.record({
      does: fc.constantFrom('change', 'cut', 'put-in', 'swap', 'move'),
      stream: fc.nat(),
      at: fc.nat(),
      to: fc.nat(),
    });
    fc.assert(
      fc.property(streams, tampering, (texts, { does, stream, at, to }) => {
        const found = texts.map((own, n) =>
          chained('INPUT#2021', `s${n}`, ...own.map((text) => ({ text }))),
        );
        const anchor = verify(found, sha256);
        const target = stream % found.length;
        const other = (target + 1) % found.length;
        const changed = found.map((each, n) => {
          const events = [...each.events];
          const index = at % events.length;
          const event = events[index];
          if (!event) throw new Error('Every stream has events.');
          const elsewhere = found[target]?.events[at % (found[target]?.events.length ?? 1)];
          if (n === other && does === 'move' && elsewhere) events.push(elsewhere);
          if (n !== target) return { ...each, events };
          if (does === 'change') events[index] = { ...event, event: { text: 'another', was: 1 } };
          if (does === 'cut') events.splice(index, 1);
          if (does === 'put-in') events.splice(index, 0, { ...event, event: { text: 'more' } });
          if (does === 'swap') {
            const second = to % events.length;
            [events[index], events[second]] = [events[second] ?? event, event];
            if (index === second) events.push(event); // Nothing to swap with: put in twice.
          }
          return { ...each, events };
        });
        expect(verify(found, sha256, anchor).findings).toEqual([]);
        expect(verify(changed, sha256, anchor).findings).not.toEqual([]);
      }),
      cases(500),
    );
  });
});

describe('Against what was anchored outside', () => {
  const anchor = verify(record, sha256);
  const against = (found: readonly FoundStream[], to: Parameters<typeof verify>[2] = anchor) =>
    verify(found, sha256, to).findings.map(({ where, what }) => `${where}: ${what}`);
  const withInputs = (events: FoundStream['events']) => [
    ...record.slice(0, -1),
    { ...inputs, events },
  ];

  it('the same record has no findings', () => {
    expect(against(record)).toEqual([]);
    expect(against(record, { headHash: anchor.headHash })).toEqual([]);
  });

  it('a tail that was cut off is found, which the chain alone does not show', () => {
    const cut = withInputs(inputs.events.slice(0, 2));
    expect(findings(cut)).toEqual([]);
    expect(against(cut)).toContain(
      'INPUT#2021/rate: has 2 events; 3 were anchored: event 3 is missing',
    );
  });

  it('a stream that is gone is found', () => {
    expect(against(record.slice(0, -1))).toContain(
      'INPUT#2021/rate: is missing; 3 events anchored',
    );
  });

  it('a stream that nobody knew is found', () => {
    const more = [...record, chained('INPUT#2021', 'payees', { any: 'thing' })];
    expect(against(more)).toContain('INPUT#2021/payees: was not anchored');
  });

  it('a stream that was written anew is found, though its own chain holds', () => {
    const anew = chained('INPUT#2021', 'rate', { day: 'a' }, { day: 'b' }, { day: 'c' });
    expect(findings(withInputs(anew.events))).toEqual([]);
    expect(against(withInputs(anew.events))).toContain(
      'INPUT#2021/rate: event 3 is another than was anchored',
    );
  });

  it('a stream that has only grown is told from one that was written anew', () => {
    const grown = chained('INPUT#2021', 'rate', ...inputs.events.map(({ event }) => event), {
      day: 'd',
    });
    expect(against(withInputs(grown.events))).toEqual([
      expect.stringMatching(/^head hash: is [0-9a-f]{64}; [0-9a-f]{64} was anchored$/),
      'INPUT#2021/rate: has grown by 1 events since it was anchored',
    ]);
  });

  it('only the head hash is compared where no heads were noted', () => {
    const found = against(record.slice(0, -1), { headHash: anchor.headHash });
    expect(found).toEqual([expect.stringMatching(/^head hash: is .* was anchored$/)]);
  });
});

describe('A payment is found', () => {
  it('that was released without two people’s approvals', () => {
    expect(inRun(proposed(hash), approved('attest', anna, hash), released(hash))).toEqual([
      "RUN#2022/02 event 3 release-ordered without two people's approvals",
    ]);
  });

  it('that was released after an approval was withdrawn', () => {
    expect(inRun(proposed(hash), ...both, withdrawn('attest', anna, hash), released(hash))).toEqual(
      ["RUN#2022/02 event 5 release-ordered without two people's approvals"],
    );
  });

  it('that is another than was approved', () => {
    expect(inRun(proposed(hash), ...both, released('P2'))).toEqual([
      "RUN#2022/02 event 4 release-ordered without two people's approvals",
      'RUN#2022/02 event 4 release-ordered of a proposal that the record does not hold',
      'RUN#2022/02 event 4 release-ordered without its room in 2022',
    ]);
  });

  it('of which the record does not hold the proposal', () => {
    expect(findings([payouts(...run), room])).toEqual([
      'RUN#2022/02 event 5 release-ordered of a proposal that the record does not hold',
      'ROOM#2022/1:5 ap.2 event 1 room-taken for a proposal that the record does not hold',
    ]);
  });

  it('that was released twice', () => {
    expect(inRun(...run, released(hash))).toEqual([
      'RUN#2022/02 event 8 release-ordered after release-ordered',
    ]);
  });

  it('that pays what a payment of another month has paid', () => {
    const paying = (...paid: string[]) => ({ ...released(hash), paid });
    const first = payouts(opened, proposed(hash), ...both, paying('a', 'b'));
    const second = chained('RUN#2022', '04', opened, proposed(hash), ...both, paying('b', 'c'));
    expect(findings([first, second, proposals])).toEqual([
      'RUN#2022/04 event 5 pays b again',
      'RUN#2022/02 event 5 release-ordered without its room in 2022',
      'RUN#2022/04 event 5 release-ordered without its room in 2022',
    ]);
  });

  it('that was changed after its release', () => {
    expect(inRun(...run, voided(hash))).toEqual([
      'RUN#2022/02 event 8 voided after release-ordered',
    ]);
  });

  it('with approvals that were not allowed: one person twice', () => {
    const alone = [proposed(hash), approved('attest', bo, hash), approved('order', bo, hash)];
    expect(inRun(...alone, released(hash))).toEqual([
      'RUN#2022/02 event 3 an approval that was not allowed: same-person',
      "RUN#2022/02 event 4 release-ordered without two people's approvals",
    ]);
  });

  it('with approvals that were not allowed: by somebody whose own input it rests on', () => {
    const rests = proposed(hash, 1, { restsOn: [registeredBy(anna)] });
    expect(inRun(rests, ...both, released(hash))).toEqual([
      'RUN#2022/02 event 2 an approval that was not allowed: own-input',
    ]);
  });

  it('that was approved after its release, and not by right', () => {
    expect(inRun(...run, approved('attest', bo, hash))).toEqual([
      'RUN#2022/02 event 8 approved after release-ordered',
      'RUN#2022/02 event 8 an approval that was not allowed: already-approved',
    ]);
  });
});

it('A decision is found that two people did not make, and one that was made twice', () => {
  const grants = (...events: readonly Json[]) =>
    findings([chained('GRANT#2021', 'allocation', ...events), proposals]);
  const made = { ...decided, proposal: hash };
  expect(grants(computed(hash), ...both, made)).toEqual([]);
  expect(grants(computed(hash), made)).toEqual([
    "GRANT#2021/allocation event 2 decided without two people's approvals",
  ]);
  expect(grants(computed(hash), ...both, made, made)).toEqual([
    'GRANT#2021/allocation event 5 decided after decided',
  ]);
});

describe('A voucher is found', () => {
  it('whose number is not its place', () => {
    expect(inJournal(voucher(2))).toEqual(['JOURNAL#2022 voucher 2 stands in the place of 1']);
  });

  it('that does not sum to zero', () => {
    const entries = [{ account: 'bank', counterpart: '', line: 'payment', sek: '-1' }];
    expect(inJournal(voucher(1, { entries }))).toEqual([
      'JOURNAL#2022 voucher 1 does not sum to zero',
    ]);
  });

  it('that books a payment again', () => {
    expect(inJournal(voucher(1), voucher(2, { key: 'payout-2022-1' }))).toEqual([
      'JOURNAL#2022 voucher 2 books payout-2022-1 again',
    ]);
  });

  it('that books a payment again in another year', () => {
    const next = chained('JOURNAL#2023', 'voucher', voucher(1));
    expect(findings([...record, next])).toEqual([
      'JOURNAL#2023 voucher 1 books payout-2022-1 again',
    ]);
  });

  it('that books a payment which nobody released', () => {
    expect(inJournal(voucher(1, { proposal: 'P9' }))).toEqual([
      'JOURNAL#2022 voucher 1 books a payment that was not released',
    ]);
  });
});

describe('What is no event at all', () => {
  it.each([
    ['in a case', payouts(null), /^RUN#2022\/02 cannot be read: TypeError/],
    [
      'in a case, of an unknown type',
      payouts({ type: 'paid-twice' }),
      /^RUN#2022\/02 cannot be read: RangeError: "paid-twice" is nothing that happens to a case$/,
    ],
    [
      'in a journal',
      chained('JOURNAL#2022', 'voucher', 'paid'),
      /^JOURNAL#2022\/voucher cannot be read: TypeError/,
    ],
    [
      'a release of nothing',
      payouts({ type: 'release-ordered' }),
      /release-ordered without two people's approvals$/,
    ],
  ])('is a finding, and the rest is looked at all the same: %s', (_, stream, finding) => {
    const broken = { ...inputs, events: inputs.events.slice(1) };
    const found = findings([stream, broken]);
    expect(found.some((each) => finding.test(each))).toBe(true);
    expect(found.some((each) => each.startsWith('INPUT#2021/rate'))).toBe(true);
  });
});

describe('The switch that stops all releases', () => {
  const said = (type: string, by: Json) => ({ type, at, by, reason: 'As agreed.' });
  const inSwitch = (...events: readonly Json[]) =>
    findings([chained('SWITCH#all', 'releases', ...events)]);
  const lifted = [
    said('stopped', hanna),
    said('lift-approved', anna),
    said('lifted', ulf),
    said('stopped', ulf),
  ];

  it('may be thrown by one, lifted by two and thrown again', () => {
    expect(inSwitch(...lifted)).toEqual([]);
  });

  it.each([
    ['one person', [...lifted.slice(0, 2), said('lifted', anna)], 3, 'lifted', ': same-person'],
    ['nobody else', [...lifted.slice(0, 1), said('lifted', anna)], 2, 'lifted', ''],
    [
      'somebody without the right',
      [...lifted.slice(0, 2), said('lifted', hanna)],
      3,
      'lifted',
      ': right-not-held',
    ],
  ])('was not lifted by %s', (_, events, number, what, why) => {
    expect(inSwitch(...events)).toEqual([
      `SWITCH#all/releases event ${number} ${what} that was not allowed${why}`,
    ]);
  });

  it('cannot be lifted when it was not thrown', () => {
    expect(inSwitch(said('lift-approved', anna))).toEqual([
      'SWITCH#all/releases event 1 lift-approved that was not allowed: not-stopped',
    ]);
  });

  it('knows no other words', () => {
    expect(inSwitch(said('paused', anna))).toEqual([
      'SWITCH#all/releases cannot be read: RangeError: "paused" is nothing that happens to the switch',
    ]);
  });
});
