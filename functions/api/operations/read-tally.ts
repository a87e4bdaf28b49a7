import { rowsOfYear, sumOf } from '../../../core/bank/tally.ts';
import type { TallyAmounts } from '../../../core/bank/tally-case.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { type ReadTally, type TallyPorts, tallyOfYear } from '../../shared/tally.ts';
import { findingText } from '../../shared/tally-text.ts';
import { runName } from '../views/run-name.ts';

type Shown = AnswerOf<'readTally'>;
type ShownRow = Shown['total'];

/**
 * Whether what was prepared, approved, filed and answered is equal to the öre, for every run that was paid in a calendar year and for
 * the year, by payee, with what differs.
 */
export async function readTally(
  { language, parameters: { year } }: RequestOf<'readTally'>,
  ports: TallyPorts,
): Promise<Shown> {
  return shownTally(year, await tallyOfYear(ports, year), language);
}

/** The tallies of a year's runs, and of the year. */
export function shownTally(year: number, runs: readonly ReadTally[], language: Language): Shown {
  const rows = rowsOfYear(runs);
  const ofFiles = runs.flatMap(({ case: id, total }) =>
    total.findings.map((finding) => ({ case: id, finding })),
  );
  const named = ({ case: id, finding }: (typeof ofFiles)[number]) =>
    `${runName(id, language)}: ${findingText(finding, language)}`;
  return {
    year,
    holds: runs.every((run) => run.holds),
    runs: runs.map((run) => shownRun(run, language)),
    rows: rows.map(({ payee, name, findings, ...amounts }) =>
      shownRow(payee, name, amounts, findings.map(named)),
    ),
    total: shownTotal(sumOf(rows), ofFiles.map(named), language),
  };
}

const shownRun = (run: ReadTally, language: Language): Shown['runs'][number] => ({
  run: run.case,
  ...(run.paidOn && { paidOn: run.paidOn }),
  holds: run.holds,
  rows: run.rows.map(({ payee, name, findings, ...amounts }) =>
    shownRow(
      payee,
      name,
      amounts,
      findings.map((finding) => findingText(finding, language)),
    ),
  ),
  total: shownTotal(
    run.total,
    run.total.findings.map((finding) => findingText(finding, language)),
    language,
  ),
});

const shownTotal = (amounts: TallyAmounts, differs: readonly string[], language: Language) =>
  shownRow('', language === 'sv' ? 'Summa' : 'Total', amounts, differs);

const shownRow = (
  payee: string,
  name: string,
  amounts: TallyAmounts,
  differs: readonly string[],
): ShownRow => ({
  payee,
  name,
  prepared: amounts.prepared.toString(),
  approved: amounts.approved.toString(),
  filed: amounts.filed.toString(),
  settled: amounts.settled.toString(),
  returned: amounts.returned.toString(),
  outstanding: amounts.outstanding.toString(),
  unordered: amounts.unordered.toString(),
  held: amounts.held.toString(),
  differs: [...differs],
});
