import { Sek } from '../../../core/money/sek.ts';
import { hasComeBack, type SentLine } from '../../../core/payment/lines.ts';
import { paidSek } from '../../../core/payment/paid.ts';
import type { ProposedPayment } from '../../../core/payment/proposal.ts';
import type { Records } from '../../../core/ports.ts';
import { reissueOf } from '../../../core/record/case-id.ts';
import { type ReadCase, readOneCase } from './cases.ts';

/** One time that a payment was sent, or is about to be sent again. */
export interface Attempt {
  readonly read: ReadCase;
  /** Kronor that it sends, or is to send. */
  readonly sek: string;
  /** What has become of it at the bank; undefined when nothing has been sent. */
  readonly line: SentLine | undefined;
}

/** Every time that a payment was sent to the payee: with the payout itself, and again on its own after it came back. */
export async function attemptsOf(
  records: Records,
  first: ReadCase,
  { payee, totalSek }: Pick<ProposedPayment, 'payee' | 'totalSek'>,
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  let read = first;
  for (;;) {
    const line = read.state.lines.get(payee);
    attempts.push({ read, sek: totalSek, line });
    if (line?.resolved?.choice !== 'reissue') return attempts;
    read = await readOneCase(records, reissueOf(read.id, payee));
  }
}

/** Kronor of an attempt that the bank sent back; undefined when none did. */
export const returnedSek = ({ line }: Attempt): string | undefined =>
  line && hasComeBack(line) ? line.sek : undefined;

/** Kronor that came back and have not arrived since, by themselves or in a later payment: the payee still waits for them. */
export function owedSek(attempts: readonly Attempt[]): Sek {
  const last = attempts.at(-1);
  const again = attempts.length > 1;
  if (!last || !(last.line ? hasComeBack(last.line) : again)) return Sek.zero;
  return isPaidLater(attempts) ? Sek.zero : Sek.of(last.sek);
}

/** What came back is a line of the payee's next payment. */
export const isPaidLater = (attempts: readonly Attempt[]): boolean =>
  attempts.at(-1)?.line?.resolved?.choice === 'next-month';

/** What of all these has been paid. */
export const receivedSek = (attempts: readonly Attempt[]): Sek =>
  paidSek(attempts.flatMap(({ line }) => line ?? []));
