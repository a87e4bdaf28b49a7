import { dayInStockholm, parseInstant } from '../../core/calendar/stockholm.ts';
import { isApproved } from '../../core/payment/decide.ts';
import { standing } from '../../core/payment/evolve.ts';
import { caseKind, payingKinds } from '../../core/record/case-id.ts';
import type { FoundStream } from '../../core/record/verify.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import { executionsOf, type OpenedCase, openedCases } from './go-on-from-record.ts';

/** A case that has not gone on as it should have, and in what. */
export interface StandingStill {
  readonly name: string;
  readonly why: string;
}

/**
 * The open cases of a record that should have gone on: what was approved and has not been paid on its pay day, for whatever reason, and
 * what no execution brings further. What waits before its pay day for a person, an input or the bank is in order.
 */
export function standingStill(
  cloud: LocalCloud,
  found: readonly FoundStream[],
): readonly StandingStill[] {
  const executions = cloud.executions();
  const today = dayInStockholm(parseInstant(cloud.now()));
  const open = openedCases(found).filter(({ state }) => !state.closed);
  return open.flatMap((each) => {
    const runs = executionsOf(each.id, executions).some(({ status }) => status === 'RUNNING');
    const unpaid = unpaidSince(each, today);
    const said = [
      ...(unpaid === undefined ? [] : [`approved and not paid; its pay day was ${unpaid}`]),
      ...(runs ? [] : ['nobody brings it further: no execution of it runs']),
    ];
    return said.length === 0 ? [] : [{ name: each.id, why: said.join('; ') }];
  });
}

/** The pay day that has passed, of what two people have approved and nobody has paid. */
function unpaidSince({ id, state }: OpenedCase, today: string): string | undefined {
  if (!payingKinds.includes(caseKind(id)) || state.released) return undefined;
  const payDay = standing(state)?.proposed.payment?.payDay;
  return payDay !== undefined && payDay < today && isApproved(caseKind(id), state)
    ? payDay
    : undefined;
}
