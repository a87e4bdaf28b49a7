import type { BankOrder } from '../../core/bank/bank-order.ts';
import { faultText } from '../../core/bank/fault.ts';
import { fileFaults } from '../../core/bank/file-rules.ts';
import { paymentFileName } from '../../core/bank/payment-file-name.ts';
import { sha256Of } from '../adapters/sha256.ts';
import { PAYMENT_FILE_IMPOSSIBLE } from '../contract/errors.ts';
import { namedError } from '../shared/errors.ts';
import { namespaceOf, pain001 } from './pain-001.ts';
import { writeXml } from './write-xml.ts';

/** What the bank is sent: a file, or nothing where nobody is paid more than zero. */
export type PaymentFile = {
  /** SHA-256 of the bytes. Where nothing is sent there are none, and it is the hash of no bytes. */
  readonly hash: string;
} & ({ readonly sent: 'file'; readonly name: string; readonly bytes: Uint8Array } | Nothing);

type Nothing = { readonly sent: 'nothing' };

/**
 * The payment file of an order: its bytes follow from the order alone, so every call gives the same. Throws
 * `PaymentFileImpossible`, naming every fault with what is given and what is allowed, when the order breaks a rule of
 * core/bank/file-rules.ts: such a file is neither ordered nor stored.
 *
 * @sv betalningsfil
 */
export function paymentFile(order: BankOrder): PaymentFile {
  if (order.transactions.length === 0 && order.controlSumSek === '0')
    return { sent: 'nothing', hash: sha256Of(new Uint8Array()) };
  const faults = fileFaults(order);
  if (faults.length > 0)
    throw namedError(
      PAYMENT_FILE_IMPOSSIBLE,
      `${order.case}: ${faults.map(faultText).join('; ')}.`,
      { case: order.case, faults: faults.map(({ place }) => place).join('; ') },
    );
  const text = writeXml(namespaceOf(order.debtor.fileFormat), pain001(order));
  const bytes = new TextEncoder().encode(text);
  return { sent: 'file', name: paymentFileName(order.case), bytes, hash: sha256Of(bytes) };
}

/** The SHA-256 of the payment file that an order makes: what a release names, and what it is held to. */
export const fileHashOf = (order: BankOrder): string => paymentFile(order).hash;
