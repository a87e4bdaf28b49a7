import type { Element } from '@xmldom/xmldom';
import type { ReportedPayment } from '../../../core/bank/report.ts';
import {
  type Amount,
  all,
  maybe,
  maybeAmount,
  maybeCount,
  maybeText,
  placeOf,
} from './elements.ts';
import { type Ids, idsIn } from './ids.ts';
import { type Movement, movementOf } from './movement.ts';
import { onlyOne, reasonIn } from './reason.ts';
import { incomplete } from './unreadable.ts';

/** What an entry of the account says of all that is in it. */
interface Entry {
  readonly element: Element;
  readonly amount: Amount;
  readonly movement: Movement;
  readonly bankReference: string | undefined;
}

/**
 * The movements of an account: of a statement (camt.053, each `Stmt`) or a notification (camt.054, each `Ntfctn`). Balances are not
 * looked at. An entry that names the payments in it is as many as it names; one that names a batch, or nothing, is one.
 */
export const paymentsInEntries = (account: Element): readonly ReportedPayment[] =>
  all(account, 'Ntry').flatMap(paymentsInEntry);

function paymentsInEntry(element: Element): readonly ReportedPayment[] {
  const amount = maybeAmount(element, ['Amt']);
  if (!amount) throw incomplete(`${placeOf(element)}/Amt`, '0 × Amt', '1 × Amt');
  const movement = movementOf(element);
  const bankReference = maybeText(element, ['AcctSvcrRef']);
  const entry = { element, amount, movement, bankReference };
  const details = all(element, 'NtryDtls');
  const named = details.reduce((count, each) => count + all(each, 'TxDtls').length, 0);
  if (details.length === 0) return [paymentOf(entry, movement, idsIn([]), amount)];
  return details.flatMap((each) => {
    const batch = maybe(each, 'Btch');
    const transactions = all(each, 'TxDtls');
    if (transactions.length === 0) return [batchOf(entry, batch, details.length)];
    return transactions.map((transaction) => ofTransaction(entry, transaction, batch, named === 1));
  });
}

/** A booking that names a batch and none of its payments. */
function batchOf(entry: Entry, batch: Element | undefined, batches: number): ReportedPayment {
  const total = batch && maybeAmount(batch, ['TtlAmt']);
  const number = batch && maybeCount(batch, ['NbOfTxs']);
  const amount = total ?? (batches === 1 ? entry.amount : undefined);
  return {
    ...paymentOf(entry, entry.movement, idsIn([batch]), amount),
    ...(number !== undefined && { numberOfTransactions: number }),
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
  const reference = refs && maybeText(refs, ['AcctSvcrRef']);
  return {
    ...paymentOf(entry, movementOf(entry.element, transaction), idsIn([refs, batch]), amount),
    ...reasonIn(onlyOne(transaction, 'RtrInf')),
    ...(reference !== undefined && { bankReference: reference }),
  };
}

const paymentOf = (
  { bankReference }: Entry,
  movement: Movement,
  { unclear, ...ids }: Ids,
  amount: Amount | undefined,
): ReportedPayment => ({
  ...movement,
  ...ids,
  ...amount,
  ...(bankReference !== undefined && { bankReference }),
  ...(unclear && { unclear }),
});
