import type { Records } from '../../../core/ports.ts';
import { payingKinds } from '../../../core/record/case-id.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { readReports } from '../../shared/bank-reports.ts';
import { openItemsIn, reportView, sentFileView } from '../views/bank-view.ts';
import { readCases } from '../views/cases.ts';

/**
 * What left for the bank in a calendar year and how far it is, and what the bank sent, the newest first. A requisition of the year
 * before may be paid in this one, and a payment may be sent again in the year after it came back.
 */
export async function readBank(
  { at, language, parameters: { year } }: RequestOf<'readBank'>,
  { records }: { readonly records: Records },
): Promise<AnswerOf<'readBank'>> {
  const [cases, reports] = await Promise.all([
    readCases(records, [year - 1, year], payingKinds),
    readReports(records, year),
  ]);
  const files = cases
    .flatMap(sentFileView)
    .filter(({ executionDay }) => executionDay.startsWith(String(year)))
    .sort((a, b) => Number(a.orderedAt > b.orderedAt) - Number(a.orderedAt < b.orderedAt));
  const shown = await Promise.all(reports.map((each) => reportView(records, each, language, at)));
  return {
    year,
    files,
    reports: shown.reverse(),
    openItems: openItemsIn(reports),
  };
}
