import type { Day } from '../../core/calendar/day.ts';
import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import { Sek } from '../../core/money/sek.ts';
import { dayToPay } from '../../core/payment/day-to-pay.ts';
import type { GoingWithout, Need } from '../../core/payment/events.ts';
import { type NeedName, need } from '../../core/payment/needs.ts';
import {
  type PaymentProposal,
  type ProposedPayment,
  sumChecks,
  type TruedUpYear,
  type YearShare,
} from '../../core/payment/proposal.ts';
import type { CaseId } from '../../core/record/case-id.ts';
import { ok, type Result, refused } from '../../core/result.ts';
import { debtorFaults, faultText } from '../contract/debtor.ts';
import { SUMS_DO_NOT_HOLD } from '../contract/errors.ts';
import type { Watch } from '../contract/steps.ts';
import { namedError } from './errors.ts';
import type { Inputs } from './inputs.ts';
import { budgetYearOf } from './journal.ts';
import type { Ports } from './ports.ts';
import { agreementsUsed } from './propose.ts';
import { roomFor, watchRoom } from './room.ts';
import { creditTaken } from './warnings.ts';

export type PaymentDraft = Omit<PaymentProposal, 'case' | 'number' | 'codeVersion'>;

/** What a payment says that is not worked out from the rest. */
export interface PaymentParts {
  readonly payDay: Day;
  readonly onlyOnPayDay: boolean;
  readonly payments: readonly ProposedPayment[];
  readonly paid: readonly string[];
  readonly decisions: readonly string[];
  readonly agreementYears: readonly number[];
  readonly without: readonly GoingWithout[];
  readonly balancesFrom: readonly string[];
  readonly truesUp?: readonly TruedUpYear[];
  readonly yearShares?: readonly YearShare[];
  /** What the approvers are to be told besides what the appropriation's room says. */
  readonly warnings: readonly string[];
}

/** What a payment lacks, and how long the streams of its room were when there was none. */
export interface Lacking {
  readonly needs: readonly Need[];
  readonly watch: Watch;
}

/**
 * A payment that can be put before people: its sums hold and its budget year has room for it beside everything that is ordered. Into
 * the credit both approvers are warned; beyond it, or with no appropriation known, the payment is held. Nothing paid needs no room.
 *
 * The budget year is that of the day on which it can leave: of a pay day that has passed, the next bank day's.
 *
 * Sums that do not hold stop everything with `SumsDoNotHold`; they can only come of a mistake in the program. So does a debtor
 * that payments cannot leave from, as a `RangeError`: only whoever deployed it can put that right.
 */
export async function paymentDraft(
  { records, rulebooks, debtor }: Ports,
  inputs: Inputs,
  id: CaseId,
  now: Instant,
  parts: PaymentParts,
): Promise<Result<PaymentDraft, Lacking>> {
  const faults = debtorFaults(debtor);
  if (faults.length > 0)
    throw new RangeError(`Payments cannot leave: debtor ${faults.map(faultText).join('; ')}.`);
  const total = Sek.sum(parts.payments.map(({ totalSek }) => Sek.of(totalSek)));
  const budgetYear = budgetYearOf(dayToPay(parts, dayInStockholm(now)));
  const watch = await watchRoom(records, budgetYear);
  const room = await roomFor(records, inputs, budgetYear, id, total);
  const kinds = parts.payments.flatMap(({ lines }) => lines.map(({ kind }) => kind));
  const lacks = (name: NeedName, because: string) =>
    refused({ needs: [need(name, budgetYear, kinds, because)], watch });
  if (!room) return lacks('appropriation', `no appropriation of ${budgetYear} is known`);
  const needed = !total.isZero();
  if (needed && room.kind === 'beyond')
    return lacks(
      'room-in-appropriation',
      `the appropriation of ${budgetYear} and its credit lack ${room.by} kronor`,
    );
  const warnings = [
    ...parts.warnings,
    ...(needed && room.kind === 'into-credit'
      ? [creditTaken(budgetYear, `${room.by}`, `${room.creditLeft}`)]
      : []),
  ];
  const { agreementYears, ...rest } = parts;
  const draft: PaymentDraft = {
    kind: 'payment',
    ...rest,
    budgetYear,
    debtor,
    totalSek: total.kronor().toString(),
    warnings,
    agreements: agreementsUsed(rulebooks, agreementYears),
    restsOn: inputs.restsOn(),
  };
  assertSums(draft);
  return ok(draft);
}

/** Throws `SumsDoNotHold`, naming each sum and both its sides, unless every sum of the payment holds. */
export function assertSums(payment: Parameters<typeof sumChecks>[0]): void {
  const failed = sumChecks(payment).filter(({ holds }) => !holds);
  if (failed.length === 0) return;
  const named = failed.map(({ name, left, right }) => `${name}: ${left} ≠ ${right}`);
  throw namedError(SUMS_DO_NOT_HOLD, named.join('; '), {
    sums: failed.map(({ name }) => name).join('; '),
  });
}
