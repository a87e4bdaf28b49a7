import type { Element } from '@xmldom/xmldom';
import type { ReportedPayment } from '../../../core/bank/report.ts';
import { isStopped } from '../../../core/bank/status-words.ts';
import type { BankResult } from '../../../core/payment/bank-words.ts';
import {
  all,
  maybeAmount,
  maybeCount,
  maybeSum,
  maybeText,
  one,
  placeOf,
  textOf,
} from './elements.ts';
import { paymentIn } from './ids.ts';
import { reasonIn } from './reason.ts';
import { incomplete } from './unreadable.ts';

/**
 * What the statuses of ISO 20022 mean to us. Every acceptance is a promise, ACSC and ACCC ("settlement completed") as well: that the
 * money has left the account is said by the account alone, in camt. That a message is well-formed (ACTC, PATC) promises nothing. A
 * status that is not listed moves nothing.
 */
const results: ReadonlyMap<string, BankResult> = new Map([
  ...['ACCP', 'ACSP', 'ACWC', 'ACSC', 'ACCC'].map((status) => [status, 'accepted'] as const),
  ['RJCT', 'rejected'],
]);

/** What a level of the report says: of the message, of a group of payments in it, of one payment. */
type Said = Pick<ReportedPayment, 'result' | 'status' | 'code' | 'words'>;

/**
 * The payments of a customer payment status report. The most specific level speaks: a payment without a status of its own has that of
 * the level above. What is said of the message counts when no payment of it is named; that it is refused, or stopped, counts beside
 * those that are named as well, for those that are not.
 *
 * Refused: a report that gives no status at all.
 */
export function paymentsInPain002(report: Element): readonly ReportedPayment[] {
  const group = one(report, 'OrgnlGrpInfAndSts');
  const messageId = textOf(group, ['OrgnlMsgId']);
  const ofGroup = saidIn(group, 'GrpSts');
  const parts = all(report, 'OrgnlPmtInfAndSts');
  const below = parts.flatMap((part) => paymentsInPart(part, messageId, group, ofGroup));
  if (below.length > 0) return below;
  if (ofGroup) return [{ ...ofGroup, messageId, ...totalsIn(group) }];
  throw incomplete(`${placeOf(group)}/GrpSts`, '0 × GrpSts, PmtInfSts, TxSts', '1 × GrpSts');
}

function paymentsInPart(
  part: Element,
  messageId: string,
  group: Element,
  ofGroup: Said | undefined,
): readonly ReportedPayment[] {
  const own = saidIn(part, 'PmtInfSts');
  // Said of the message and of its group of payments alike, the reason may stand at either.
  const above = own && ofGroup?.result === own.result ? { ...ofGroup, ...own } : (own ?? ofGroup);
  const transactions = all(part, 'TxInfAndSts');
  if (transactions.length === 0)
    return own && above ? [{ ...above, messageId, ...totalsIn(part) }] : [];
  const named = transactions.map((transaction): ReportedPayment => {
    const said = saidIn(transaction, 'TxSts') ?? above;
    if (!said) throw incomplete(`${placeOf(transaction)}/TxSts`, '0 × TxSts', '1 × TxSts');
    const reason = reasonIn(all(transaction, 'StsRsnInf'));
    const ids = paymentIn(transaction, ['OrgnlEndToEndId', 'OrgnlInstrId']);
    const amount = maybeAmount(transaction, ['OrgnlTxRef', 'Amt', 'InstdAmt']);
    // One payment without its id would pass for a word about all of them.
    const meant = ids.endToEndId === undefined ? ({ unclear: true } as const) : ids;
    return { ...said, ...reason, messageId, ...meant, ...amount };
  });
  const rest = restOf(named, above);
  return [...named, ...rest.map((of) => ({ ...of, messageId, ...totalsIn(own ? part : group) }))];
}

/** What the level above says of the payments that are not named; for a person where one is named that nobody can tell. */
function restOf(
  named: readonly ReportedPayment[],
  above: Said | undefined,
): readonly (Said & Pick<ReportedPayment, 'unclear'>)[] {
  if (!above || !(above.result === 'rejected' || isStopped(above.status))) return [];
  const unclear = named.some((each) => each.unclear) && ({ unclear: true } as const);
  return [{ ...above, ...unclear }];
}

function saidIn(level: Element, name: string): Said | undefined {
  const status = maybeText(level, [name]);
  if (status === undefined) return undefined;
  const result = results.get(status) ?? 'other';
  return { result, status, ...reasonIn(all(level, 'StsRsnInf')) };
}

/** How many payments, and how much, the bank says that the message held. */
function totalsIn(level: Element): Pick<ReportedPayment, 'numberOfTransactions' | 'amount'> {
  const numberOfTransactions = maybeCount(level, ['OrgnlNbOfTxs']);
  const amount = maybeSum(level, ['OrgnlCtrlSum']);
  return {
    ...(numberOfTransactions !== undefined && { numberOfTransactions }),
    ...(amount !== undefined && { amount }),
  };
}
