import { describe, expect, it } from 'vitest';
import type { Json } from '../../../core/canonical.ts';
import { headOf } from '../../../core/record/anchor.ts';
import { type FoundStream, nameOf } from '../../../core/record/found-stream.ts';
import { verify } from '../../../core/record/verify.ts';
import { chainedAnew, hashOf } from '../../helpers/forge.ts';
import { found, isOf, where, whole } from './one-forged.ts';

const bank = 'BANK#2021/report';
const march = 'RUN#2021/03';
const anybody = () => true;
const ofFile = (name: string) => (event: Json) => (event as { file?: string }).file === name;
const resolved = isOf('item-resolved');
const again = <T>(event: T): readonly T[] => [event, event];
type Members = Readonly<Record<string, unknown>>;
const saying = (more: Members) => (event: Members) => ({ ...event, ...more });
const lacking =
  (name: string) =>
  ({ [name]: _, ...event }: Members) =>
    event;

/** A report whose first item is another. */
const firstItem = (change: (item: Members) => Members) =>
  where(bank, ofFile('march.xml'), (event: { items: Members[] }) => ({
    ...event,
    items: event.items.map((each, index) => (index === 0 ? change(each) : each)),
  }));

/** The file of which nothing could be read. */
const unread = whole
  .flatMap(({ events }) => events)
  .map(({ event }) => event as { type: string; hash: string })
  .find(({ type }) => type === 'report-refused')?.hash;

/** The working of the year's grants with another node for the last of those, and what names it. */
const node = (which: (node: Members) => boolean, change: (node: Members) => Members) =>
  where(
    'WORKING#2021/opening-2021',
    (event) => (event as { nodes: Members[] }).nodes.some(which),
    ({ nodes, ...event }: { nodes: Members[] }) => {
      const index = nodes.findLastIndex(which);
      return { ...event, nodes: nodes.with(index, change(nodes[index] as Members)) };
    },
  );
/** Two payees' lines, each in the other's payment: with their working, and so with amounts that fit it. */
const exchanged =
  (one: string, other: string) =>
  ({ payments, ...rest }: { payments: { payee: string; lines: Json[] }[] }) => {
    const linesOf = (code: string) => payments.find(({ payee }) => payee === code)?.lines ?? [];
    const instead = new Map([
      [one, linesOf(other)],
      [other, linesOf(one)],
    ]);
    return {
      ...rest,
      payments: payments.map((each) => ({
        ...each,
        lines: instead.get(each.payee) ?? each.lines,
      })),
    };
  };
const isNode = (kind: string) => (each: Members) => each.node === kind;

