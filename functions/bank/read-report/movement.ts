import type { Element } from '@xmldom/xmldom';
import type { ReportedPayment } from '../../../core/bank/report.ts';
import { codeOf, maybe, maybeText, one, textOf } from './elements.ts';

const directions = ['CRDT', 'DBIT'] as const;

export type Direction = (typeof directions)[number];

/** Which way money went, and what that is of a payment of ours. */
export type Movement = Pick<ReportedPayment, 'result' | 'status' | 'unclear'>;

/** Kinds of transactions by which a payment comes back: returned by the payee's bank, or recalled. */
const RETURNS: ReadonlySet<string> = new Set(['RRTN', 'RPCR']);

/**
 * What a booking is of a payment: a debit is the payment, a credit with the marks of a return or a reversal is its coming back. A
 * credit without them, or a debit with them, moved money in no way that a payment does. What is not booked yet, or is for information
 * only, moved none.
 */
export function movementOf(entry: Element, transaction?: Element): Movement {
  const status = entryStatus(entry);
  const indicator = directionIn(entry, transaction);
  const kind = kindOf(transaction) ?? kindOf(entry);
  const text = [status, indicator, ...(kind ? [kind.join('/')] : [])].join(' ');
  if (status !== 'BOOK') return { result: 'other', status: text };
  const isReturn =
    RETURNS.has(kind?.[2] ?? '') ||
    (transaction !== undefined && maybe(transaction, 'RtrInf') !== undefined);
  const back = isReturn || isReversal(entry);
  if (indicator === 'DBIT' && !back) return { result: 'booked', status: text };
  if (indicator === 'CRDT' && back) return { result: 'returned', status: text };
  return { result: 'other', status: text, unclear: true };
}

/** Text up to version 02 of camt.053 and camt.054, a choice of a code and the bank's own word after it. */
function entryStatus(entry: Element): string {
  const place = one(entry, 'Sts');
  return maybeText(place, ['Cd'], 4) ?? maybeText(place, ['Prtry']) ?? textOf(entry, ['Sts']);
}

/** From version 04 on a transaction may go another way than the sum of its entry. */
export const directionIn = (entry: Element, transaction?: Element): Direction =>
  codeOf(
    transaction && maybe(transaction, 'CdtDbtInd') ? transaction : entry,
    ['CdtDbtInd'],
    directions,
  );

/** Whether it has happened: what is not booked yet, or is for information only, moved nothing. */
export const hasMoved = ({ result, unclear }: Movement): boolean =>
  result !== 'other' || unclear === true;

/** Domain, family and sub-family of the transaction, where it has them. */
function kindOf(
  element: Element | undefined,
): readonly [domain: string, family: string, kind: string] | undefined {
  const domain = element && maybe(element, 'BkTxCd', 'Domn');
  return (
    domain && [
      textOf(domain, ['Cd'], 4),
      textOf(domain, ['Fmly', 'Cd'], 4),
      textOf(domain, ['Fmly', 'SubFmlyCd'], 4),
    ]
  );
}

function isReversal(entry: Element): boolean {
  if (!maybe(entry, 'RvslInd')) return false;
  const said = codeOf(entry, ['RvslInd'], ['true', 'false', '1', '0']);
  return said === 'true' || said === '1';
}
