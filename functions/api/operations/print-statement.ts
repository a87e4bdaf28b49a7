import { PDF } from '../../contract/api/answer-forms.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import type { PaysBy } from '../../shared/ports.ts';
import { Refused } from '../../shared/refused.ts';
import { refuseOtherRegions } from '../views/own-region.ts';
import { type PrintedMonth, printedMonth } from '../views/printed-month.ts';
import { regionMonths } from '../views/statement-view.ts';
import { readForecast } from './read-forecast.ts';
import { knownYear, readStatement } from './read-statements.ts';

/** The statement of a region's year as PDF, with what is to come. A year of which nothing is released yet has none. */
export async function printStatement(
  request: RequestOf<'printStatement'>,
  ports: PaysBy,
): Promise<AnswerOf<'printStatement'>> {
  const { by, language, parameters } = request;
  const { region, year } = parameters;
  const { records } = ports;
  refuseOtherRegions(by, region);
  const released = await regionMonths(records, region, knownYear(region, year));
  if (released.length === 0)
    throw new Refused('not-found', { what: `/regions/${region}/documents/${year}` });
  // One after the other: a working that one month shows the next refers to.
  const printed = new Set<string>();
  const months: PrintedMonth[] = [];
  for (const month of released) months.push(await printedMonth(records, month, language, printed));
  const [statement, forecast] = await Promise.all([
    readStatement({ ...request, operation: 'readStatement' }, ports),
    readForecast({ ...request, operation: 'readForecast' }, ports),
  ]);
  // Loaded for the first document: what writes PDF is ten times all else that this function holds.
  const { statementDocument } = await import('../../documents/statement.ts');
  return {
    name: `${{ sv: 'arsbesked', en: 'statement' }[language]}-${region}-${year}.pdf`,
    mediaType: PDF,
    bytes: await statementDocument({ statement, months, forecast }, language),
  };
}
