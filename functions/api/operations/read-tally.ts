import { rowsOfYear, sumOf } from '../../../core/bank/tally.ts';
import type { TallyAmounts } from '../../../core/bank/tally-case.ts';
import { untakenSek } from '../../../core/bank/untaken.ts';
import { Sek } from '../../../core/money/sek.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { readReports } from '../../shared/bank-reports.ts';
import { type ReadTally, type TallyPorts, tallyOfYear } from '../../shared/tally.ts';
import { findingText } from '../../shared/tally-text.ts';
import { type Untaken, untakenOfYear } from '../../shared/untaken.ts';
import { openItemsIn } from '../views/bank-view.ts';
import { runName } from '../views/run-name.ts';

type Shown = AnswerOf<'readTally'>;
type ShownRow = Shown['total'];

/**
 * Whether what was prepared, approved, filed and answered is equal to the öre, for every run that was paid in a calendar year and for
 * the year, by payee, with what differs; and what moved on the account that year and was taken for no payment.
 */
export async function readTally(
  { language, parameters: { year } }: RequestOf<'readTally'>,
  ports: TallyPorts,
): Promise<Shown> {
  return shownTally(year, await talliedOf(ports, year), language);
}

/** What of a calendar year is tallied. */
interface Tallied {
  readonly runs: readonly ReadTally[];
  readonly untaken: readonly Untaken[];
  /** What of the year's reports nobody has looked into. */
  readonly openItems: number;
}

export async function talliedOf(ports: TallyPorts, year: number): Promise<Tallied> {
  const [runs, untaken, reports] = await Promise.all([
    tallyOfYear(ports, year),
    untakenOfYear(ports.records, year),
    readReports(ports.records, year),
  ]);
  return { runs, untaken, openItems: openItemsIn(reports) };
}

/**
 * The tallies of a year's runs, and of the year. It does not hold while something moved that was taken for no payment and that nobody
 * has looked into.
 */
export function shownTally(
  year: number,
  { runs, untaken, openItems }: Tallied,
  language: Language,
): Shown {
  const rows = rowsOfYear(runs);
  const ofFiles = runs.flatMap(({ case: id, total }) =>
    total.findings.map((finding) => ({ case: id, finding })),
  );
  const named = ({ case: id, finding }: (typeof ofFiles)[number]) =>
    `${runName(id, language)}: ${findingText(finding, language)}`;
  return {
    year,
    holds: runs.every((run) => run.holds) && untaken.every(({ lookedInto }) => lookedInto),
    runs: runs.map((run) => shownRun(run, language)),
    rows: rows.map(({ payee, name, findings, ...amounts }) =>
      shownRow(payee, name, amounts, findings.map(named)),
    ),
    total: shownTotal(sumOf(rows), ofFiles.map(named), language),
    untaken: shownUntaken(untaken, language),
    openItems,
    undecided: runs.reduce((sum, run) => sum + run.undecided, 0),
  };
}

function shownUntaken(untaken: readonly Untaken[], language: Language): Shown['untaken'] {
  const open = untaken.filter(({ lookedInto }) => !lookedInto);
  const closed = untaken.filter(({ lookedInto }) => lookedInto);
  return {
    open: open.map((each) => untakenText(each, language)),
    openSek: netOf(open),
    lookedInto: closed.length,
    lookedIntoSek: netOf(closed),
  };
}

const netOf = (untaken: readonly Untaken[]): string =>
  Sek.sum(untaken.map(({ item }) => untakenSek(item) ?? Sek.zero)).toString();

/** In a clause, after the run to which it leads: `−10 kr` came, `10 kr` left. Amounts are exact, ungrouped. */
function untakenText({ item, number, file }: Untaken, language: Language): string {
  const { amount, currency } = item;
  const sek = untakenSek(item);
  const other = amount === undefined ? undefined : `${amount} ${currency}`;
  const sum = sek ? `${sek} kr` : other;
  const run = item.case ? `${runName(item.case, language)}: ` : '';
  return language === 'sv'
    ? `${run}${sum ?? 'pengar'} har rört sig på kontot som inte är någon betalning härifrån, och ingen har utrett det (post ${number} i ${file})`
    : `${run}${sum ?? 'money'} moved on the account that is no payment from here, and nobody has looked into it (item ${number} of ${file})`;
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
