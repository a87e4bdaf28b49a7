import type { Records } from '../../../core/ports.ts';
import { caseKind, payoutMonth } from '../../../core/record/case-id.ts';
import { CSV, XLSX } from '../../contract/api/answer-forms.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { annexOf } from '../../documents/annex.ts';
import { annexCsv } from '../../documents/annex-csv.ts';
import { annexWorkbook } from '../../documents/annex-workbook.ts';
import { say } from '../../documents/texts.ts';
import { readCase } from '../../shared/cases.ts';
import { readProposal } from '../../shared/documents.ts';
import { Refused } from '../../shared/refused.ts';

/** What a payout paid, per region and kind, as a workbook or as CSV. A payout that is not released has no annex, nor has another run. */
export async function readAnnex(
  { language, parameters: { run, format } }: RequestOf<'readAnnex'>,
  { records }: { readonly records: Records },
): Promise<AnswerOf<'readAnnex'>> {
  const released =
    caseKind(run) === 'payout' ? (await readCase(records, run)).state.released : undefined;
  if (!released || format === 'sie')
    throw new Refused('not-found', { what: `/runs/${run}/annex/${format}` });
  const proposal = await readProposal(records, run, 'payment', released.proposal);
  const annex = annexOf(proposal, language);
  const title = say('annex', language);
  const name = `${title.toLowerCase()}-${payoutMonth(run)}.${format}`;
  return format === 'xlsx'
    ? { name, mediaType: XLSX, bytes: await annexWorkbook(annex, `${title} ${payoutMonth(run)}`) }
    : { name, mediaType: CSV, bytes: annexCsv(annex) };
}
