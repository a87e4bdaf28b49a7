import type { Records } from '../../../core/ports.ts';
import { PDF } from '../../contract/api/answer-forms.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { say } from '../../documents/texts.ts';
import { refuseOtherRegions } from '../views/own-region.ts';
import { printedMonth } from '../views/printed-month.ts';
import { ownMonth } from './read-statements.ts';

/** The payment advice of a month as PDF: a region's person gets their own, everybody else any. */
export async function printAdvice(
  { by, language, parameters }: RequestOf<'printAdvice'>,
  { records }: { readonly records: Records },
): Promise<AnswerOf<'printAdvice'>> {
  const { region, month } = parameters;
  refuseOtherRegions(by, region);
  const own = await printedMonth(records, await ownMonth(records, parameters), language, new Set());
  // Loaded for the first document: what writes PDF is ten times all else that this function holds.
  const { adviceDocument } = await import('../../documents/advice.ts');
  const kind = say('advice', language).toLowerCase().replaceAll(' ', '-');
  return {
    name: `${kind}-${region}-${month}.pdf`,
    mediaType: PDF,
    bytes: await adviceDocument(own, language),
  };
}
