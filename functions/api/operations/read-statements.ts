import { agreementYears, rulebookOf } from '../../../core/agreement/rulebook.ts';
import { Sek } from '../../../core/money/sek.ts';
import type { Records } from '../../../core/ports.ts';
import { openingCase } from '../../../core/record/case-id.ts';
import { type RegionCode, regionCodes, regions } from '../../../core/regions.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { readCase } from '../../shared/cases.ts';
import { readProposal } from '../../shared/documents.ts';
import { Refused } from '../../shared/refused.ts';
import { refuseOtherRegions, seesAllRegions } from '../views/own-region.ts';
import { attemptsOf, owedSek, receivedSek } from '../views/payment-fate.ts';
import { kindTotals } from '../views/proposals.ts';
import { regionMonths, shownMonth } from '../views/statement-view.ts';
import { WorkingSource } from '../views/working-source.ts';
import { usualDepth, workingTree } from '../views/workings.ts';

interface ReadsRecords {
  readonly records: Records;
}

/** The regions whose statements this person may read: a region's person their own, everybody else all. */
export async function listRegions({
  by,
}: RequestOf<'listRegions'>): Promise<AnswerOf<'listRegions'>> {
  const shown = regionCodes.filter((code) => seesAllRegions(by) || by.regions.includes(code));
  return { regions: shown.map((region) => ({ region, name: regions[region] })) };
}

/**
 * What a region has got of an agreement year, month by month and line by line, with the paragraph and the working of each line, and
 * the grant that it comes from. What is not released is not in it: that is a forecast (readForecast).
 */
export async function readStatement(
  { by, language, parameters: { region, year } }: RequestOf<'readStatement'>,
  { records }: ReadsRecords,
): Promise<AnswerOf<'readStatement'>> {
  refuseOtherRegions(by, region);
  const months = await regionMonths(records, region, knownYear(region, year));
  const [grant, attempts, shown] = await Promise.all([
    grantOf(records, region, year),
    Promise.all(months.map(({ read, payment }) => attemptsOf(records, read, payment))),
    Promise.all(months.map((month) => shownMonth(records, month, language))),
  ]);
  return {
    region,
    name: regions[region],
    year,
    ...grant,
    months: shown,
    totalSek: Sek.sum(months.map(({ payment }) => Sek.of(payment.totalSek))).toString(),
    paidSek: receivedSek(attempts.flat()).toString(),
    owedSek: Sek.sum(attempts.map(owedSek)).toString(),
    byKind: kindTotals(
      months.map(({ payment }) => ({ lines: [...payment.lines] })),
      language,
    ),
  };
}

/** One month of the statement. */
export async function readMonthStatement(
  { by, language, parameters }: RequestOf<'readMonthStatement'>,
  { records }: ReadsRecords,
): Promise<AnswerOf<'readMonthStatement'>> {
  const { region } = parameters;
  refuseOtherRegions(by, region);
  const month = await ownMonth(records, parameters);
  return { region, name: regions[region], ...(await shownMonth(records, month, language)) };
}

/**
 * The working of an own line of the month, or of anything that it rests on. A hash that none of the region's own lines of that
 * month leads to does not exist here, be it in the record or not.
 */
export async function readStatementWorking(
  { by, language, parameters, query }: RequestOf<'readStatementWorking'>,
  { records }: ReadsRecords,
): Promise<AnswerOf<'readStatementWorking'>> {
  refuseOtherRegions(by, parameters.region);
  const { read, payment } = await ownMonth(records, parameters);
  const own = payment.lines.map(({ working }) => working);
  if (!(await leadsTo(new WorkingSource(records, read.id), own, parameters.working)))
    throw new Refused('not-found', { what: `${parameters.month} ${parameters.working}` });
  const { depth = usualDepth, whole } = query;
  return workingTree(records, read.id, parameters.working, depth, language, whole === 'true');
}

async function leadsTo(
  source: WorkingSource,
  from: readonly string[],
  wanted: string,
): Promise<boolean> {
  const seen = new Set(from);
  // A set is walked in the order of insertion, what is added on the way included.
  for (const hash of seen) {
    if (hash === wanted) return true;
    for (const next of (await source.named(hash)).of ?? []) seen.add(next);
  }
  return false;
}

interface MonthOf {
  readonly region: RegionCode;
  readonly year: number;
  readonly month: string;
}

export async function ownMonth(records: Records, { region, year, month }: MonthOf) {
  const months = await regionMonths(records, region, knownYear(region, year));
  const found = months.find((each) => each.month === month);
  if (found) return found;
  throw new Refused('not-found', { what: `/regions/${region}/statements/${year}/${month}` });
}

export function knownYear(region: RegionCode, year: number) {
  if (agreementYears.includes(year)) return rulebookOf(year);
  throw new Refused('not-found', { what: `/regions/${region}/statements/${year}` });
}

/** The decided grant, and in which run its working lies. */
async function grantOf(records: Records, region: RegionCode, year: number) {
  const id = openingCase(year);
  const { decided } = (await readCase(records, id)).state;
  if (!decided) return {};
  const { grants } = await readProposal(records, id, 'allocation', decided.proposal);
  const own = grants.find((grant) => grant.region === region);
  return own ? { grantSek: own.sek, grantWorking: own.working, grantRun: id } : {};
}
