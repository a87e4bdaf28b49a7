import { type BankOrder, bankOrder, sentBy } from '../bank/bank-order.ts';
import { dayInStockholm, type Instant } from '../calendar/stockholm.ts';
import { isRegionCode } from '../regions.ts';
import type { CommandOf } from './decision.ts';
import type { Carried, CaseEvent } from './events.ts';
import type { PaymentProposal } from './proposal.ts';
import { paymentEntries, type Voucher } from './voucher.ts';

type Released = Extract<CaseEvent, { type: 'release-ordered' }>;

/** A voucher before the journal has given it its number. */
export type Unnumbered = Omit<Voucher, 'type' | 'number'>;

/**
 * What is ordered when an approved proposal is released: it follows from the proposal's stored bytes and the moment alone. Whoever
 * releases asks this, and so does whoever verifies what was released.
 *
 * @param fileHash the SHA-256 of the payment file that an order makes
 */
export function releaseOf(
  proposal: PaymentProposal,
  at: Instant,
  fileHash: (order: BankOrder) => string,
): CommandOf<'release'> {
  const today = dayInStockholm(at);
  const order = bankOrder(proposal, at, today);
  return {
    kind: 'release',
    at,
    today,
    voucherKey: proposal.case,
    messageId: order.messageId,
    // Made before it is ordered: what cannot be written is never ordered.
    fileHash: fileHash(order),
    sent: sentBy(order),
    paid: proposal.paid,
    carried: carriedBy(proposal),
  };
}

/** The kronor that a payment leaves to the regions' next ones. */
const carriedBy = ({ payments }: PaymentProposal): readonly Carried[] =>
  payments.flatMap(({ payee, lines }) =>
    lines.flatMap(({ kind, sek, working }) =>
      kind === 'carried-forward' && isRegionCode(payee) ? [{ region: payee, sek, working }] : [],
    ),
  );

/** The order to the bank of a payment that was released. */
export const orderOf = (proposal: PaymentProposal, { at, paidOn }: Released): BankOrder =>
  bankOrder(proposal, at, paidOn);

/** The voucher of a payment that was released. */
export const voucherOf = (
  proposal: PaymentProposal,
  { voucherKey, paidOn, proposal: hash }: Released,
): Unnumbered => ({
  key: voucherKey,
  day: paidOn,
  case: proposal.case,
  proposal: hash,
  entries: paymentEntries(proposal),
  cashSek: proposal.totalSek,
});
