import type { Day } from '../calendar/day.ts';
import { dayInStockholm } from '../calendar/stockholm.ts';
import { Sek } from '../money/sek.ts';
import type { CaseId } from '../record/case-id.ts';
import type { TakenBack } from './events.ts';
import { decisionsAnew, type SentLine } from './lines.ts';
import type { Unnumbered } from './release.ts';
import { afterwardsKey, anewEntries, returnEntries } from './voucher.ts';

/** ISO 20022's code for a reason that the bank has not given: a payment is never held without one. */
const noReason = 'MS03';

/** A payment that came back, as it is taken back into the journal. */
export const takenBackOf = (id: CaseId, line: SentLine): TakenBack => ({
  payee: line.payee,
  sek: line.sek,
  code: line.code ?? noReason,
  voucherKey: afterwardsKey(id, 'return', line.payee, decisionsAnew(line).length + 1),
});

/** The voucher that takes a payment back which came back. */
export const returnVoucher = (
  id: CaseId,
  proposal: string,
  { payee, sek, voucherKey }: TakenBack,
  day: Day,
): Unnumbered => ({
  key: voucherKey,
  day,
  case: id,
  proposal,
  entries: returnEntries(payee, Sek.of(sek)),
  cashSek: Sek.of(sek).negated().toString(),
});

/** The vouchers of a payment that was carried out after it had come back: one each time that somebody has decided so, of that day. */
export const anewVouchers = (id: CaseId, proposal: string, line: SentLine): readonly Unnumbered[] =>
  decisionsAnew(line).map(({ at }, index) => ({
    key: afterwardsKey(id, 'booked-anew', line.payee, index + 1),
    day: dayInStockholm(at),
    case: id,
    proposal,
    entries: anewEntries(line.payee, Sek.of(line.sek)),
    cashSek: line.sek,
  }));
