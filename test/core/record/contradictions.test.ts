import { describe, expect, it } from 'vitest';
import type { Json } from '../../../core/canonical.ts';
import { type FoundStream, nameOf } from '../../../core/record/found-stream.ts';
import { verify } from '../../../core/record/verify.ts';
import { chainedAnew, hashOf, rehashed } from '../../helpers/forge.ts';
import { found, isOf, where, whole } from './one-forged.ts';

const march = 'RUN#2021/03';
const released = isOf('release-ordered');
const toldAll = (event: Json) => ((event as { words?: Json[] }).words ?? []).length > 5;
const ofMarch = (event: Json) => (event as { file?: string }).file === 'march.xml';
const forMarch = (event: Json) => (event as { case?: string }).case === 'payout-2021-03';
const withDocument = (event: Json) => Object.hasOwn(Object(event), 'document');
const anybody = () => true;
const forYear = (event: Json) =>
  (event as { content?: { decision?: string } }).content?.decision === 'rb-2021-02-18';
const tenfold = ({ sek, ...rest }: { sek: string }) => ({ ...rest, sek: `${sek}0` });

describe('A record whose hashes all fit is found out', () => {
  it.each<[string, readonly FoundStream[], string]>([
    [
      'when the order goes to another bankgiro',
      where('ORDER#2021/payout-2021-03', anybody, (order: { transactions: object[] }) => ({
        ...order,
        transactions: order.transactions.map((each, index) =>
          index === 0 ? { ...each, bankgiro: '5050-1055' } : each,
        ),
      })),
      'ORDER#2021/payout-2021-03 event 1 is an order with another transactions',
    ],
    [
      'when the release sends ten times the amount',
      where(march, released, (event: { sent: { sek: string }[] }) => ({
        ...event,
        sent: event.sent.map((each, index) => (index === 0 ? tenfold(each) : each)),
      })),
      `release-ordered with another sent`,
    ],
    [
      'when the release names another file',
      where(march, released, (event: object) => ({ ...event, fileHash: 'a'.repeat(64) })),
      'release-ordered with another fileHash',
    ],
    [
      'when the release says that another item was paid',
      where(march, released, (event: object) => ({ ...event, paid: ['instalment/2021/2021-04'] })),
      'release-ordered with another paid',
    ],
    [
      'when the release was paid on another day',
      where(march, released, (event: object) => ({ ...event, paidOn: '2021-03-02' })),
      'release-ordered with another paidOn',
    ],
    [
      'when the release carries kronor forward that the proposal does not',
      where(march, released, (event: object) => ({
        ...event,
        carried: [{ region: '01', sek: '-1', working: 'a'.repeat(64) }],
      })),
      'release-ordered with another carried',
    ],
    [
      'when the release has another message id',
      where(march, released, (event: object) => ({ ...event, messageId: 'STB-PAY-2021-04' })),
      'release-ordered with another messageId',
    ],
    [
      'when a voucher is a milliard higher, and sums to zero',
      where('JOURNAL#2021/voucher', anybody, (voucher: { entries: { sek: string }[] }) => ({
        ...voucher,
        entries: voucher.entries.map((each, index) =>
          index < 2
            ? { ...each, sek: `${BigInt(each.sek) + (index === 0 ? 1n : -1n) * 10n ** 9n}` }
            : each,
        ),
      })),
      'with another entries than follows from what the record holds',
    ],
    [
      'when a voucher is missing',
      where(
        'JOURNAL#2021/voucher',
        (event) => (event as { key?: string }).key === 'payout-2021-03',
        () => [],
      ),
      'RUN#2021/03 has no voucher payout-2021-03',
    ],
    [
      'when a payment is booked twice',
      where('JOURNAL#2021/voucher', anybody, (voucher: { number: number }) => [
        voucher,
        { ...voucher, number: voucher.number + 1 },
      ]),
      'again',
    ],
    [
      'when a voucher has another number than its place',
      where('JOURNAL#2021/voucher', anybody, (voucher: object) => ({ ...voucher, number: 9 })),
      'stands in the place of 9',
    ],
    [
      'when a voucher is of another day',
      where('JOURNAL#2021/voucher', anybody, (voucher: object) => ({
        ...voucher,
        day: '2022-01-01',
      })),
      'is of 2022-01-01',
    ],
    [
      'when an input was confirmed by whoever registered it',
      where('INPUT#2021/authorisation', isOf('input-confirmed'), (event: { by: object }) => ({
        ...event,
        by: { ...event.by, sub: 'local-registrar' },
      })),
      'by the person who registered it',
    ],
    [
      'when an input was confirmed twice',
      where('INPUT#2021/authorisation', isOf('input-confirmed'), (event) => [event, event]),
      ' again',
    ],
    [
      'when an input was refused by whoever registered it',
      where('INPUT#all/payees', isOf('input-refused'), (event: { by: object }) => ({
        ...event,
        by: { ...event.by, sub: 'local-registrar' },
      })),
      'refuses version 3 by the person who registered it',
    ],
    [
      'when an input was refused twice',
      where('INPUT#all/payees', isOf('input-refused'), (event) => [event, event]),
      'refuses version 3 again',
    ],
    [
      'when an input was confirmed that had been refused',
      where('INPUT#all/payees', isOf('input-refused'), (event: { at: string; by: object }) => [
        event,
        { type: 'input-confirmed', at: event.at, by: event.by, version: 3 },
      ]),
      'confirms version 3, which was refused',
    ],
    [
      'when an input was refused that had been confirmed',
      where('INPUT#all/payees', isOf('input-refused'), (event: object) => ({
        ...event,
        version: 2,
      })),
      'refuses version 2, which was confirmed',
    ],
    [
      'when an input was refused that is not there',
      where('INPUT#all/payees', isOf('input-refused'), (event: object) => ({
        ...event,
        version: 9,
      })),
      'refuses version 9, which is not there',
    ],
    [
      'when an input was refused without a reason',
      where('INPUT#all/payees', isOf('input-refused'), (event: { reason?: string }) => {
        const { reason: _reason, ...rest } = event;
        return rest;
      }),
      'refuses with at, by, code, version',
    ],
    [
      'when an input was registered with a document that is none',
      where('INPUT#all/payees', withDocument, (event: object) => ({
        ...event,
        document: { name: 'brev.exe', bytes: 17 },
      })),
      'names no document that is kept',
    ],
    [
      'when an input’s document has no size that is kept',
      where('INPUT#all/payees', withDocument, (event: object) => ({
        ...event,
        document: { name: 'brev.pdf', bytes: 3_000_001 },
      })),
      'says no size of its document that is kept',
    ],
    [
      'when a stranger withdrew an approval',
      where(march, isOf('withdrawn'), (event: { by: object }) => ({
        ...event,
        by: { ...event.by, sub: 'a-stranger' },
      })),
      'withdrawn that was not allowed: nothing-to-withdraw',
    ],
    [
      'when one person gave both approvals',
      where(march, isOf('approved'), (event: { by: object }) => ({
        ...event,
        by: { ...event.by, sub: 'local-attestant' },
      })),
      'approved that was not allowed: same-person',
    ],
    [
      'when somebody approved what rests on their own input',
      where(march, isOf('approved'), (event: { by: object }) => ({
        ...event,
        by: { ...event.by, sub: 'local-registrar' },
      })),
      'approved that was not allowed: own-input',
    ],
    [
      'when an approval is missing',
      where(march, isOf('approved'), () => []),
      'release-ordered that was not allowed: approvals-do-not-hold',
    ],
    [
      'when it was settled with another total',
      where(march, isOf('settled'), (event: object) => ({ ...event, totalSek: '1' })),
      'settled with another totalSek',
    ],
    [
      'when a payment came back with another amount than was sent',
      where(march, isOf('returned'), (event: { payments: { sek: string }[] }) => ({
        ...event,
        payments: event.payments.map(tenfold),
      })),
      'returned with another payments',
    ],
    [
      'when a payment came back that was not sent',
      where(march, isOf('returned'), (event: { payments: object[] }) => ({
        ...event,
        payments: event.payments.map((each) => ({ ...each, payee: 'SKR' })),
      })),
      'returned of a payment that was not sent: SKR',
    ],
    [
      'when the bank said another word than its report',
      where(march, toldAll, (event: { words: object[] }) => ({
        ...event,
        words: event.words.map((each) => ({ ...each, day: '2021-03-09' })),
      })),
      'bank-reported of booked to 01, which its report does not say',
    ],
    [
      'when a word of its report is not in the case',
      where(march, toldAll, (event: { words: object[] }) => ({
        ...event,
        words: event.words.slice(1),
      })),
      'has item 1, taken, of which payout-2021-03 does not know',
    ],
    [
      'when its report is missing',
      where('BANK#2021/report', ofMarch, () => []),
      'bank-reported from a report that the record does not hold',
    ],
    [
      'when a report leads to a payment of another amount',
      where('BANK#2021/report', ofMarch, (event: { items: { amount: string }[] }) => ({
        ...event,
        items: event.items.map((each, index) => (index === 0 ? { ...each, amount: '1' } : each)),
      })),
      'has item 1, of 1; ',
    ],
    [
      'when a report lacks some of its items',
      where('BANK#2021/report', isOf('report-items'), () => []),
      'has other items than its pieces hold',
    ],
    [
      'when room was taken for another sum than was proposed',
      where('ROOM#2021/1:5 ap.2', isOf('room-taken'), (event: object) => ({ ...event, sek: '1' })),
      'with another sek than follows from what the record holds',
    ],
    [
      'when no room was taken for a payment',
      where('ROOM#2021/1:5 ap.2', forMarch, () => []),
      'release-ordered without its room in 2021',
    ],
    [
      'when the forecast was deducted and the reconciliation does not say so',
      where('RECONCILIATION#2021/settlement', isOf('deduction-begun'), (event: object) => ({
        ...event,
        proposal: 'a'.repeat(64),
      })),
      'deduction-begun by a proposal that the record does not hold',
    ],
    [
      'when a movement was decided that nobody need decide',
      where(march, isOf('movement-decided'), (event: object) => ({ ...event, movement: 7 })),
      'movement-decided that was not allowed: movement-not-open',
    ],
    [
      'when the rate that was recorded is another than the payment was made from',
      where('REQUISITION#2021/ihsi', isOf('recorded'), (event: object) => ({
        ...event,
        rate: '1',
      })),
      'recorded with another rate',
    ],
    [
      'when the year’s grants are decided without one of two',
      where('GRANT#2021/allocation', isOf('approved'), () => []),
      'decided that was not allowed: approvals-do-not-hold',
    ],
    [
      'when the proposal that was approved is not there',
      where('PROPOSAL#2021/payout-2021-03', anybody, () => []),
      'of a proposal that the record does not hold',
    ],
    [
      'when the proposal pays another account than the payees say',
      where('PROPOSAL#2021/payout-2021-03', anybody, (proposal: { payments: object[] }) => ({
        ...proposal,
        payments: proposal.payments.map((each, index) =>
          index === 0 ? { ...each, bankgiro: '5050-1055' } : each,
        ),
      })),
      'pays 01 otherwise than version 2 of the payees says',
    ],
    [
      'when a line of the proposal is more than its working',
      where(
        'PROPOSAL#2021/payout-2021-03',
        anybody,
        (proposal: { payments: { lines: { sek: string }[] }[] }) => ({
          ...proposal,
          payments: proposal.payments.map(({ lines, ...rest }) => ({
            ...rest,
            lines: lines.map(tenfold),
          })),
        }),
      ),
      'whose working comes to',
    ],
    [
      'when the proposal rests on a version that says something else',
      where('INPUT#2021/population', anybody, (event: { content: object }) => ({
        ...event,
        documentHash: 'a'.repeat(64),
        content: { ...event.content, '01': {} },
      })),
      'which INPUT#2021/population version 1 does not say',
    ],
    [
      'when the order was never made',
      where('ORDER#2021/payout-2021-03', anybody, () => []),
      'RUN#2021/03 released a payment, and the record holds no order to the bank',
    ],
    [
      'when a second order was made',
      where('ORDER#2021/payout-2021-03', anybody, (order) => [order, order]),
      'is a second order to the bank',
    ],
    [
      'when a case is off the agenda that was not closed',
      where('AGENDA#all/closed', anybody, () => ({ type: 'closed', case: 'payout-2022-03' })),
      'closes payout-2022-03, which was not closed',
    ],
    [
      'when one person alone lifted the stop',
      where('SWITCH#all/releases', isOf('lifted'), (event: { by: object }) => ({
        ...event,
        by: { ...event.by, sub: 'local-attestant' },
      })),
      'lifted that was not allowed: same-person',
    ],
    [
      'when somebody of no group that may confirms an input',
      where('INPUT#2021/authorisation', isOf('input-confirmed'), (event: { by: object }) => ({
        ...event,
        by: { ...event.by, groups: [] },
      })),
      'is by one of no group; handläggare may',
    ],
    [
      'when somebody said something before they had signed in',
      where(march, isOf('withdrawn'), (event: { by: object }) => ({
        ...event,
        by: { ...event.by, signedInAt: '2021-03-09T00:00:00.000Z' },
      })),
      'is by somebody who signed in later, at 2021-03-09T00:00:00.000Z',
    ],
    [
      'when one sign-in is of two people',
      where(march, isOf('withdrawn'), (event: { by: object }) => ({
        ...event,
        by: { ...event.by, name: 'Somebody Else' },
      })),
      'is another by the same sign-in',
    ],
    [
      'when something was approved before it was proposed',
      where(march, isOf('approved'), (event: { by: object }) => ({
        ...event,
        at: '2021-02-01T00:00:00.000Z',
        by: { ...event.by, signedInAt: '2021-02-01T00:00:00.000Z' },
      })),
      'approved at 2021-02-01T00:00:00.000Z, before proposed at',
    ],
    [
      'when an input was confirmed before it was registered',
      where('INPUT#2021/authorisation', isOf('input-confirmed'), (event: { by: object }) => ({
        ...event,
        at: '2020-02-01T00:00:00.000Z',
        by: { ...event.by, signedInAt: '2020-02-01T00:00:00.000Z' },
      })),
      'input-confirmed at 2020-02-01T00:00:00.000Z, before input-registered at',
    ],
    [
      'when an item of a report was looked into before the report was there',
      where('BANK#2021/report', isOf('item-resolved'), (event: { by: object }) => ({
        ...event,
        at: '2020-02-01T00:00:00.000Z',
        by: { ...event.by, signedInAt: '2020-02-01T00:00:00.000Z' },
      })),
      'item-resolved at 2020-02-01T00:00:00.000Z, before report-taken at',
    ],
    [
      'when a payment came back twice in one event',
      where(march, isOf('returned'), (event: { payments: object[] }) => ({
        ...event,
        payments: [...event.payments, ...event.payments],
      })),
      'returned of a payment that came back twice at once',
    ],
    [
      'when a requisition was accepted that the agreement refuses',
      where('REQUISITION#2021/ihsi', isOf('submitted'), (event: { requisition: object }) => ({
        ...event,
        requisition: { ...event.requisition, amount: { currency: 'EUR', value: '1' } },
      })),
      'accepted although wrong-amount',
    ],
    [
      'when a requisition was refused for another reason than the agreement has',
      where('REQUISITION#2021/sol', isOf('refused'), (event: object) => ({
        ...event,
        code: 'wrong-amount',
      })),
      'refused with another code',
    ],
    [
      'when a requisition was refused that nothing stands against',
      where('REQUISITION#2021/sol', isOf('submitted'), (event: object) => ({
        ...event,
        at: '2021-11-30T08:00:00.000Z',
      })),
      'refused although nothing stands against it',
    ],
    [
      'when a requisition was paid otherwise than the agreement says',
      where(
        'PROPOSAL#2021/requisition-2021-ihsi',
        anybody,
        (proposal: { payments: { lines: { sek: string }[] }[] }) => ({
          ...proposal,
          payments: proposal.payments.map(({ lines, ...rest }) => ({
            ...rest,
            lines: lines.map(tenfold),
          })),
        }),
      ),
      'pays otherwise than the agreement says',
    ],
    [
      'when a case waits for what is no need',
      where('GRANT#2021/allocation', isOf('waiting'), (event: object) => ({ ...event, needs: [] })),
      'waiting for what is no need',
    ],
    [
      'when a movement was decided as nobody can decide it',
      where(march, isOf('movement-decided'), (event: object) => ({ ...event, choice: 'kept' })),
      'movement-decided of a choice that there is not: kept',
    ],
    [
      'when a proposal names no decision',
      where('PROPOSAL#2021/payout-2021-03', anybody, (proposal: object) => ({
        ...proposal,
        decisions: [],
      })),
      'names the decisions ; it rests on rb-2021-02-18',
    ],
    [
      'when a proposal pays what none of its decisions covers',
      where('INPUT#2021/authorisation', forYear, (event: { content: object }) => ({
        ...event,
        content: { ...event.content, lastMonth: '2021-02' },
      })),
      'which none of its decisions covers in',
    ],
    [
      'when a proposal has lines of what it does not pay',
      where('PROPOSAL#2021/payout-2021-03', anybody, (proposal: object) => ({
        ...proposal,
        paid: [],
      })),
      'has lines of instalment and pays none',
    ],
    [
      'when a proposal leaves from no account',
      where('PROPOSAL#2021/payout-2021-03', anybody, (proposal: { debtor: object }) => ({
        ...proposal,
        debtor: { ...proposal.debtor, account: '1' },
      })),
      'leaves from a debtor whose account is none: 1',
    ],
    [
      'when a requisition takes up balances',
      where('PROPOSAL#2021/requisition-2021-ihsi', anybody, (proposal: object) => ({
        ...proposal,
        balancesFrom: ['payout-2021-03'],
      })),
      'takes up balances; only a payout does',
    ],
    [
      'when a proposal takes up balances of what is not there',
      where('PROPOSAL#2021/payout-2021-03', anybody, (proposal: object) => ({
        ...proposal,
        balancesFrom: ['payout-2020-03'],
      })),
      'takes up balances of payout-2020-03, which is not there',
    ],
    [
      'when a proposal says more than its kind does',
      where('PROPOSAL#2021/payout-2021-03', anybody, (proposal: object) => ({
        ...proposal,
        codeVersion: '',
        more: '1',
      })),
      'does not say by which code it was made',
    ],
    [
      'when a grant says more than a grant does',
      where('PROPOSAL#2021/opening-2021', anybody, (proposal: { grants: object[] }) => ({
        ...proposal,
        grants: proposal.grants.map((each) => ({ ...each, more: '1' })),
      })),
      'says more,region,sek,working where region,sek,working belongs',
    ],
    [
      'when a region has no grant',
      where('PROPOSAL#2021/opening-2021', anybody, (proposal: { grants: object[] }) => ({
        ...proposal,
        grants: proposal.grants.slice(1),
      })),
      'has not every region once',
    ],
    [
      'when the parties are shown other local discounts than were reported',
      where('PROPOSAL#2021/reconciliation-2021', anybody, (proposal: object) => ({
        ...proposal,
        localDiscounts: [],
      })),
      'lists other local discounts than were reported',
    ],
    [
      'when an item of a report says what no item says',
      where('BANK#2021/report', ofMarch, (event: { items: object[] }) => ({
        ...event,
        items: event.items.map((each) => ({ ...each, more: '1', result: 'lost' })),
      })),
      'which says as result, more what is none',
    ],
    [
      'when an item of a report names a movement that the case does not have',
      where(
        'BANK#2021/report',
        (event) => (event as { file?: string }).file === 'twice.xml',
        (event: { items: object[] }) => ({
          ...event,
          items: event.items.map((each) => ({ ...each, movement: 9 })),
        }),
      ),
      'of movement 9, which payout-2021-03 does not have',
    ],
    [
      'when somebody looked into an item without a number',
      where('BANK#2021/report', isOf('item-resolved'), (event: object) => ({
        ...event,
        item: '1',
      })),
      'is about an item that has no number',
    ],
    [
      'when a refused report has facts that are none',
      where('BANK#2021/report', isOf('report-refused'), (event: object) => ({
        ...event,
        facts: { where: 1 },
      })),
      'has facts that are none',
    ],
    [
      'when an input lies under another year than its own',
      where('INPUT#2021/appropriation', isOf('input-registered'), (event: { content: object }) => ({
        ...event,
        content: { ...event.content, budgetYear: 2022 },
      })),
      'is of 2022, and lies under INPUT#2021',
    ],
    [
      'when an input holds what is none of its kind',
      where('INPUT#2021/appropriation', isOf('input-registered'), (event: { content: object }) => ({
        ...event,
        content: { ...event.content, creditSek: 1 },
      })),
      'holds what is no appropriation: creditSek',
    ],
    [
      'when a piece of working is held twice',
      where('WORKING#2021/payout-2021-03', anybody, (event: { nodes: object[] }) => ({
        ...event,
        nodes: [...event.nodes, event.nodes.at(-1)],
      })),
      'again',
    ],
    [
      'when a moment is none',
      where(march, isOf('closed'), (event: object) => ({ ...event, at: 'yesterday' })),
      'says as at what is none',
    ],
  ])('%s', (_, record, said) => {
    expect(found(record).filter((each) => each.includes(said))).not.toEqual([]);
  });

  it('and is whole when nothing was forged', () => {
    expect(found(whole)).toEqual([]);
  });

  it('whatever one look stumbles over, the others look all the same', () => {
    const broken = { years: [1900], of: () => Object(undefined).agreement.year };
    const record = where(march, isOf('settled'), (event: object) => ({ ...event, totalSek: '1' }));
    const said = verify(record, hashOf, undefined, { rulebooks: broken }).findings;
    expect(said.map(({ what }) => what).join()).toMatch(
      /settled with another totalSek.*cannot be judged/s,
    );
  });

  it('when one payment is paid by two', () => {
    const april = whole.map((each) =>
      nameOf(each) === 'RUN#2021/04'
        ? { ...each, events: whole.find((other) => nameOf(other) === march)?.events ?? [] }
        : each,
    );
    expect(found(rehashed(whole, april))).toContainEqual(
      expect.stringContaining('pays instalment/2021/2021-03 again'),
    );
  });
});

describe('What is no event at all', () => {
  const strange: readonly Json[] = [
    null,
    'paid',
    17,
    [],
    {},
    { type: 'paid-twice' },
    { type: 'release-ordered' },
    { type: 'report-taken', items: [{}] },
  ];

  it.each(whole.map((each) => [nameOf(each), each] as const))(
    'is a finding in %s, and the rest is looked at all the same',
    (name) => {
      for (const event of strange) {
        const changed = whole.map((each) =>
          nameOf(each) === name
            ? { ...each, events: [...each.events, { number: 0, event, previous: '', hash: '' }] }
            : each,
        );
        const findings = found(chainedAnew(changed));
        expect(
          findings.some((each) => each.startsWith(name.replace('/voucher', ''))),
          `${JSON.stringify(event)} ${findings.join()}`,
        ).toBe(true);
      }
    },
  );
});
