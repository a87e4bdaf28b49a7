import type { BankOrder } from '../../core/bank/bank-order.ts';
import { canonical, type Json } from '../../core/canonical.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import { FileDiffers, type Files, type Records } from '../../core/ports.ts';
import { bankOrderStream } from '../../core/record/case-id.ts';
import { RECORD_CONTRADICTS } from '../contract/errors.ts';
import { namedError } from '../shared/errors.ts';
import { type PaymentFile, paymentFile } from './payment-file.ts';

type Released = Extract<CaseEvent, { type: 'release-ordered' }>;

/**
 * Puts the released order into the record, and then its payment file where the bank's files lie. Each is written once; whoever comes
 * after a crash finds what is there, the same to the byte, or writes it. Throws `RecordContradicts` when either is there already
 * and is another, or when the file is not the one that was released.
 */
export async function sendOrder(
  { records, paymentFiles }: { readonly records: Records; readonly paymentFiles: Files },
  ordered: BankOrder,
  { fileHash }: Pick<Released, 'fileHash'>,
): Promise<PaymentFile['sent']> {
  const file = paymentFile(ordered);
  if (file.hash !== fileHash)
    throw namedError(
      RECORD_CONTRADICTS,
      `${ordered.case}: the payment file is ${file.hash}; ${fileHash} was released.`,
      { case: ordered.case, file: file.hash, released: fileHash },
    );
  await storeOrder(records, ordered);
  if (file.sent === 'file') await storeFile(paymentFiles, file);
  return file.sent;
}

async function storeOrder(records: Records, ordered: BankOrder): Promise<void> {
  const stream = bankOrderStream(ordered.case);
  const [before] = await records.read<BankOrder & Json>(stream);
  if (before && canonical(before.event) !== canonical(ordered))
    throw namedError(
      RECORD_CONTRADICTS,
      `${ordered.case}: the order to the bank in the record is not the released one.`,
      { case: ordered.case, differs: 'order' },
    );
  if (!before) await records.append(stream, undefined, ordered);
}

async function storeFile(
  files: Files,
  { name, bytes }: Extract<PaymentFile, { sent: 'file' }>,
): Promise<void> {
  try {
    await files.put(name, bytes, 'application/xml');
  } catch (error) {
    if (error instanceof FileDiffers)
      throw namedError(RECORD_CONTRADICTS, error.message, { file: name });
    throw error;
  }
}
