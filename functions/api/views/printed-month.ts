import { giroText } from '../../../core/inputs/giro.ts';
import type { PaymentProposal, ProposedPayment } from '../../../core/payment/proposal.ts';
import type { Records } from '../../../core/ports.ts';
import { lineKindTexts } from '../../contract/api/line-kind-texts.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { readProposal } from '../../shared/documents.ts';
import { budgetYearOf, vouchersOf } from '../../shared/journal.ts';
import { type Calculation, calculationOf } from './calculation.ts';
import type { ReadCase } from './cases.ts';
import { citationView } from './citation-view.ts';
import { type Attempt, attemptsOf } from './payment-fate.ts';
import type { RegionMonth } from './statement-view.ts';
import { WorkingSource } from './working-source.ts';

type Citation = AnswerOf<'readStatement'>['months'][number]['lines'][number]['cites'][number];

/** A line as a document prints it. */
export interface PrintedLine {
  readonly text: string;
  readonly sek: string;
  readonly cites: readonly Citation[];
  readonly calculation: Calculation;
}

/** A voucher by its budget year and number in it. */
export interface VoucherNumber {
  readonly budgetYear: number;
  readonly number: number;
}

/** A time that the payment was sent, and the voucher that it was booked by. */
export interface PrintedAttempt extends Attempt {
  readonly voucher: VoucherNumber | undefined;
  /** The account that it was sent to, as approved; empty before it is released. */
  readonly account: string;
}

/** A region's payment of a month with everything that a document says of it. */
export interface PrintedMonth extends RegionMonth {
  readonly proposal: PaymentProposal;
  readonly hash: string;
  readonly lines: readonly PrintedLine[];
  /** At least the payout itself. */
  readonly attempts: readonly PrintedAttempt[];
}

/** `printed` remembers, over all months of one document, which workings it holds already. */
export async function printedMonth(
  records: Records,
  month: RegionMonth,
  language: Language,
  printed: Set<string>,
): Promise<PrintedMonth> {
  const { read, payment } = month;
  const hash = read.state.released?.proposal ?? '';
  const [proposal, attempts] = await Promise.all([
    readProposal(records, read.id, 'payment', hash),
    attemptsOf(records, read, payment),
  ]);
  return {
    ...month,
    proposal,
    hash,
    lines: await printedLines(records, read, payment, language, printed),
    attempts: await Promise.all(
      attempts.map(async (each) => ({
        ...each,
        voucher: await voucherOf(records, each.read),
        account: await accountOf(records, each.read, payment),
      })),
    ),
  };
}

async function printedLines(
  records: Records,
  read: ReadCase,
  payment: ProposedPayment,
  language: Language,
  printed: Set<string>,
): Promise<readonly PrintedLine[]> {
  const source = new WorkingSource(records, read.id);
  const lines: PrintedLine[] = [];
  for (const { kind, sek, working } of payment.lines) {
    const { cites = [] } = await source.named(working);
    lines.push({
      text: lineKindTexts[kind][language],
      sek,
      cites: cites.map(citationView),
      calculation: await calculationOf(source, working, language, printed),
    });
  }
  return lines;
}

/** A payment that is sent again may go to another account. */
async function accountOf(
  records: Records,
  { id, state: { released } }: ReadCase,
  { payee }: ProposedPayment,
): Promise<string> {
  if (!released) return '';
  const { payments } = await readProposal(records, id, 'payment', released.proposal);
  const own = payments.find((payment) => payment.payee === payee);
  return own ? giroText(own) : '';
}

/** Undefined while the voucher is not booked: the release is ordered first. */
async function voucherOf(
  records: Records,
  { state: { released } }: ReadCase,
): Promise<VoucherNumber | undefined> {
  if (!released) return undefined;
  const budgetYear = budgetYearOf(released.paidOn);
  const vouchers = await vouchersOf(records, budgetYear);
  const found = vouchers.find(({ key }) => key === released.voucherKey);
  return found && { budgetYear, number: found.number };
}
