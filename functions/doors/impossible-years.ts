import { yearOf } from '../../core/calendar/month.ts';
import { canonical } from '../../core/canonical.ts';
import type { InputContents } from '../../core/inputs/contents.ts';
import { keyParts } from '../../core/payment/due.ts';
import type { Records } from '../../core/ports.ts';
import { type EntryProblem, problem } from '../shared/entry-errors.ts';
import type { Inputs } from '../shared/inputs.ts';
import { readPayouts } from '../shared/payouts.ts';
import type { PaysBy } from '../shared/ports.ts';

/** What stands against a decision: money of a later year than its first month, or of a year that is ended without an agreement. */
export async function impossibleAuthorisation(
  { firstMonth, agreementYear }: InputContents['authorisation'],
  year: number,
  inputs: Inputs,
): Promise<readonly EntryProblem[]> {
  const ended = (await inputs.all('year-ended', year)).length > 0;
  return [
    ...(yearOf(firstMonth) < agreementYear
      ? [
          problem(
            '/firstMonth',
            `tidigast ${agreementYear}-01, eftersom pengarna avser ${agreementYear}; angivet: ${firstMonth}`,
            `${agreementYear}-01 at the earliest, since the money is for ${agreementYear}; given: ${firstMonth}`,
          ),
        ]
      : []),
    ...(ended
      ? [
          problem(
            '/agreementYear',
            `ett år som inte är avslutat; ${year} är avslutat utan överenskommelse, och inget mer betalas av det`,
            `a year that is not ended; ${year} is ended without an agreement, and nothing more of it is paid`,
          ),
        ]
      : []),
  ];
}

/**
 * What stands against ending a year: it has an agreement, nothing was paid of it in wait of one, or it is ended already. An ended year
 * is not opened again, nor does a second version say otherwise.
 *
 * @cites letter-2016, ändringsbeslut 2016-02-25
 */
export async function impossibleEnd(
  ended: InputContents['year-ended'],
  year: number,
  inputs: Inputs,
  { records, rulebooks }: PaysBy,
): Promise<readonly EntryProblem[]> {
  const against = (sv: string, en: string) => [problem('/agreementYear', sv, en)];
  if (rulebooks.years.includes(year))
    return against(
      `ett år utan överenskommelse; ${year} har en`,
      `a year without an agreement; ${year} has one`,
    );
  const decisions = await inputs.all('authorisation', year);
  const agreed = decisions.find(({ content }) => content.kind === 'agreement');
  if (agreed)
    return against(
      `ett år utan överenskommelse; ${agreed.content.decision} är beslutat under en för ${year}`,
      `a year without an agreement; ${agreed.content.decision} was decided under one for ${year}`,
    );
  if (!(await hasPaidInterim(records, year)))
    return against(
      `ett år som något har betalats ut av i avvaktan på överenskommelse; av ${year} har inget betalats ut så`,
      `a year of which an interim payment has been released; of ${year} none has`,
    );
  const [known] = await inputs.all('year-ended', year);
  return known && canonical(known.content) !== canonical(ended)
    ? against(
        `ett år som inte är avslutat; ${year} är avslutat med skälet ”${known.content.reason}” och öppnas inte igen`,
        `a year that is not ended; ${year} is ended with the reason "${known.content.reason}" and is not opened again`,
      )
    : [];
}

/** Interim payments of a year are paid in it and in the two after it. */
async function hasPaidInterim(records: Records, year: number): Promise<boolean> {
  const payouts = await readPayouts(records, [year, year + 1, year + 2]);
  return [...payouts.values()]
    .flatMap(({ released }) => released?.paid ?? [])
    .map(keyParts)
    .some(({ kind, agreementYear }) => kind === 'interim-instalment' && agreementYear === year);
}
