import { agreementYears } from '../../../core/agreement/rulebook.ts';
import { Sek } from '../../../core/money/sek.ts';
import type { Records } from '../../../core/ports.ts';
import { reconciliationCase } from '../../../core/record/case-id.ts';
import { regionCodes } from '../../../core/regions.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { Inputs } from '../../shared/inputs.ts';
import { Refused } from '../../shared/refused.ts';
import { readOneCase } from '../views/cases.ts';
import { runActions } from '../views/run-actions.ts';
import { historyOf } from '../views/run-history.ts';
import { approvalsOf, missingOf } from '../views/run-parts.ts';
import { proposalInForce } from '../views/shown-proposal.ts';

type Shown = AnswerOf<'readReconciliation'>;

/** What the parties do with the settlement; the run itself has more actions, for those who prepare it. */
const ofTheParties: ReadonlySet<string> = new Set(['sign-state', 'sign-skr', 'reject', 'withdraw']);

/**
 * The reconciliation of an agreement year between State and SKR: what is missing for it, what they are to sign or have signed, and
 * what this person may do. Before March it is not open, and the local discounts are all there is. Refuses a year without agreement.
 */
export async function readReconciliation(
  request: RequestOf<'readReconciliation'>,
  { records }: { readonly records: Records },
): Promise<Shown> {
  const { language, parameters } = request;
  const { year } = parameters;
  if (!agreementYears.includes(year))
    throw new Refused('not-found', { what: `/reconciliations/${year}` });
  const read = await readOneCase(records, reconciliationCase(year));
  const [proposal, localDiscounts] = await Promise.all([
    proposalInForce(records, read, language),
    reportedDiscounts(records, year),
  ]);
  const actions = runActions(read.kind, read.state, request);
  return {
    year,
    run: read.id,
    state: read.runState,
    missing: missingOf(read, language),
    ...(proposal && { proposal }),
    approvals: approvalsOf(read),
    actions: actions.filter(({ action }) => ofTheParties.has(action)),
    localDiscounts,
    history: historyOf(read.events, language),
  };
}

/** SKR's report in force: each region's discounts together. A region that reported none is left out. */
async function reportedDiscounts(records: Records, year: number): Promise<Shown['localDiscounts']> {
  const report = await new Inputs(records).use('local-discounts', year);
  return regionCodes.flatMap((region) => {
    const own = report?.content[region] ?? [];
    if (own.length === 0) return [];
    return [{ region, sek: Sek.sum(own.map((amount) => Sek.of(amount))).toString() }];
  });
}
