import type { ReturnChoice } from '../../core/payment/bank-words.ts';
import type { PayeeCode } from '../../core/payment/events.ts';
import { type CaseId, caseKind } from '../../core/record/case-id.ts';
import type { Conduct } from '../bank/conduct.ts';
import { draw } from '../bank/draw.ts';

/** A payment that came back. */
export interface Returned {
  readonly case: CaseId;
  readonly payee: PayeeCode;
  readonly code: string;
}

/** What the troubled year wants otherwise than sent again: paid with the next month, or not looked into before the year ends. */
const otherwise: Readonly<Record<string, 'next-month' | 'unresolved'>> = {
  'payout-2021-06 09': 'next-month',
  'payout-2022-05 24': 'next-month',
  'payout-2022-05 13': 'unresolved',
};

/** Of a mix so many per cent are paid with the next month; the others are sent again. */
const NEXT_MONTH = 30;

/** What the local case officer lets become of a payment. SKR has no next month, and what was sent again once is sent again. */
export function returnChoice(
  { case: id, payee }: Returned,
  conduct: Conduct,
): ReturnChoice | 'unresolved' {
  if (payee === 'SKR' || caseKind(id) === 'reissue') return 'reissue';
  if (typeof conduct === 'string') return otherwise[`${id} ${payee}`] ?? 'reissue';
  return draw(conduct.seed, 'choice', `${id} ${payee}`) < NEXT_MONTH ? 'next-month' : 'reissue';
}

/** Whether the account is at fault, so that the payee is asked for another. */
export const isAccountFault = (code: string): boolean => code.startsWith('AC');