describe('A record whose hashes all fit is found out', () => {
  it.each<[string, readonly FoundStream[], string]>([
    [
      'when a case is taken off the agenda twice',
      where('AGENDA#all/closed', anybody, again),
      'again',
    ],
    [
      'when releases were stopped by whoever had stopped them',
      where('SWITCH#all/releases', isOf('stopped'), again),
      'stopped that says nothing new',
    ],
    [
      'when a proposal divides a line by years that its working does not',
      where(
        'PROPOSAL#2021/payout-2021-03',
        anybody,
        saying({
          yearShares: [
            {
              ...{ payee: '01', kind: 'instalment', agreementYear: 2021, sek: '1' },
              working: 'a'.repeat(64),
            },
          ],
        }),
      ),
      'has the part of 2021 in instalment of 01, 1, without working in the record',
    ],
    [
      'when a proposal pays somebody twice',
      where('PROPOSAL#2021/payout-2021-03', anybody, (proposal: { payments: object[] }) => ({
        ...proposal,
        payments: proposal.payments.flatMap(again),
      })),
      'pays somebody twice',
    ],
    [
      'when a proposal pays an item twice',
      where('PROPOSAL#2021/payout-2021-03', anybody, ({ paid, ...rest }: { paid: Json[] }) => ({
        ...rest,
        paid: paid.flatMap(again),
      })),
      'pays an item twice',
    ],
    [
      'when a proposal takes from the budget of another year than it is paid in',
      where('PROPOSAL#2021/payout-2021-03', anybody, saying({ budgetYear: 2022 })),
      'is paid on 2021-03-01 and takes from 2022',
    ],
    [
      'when a line is paid with the working of another payee’s',
      where('PROPOSAL#2021/payout-2021-03', anybody, exchanged('04', '05')),
      'worked out for 05',
    ],
    [
      'when a line stands twice in one payment',
      where(
        'PROPOSAL#2021/payout-2021-03',
        anybody,
        ({ payments, ...rest }: { payments: { lines: Json[] }[] }) => ({
          ...rest,
          payments: payments.map(({ lines, ...each }) => ({
            ...each,
            lines: lines.flatMap(again),
          })),
        }),
      ),
      'again',
    ],
    [
      'when a proposal says more of a payment than is said of one',
      where('PROPOSAL#2021/payout-2021-03', anybody, (proposal: { payments: object[] }) => ({
        ...proposal,
        payments: proposal.payments.map((each) => ({ ...each, more: '1' })),
      })),
      'says of a payment what is said of none',
    ],
    [
      'when a part is that of a payee to whom nothing was dealt out',
      node(({ operation }) => operation === 'part', saying({ key: '99' })),
      'takes no step that there is',
    ],
    [
      'when a part is nobody’s',
      node(({ operation }) => operation === 'part', lacking('key')),
      'node ',
    ],
    [
      'when a step of working comes to what is no number',
      node(
        ({ operation }) => operation === 'allocation',
        (step) => ({ ...step, exact: 'many' }),
      ),
      'cannot be read: ',
    ],
    [
      'when a file of the bank was taken twice',
      where(bank, ofFile('march.xml'), again),
      'is of a file that was taken before',
    ],
    [
      'when the items of a report are no list',
      where(bank, ofFile('march.xml'), saying({ items: 'none' })),
      'has items that are no list',
    ],
    [
      'when a piece of a report is there again and says something else',
      where(bank, isOf('report-items'), (event: { items: object[] }) => [
        event,
        { ...event, items: event.items.slice(1) },
      ]),
      'which does not follow',
    ],
    [
      'when an item stands at a place that is none',
      firstItem(saying({ place: 'page 1' })),
      'which says as place what is none',
    ],
    [
      'when the place of an item says more than where it is',
      firstItem(saying({ place: { of: 'statement', id: 'S', entry: 1, more: '1' } })),
      'which says as place what is none',
    ],
    [
      'when an item stands on a page that is none',
      firstItem(saying({ place: { of: 'statement', id: 'S', page: 1, entry: 1 } })),
      'which says as place what is none',
    ],
    [
      'when a payment is to be booked anew that did not come back',
      where(march, isOf('movement-decided'), saying({ choice: 'booked-anew' })),
      'movement-decided that was not allowed: nothing-returned',
    ],
    [
      'when grants are dealt out of working that is not there',
      node(
        ({ operation }) => operation === 'allocation',
        ({ of, ...rest }) => ({ ...rest, of: (of as string[]).with(0, 'a'.repeat(64)) }),
      ),
      'is made of working that the record does not hold',
    ],
    [
      'when an item is within another and not',
      firstItem(saying({ within: false })),
      'which says as within what is none',
    ],
    [
      'when an item leads to a case that is not there',
      firstItem(saying({ case: 'payout-2020-03' })),
      'about payout-2020-03, which is not there',
    ],
    [
      'when an item leads to a payment that it does not name',
      firstItem(lacking('endToEndId')),
      'about no payment of payout-2021-03 to ',
    ],
    ['when an item was looked into twice', where(bank, resolved, again), 'is about item 1 of '],
    [
      'when nothing was chosen of money that moved without an order',
      where(bank, resolved, lacking('choice')),
      'chooses undefined; allowed is booked-anew, bank-to-correct',
    ],
    [
      'when something was chosen of a file of which nothing could be read',
      where(bank, resolved, saying({ report: unread })),
      'chooses bank-to-correct; allowed is nothing',
    ],
    [
      'when somebody looked into a second item of a file of which nothing could be read',
      where(bank, resolved, (event: Members) =>
        lacking('choice')({ ...event, report: unread, item: 2 }),
      ),
      'which needs nobody',
    ],
    [
      'when a requisition is to be paid to no account',
      where(
        'REQUISITION#2021/ihsi',
        isOf('submitted'),
        ({ requisition, ...event }: { requisition: Members }) => ({
          ...event,
          requisition: lacking('bankgiro')(requisition),
        }),
      ),
      'submitted with what is no text',
    ],
    [
      'when a case waits for a case that is none',
      where(
        'GRANT#2021/allocation',
        isOf('waiting'),
        ({ needs, ...event }: { needs: Members[] }) => ({
          ...event,
          needs: needs.map(saying({ case: 'payout-2021-13' })),
        }),
      ),
      'cannot be read: RangeError',
    ],
    [
      'when a requisition in euros was recorded, and paid without a rate',
      where('PROPOSAL#2021/requisition-2021-ihsi', anybody, saying({ restsOn: [] })),
      'was paid without a rate or terms',
    ],
    [
      'when an input was registered that says what the one before it says',
      where('INPUT#2021/population', anybody, again),
      'registers what version 1 says',
    ],
    [
      'when an input was confirmed that needs nobody else',
      where('INPUT#2021/population', anybody, (event: { at: string; by: object }) => [
        event,
        { type: 'input-confirmed', at: event.at, by: event.by, version: 1 },
      ]),
      'confirms what takes effect without a second person',
    ],
    [
      'when somebody said something who is nobody',
      where(march, isOf('withdrawn'), saying({ by: null })),
      'says as by what is none',
    ],
    [
      'when a number comes from no input',
      node(isNode('input'), saying({ source: null })),
      'is a leaf without a source',
    ],
    [
      'when a number of an agreement is another than it states',
      node(isNode('parameter'), saying({ exact: '17' })),
      'says 17, which no agreement states there',
    ],
    [
      'when a step follows from no rule that is written',
      node(isNode('step'), lacking('cites')),
      'is no node of working: no cites',
    ],
    [
      'when a number is written otherwise than numbers are',
      node(isNode('step'), ({ exact, ...rest }) => ({ ...rest, exact: `0${exact}` })),
      ', which is written ',
    ],
    [
      'when the working rests on an input that is gone',
      whole.filter((each) => nameOf(each) !== 'INPUT#2021/population'),
      'rests on INPUT#2021/population, which is not there',
    ],
  ])('%s', (_, record, said) => {
    expect(found(record).filter((each) => each.includes(said))).not.toEqual([]);
  });
});

