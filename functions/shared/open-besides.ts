import { type AgendaItem, monthToOpen } from '../../core/agenda/agenda.ts';
import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import { workOutPayout } from '../../core/payment/payout.ts';
import { type CaseId, payoutCase } from '../../core/record/case-id.ts';
import { Inputs } from './inputs.ts';
import { payoutContext } from './payout-context.ts';
import type { Payouts } from './payouts.ts';
import type { PaysBy } from './ports.ts';

/**
 * The payouts to be open besides those that the calendar has, so that nothing that is due is without one: those that were opened and are
 * not closed; and the next month's, when no calendar has it and it would have something to pay, or to wait for. That is what months left
 * behind that were closed or released without it, once no month that is still to come in the calendar keeps it.
 *
 * Whether there is anything is asked of what the payout itself is worked out by. A decision is not asked for: that is for the payout to
 * wait for, in everybody's sight.
 *
 * @param planned every payout that agreements and interim decisions put on the agenda
 */
export async function openBesides(
  ports: PaysBy,
  planned: ReadonlySet<CaseId>,
  payouts: Payouts,
  at: Instant,
): Promise<readonly AgendaItem[]> {
  const today = dayInStockholm(at);
  const item = (id: CaseId): AgendaItem => ({
    case: id,
    workflow: 'monthly-payout',
    opens: today,
  });
  const open = [...payouts].flatMap(([id, { opened, closed }]) =>
    opened && !closed && !planned.has(id) ? [item(id)] : [],
  );
  const { rulebooks } = ports;
  const month = monthToOpen(today, rulebooks.years.map(rulebooks.of));
  const next = month && payoutCase(month);
  if (!next || planned.has(next) || payouts.has(next)) return open;
  const context = await payoutContext(ports, new Inputs(ports.records), month, new Set(), at);
  return workOutPayout(context).kind === 'nothing-due' ? open : [...open, item(next)];
}
