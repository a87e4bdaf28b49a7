import type { Element } from '@xmldom/xmldom';
import type { ReportedPayment } from '../../../core/bank/report.ts';
import type { EntryPlace } from '../../../core/payment/bank-words.ts';
import { dayOf } from './booking-day.ts';
import { type Amount, all, maybe, maybeAmount, maybeCount, placeOf } from './elements.ts';
import { type EntryPart, heldAgainstEntry } from './entry-sums.ts';
import { type Ids, idsIn, referenceIn } from './ids.ts';
import { directionIn, hasMoved, type Movement, movementOf } from './movement.ts';
import { pageOf } from './page.ts';
import { onlyOne, reasonIn } from './reason.ts';
import { incomplete } from './unreadable.ts';

/** What an entry of the account says of all that is in it. */
interface Entry {
  readonly element: Element;
  readonly amount: Amount;
  readonly movement: Movement;
  readonly bankReference: string | undefined;
  readonly day: string | undefined;
  readonly place: EntryPlace;
}

/**
 * The movements of an account: of a statement (camt.053, each `Stmt`) or a notification (camt.054, each `Ntfctn`). Balances are not
 * looked at. An entry that names the payments in it is as many as it names, held against what it moved; one that names a batch, or
 * nothing, is one.
 */
export function paymentsInEntries(account: Element): readonly ReportedPayment[] {
  const page = pageOf(account);
  return all(account, 'Ntry').flatMap((element, index) =>
    paymentsInEntry(element, {
      ...page,
      entry: referenceIn(element, 'NtryRef') ?? index + 1,
    }),
  );
}

function paymentsInEntry(element: Element, place: EntryPlace): readonly ReportedPayment[] {
  const amount = maybeAmount(element, ['Amt']);
  if (!amount) throw incomplete(`${placeOf(element)}/Amt`, '0 × Amt', '1 × Amt');
  const movement = movementOf(element);
  const bankReference = referenceIn(element, 'AcctSvcrRef');
  const day = dayOf(element, bankReference);
  const entry = { element, amount, movement, bankReference, day, place };
  const itself = paymentOf(entry, movement, idsIn([]), amount);
  const details = all(element, 'NtryDtls');
  if (details.length === 0) return [itself];
  const named = details.reduce((count, each) => count + all(each, 'TxDtls').length, 0);
  const parts = details.map((each) => partIn(entry, each, details.length === 1, named === 1));
  return hasMoved(movement)
    ? heldAgainstEntry({ payment: itself, amount, direction: directionIn(element) }, parts)
    : parts.flatMap((part) => part.named.map(({ payment }) => payment));
}

/** What a part of an entry names; where it names no payment it stands for its batch. */
function partIn(
  entry: Entry,
  details: Element,
  isOnlyPart: boolean,
  isOnlyPayment: boolean,
): EntryPart {
  const place = maybe(details, 'Btch');
  const total = place && maybeAmount(place, ['TtlAmt']);
  const number = place && maybeCount(place, ['NbOfTxs']);
  const transactions = all(details, 'TxDtls');
  if (transactions.length > 0)
    return {
      named: transactions.map((each) => ({
        payment: ofTransaction(entry, each, place, isOnlyPayment),
        direction: directionIn(entry.element, each),
      })),
      batch: { number, total },
    };
  const amount = total ?? (isOnlyPart ? entry.amount : undefined);
  const payment = {
    ...paymentOf(entry, entry.movement, idsIn([place]), amount),
    ...(number !== undefined && { numberOfTransactions: number }),
  };
  // It is the batch: nothing is named of it that its number and sum could be held against.
  return {
    named: [{ payment, direction: directionIn(entry.element) }],
    batch: { number: undefined, total: undefined },
  };
}

function ofTransaction(
  entry: Entry,
  transaction: Element,
  batch: Element | undefined,
  only: boolean,
): ReportedPayment {
  const refs = maybe(transaction, 'Refs');
  const amount =
    maybeAmount(transaction, ['Amt']) ??
    maybeAmount(transaction, ['AmtDtls', 'TxAmt', 'Amt']) ??
    maybeAmount(transaction, ['AmtDtls', 'InstdAmt', 'Amt']) ??
    (only ? entry.amount : undefined);
  const reference = refs && referenceIn(refs, 'AcctSvcrRef');
  return {
    ...paymentOf(entry, movementOf(entry.element, transaction), idsIn([refs, batch]), amount),
    ...reasonIn(onlyOne(transaction, 'RtrInf')),
    ...(reference !== undefined && { bankReference: reference }),
  };
}

const paymentOf = (
  { bankReference, day, place }: Entry,
  movement: Movement,
  { unclear, ...ids }: Ids,
  amount: Amount | undefined,
): ReportedPayment => ({
  ...movement,
  ...ids,
  ...amount,
  ...(bankReference !== undefined && { bankReference, entryReference: bankReference }),
  ...(day !== undefined && { day }),
  place,
  ...(unclear && { unclear }),
});