it('A choice by what is at least another is taken again', () => {
  const isChoice = (each: Members) => each.operation === 'if-over';
  const forged = where(
    'WORKING#2021/opening-2021',
    (event) => (event as { nodes: Members[] }).nodes.some(isChoice),
    ({ nodes, ...event }: { nodes: Members[] }) => ({
      ...event,
      nodes: nodes.map((each) =>
        isChoice(each) ? { ...each, operation: 'if-at-least', exact: '-1' } : each,
      ),
    }),
  );
  const said = found(forged).filter((each) => each.includes('is -1; its arguments make '));
  expect(said.length).toBeGreaterThan(0);
});

describe('What is written twice by two who did the same at once', () => {
  it('is whole when it is a piece of a report', () => {
    expect(found(where(bank, isOf('report-items'), again))).toEqual([]);
  });
});

it('A word about a report that was not read is none about a report that is missing', () => {
  const about = (record: readonly FoundStream[], known?: []) =>
    verify(record, hashOf, undefined, known && { known }).findings.filter(({ what }) =>
      what.startsWith('is about a report that is not there'),
    ).length;
  const without = where(bank, ofFile('twice.xml'), () => []);
  expect([about(without), about(without, [])]).toEqual([1, 0]);
});

it('What was paid before is paid again by what is new', () => {
  const first = whole.find((each) => nameOf(each) === march)?.events ?? [];
  const twice = chainedAnew(
    whole.map((each) => (nameOf(each) === 'RUN#2021/04' ? { ...each, events: first } : each)),
  );
  const known = twice.filter((each) => nameOf(each) !== 'RUN#2021/04').map(headOf);
  const said = verify(twice, hashOf, undefined, { known, whole: true }).findings;
  expect(said.map(({ what }) => what)).toContain('pays instalment/2021/2021-03 again');
});
