import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundStream } from '../../../core/record/verify.ts';
import { verify } from '../../../core/record/verify.ts';
import { sha256 } from '../../../functions/adapters/sha256.ts';
import { fileHashOf } from '../../../functions/bank/payment-file.ts';
import { everyEvent, streamsIn } from '../../functions/support/every-event.ts';
import { cases } from '../../helpers/cases.ts';
import { hashOf } from '../../helpers/forge.ts';
import { chained } from './streams.ts';

const whole = await streamsIn(await everyEvent());
const day = (text: string) => ({ day: text });
/** Streams that say nothing that could be wrong or right: what is tried here is how events follow each other. */
const inputs = chained('INPUT#2021', 'rate', day('15'), day('16'), day('17'));
const record: readonly FoundStream[] = [
  chained('INPUT#2021', 'outcomes', day('1')),
  chained('INPUT#2021', 'population', day('1')),
  chained('INPUT#2021', 'price-tags', day('1')),
  inputs,
];

const inChain = /stands where|does not follow|is not what its hash|anchored/;
const ofChains =
  /stands where|does not follow|is not what its hash|anchored|no stream of the record/;

const findings = (found: readonly FoundStream[]) =>
  verify(found, sha256)
    .findings.filter(({ what }) => ofChains.test(what))
    .map(({ where, what }) => `${where} ${what}`);

describe('A record that is what it says', () => {
  it('has no findings, and is counted', () => {
    const {
      streams,
      events,
      findings: found,
      heads,
    } = verify(whole, hashOf, undefined, {
      fileHash: fileHashOf,
    });
    expect(found).toEqual([]);
    const sum = whole.reduce((count, each) => count + each.events.length, 0);
    expect([streams, events, heads.length]).toEqual([whole.length, sum, whole.length]);
  });

  it('has one head hash, in whatever order its streams are found; tokens and notices are no part of it', () => {
    const notices = chained('NOTICE#2022', 'attestant', { type: 'noted' });
    const tokens = chained('TOKEN#2022', 'payout-2022-02', { type: 'asked' });
    const { headHash, streams } = verify([tokens, notices, ...[...record].reverse()], sha256);
    expect(headHash).toBe(verify(record, sha256).headHash);
    expect(streams).toBe(4);
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
    expect(rate(first, { ...second, event: day('30') }, third)).toEqual([
      'INPUT#2021/rate event 2 is not what its hash was made of',
    ]);
  });

  it('an event was changed and hashed anew: the next does not follow it', () => {
    const forged = chained('INPUT#2021', 'rate', day('15'), day('30')).events[1];
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
    const stream = { partition: 'PROPOSAL#2022', stream: 'payout-2022-02' };
    expect(findings([{ ...stream, events: [{ ...first, event: 1.5 }] }])).toHaveLength(1);
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
        const wrong = (streams: readonly FoundStream[]) =>
          verify(streams, sha256, anchor).findings.filter(({ what }) => inChain.test(what));
        expect(wrong(found)).toEqual([]);
        expect(wrong(changed)).not.toEqual([]);
      }),
      cases(500),
    );
  });
});

describe('Against what was anchored outside', () => {
  const anchor = verify(record, sha256);
  const against = (found: readonly FoundStream[], to: Parameters<typeof verify>[2] = anchor) =>
    verify(found, sha256, to)
      .findings.filter(({ what }) => inChain.test(what))
      .map(({ where, what }) => `${where}: ${what}`);
  const withInputs = (events: FoundStream['events']) => [
    ...record.slice(0, 3),
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
    expect(against(record.slice(0, 3))).toContain('INPUT#2021/rate: is missing; 3 events anchored');
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
    const found = against(record.slice(0, 3), { headHash: anchor.headHash });
    expect(found).toEqual([expect.stringMatching(/^head hash: is .* was anchored$/)]);
  });
});

it('A stream that the system makes nowhere is found, in every kind of partition', () => {
  const strange = [
    ['RUN#2021', '3'],
    ['RUN#21', '03'],
    ['REQUISITION#2021', 'fst'],
    ['INPUT#2021', 'payees'],
    ['INPUT#all', 'rate'],
    ['INPUT#2021', 'weather'],
    ['PROPOSAL#2022', 'payout-2021-03'],
    ['JOURNAL#2021', 'ledger'],
    ['SWITCH#2021', 'releases'],
    ['LEDGER#2021', 'voucher'],
    ['toString', 'x'],
  ] as const;
  for (const [partition, name] of strange)
    expect(findings([chained(partition, name, { any: 'thing' })])).toEqual([
      `${partition}/${name} is no stream of the record`,
    ]);
});

describe('Beyond heads that were verified before', () => {
  const known = verify(record, sha256).heads;
  const grown = chained('INPUT#2021', 'rate', ...['15', '16', '17', '18'].map(day));
  const beyond = (...found: readonly FoundStream[]) => verify(found, sha256, undefined, { known });

  it('what came after a head is enough: the heads are those of the whole', () => {
    const tail = { ...grown, events: grown.events.slice(3) };
    const all = verify([...record.slice(0, 3), grown], sha256);
    expect(beyond(tail).headHash).toBe(all.headHash);
    expect(beyond(grown).headHash).toBe(all.headHash);
    expect(beyond().headHash).toBe(verify(record, sha256).headHash);
  });

  it('nothing is judged that was judged before, and everything that is new', () => {
    const wrongThen = /rate event [123] /;
    expect(verify(record, sha256).findings.some(({ where }) => /rate event 1/.test(where))).toBe(
      true,
    );
    const { findings: now } = beyond(grown);
    expect(now.filter(({ where }) => wrongThen.test(`${where} `))).toEqual([]);
    expect(now.some(({ where }) => where === 'INPUT#2021/rate event 4')).toBe(true);
  });

  it('a tail that does not follow its head is found, and a stream that was written anew', () => {
    const other = chained('INPUT#2021', 'rate', ...['1', '2', '3', '4'].map(day));
    const tail = { ...other, events: other.events.slice(3) };
    const said = (found: FoundStream) => beyond(found).findings.map(({ what }) => what);
    expect(said(tail)).toContain('does not follow the event before it');
    expect(said(other)).toContain('event 3 is another than was anchored');
    expect(said({ ...grown, events: grown.events.slice(0, 2) })).toContain(
      'has 2 events; 3 were anchored: event 3 is missing',
    );
    expect(beyond({ ...grown, events: [] }).headHash).toBe(verify(record, sha256).headHash);
  });
});
