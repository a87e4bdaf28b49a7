import type { BankOrder } from '../../bank/bank-order.ts';
import { type Day, parseDay } from '../../calendar/day.ts';
import { dayInStockholm } from '../../calendar/stockholm.ts';
import type { CaseEvent, PayeeCode, TakenBack } from '../../payment/events.ts';
import { hasComeBack, linesToTakeBack } from '../../payment/lines.ts';
import { orderOf, type Unnumbered, voucherOf } from '../../payment/release.ts';
import { anewVouchers, returnVoucher, takenBackOf } from '../../payment/returns.ts';
import type { Voucher } from '../../payment/voucher.ts';
import { bankOrderStream, streamText } from '../case-id.ts';
import { type Finding, type FoundStream, lookedAt, nameOf } from '../found-stream.ts';
import { unlike } from './cases.ts';
import {
  caseNamed,
  eventsIn,
  type FoundCase,
  type Parts,
  paymentNamed,
  streamsOf,
} from './parts.ts';
import { takenUpAgain } from './taken-up.ts';

/**
 * What is wrong with what left: the order to the bank and the vouchers must be what follows from each release and each return, none
 * more, and none missing once the case has gone on. No item is paid by two releases.
 */
export const wrongInPayments = (parts: Parts, judged: readonly FoundCase[]): readonly Finding[] => [
  ...streamsOf(parts, 'ORDER').flatMap((found) => wrongOrders(parts, found)),
  ...wrongJournals(parts),
  ...judged.flatMap((each) => lookedAt(nameOf(each.found), () => missingOf(parts, each))),
  ...paidAgain(parts, judged),
  ...takenUpAgain(parts, judged),
];

function wrongOrders(parts: Parts, found: FoundStream): readonly Finding[] {
  return eventsIn<BankOrder>(found)
    .filter(({ number }) => parts.isNew(found, number))
    .flatMap(({ number, event }) =>
      lookedAt(`${nameOf(found)} event ${number}`, () => {
        if (number > 1) return ['is a second order to the bank'];
        const released = caseNamed(parts, found.stream);
        const proposal = releasedOf(parts, released);
        const made =
          proposal && released?.state.released && orderOf(proposal, released.state.released);
        if (!made) return ['orders a payment that was not released'];
        return unlike(made, event).map((what) => `is an order ${what}`);
      }),
    );
}

const releasedOf = (parts: Parts, found: FoundCase | undefined) =>
  found?.state.released && paymentNamed(parts, found.id, found.state.released.proposal);

/** A thing is booked once, in whichever budget year. */
function wrongJournals(parts: Parts): readonly Finding[] {
  const keys = new Set<string>();
  return streamsOf(parts, 'JOURNAL').flatMap((found) => wrongVouchers(parts, found, keys));
}

function wrongVouchers(parts: Parts, found: FoundStream, keys: Set<string>): readonly Finding[] {
  return eventsIn<Voucher>(found).flatMap(({ number, event }) => {
    const where = `${found.partition} voucher ${number}`;
    return lookedAt(where, () => {
      const again = keys.has(event.key);
      keys.add(event.key);
      if (!parts.isNew(found, number)) return [];
      return [
        ...(event.number === number ? [] : [`stands in the place of ${event.number}`]),
        ...(again ? [`books ${event.key} again`] : []),
        ...wrongVoucher(parts, found, event),
      ];
    });
  });
}

function wrongVoucher(
  parts: Parts,
  { partition }: FoundStream,
  voucher: Voucher,
): readonly string[] {
  const { type: _type, number: _number, ...said } = voucher;
  const own = caseNamed(parts, voucher.case);
  const expected = own && expectedOf(parts, own).find(({ made }) => made.key === voucher.key);
  if (!expected) return ['books what was neither released nor returned'];
  const { made, from, to } = expected;
  const day = parseDay(voucher.day);
  return [
    ...(partition === `JOURNAL#${day.slice(0, 4)}` ? [] : [`is of ${day}`]),
    ...(day >= from && day <= to ? [] : [`is of ${day}; it was booked from ${from} to ${to}`]),
    ...unlike({ type: 'voucher', ...made, day }, { type: voucher.type, ...said }).map(
      (what) => `is one ${what}`,
    ),
  ];
}

/** A voucher that a case must have, or may have already, and the days of which it can be. */
interface Expected {
  readonly made: Unnumbered;
  readonly from: Day;
  readonly to: Day;
  /** Whether it must be there once the case has gone on; else whoever went on may have died before it was written. */
  readonly due: boolean;
}

const lastDay = parseDay('9999-12-31');

/**
 * The vouchers of a case: of its release, of each time that a payment came back, and of each time that it was carried out all the same.
 * A return is booked once the bank has said so, and before the case notes that it was.
 */
function expectedOf(parts: Parts, found: FoundCase): readonly Expected[] {
  const { id, state, events } = found;
  const { released, lines } = state;
  const proposal = releasedOf(parts, found);
  if (!released || !proposal) return [];
  const { paidOn } = released;
  const said = new Map<PayeeCode, Day>();
  const back: Expected[] = [];
  const expect = (taken: TakenBack, to: Day, due: boolean) => {
    const made = returnVoucher(id, released.proposal, taken, paidOn);
    back.push({ made, from: said.get(taken.payee) ?? lastDay, to, due });
  };
  for (const { event } of events) {
    if (event.type === 'bank-reported')
      for (const { payee, result, movement } of event.words)
        if (hasComeBack({ status: result }) && movement === undefined)
          said.set(payee, dayInStockholm(event.at));
    if (event.type === 'returned')
      for (const taken of event.payments) expect(taken, dayInStockholm(event.at), true);
  }
  for (const line of linesToTakeBack(lines)) expect(takenBackOf(id, line), lastDay, false);
  const anew = [...lines.values()]
    .flatMap((line) => anewVouchers(id, released.proposal, line))
    .map((made) => ({ made, from: made.day, to: made.day, due: false }));
  return [
    { made: voucherOf(proposal, released), from: paidOn, to: paidOn, due: true },
    ...back,
    ...anew,
  ];
}

/**
 * What a case must have left. A release that nothing has followed yet may have died before its order and its voucher were written: the
 * next try writes them.
 */
function missingOf(parts: Parts, found: FoundCase): readonly string[] {
  const { id, state, events } = found;
  if (!state.released) return [];
  const releasedAt = events.findIndex(({ event }) => event.type === 'release-ordered');
  if (releasedAt === events.length - 1) return [];
  const order = (parts.named.get(streamText(bankOrderStream(id)))?.events ?? []).length > 0;
  const due = expectedOf(parts, found).flatMap((each) => (each.due ? [each.made] : []));
  return [
    ...(order ? [] : ['released a payment, and the record holds no order to the bank']),
    ...due.filter(({ key }) => !parts.vouchers.has(key)).map(({ key }) => `has no voucher ${key}`),
  ];
}

/** Whatever the months, an item is paid once. */
function paidAgain({ cases }: Parts, judged: readonly FoundCase[]): readonly Finding[] {
  const paid = new Map<string, FoundCase>();
  return [...cases.values()].flatMap((each) =>
    eventsIn<CaseEvent>(each.found).flatMap(({ number, event }) =>
      lookedAt(`${nameOf(each.found)} event ${number}`, () => {
        if (event.type !== 'release-ordered') return [];
        const again = event.paid.filter((key) => {
          const by = paid.get(key);
          return by && (judged.includes(by) || judged.includes(each));
        });
        for (const key of event.paid) paid.set(key, each);
        return again.map((key) => `pays ${key} again`);
      }),
    ),
  );
}
