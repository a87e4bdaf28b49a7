import { paymentFileName } from '../../../core/bank/payment-file-name.ts';
import type { Files, Records } from '../../../core/ports.ts';
import { sha256Of } from '../../adapters/sha256.ts';
import { XML } from '../../contract/api/answer-forms.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { RECORD_CONTRADICTS } from '../../contract/errors.ts';
import { readCase } from '../../shared/cases.ts';
import { namedError } from '../../shared/errors.ts';
import { Refused } from '../../shared/refused.ts';

/**
 * The payment file as it was stored for the bank, to the byte. Not found before the release, for a release that sent nothing, and
 * until a release that was interrupted has stored it. Throws `RecordContradicts` for another file than the one that was released:
 * nobody is shown that as the State's.
 */
export async function readPaymentFile(
  { parameters: { run } }: RequestOf<'readPaymentFile'>,
  { records, paymentFiles }: { readonly records: Records; readonly paymentFiles: Files },
): Promise<AnswerOf<'readPaymentFile'>> {
  const { released } = (await readCase(records, run)).state;
  const name = released && released.sent.length > 0 ? paymentFileName(run) : undefined;
  const bytes = name === undefined ? undefined : await paymentFiles.read(name);
  if (!released || name === undefined || bytes === undefined)
    throw new Refused('not-found', { what: `/runs/${run}/payment-file` });
  if (sha256Of(bytes) !== released.fileHash)
    throw namedError(RECORD_CONTRADICTS, `The file ${name} is not the one that was released.`, {
      file: name,
    });
  return { name: name.slice(name.lastIndexOf('/') + 1), mediaType: XML, bytes };
}
