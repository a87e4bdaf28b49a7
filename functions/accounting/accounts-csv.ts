import { appropriationItem } from '../../core/accounting/chart.ts';
import type { Language } from '../contract/api/problem-type.ts';
import { cellText, csvBytes } from '../csv/write-csv.ts';
import type { Books } from './read-ledger.ts';
import { entryText, voucherText } from './voucher-texts.ts';

const heads: Readonly<Record<Language, readonly string[]>> = {
  sv: [
    'Verifikation',
    'Dag',
    'Nyckel',
    'Text',
    'Konto',
    'Kontonamn',
    'Anslagspost',
    'Motpart',
    'Motpartens namn',
    'Organisationsnummer',
    'Avser',
    'Belopp, kr',
  ],
  en: [
    'Voucher',
    'Day',
    'Key',
    'Text',
    'Account',
    'Name of the account',
    'Appropriation item',
    'Counterpart',
    'Name of the counterpart',
    'Organisation number',
    'What for',
    'Amount, SEK',
  ],
};

/**
 * A budget year's entries as CSV, a row for each: amounts in whole kronor, debit positive and credit negative. Refuses, with a RangeError, an amount that is not whole: the journal has none.
 */
export function accountsCsv(
  { ledger, counterparts }: Books,
  language: Language,
): Uint8Array<ArrayBuffer> {
  const byCode = new Map(counterparts.map((each) => [each.code, each]));
  const rows = ledger.vouchers.flatMap((voucher) =>
    voucher.entries.map(({ account, counterpart, line, sek }) => {
      const other = counterpart && byCode.get(counterpart);
      const texts = [
        String(voucher.number),
        voucher.day,
        voucher.key,
        voucherText(voucher, language),
        account.number,
        account.name[language],
        appropriationItem.code,
        counterpart ?? '',
        other?.name ?? '',
        other?.organisationNumber ?? '',
        entryText(line, language),
      ];
      return [...texts.map(cellText), sek.kronor().toString()];
    }),
  );
  return csvBytes([heads[language], ...rows]);
}
