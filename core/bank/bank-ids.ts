import type { PayeeCode } from '../payment/events.ts';
import { type CaseId, parseCaseId } from '../record/case-id.ts';
import { isRegionCode } from '../regions.ts';

const codes = { payout: 'PAY', requisition: 'REQ', reissue: 'REI' } as const;

/**
 * The message id: from the case alone, so it is the same on every retry, and at most 35 characters as banks ask. Refused, with a
 * RangeError: a case that pays nobody.
 */
export function messageId(id: CaseId): string {
  const [kind = '', ...rest] = id.split('-');
  const code = (codes as Readonly<Record<string, string>>)[kind];
  if (!code) throw new RangeError(`${id} pays nobody.`);
  return ['STB', code, ...rest].join('-').toUpperCase();
}

/** By which the bank names one payment in every report: it leads back to the case and the payee. */
export const endToEndId = (id: CaseId, payee: PayeeCode): string => `${messageId(id)}-${payee}`;

/** The case that a message id was made from; undefined for text that none of ours can be. */
export function caseOfMessage(text: string): CaseId | undefined {
  for (const [kind, code] of Object.entries(codes)) {
    const begin = `STB-${code}-`;
    if (!text.startsWith(begin)) continue;
    const id = caseNamed(`${kind}-${text.slice(begin.length).toLowerCase()}`);
    return id && messageId(id) === text ? id : undefined;
  }
  return undefined;
}

function caseNamed(text: string): CaseId | undefined {
  try {
    return parseCaseId(text);
  } catch {
    return undefined;
  }
}

/** The case and the payee that an end-to-end id was made from; undefined for text that none of ours can be. */
export function paymentOf(text: string): { case: CaseId; payee: PayeeCode } | undefined {
  const at = text.lastIndexOf('-');
  const id = caseOfMessage(text.slice(0, Math.max(at, 0)));
  const payee = text.slice(at + 1);
  if (!id || !(payee === 'SKR' || isRegionCode(payee))) return undefined;
  return { case: id, payee };
}
