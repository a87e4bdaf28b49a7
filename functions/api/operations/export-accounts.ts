import type { Records } from '../../../core/ports.ts';
import { accountsCsv } from '../../accounting/accounts-csv.ts';
import { readBooks } from '../../accounting/read-ledger.ts';
import { sieFile } from '../../accounting/sie.ts';
import { CSV, SIE } from '../../contract/api/answer-forms.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { Refused } from '../../shared/refused.ts';

/** A budget year's vouchers as a file: SIE 4 for another accounting system, or CSV. A year in which nothing is booked has none. */
export async function exportAccounts(
  { language, parameters: { year, format } }: RequestOf<'exportAccounts'>,
  { records }: { readonly records: Records },
): Promise<AnswerOf<'exportAccounts'>> {
  const books = format === 'xlsx' ? undefined : await readBooks(records, year);
  if (!books) throw new Refused('not-found', { what: `/accounts/${year}/${format}` });
  return format === 'sie'
    ? { name: `statsbidrag-${year}.se`, mediaType: SIE, bytes: sieFile(books) }
    : { name: `statsbidrag-${year}.csv`, mediaType: CSV, bytes: accountsCsv(books, language) };
}
