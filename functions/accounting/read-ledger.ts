import { type Ledger, ledgerOf } from '../../core/accounting/ledger.ts';
import { agreementYears } from '../../core/agreement/rulebook.ts';
import type { Debtor } from '../../core/payment/debtor.ts';
import type { PayeeCode } from '../../core/payment/events.ts';
import type { PaymentProposal } from '../../core/payment/proposal.ts';
import type { Voucher } from '../../core/payment/voucher.ts';
import type { Records } from '../../core/ports.ts';
import { readProposal } from '../shared/documents.ts';
import { vouchersOf } from '../shared/journal.ts';

/** Who is on the other side of an entry, as their payment was approved. */
export interface Counterpart {
  readonly code: PayeeCode;
  readonly name: string;
  readonly organisationNumber: string;
}

/** A budget year's accounts, and whose they are. */
export interface Books {
  readonly ledger: Ledger;
  /** Whose accounts these are: from whose account the year's last payment left. */
  readonly owner: Pick<Debtor, 'name' | 'organisationNumber'>;
  /** Everybody whom an entry or a balance names, by code. */
  readonly counterparts: readonly Counterpart[];
}

/** The accounts of a budget year as the record has them; undefined while nothing is booked in it. */
export async function readBooks(records: Records, year: number): Promise<Books | undefined> {
  const [vouchers, before] = await Promise.all([
    vouchersOf(records, year),
    vouchersBefore(records, year),
  ]);
  if (vouchers.length === 0) return undefined;
  const ledger = ledgerOf(year, vouchers, before);
  const newestFirst = await proposalsOf(records, [...before, ...vouchers].reverse());
  const [newest] = newestFirst;
  if (!newest) throw new RangeError(`${year} has vouchers of no proposal.`);
  return { ledger, owner: newest.debtor, counterparts: counterpartsIn(ledger, newestFirst) };
}

/** The vouchers of all budget years before, the oldest first. */
async function vouchersBefore(records: Records, year: number): Promise<readonly Voucher[]> {
  const first = Math.min(...agreementYears) - 1;
  const years = Array.from({ length: Math.max(year - first, 0) }, (_, after) => first + after);
  return (await Promise.all(years.map((each) => vouchersOf(records, each)))).flat();
}

/** What the vouchers were paid from, in their order; a proposal that several name comes once. */
function proposalsOf(
  records: Records,
  vouchers: readonly Voucher[],
): Promise<readonly PaymentProposal[]> {
  const named = new Map(vouchers.map((voucher) => [voucher.proposal, voucher.case]));
  return Promise.all([...named].map(([hash, id]) => readProposal(records, id, 'payment', hash)));
}

function counterpartsIn(
  { vouchers, counterpartBalances }: Ledger,
  newestFirst: readonly PaymentProposal[],
): readonly Counterpart[] {
  const entries = vouchers.flatMap((voucher) => voucher.entries);
  const named = [...entries, ...counterpartBalances].flatMap((each) => each.counterpart ?? []);
  return [...new Set(named)].sort().map((code) => {
    const payment = newestFirst
      .flatMap(({ payments }) => payments)
      .find(({ payee }) => payee === code);
    if (!payment) throw new RangeError(`No proposal has paid ${code}.`);
    const { name, organisationNumber } = payment;
    return { code, name, organisationNumber };
  });
}
