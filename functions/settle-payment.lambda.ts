import { dayInStockholm } from '../core/calendar/stockholm.ts';
import { Sek } from '../core/money/sek.ts';
import type { PaymentProposal } from '../core/payment/proposal.ts';
import { returnEntries } from '../core/payment/voucher.ts';
import type { RegionCode } from '../core/regions.ts';
import { CaseStep } from './contract/steps.ts';
import { command, readCase } from './shared/cases.ts';
import { readProposal } from './shared/documents.ts';
import { book } from './shared/journal.ts';
import { type Ports, ports } from './shared/ports.ts';
import { step } from './shared/step.ts';

/**
 * State "Settle or hold": what the bank did with the payment. Everything booked: settled. Payments that came back are booked
 * as a reversal, once, and held until a person has resolved them.
 */
export async function run({ case: id, now }: CaseStep, { records }: Ports) {
  const { state } = await readCase(records, id);
  const { released, reported } = state;
  if (!released || !reported) return { case: id, state: 'pending', watch: {} };
  const proposal = await readProposal(records, id, 'payment', released.proposal);
  const back = returnedPayments(proposal, reported.returned);
  const sent = Sek.of(proposal.totalSek);
  if (back.size > 0) {
    const voucherKey = `${id}/return`;
    await book(records, {
      key: voucherKey,
      day: dayInStockholm(reported.at),
      case: id,
      proposal: released.proposal,
      entries: returnEntries(back),
      cashSek: Sek.sum(back.values()).negated().kronor().toString(),
    });
    const payments = [...back].map(([payee, sek]) => ({ payee, sek: sek.toString() }));
    await command(records, id, { kind: 'return', at: now, payments, voucherKey });
    if (!state.resolved) return { case: id, state: 'held', watch: {} };
  }
  const settled = sent.minus(Sek.sum(back.values()));
  await command(records, id, { kind: 'settle', at: now, totalSek: settled.kronor().toString() });
  return { case: id, state: 'settled', watch: {} };
}

function returnedPayments(
  { payments }: PaymentProposal,
  returned: readonly { readonly payee: RegionCode | 'SKR' }[],
): ReadonlyMap<RegionCode | 'SKR', Sek> {
  const payees = new Set(returned.map(({ payee }) => payee));
  return new Map(
    payments
      .filter(({ payee }) => payees.has(payee))
      .map(({ payee, totalSek }) => [payee, Sek.of(totalSek)]),
  );
}

export const handler = step(CaseStep, run, ports);
