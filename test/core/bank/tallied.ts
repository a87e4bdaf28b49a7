import type { CaseToTally, FoundFile } from '../../../core/bank/tally-case.ts';
import type { Finding } from '../../../core/bank/tally-findings.ts';
import { Sek } from '../../../core/money/sek.ts';
import type { CaseEvent, PayeeCode } from '../../../core/payment/events.ts';
import { fold } from '../../../core/payment/evolve.ts';
import { paymentEntries, returnEntries, type Voucher } from '../../../core/payment/voucher.ts';
import { parseCaseId } from '../../../core/record/case-id.ts';
import { payment, proposal } from '../payment/payments.ts';
import { happened, paidOut, payDay } from '../payment/words.ts';

export const february = parseCaseId('payout-2022-02');

/** What was approved: 60 kronor to 01, 40 to 03. */
export const toTwo = {
  ...proposal(payment('01', ['instalment', 60n]), payment('03', ['instalment', 40n])),
  case: february,
};

/** The file's payments. */
export const to01 = { endToEndId: 'STB-PAY-2022-02-01', sek: '60.00' };
export const to03 = { endToEndId: 'STB-PAY-2022-02-03', sek: '40.00' };

/** The file of it. */
export const file = {
  kind: 'read',
  messageId: 'STB-PAY-2022-02',
  payments: [to01, to03],
  controlSums: ['100.00', '100.00'],
  counts: ['2', '2'],
} as const satisfies FoundFile;

/** The voucher of it. */
export const voucher: Voucher = {
  type: 'voucher',
  number: 1,
  key: february,
  day: payDay,
  case: february,
  proposal: 'P1',
  entries: paymentEntries(toTwo),
  cashSek: '100',
};

/** The reversal of what came back of it. */
export const reversal = (payee: PayeeCode = '03', sek = '40'): Voucher => ({
  ...voucher,
  number: 2,
  key: `${february}/return/${payee}`,
  entries: returnEntries(payee, Sek.of(sek)),
  cashSek: `-${sek}`,
});

/** February's payment when these things have happened after its release, all of it as it should be but for what is given. */
export const tallied = (
  after: readonly CaseEvent[] = [],
  given: Partial<CaseToTally> = {},
): CaseToTally => ({
  case: february,
  state: fold([...paidOut, ...after]),
  proposals: new Map([['P1', toTwo]]),
  file,
  vouchers: [voucher],
  reissues: new Map(),
  payouts: [],
  ...given,
});

/** 03's payment came back, is in the journal again, and a person has said what becomes of it; the case is settled. */
export const cameBack = (choice: 'reissue' | 'next-month' = 'next-month') => [
  happened.reported(
    { payee: '01', result: 'booked' },
    { payee: '03', result: 'returned', code: 'AC04' },
  ),
  happened.returned,
  happened.resolved(choice),
  { ...happened.settled, totalSek: '60' },
];

/** A finding as text: what, and both sides. */
export function said(finding: Finding): string {
  const { what, ...rest } = finding;
  return [what, ...Object.values(rest).map(String)].join(' ');
}
