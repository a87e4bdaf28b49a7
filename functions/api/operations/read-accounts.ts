import { appropriationUse } from '../../../core/accounting/appropriation-use.ts';
import { accountOf } from '../../../core/accounting/chart.ts';
import { Sek } from '../../../core/money/sek.ts';
import { cashOf, type Voucher, type VoucherEntry } from '../../../core/payment/voucher.ts';
import type { Records } from '../../../core/ports.ts';
import { entryText, voucherText } from '../../accounting/voucher-texts.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { Inputs } from '../../shared/inputs.ts';
import { vouchersOf } from '../../shared/journal.ts';
import { payeeName } from '../../shared/payee-name.ts';
import { budgetYear } from '../../shared/room.ts';

type Shown = AnswerOf<'readAccounts'>;

/** A budget year's vouchers in the State's terms, and what the appropriation was used for, month by month. */
export async function readAccounts(
  { language, parameters: { year } }: RequestOf<'readAccounts'>,
  { records }: { readonly records: Records },
): Promise<Shown> {
  const inputs = new Inputs(records);
  const [vouchers, frame] = await Promise.all([
    vouchersOf(records, year),
    budgetYear(records, inputs, year),
  ]);
  return {
    year,
    vouchers: vouchers.map((voucher) => shownVoucher(voucher, language)),
    ...(frame && {
      use: {
        appropriationSek: frame.appropriation.toString(),
        creditSek: frame.credit.toString(),
        creditUsedBeforeSek: frame.creditUsedBefore.toString(),
        paidBeforeSek: frame.paidBefore.toString(),
        orderedNotBookedSek: frame.used.minus(cashOf(vouchers)).toString(),
        months: appropriationUse(frame, vouchers).map((each) => ({
          month: each.month,
          usedSek: each.used.toString(),
          usedToDateSek: each.usedToDate.toString(),
          leftSek: each.left.toString(),
          creditUsedSek: each.creditUsed.toString(),
        })),
      },
    }),
  };
}

const shownVoucher = (voucher: Voucher, language: Language): Shown['vouchers'][number] => ({
  number: voucher.number,
  key: voucher.key,
  run: voucher.case,
  day: voucher.day,
  text: voucherText(voucher, language),
  entries: voucher.entries.map((entry) => shownEntry(entry, language)),
  cashSek: voucher.cashSek,
});

function shownEntry(
  entry: VoucherEntry,
  language: Language,
): Shown['vouchers'][number]['entries'][number] {
  const { number, name } = accountOf(entry);
  const sek = Sek.of(entry.sek);
  return {
    account: number,
    name: name[language],
    counterpart: entry.counterpart === '' ? '' : payeeName(entry.counterpart),
    text: entryText(entry.line, language),
    ...(sek.isNegative() ? { creditSek: sek.negated().toString() } : { debitSek: sek.toString() }),
  };
}
