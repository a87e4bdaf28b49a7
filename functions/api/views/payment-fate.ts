import { Sek } from '../../../core/money/sek.ts';
import { hasComeBack, type SentLine } from '../../../core/payment/lines.ts';
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

/** What has reached the payee: sent, and not sent back. */
export const receivedSek = (attempts: readonly Attempt[]): Sek =>
  Sek.sum(attempts.map(({ line }) => (line && !hasComeBack(line) ? Sek.of(line.sek) : Sek.zero)));
