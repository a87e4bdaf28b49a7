import type { Explained } from '../../core/explain.ts';
import { stored } from '../../core/explain.ts';
import type { LineKind } from '../../core/line-kinds.ts';
import { Fraction } from '../../core/money/fraction.ts';
import type { Sek } from '../../core/money/sek.ts';
import type { Records } from '../../core/ports.ts';
import { openingCase, reconciliationCase } from '../../core/record/case-id.ts';
import { type ByRegion, byRegion, type RegionCode } from '../../core/regions.ts';
import type { Settlement } from '../../core/rules/facts.ts';
import { readCase } from './cases.ts';
import { readProposal } from './documents.ts';
import type { PaysBy } from './ports.ts';

/** The decided grants of a year, each with the hash of its working; undefined while the year is not decided. */
export async function decidedGrants(
  records: Records,
  year: number,
): Promise<ByRegion<Explained<Sek>> | undefined> {
  const id = openingCase(year);
  const { decided } = (await readCase(records, id)).state;
  if (!decided) return undefined;
  const { grants } = await readProposal(records, id, 'allocation', decided.proposal);
  const byCode = new Map(grants.map((grant) => [grant.region, grant]));
  return byRegion((code) => amountIn(byCode, code));
}

/** The grants of the latest decided year before one; undefined when none of them is decided. */
export async function latestGrantsBefore(
  { records, rulebooks }: PaysBy,
  year: number,
): Promise<ByRegion<Explained<Sek>> | undefined> {
  const years = rulebooks.years.filter((each) => each < year);
  const grants = await Promise.all(years.map((each) => decidedGrants(records, each)));
  return grants.findLast((each) => each !== undefined);
}

/** The settlement that State and SKR have signed; undefined while it is not frozen. */
export async function frozenSettlement(
  records: Records,
  year: number,
): Promise<Settlement | undefined> {
  const id = reconciliationCase(year);
  const { decided } = (await readCase(records, id)).state;
  if (!decided) return undefined;
  const { lines } = await readProposal(records, id, 'settlement', decided.proposal);
  const kinds = new Set<LineKind>(lines.map(({ kind }) => kind));
  return new Map(
    [...kinds].map((kind) => {
      const ofKind = new Map(
        lines.filter((line) => line.kind === kind).map((line) => [line.region, line]),
      );
      return [kind, byRegion((code) => amountIn(ofKind, code))];
    }),
  );
}

function amountIn(
  amounts: ReadonlyMap<RegionCode, { readonly sek: string; readonly working: string }>,
  code: RegionCode,
): Explained<Sek> {
  const amount = amounts.get(code);
  if (!amount) throw new RangeError(`Region ${code} is missing from a decided proposal.`);
  return stored(Fraction.parse(amount.sek), amount.working);
}
